"""Merging beside the server: nothing that is asked for while a merge is under way is lost."""

import threading
from typing import Any, Self

import pytest

from isnad.web import merger
from isnad.web.merger import Merger

SECONDS = 10.0


class Slow:
    """A record whose merges last until the test lets them end; `asked` tells with what each was asked."""

    def __init__(self, error: Exception | None = None) -> None:
        self.asked: list[bool] = []
        self.begun, self.end = threading.Semaphore(0), threading.Semaphore(0)
        self.error = error

    def __call__(self, *_: Any) -> Self:
        return self

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: Any) -> None:
        pass

    def merge(self, *, anyway: bool) -> bool:
        self.asked.append(anyway)
        self.begun.release()
        assert self.end.acquire(timeout=SECONDS)
        if self.error:
            raise self.error
        return True


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Slow:
    record = Slow()
    monkeypatch.setattr(merger, "Record", record)
    return record


def test_what_is_asked_for_meanwhile_is_one_more_merge(slow: Slow) -> None:
    made = Merger("record.db")
    assert not made.busy
    assert made.wait(0)
    made.ask()
    assert slow.begun.acquire(timeout=SECONDS)
    assert made.busy
    assert not made.wait(0)
    made.ask(anyway=True)
    made.ask()
    slow.end.release(2)
    assert made.wait(SECONDS)
    assert slow.asked == [False, True], "two requests are one merge, and it is done anyway"
    made.ask()
    slow.end.release()
    assert made.wait(SECONDS)
    assert slow.asked == [False, True, False]


def test_trouble_is_told_until_a_merge_succeeds(slow: Slow) -> None:
    made = Merger("record.db")
    slow.error = OSError("no room")
    slow.end.release(2)
    made.ask()
    assert made.wait(SECONDS)
    assert made.trouble == "OSError: no room"
    slow.error = None
    made.ask()
    assert made.wait(SECONDS)
    assert made.trouble is None
