"""A pool of processes that outlives its workers: a shard whose worker dies is tried again one page at a time."""

from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

from isnad.model import Page, SourceError

T = TypeVar("T")
Shard = tuple[Page, ...]
Work = Callable[[Shard], list[T]]
SHARD = 16
_AHEAD = 4


def spread(pages: Iterable[Page], work: Work[T], workers: int, start: Callable[[], None]) -> Iterator[T | SourceError]:
    """What `work` makes of the pages, shard by shard as they are ready; `start` prepares each process.

    A page that kills its worker comes back as a SourceError; BrokenProcessPool is raised only where no process can be
    started. With one worker nothing leaves this process.
    """
    shards = _shards(pages)
    if workers <= 1:
        start()
        for shard in shards:
            yield from work(shard)
        return
    lost: list[Shard] | None = None
    while lost is None or lost:
        with _pool(workers, start) as pool:
            lost = yield from _worked(pool, work, shards, workers * _AHEAD)
        # which shard killed the worker is not known: each is tried alone, a page at a time
        yield from _one_by_one((page for shard in lost for page in shard), work, start)


def _worked(
    pool: ProcessPoolExecutor, work: Work[T], shards: Iterator[Shard], most: int
) -> Generator[T, None, list[Shard]]:
    """What the pool makes of the shards, `most` under way at a time. Returns those that were under way when a worker
    died; none where all are done."""
    running: dict[Future[list[T]], Shard] = {}
    while True:
        for shard in islice(shards, most - len(running)):
            try:
                running[pool.submit(work, shard)] = shard
            except BrokenProcessPool:
                return [shard, *running.values()]
        if not running:
            return []
        done, _ = wait(running, return_when=FIRST_COMPLETED)
        lost: list[Shard] = []
        for future in done:
            shard = running.pop(future)
            try:
                yield from future.result()
            except BrokenProcessPool:
                lost.append(shard)
        if lost:
            return [*lost, *running.values()]


def _one_by_one(pages: Iterable[Page], work: Work[T], start: Callable[[], None]) -> Iterator[T | SourceError]:
    pool = None
    for page in pages:
        if pool is None:
            pool = _pool(1, start)
            # a process that cannot even start is nobody's page's fault
            pool.submit(_awake).result()
        try:
            yield from pool.submit(work, (page,)).result()
        except BrokenProcessPool:
            pool.shutdown()
            pool = None
            yield SourceError(
                page.origin, "the worker process died while reading it", "please report this article as a bug"
            )
    if pool is not None:
        pool.shutdown()


def _pool(workers: int, start: Callable[[], None]) -> ProcessPoolExecutor:
    # spawned, not forked: a fork would copy open records and locks
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=start)


def _awake() -> None:
    """What every process can do."""


def _shards(pages: Iterable[Page]) -> Iterator[Shard]:
    pages = iter(pages)
    while shard := tuple(islice(pages, SHARD)):
        yield shard
