"""A process that does one thing after another, and is replaced when it is lost.

It is forked from a server that has loaded once what is needed, so a new one takes milliseconds.
"""

import os
import resource
import signal
import time
from collections.abc import Callable, Iterable, Sequence
from multiprocessing import connection, get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from typing import Any

from readout.isolation.limits import Limits, Lost

Function = Callable[[Sequence[Any]], Iterable[Any]]

_CONTEXT = get_context("forkserver")
_STOP_S = 5.0


class Worker:
    """For one thread at a time. `preload` names modules to import before the first fork."""

    def __init__(self, preload: Sequence[str]) -> None:
        self._preload = preload
        self._process: ForkServerProcess | None = None
        self._pipe: Connection | None = None

    def call(
        self, function: Function, batch: Sequence[Any], limits: Limits, size: int
    ) -> list[Any] | Lost:
        """What the function gives for the batch, or how that went wrong."""
        cpu_s = limits.cpu_s(size)
        process, pipe = self._running()
        try:
            pipe.send((function, batch, cpu_s, limits.memory))
            ready = connection.wait([pipe, process.sentinel], cpu_s * limits.wall_factor)
            if not ready:
                self._stop()
                return Lost("timeout", f"it took more than {cpu_s * limits.wall_factor:.0f} s")
            found: list[Any] | Lost = pipe.recv()
        except (EOFError, OSError):
            return self._expired(process, cpu_s)
        return found

    def _running(self) -> tuple[ForkServerProcess, Connection]:
        if self._process is None or self._pipe is None or not self._process.is_alive():
            self._stop()
            _CONTEXT.set_forkserver_preload(["__main__", *self._preload])
            self._pipe, theirs = _CONTEXT.Pipe()
            self._process = _CONTEXT.Process(target=_serve, args=(theirs,), daemon=True)
            self._process.start()
            theirs.close()
        return self._process, self._pipe

    def _stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join(_STOP_S)
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None

    def _expired(self, process: ForkServerProcess, cpu_s: float) -> Lost:
        process.join(_STOP_S)
        code = process.exitcode
        self._stop()
        if code == -signal.SIGXCPU:
            return Lost("timeout", f"it took more than {cpu_s:.0f} s of processor time")
        if code is not None and code < 0:
            return Lost("crash", f"its process was ended by {signal.Signals(-code).name}")
        return Lost("crash", f"its process ended with exit code {code}")


def _serve(pipe: Connection) -> None:
    """Does one thing after another, until who asks is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # control-C is for who asks
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    while True:
        try:
            function, batch, cpu_s, memory = pipe.recv()
            pipe.send(_done(function, batch, cpu_s, memory))
        except (EOFError, BrokenPipeError):
            os._exit(0)


def _done(function: Function, batch: Sequence[Any], cpu_s: float, memory: int) -> list[Any] | Lost:
    _limit(resource.RLIMIT_CPU, int(time.process_time() + cpu_s) + 1)
    _limit(resource.RLIMIT_DATA, memory)
    try:
        found = [*function(batch)]
    except MemoryError:
        return Lost("memory", f"it took more than {memory:,} bytes of memory")
    except Exception as error:  # noqa: BLE001  whatever it is, who asked is told
        return Lost("failed", f"{type(error).__name__}: {error}")
    if len(found) != len(batch):
        return Lost("failed", f"{len(found)} results for {len(batch)} items")
    return found


def _limit(what: int, wanted: int) -> None:
    _, most = resource.getrlimit(what)
    resource.setrlimit(
        what, (wanted if most == resource.RLIM_INFINITY else min(wanted, most), most)
    )
