"""Work on many processes: each page once, in whatever order, and a page that ends its process costs only itself."""

import os
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from isnad.model import Page, SourceError
from isnad.run import spread

from .pool_work import DEADLY, dies, keys, nothing, sizes
from .record_cases import page


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    """The processes of a pool import what they work with by its name."""
    monkeypatch.syspath_prepend(str(root))


def pages(many: int, *deadly: int) -> list[Page]:
    return [page(f"k{n:03}", DEADLY if n in deadly else "خبر") for n in range(many)]


def read(many: int, *deadly: int, workers: int = 2) -> tuple[list[str], list[str]]:
    """The keys that came back and the origins of those that did not."""
    found = list(spread(pages(many, *deadly), keys, workers, nothing))
    lost = [each.where for each in found if isinstance(each, SourceError)]
    return sorted(each[0] for each in found if not isinstance(each, SourceError)), lost


@pytest.mark.parametrize("workers", [0, 1])
def test_one_worker_is_this_process(workers: int) -> None:
    started: list[int] = []
    found = list(spread(pages(20), keys, workers, lambda: started.append(os.getpid())))
    assert found == [(p.key, os.getpid()) for p in pages(20)]
    assert started == [os.getpid()]


def test_two_workers_are_two_others() -> None:
    found = [each for each in spread(pages(100), keys, 2, nothing) if not isinstance(each, SourceError)]
    assert sorted(key for key, _ in found) == [p.key for p in pages(100)]
    assert os.getpid() not in {process for _, process in found}


@pytest.mark.parametrize(("many", "shards"), [(0, []), (1, [1]), (16, [16]), (17, [16, 1]), (33, [16, 16, 1])])
def test_pages_come_sixteen_together(many: int, shards: list[int]) -> None:
    assert list(spread(pages(many), sizes, 1, nothing)) == shards


def test_no_more_is_taken_than_is_under_way() -> None:
    taken = 0

    def counted() -> Iterator[Page]:
        nonlocal taken
        for each in pages(400):
            taken += 1
            yield each

    found = spread(counted(), keys, 2, nothing)
    next(found)
    assert taken == 2 * 4 * 16, "four shards a worker"
    assert sum(1 for _ in found) == 399
    assert taken == 400


@pytest.mark.parametrize("deadly", [(0,), (20,), (99,), (3, 4), (3, 50, 98)])
def test_a_page_that_ends_its_process_costs_only_itself(deadly: tuple[int, ...]) -> None:
    found, lost = read(100, *deadly)
    assert sorted(lost) == [f"k{n:03}" for n in deadly]
    assert found == [f"k{n:03}" for n in range(100) if n not in deadly]


def test_a_single_page_that_ends_its_process() -> None:
    (error,) = spread(pages(1, 0), keys, 2, nothing)
    assert isinstance(error, SourceError)
    assert (error.what, error.advice) == (
        "the worker process died while reading it",
        "please report this article as a bug",
    )


def test_no_process_at_all_is_nobodys_page() -> None:
    with pytest.raises(BrokenProcessPool):
        list(spread(pages(3), keys, 2, dies))
