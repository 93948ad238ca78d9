"""How far a step has come, told to whoever listens."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` parts of a step; `total` is None while it is not known."""

    step: str
    done: int
    total: int | None = None


Listener = Callable[[Progress], None]
_listener: ContextVar[Listener | None] = ContextVar("listener", default=None)


@contextmanager
def listening(listener: Listener) -> Iterator[None]:
    """Within this block, `report` reaches the listener."""
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)


def report(step: str, done: int, total: int | None = None) -> None:
    """Tell the listener, if there is one, how far a step has come."""
    listener = _listener.get()
    if listener is not None:
        listener(Progress(step, done, total))
