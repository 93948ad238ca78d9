"""Starting and stopping: one process that looks after a server and a worker."""

import fcntl
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from flows.service import processes
from flows.service.keeping import Keeper
from flows.service.processes import Process
from flows.service.service import Service, ServiceError

START_S = 180.0
STOP_S = 20.0
_POLL_S = 0.2

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Running:
    """What `up` notes of itself, so that `down` finds it even if it was killed."""

    url: str
    processes: list[Process]

    def write(self, folder: Path) -> None:
        """Put the note into the folder, whole."""
        new = folder / ".running.json"
        listed = [[process.pid, process.started] for process in self.processes]
        new.write_text(json.dumps({"url": self.url, "processes": listed}), "utf-8")
        new.replace(folder / "running.json")

    @classmethod
    def read(cls, folder: Path) -> "Running | None":
        """The note in the folder, if there is one."""
        path = folder / "running.json"
        if not path.exists():
            return None
        noted = json.loads(path.read_text("utf-8"))
        return cls(noted["url"], [Process(*process) for process in noted["processes"]])


class _Interrupted(BaseException):
    """Somebody asks this process to end."""


def up(service: Service, say: Say) -> None:
    """Start server, deployments and worker, look after them, and stop them when interrupted.

    Raises:
        ServiceError: when it runs already, or does not start.
    """
    service.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _alone(service), _interruptible():
        processes.adopt_orphans()
        keeper = Keeper(service, say)
        try:
            keeper.start(lambda: _note(service, keeper))
            say(f"up: {service.url}  (password: {service.folder / 'auth'})")
            keeper.look_after(lambda: _note(service, keeper))
        except _Interrupted:
            say("stopping")
        finally:
            with _uninterruptible():
                keeper.stop(STOP_S)
                (service.folder / "running.json").unlink(missing_ok=True)


def start(service: Service, say: Say) -> None:
    """Do what `up` does, in a process of its own that goes on when this one ends.

    Raises:
        ServiceError: when it does not start; its log says why.
    """
    service.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = service.folder / "log"
    with path.open("wb") as log:
        child = subprocess.Popen(  # noqa: S603  this very Python
            [sys.executable, "-m", "flows.service", service.to_json()],
            stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
        )  # fmt: skip
    deadline = time.monotonic() + START_S + STOP_S
    while child.poll() is None and time.monotonic() < deadline:
        if f"up: {service.url}" in path.read_text("utf-8", "replace"):
            say(f"up: {service.url}  (password: {service.folder / 'auth'}, log: {path})")
            return
        time.sleep(_POLL_S)
    raise ServiceError(f"it did not start; {path} ends:\n{_last_lines(path)}")


def down(home: Path, say: Say) -> None:
    """Stop what `up` started in this home, and everything that has been started by it.

    Raises:
        ServiceError: when nothing is up there.
    """
    folder = Service(home).folder
    noted = Running.read(folder)
    found = processes.family(noted.processes) if noted else []
    if noted is None or not found:
        raise ServiceError(f"nothing is up in {home}")
    processes.end(noted.processes[:1], 2 * STOP_S)  # who stops the others in order, if it lives
    processes.end(found, STOP_S)
    (folder / "running.json").unlink(missing_ok=True)
    say(f"stopped {noted.url}")


def _note(service: Service, keeper: Keeper) -> None:
    own = processes.running(os.getpid())
    Running(service.url, [*([own] if own else []), *keeper.processes()]).write(service.folder)


def _last_lines(path: Path, lines: int = 12) -> str:
    return "\n".join(path.read_text("utf-8", "replace").splitlines()[-lines:])


@contextmanager
def _alone(service: Service) -> Iterator[None]:
    """Only one in a home: the right to be it ends with the process, however it ends."""
    with (service.folder / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            noted = Running.read(service.folder)
            where = f" at {noted.url}" if noted else ""
            raise ServiceError(f"it is up already{where}; `readout down` stops it") from None
        yield


@contextmanager
def _interruptible() -> Iterator[None]:
    """Within this block, control-C and a request to end raise."""

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        raise _Interrupted

    with _handled(interrupt):
        yield


@contextmanager
def _uninterruptible() -> Iterator[None]:
    with _handled(signal.SIG_IGN):
        yield


@contextmanager
def _handled(
    handler: Callable[[int, FrameType | None], None] | signal.Handlers,
) -> Iterator[None]:
    before = {number: signal.signal(number, handler) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, old in before.items():
            signal.signal(number, old)
