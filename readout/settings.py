"""What is set for one home, in its file `settings.toml`; all of it may be left out.

runner = "processes"                  # or "here", "dask", or a Dask scheduler: "tcp://host:8786"
staging = "s3://bucket/readout"       # any fsspec URL; without it, the folder in the home

[limits]                              # seconds that a step of a run may take
ingest = 3600
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

HERE, PROCESSES, DASK = "here", "processes", "dask"
_RUNNER = re.compile(rf"{HERE}|{PROCESSES}|{DASK}|(?:tcp|tls|ws|wss)://\S+")


class SettingsError(ValueError):
    """The file says something it cannot mean; the message says what."""


@dataclass(frozen=True, slots=True)
class StepLimits:
    """Seconds that a step of a run may take.

    Whatever takes longer hangs: an answer of a source and a batch of documents have limits of their
    own. A step that is cut off has lost nothing, and the next run goes on where it was.
    """

    ingest: float = 6 * 3600.0  # a thousand pages, ten seconds apart as their host asks, take three
    clean: float = 6 * 3600.0
    extract: float = 24 * 3600.0  # on two cores, a hundred thousand articles take seven
    load: float = 6 * 3600.0  # a hundred thousand documents at once take one

    def of(self, step: str) -> float:
        """The limit of the step of this name."""
        seconds: float = getattr(self, step)
        return seconds


@dataclass(frozen=True, slots=True)
class Settings:
    """Where batches run, where staged parts are, and how long a step may take."""

    runner: str = PROCESSES
    staging: str | None = None
    limits: StepLimits = field(default_factory=StepLimits)


def load(path: Path) -> Settings:
    """The settings in this file; those by default where there is none.

    Raises:
        SettingsError: for what is not in the format.
    """
    if not path.exists():
        return Settings()
    try:
        given = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} is not TOML: {error}") from error
    for complaint in _complaints(given):
        raise SettingsError(f"{path}: {complaint}")
    limits = StepLimits(**{step: float(s) for step, s in given.pop("limits", {}).items()})
    return Settings(**given, limits=limits)


def _complaints(given: Mapping[str, Any]) -> list[str]:
    names = [one.name for one in fields(Settings)]
    limits = given.get("limits", {})
    steps = [one.name for one in fields(StepLimits)]
    unknown = [f"unknown key {name}; known are {', '.join(names)}" for name in given.keys() - names]
    if not _RUNNER.fullmatch(str(given.get("runner", PROCESSES))):
        unknown.append(f"runner must be {HERE}, {PROCESSES}, {DASK} or the address of a scheduler")
    if not re.fullmatch(r"[a-z0-9+.-]+://.+", str(given.get("staging", "file:///"))):
        unknown.append("staging must be a URL, such as s3://bucket/folder")
    if not isinstance(limits, dict) or limits.keys() - steps:
        unknown.append(f"[limits] may have {', '.join(steps)}")
    elif not all(_is_duration(seconds) for seconds in limits.values()):
        unknown.append("[limits] are in seconds, above 0")
    return unknown


def _is_duration(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value > 0
