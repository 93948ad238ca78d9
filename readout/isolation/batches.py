"""Many items, done in batches by a process that can be lost."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from queue import Empty, LifoQueue
from typing import Generic, TypeVar

from readout.isolation.limits import LIMITS, Limits, Lost
from readout.isolation.process import Worker

Item = TypeVar("Item")
Result = TypeVar("Result")
Item_contra = TypeVar("Item_contra", contravariant=True)
Result_co = TypeVar("Result_co", covariant=True)

_idle: LifoQueue[Worker] = LifoQueue()


@dataclass(frozen=True, slots=True)
class Work(Generic[Item_contra, Result_co]):
    """A function from items to as many results, in order, and what it takes.

    Function, items and results are passed between processes, so they have to be picklable.
    `size` is that of one item; `preload` names modules that processes need.
    """

    function: Callable[[Sequence[Item_contra]], Iterable[Result_co]]
    size: Callable[[Item_contra], int]
    preload: tuple[str, ...] = ()
    limits: Limits = LIMITS


def results(work: Work[Item, Result], items: Iterable[Item]) -> Iterator[Result | Lost]:
    """One result for each item, in order, or how it was lost.

    Items go in batches. Of a batch that is lost, each is tried once more by itself.
    """
    with _borrowed(work.preload) as worker:
        for batch in _batches(work, items):
            yield from _of_batch(worker, work, batch)


def _of_batch(
    worker: Worker, work: Work[Item, Result], batch: list[Item]
) -> Iterator[Result | Lost]:
    found = worker.call(work.function, batch, work.limits, sum(map(work.size, batch)))
    if isinstance(found, Lost):
        yield from (_alone(worker, work, item) for item in batch)
    else:
        yield from found


def _alone(worker: Worker, work: Work[Item, Result], item: Item) -> Result | Lost:
    found = worker.call(work.function, [item], work.limits, work.size(item))
    if isinstance(found, Lost):
        return Lost(found.reason, found.error, attempts=2)
    result: Result = found[0]
    return result


def _batches(work: Work[Item, Result], items: Iterable[Item]) -> Iterator[list[Item]]:
    batch: list[Item] = []
    size = 0
    for item in items:
        batch.append(item)
        size += work.size(item)
        if size >= work.limits.batch:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


@contextmanager
def _borrowed(preload: Sequence[str]) -> Iterator[Worker]:
    """A worker that is idle, or a new one; afterwards it is idle, with what it has loaded."""
    try:
        worker = _idle.get_nowait()
    except Empty:
        worker = Worker(preload)
    try:
        yield worker
    finally:
        _idle.put(worker)
