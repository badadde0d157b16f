"""A pool of processes that outlives its workers: a shard whose worker dies is tried again one page at a time."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

from isnad.model import Page, SourceError

T = TypeVar("T")
Work = Callable[[tuple[Page, ...]], list[T]]
_SHARD, _AHEAD = 16, 4


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
    waiting: deque[tuple[Page, ...]] = deque()
    while True:
        # spawned, not forked: a fork would copy open records and locks
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=start) as pool:
            running: dict[Future[list[T]], tuple[Page, ...]] = {}
            while True:
                while len(running) < workers * _AHEAD:
                    shard = waiting.popleft() if waiting else next(shards, ())
                    if not shard:
                        break
                    running[pool.submit(work, shard)] = shard
                if not running:
                    return
                done, _ = wait(running, return_when=FIRST_COMPLETED)
                broken: list[tuple[Page, ...]] = []
                for future in done:
                    shard = running.pop(future)
                    try:
                        yield from future.result()
                    except BrokenProcessPool:
                        broken.append(shard)
                if broken:
                    broken += running.values()
                    break
        # which shard killed the worker is not known: each is tried alone, a page at a time
        yield from _one_by_one((page for shard in broken for page in shard), work, start)


def _one_by_one(pages: Iterable[Page], work: Work[T], start: Callable[[], None]) -> Iterator[T | SourceError]:
    pool = None
    for page in pages:
        if pool is None:
            pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=start)
            # a process that cannot even start is nobody's page's fault
            pool.submit(_awake).result()
        try:
            yield from pool.submit(work, (page,)).result()
        except BrokenProcessPool:
            pool.shutdown()
            pool = None
            yield SourceError(page.origin, "reading it ended the process", "look at the article, or report it")
    if pool is not None:
        pool.shutdown()


def _awake() -> None:
    """What every process can do."""


def _shards(pages: Iterable[Page]) -> Iterator[tuple[Page, ...]]:
    pages = iter(pages)
    while shard := tuple(islice(pages, _SHARD)):
        yield shard
