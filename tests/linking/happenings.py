"""The cross-document set: happenings, the reports that tell of them, and where each does.

`README.md` beside this file says how the files of `happenings/` are written.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_args

FOLDER = Path(__file__).with_name("happenings")

Set = Literal["development", "held_out"]
Kind = Literal["meeting", "deal_signing"]


class SetError(ValueError):
    """A file of the set is not as it must be; the message says which, where and why."""


@dataclass(frozen=True, slots=True)
class Happening:
    """What happened, or was to happen, once.

    One that is `in_passing` is only there to be kept apart: an earlier treaty, a plan.
    """

    happening_id: str
    kind: Kind
    what: str
    set: Set
    in_passing: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """Where a report tells of a happening: the words that do, then those that come back to it."""

    happening_id: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """An article of the set, its paragraphs on one line each."""

    source: str
    url: str
    title: str
    published: date  # or a datetime, which is one
    text: str
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class LookAlikes:
    """Happenings that are easily taken for one, and what they have in common."""

    apart: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Group:
    """One file: happenings that have to do with each other, and their reports."""

    name: str
    happenings: tuple[Happening, ...]
    look_alikes: tuple[LookAlikes, ...]
    reports: tuple[Report, ...]


def groups(folder: Path = FOLDER) -> tuple[Group, ...]:
    """Every group of the folder, in the order of the file names.

    Raises:
        SetError: when a file is not as it must be, or two happenings or reports share a name.
    """
    read = tuple(group(path) for path in sorted(folder.glob("*.toml")))
    if not read:
        raise SetError(f"{folder}: there are no .toml files in it")
    _check_unique("happening", (h.happening_id for one in read for h in one.happenings))
    _check_unique("url", (report.url for one in read for report in one.reports))
    return read


def group(path: Path) -> Group:
    """The group that a file holds.

    Raises:
        SetError: when a key is missing, unknown or of another type, a happening is not declared,
            or the words of a telling do not stand in the text once.
    """
    try:
        return _group(path.stem, tomllib.loads(path.read_text("utf-8")))
    except (SetError, tomllib.TOMLDecodeError) as error:
        raise SetError(f"{path.name}: {error}") from None


def _group(name: str, rows: Mapping[str, Any]) -> Group:
    _check_keys("the file", rows, {"set", "happenings", "articles"}, {"look_alikes"})
    which = _one_of("set", rows["set"], get_args(Set))
    happenings = tuple(_happening(key, row, which) for key, row in rows["happenings"].items())
    declared = {happening.happening_id for happening in happenings}
    return Group(
        name,
        happenings,
        tuple(_look_alikes(row, declared) for row in rows.get("look_alikes", [])),
        tuple(_report(row, declared) for row in rows["articles"]),
    )


def _happening(key: str, row: Mapping[str, Any], which: Set) -> Happening:
    _check_keys(key, row, {"kind", "what"}, {"in_passing"})
    kind: Kind = _one_of(f"{key}: kind", row["kind"], get_args(Kind))
    in_passing = row.get("in_passing", False)
    if not isinstance(in_passing, bool):
        raise SetError(f"{key}: in_passing must be true or false, not {in_passing!r}")
    return Happening(key, kind, _text(f"{key}: what", row["what"]), which, in_passing)


def _look_alikes(row: Mapping[str, Any], declared: set[str]) -> LookAlikes:
    _check_keys("look_alikes", row, {"apart", "why"})
    apart = tuple(_declared("look_alikes", one, declared) for one in row["apart"])
    if len({*apart}) < 2:
        raise SetError(f"look_alikes: {apart} must name two happenings or more")
    return LookAlikes(apart, _text("look_alikes: why", row["why"]))


def _report(row: Mapping[str, Any], declared: set[str]) -> Report:
    place = str(row.get("url", row.get("title", "an article")))
    _check_keys(place, row, {"source", "url", "title", "published", "text", "tells"})
    if not isinstance(row["published"], date):
        raise SetError(f"{place}: published must be a date, not {row['published']!r}")
    text = _unwrapped(_text(f"{place}: text", row["text"]))
    tellings = tuple(
        Telling(_declared(place, key, declared), _words(place, words, text))
        for key, words in row["tells"].items()
    )
    if not tellings:
        raise SetError(f"{place}: it tells of nothing")
    _check_apart(place, text, tellings)
    source, url, title = (_text(f"{place}: {key}", row[key]) for key in ("source", "url", "title"))
    return Report(source, url, title, row["published"], text, tellings)


def _unwrapped(text: str) -> str:
    paragraphs = (" ".join(paragraph.split()) for paragraph in text.split("\n\n"))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _words(place: str, words: object, text: str) -> tuple[str, ...]:
    listed = [words] if isinstance(words, str) else words
    if not isinstance(listed, list) or not listed:
        raise SetError(f"{place}: tells takes words or a list of words, not {words!r}")
    for one in listed:
        if (times := text.count(_text(f"{place}: tells", one))) != 1:
            raise SetError(f"{place}: {one!r} stands in the text {times} times, and must once")
    return tuple(listed)


def _check_apart(place: str, text: str, tellings: Iterable[Telling]) -> None:
    last_end, last = 0, ""
    for start, words in sorted((text.index(one), one) for t in tellings for one in t.words):
        if start < last_end:
            raise SetError(f"{place}: {last!r} and {words!r} share words")
        last_end, last = start + len(words), words


def _check_keys(
    place: str, row: object, needed: AbstractSet[str], allowed: AbstractSet[str] = frozenset()
) -> None:
    if not isinstance(row, Mapping):
        raise SetError(f"{place} must be a table, not {row!r}")
    if missing := needed - row.keys():
        raise SetError(f"{place} lacks {', '.join(sorted(missing))}")
    if unknown := row.keys() - needed - allowed:
        raise SetError(f"{place} has unknown {', '.join(sorted(unknown))}")


def _check_unique(what: str, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise SetError(f"the {what} {name!r} is there twice")
        seen.add(name)


def _declared(place: str, key: str, declared: set[str]) -> str:
    if key not in declared:
        raise SetError(f"{place}: {key!r} is no happening of this file")
    return key


def _one_of(place: str, value: Any, values: tuple[Any, ...]) -> Any:
    if value not in values:
        raise SetError(f"{place} must be one of {', '.join(values)}, not {value!r}")
    return value


def _text(place: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise SetError(f"{place} must be words, not {value!r}")
    return value


def happenings(read: Iterable[Group]) -> Iterator[Happening]:
    """All happenings of some groups."""
    for one in read:
        yield from one.happenings
