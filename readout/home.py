"""The folder of one readout: its files, and the lock that lets one run at a time write."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from readout import places, settings
from readout.settings import Settings

_POLL_S = 0.1


class HomeLockedError(RuntimeError):
    """Another run is writing here; the message says which process, and since when."""


@dataclass(frozen=True, slots=True)
class Home:
    """Where a readout keeps its warehouse, its staged parts and the snapshot for readers."""

    path: Path
    settings: Settings = field(default_factory=Settings)

    @classmethod
    def configured(cls, path: Path) -> Self:
        """The home at this path, as its file `settings.toml` says.

        Raises:
            SettingsError: when the file says something it cannot mean.
        """
        return cls(path.absolute(), settings.load(path / "settings.toml"))

    @property
    def warehouse(self) -> Path:
        """The pipeline's own database."""
        return self.path / "warehouse.duckdb"

    @property
    def snapshot(self) -> Path:
        """What readers open: replaced whole by each successful run, read-only."""
        return self.path / "readout.duckdb"

    @property
    def actors(self) -> Path:
        """The analyst's own list of actors, where there is one."""
        return self.path / "actors.csv"

    @property
    def staging(self) -> Path:
        """Work done and not yet loaded: in the home, or wherever its settings say."""
        url = self.settings.staging
        return places.at(url) if url else self.path / "staging"

    @contextmanager
    def lock(self, wait_s: float = 0.0) -> Iterator[None]:
        """The right to write here, until the block ends or the process does, however it dies.

        Raises:
            HomeLockedError: when another process still holds it after `wait_s` seconds.
        """
        self.path.mkdir(parents=True, exist_ok=True)
        held = os.open(self.path / "lock", os.O_RDWR | os.O_CREAT, 0o644)
        try:
            self._acquire(held, time.monotonic() + wait_s)
            since = datetime.now(UTC).isoformat(sep=" ", timespec="seconds")
            os.ftruncate(held, 0)
            os.pwrite(held, f"process {os.getpid()} since {since}".encode(), 0)
            yield
        finally:
            os.close(held)

    def _acquire(self, lock: int, deadline: float) -> None:
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() >= deadline:
                    holder = os.pread(lock, 200, 0).decode() or "another process"
                    raise HomeLockedError(
                        f"{self.path} is being written by {holder}; wait for it to end, "
                        "or choose another home"
                    ) from None
                time.sleep(_POLL_S)
            else:
                return
