"""The right to write in a home, held once by whichever flow is the outermost."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from readout.home import Home

# A second pipeline waits so long for the first one to end, then says who holds the lock.
WAIT_S = 60.0

_held: ContextVar[frozenset[Path]] = ContextVar("held", default=frozenset())


@contextmanager
def writing(path: Path, wait_s: float = WAIT_S) -> Iterator[Home]:
    """The home at this path, locked within the block; a flow inside another does not wait for it.

    Raises:
        HomeLockedError: when another process still writes there after `wait_s` seconds.
        SettingsError: when the settings of the home cannot be meant.
    """
    home = Home.configured(path)
    if home.path in _held.get():
        yield home
        return
    with home.lock(wait_s):
        token = _held.set(_held.get() | {home.path})
        try:
            yield home
        finally:
            _held.reset(token)
