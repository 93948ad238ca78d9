"""What is to be started, and where its files are."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

HOST = "127.0.0.1"
PORT = 4200


class ServiceError(RuntimeError):
    """The service cannot be started or stopped; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Service:
    """A service for one home. Without `every` or `cron`, the schedule is that of prefect.yaml."""

    home: Path
    catalogue: Path | None = None
    port: int = PORT
    every: float | None = None  # seconds
    cron: str | None = None
    timezone: str = "UTC"

    @property
    def folder(self) -> Path:
        """Prefect's own files in the home: its database, the password, the log."""
        return self.home.absolute() / "prefect"

    @property
    def url(self) -> str:
        """The address of the pages; the API is below it."""
        return f"http://{HOST}:{self.port}"

    def to_json(self) -> str:
        """The service in one argument of a command line."""
        return json.dumps(asdict(self), default=str)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The service that `to_json` wrote."""
        given = json.loads(text)
        catalogue = given.pop("catalogue")
        return cls(Path(given.pop("home")), Path(catalogue) if catalogue else None, **given)
