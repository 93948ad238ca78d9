"""The catalogue: sources by name, from a TOML file."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

from readout.sources.source import DateOrder, Format, Limits, Source

_LIMITS = {limit.name: limit.type for limit in fields(Limits)}
_TYPES: Mapping[str, type | tuple[type, ...]] = {
    "location": str,
    "format": str,
    "enabled": bool,
    "allow_private": bool,
    "pause": (int, float),
    "date_order": str,
    "limits": dict,
}
_CHOICES = {"format": get_args(Format), "date_order": get_args(DateOrder)}


class CatalogueError(ValueError):
    """A catalogue says something it cannot mean; the message names the file and the entry."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Sources by name. `enabled` are the ones a schedule reads when no input is named."""

    sources: Mapping[str, Source] = field(default_factory=dict)
    enabled: tuple[str, ...] = ()


def load_catalogue(path: Path | None = None) -> Catalogue:
    """The catalogue in this file, or the one that comes with the program.

    Relative paths in it are relative to the file. Raises CatalogueError for a key, a type or a
    choice that is not in the format, and OSError when the file cannot be read.
    """
    if path is None:
        place = files("seeds") / "sources.toml"
        return _parsed(place.read_text("utf-8"), "sources.toml", Path.cwd())
    return _parsed(path.read_text("utf-8"), str(path), path.absolute().parent)


def _parsed(text: str, file: str, folder: Path) -> Catalogue:
    try:
        entries = tomllib.loads(text).get("sources", {})
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(f"{file} is not TOML: {error}") from error
    for complaint in _complaints(entries):
        raise CatalogueError(f"{file}: {complaint}")
    return Catalogue(
        {name: _source(name, entry, folder) for name, entry in entries.items()},
        tuple(name for name, entry in entries.items() if entry.get("enabled", True)),
    )


def _complaints(entries: Any) -> Iterator[str]:
    if not isinstance(entries, dict):
        yield "sources must be tables: [sources.NAME]"
        return
    for name, entry in entries.items():
        if not isinstance(entry, dict) or not entry.get("location"):
            yield f"[sources.{name}] needs a location"
            continue
        for key, value in entry.items():
            yield from _complaints_about(name, key, value)
        if isinstance(limits := entry.get("limits"), dict):
            yield from _complaints_about_limits(name, limits)


def _complaints_about(name: str, key: str, value: Any) -> Iterator[str]:
    wanted = _TYPES.get(key)
    if wanted is None:
        yield f"[sources.{name}] has the unknown key {key}; known are {', '.join(_TYPES)}"
    elif not _is_a(wanted, value):
        yield f"[sources.{name}] {key} cannot be {value!r}"
    elif key in _CHOICES and value not in _CHOICES[key]:
        yield f"[sources.{name}] {key} must be one of {', '.join(_CHOICES[key])}"
    elif key == "pause" and float(value) < 0:
        yield f"[sources.{name}] pause is in seconds, from 0"


def _complaints_about_limits(name: str, limits: Mapping[str, Any]) -> Iterator[str]:
    for limit, bound in limits.items():
        if limit not in _LIMITS or isinstance(bound, bool) or not _positive(limit, bound):
            yield f"[sources.{name}] limits.{limit} cannot be {bound!r}"


def _is_a(wanted: type | tuple[type, ...], value: object) -> bool:
    # In Python, true is a number.
    return isinstance(value, wanted) and (wanted is bool or not isinstance(value, bool))


def _positive(limit: str, bound: Any) -> bool:
    is_number = isinstance(bound, (int, float) if _LIMITS[limit] is float else int)
    return is_number and bound > 0


def _source(name: str, entry: Mapping[str, Any], folder: Path) -> Source:
    location = entry["location"]
    return Source(
        name=name,
        location=location if "://" in location else str(folder / Path(location).expanduser()),
        catalogued=True,
        format=entry.get("format"),
        limits=Limits(**entry.get("limits", {})),
        allow_private=entry.get("allow_private", False),
        pause=float(entry.get("pause", 1.0)),
        date_order=entry.get("date_order"),
    )
