"""Processes of this machine and what they have started."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Container, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_POLL_S = 0.1
_PR_SET_CHILD_SUBREAPER = 36  # <sys/prctl.h>


@dataclass(frozen=True, slots=True)
class Process:
    """A process; `started` tells it from a later one that got the same number."""

    pid: int
    started: str


def adopt_orphans() -> None:
    """From now on, what a child leaves behind belongs to this process (Linux; else no change)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def running(pid: int) -> Process | None:
    """The process of this number, if there is one."""
    return next((process for process, _ in _table() if process.pid == pid), None)


def alive(process: Process) -> bool:
    """Whether this very process still runs."""
    return running(process.pid) == process


def family(roots: Iterable[Process]) -> list[Process]:
    """Those of the given processes that run, and all they have started, parents first."""
    table = [*_table()]
    known = {process for process, _ in table}
    found = [process for process in dict.fromkeys(roots) if process in known]
    for parent in found:
        found += [child for child, ppid in table if ppid == parent.pid and child not in found]
    return found


def own_family() -> list[Process]:
    """This process and all that it has started, parents first."""
    own = running(os.getpid())
    return family([own] if own else [])


def end(processes: Iterable[Process], patience_s: float) -> None:
    """Ask the processes to end, wait, and then end them and all they have started."""
    roots = [*processes]
    everything = family(roots)
    _send(roots, signal.SIGTERM)
    wait_for_end(roots, patience_s)
    rest = family([*everything, *family(roots)])
    _send(rest, signal.SIGKILL)
    wait_for_end(rest, patience_s)


def wait_for_end(processes: Iterable[Process], patience_s: float) -> bool:
    """Whether all have ended within so many seconds."""
    deadline = time.monotonic() + patience_s
    left = [*processes]
    while left := [process for process in left if alive(process)]:
        if time.monotonic() > deadline:
            return False
        time.sleep(_POLL_S)
    return True


def reap(ours: Container[int]) -> None:
    """Take leave of adopted children that have ended; ours are waited for by who started them."""
    peek = os.WEXITED | os.WNOHANG | os.WNOWAIT
    with suppress(ChildProcessError):
        while (ended := os.waitid(os.P_ALL, 0, peek)) and ended.si_pid not in ours:
            os.waitpid(ended.si_pid, 0)


def _send(processes: Iterable[Process], what: signal.Signals) -> None:
    for process in processes:
        if alive(process):
            with suppress(ProcessLookupError):
                os.kill(process.pid, what)


def _table() -> Iterator[tuple[Process, int]]:
    """Each process that has not ended, with the number of its parent."""
    proc = Path("/proc/self/stat")
    return from_proc() if proc.exists() else from_ps()


def from_proc() -> Iterator[tuple[Process, int]]:
    """Each process that has not ended, with the number of its parent, as Linux tells it."""
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(FileNotFoundError, ProcessLookupError):
            # The name in brackets may hold anything, brackets too.
            fields = path.read_text("utf-8", "replace").rpartition(")")[2].split()
            if fields[0] not in "ZX":
                yield Process(int(path.parent.name), fields[19]), int(fields[1])


def from_ps() -> Iterator[tuple[Process, int]]:
    """The same where there is no /proc."""
    command = ["ps", "-A", "-o", "pid=,ppid=,stat=,lstart="]
    listed = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603  always the same
    for line in listed.stdout.splitlines():
        fields = line.split(maxsplit=3)
        if fields and not fields[2].startswith("Z"):
            yield Process(int(fields[0]), fields[3]), int(fields[1])
