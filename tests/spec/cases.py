"""Reads the annotated sentences of `tests/spec/*.md`: a quotation, then what must be found."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

WEDNESDAY = "2025-03-05"
KNOWN_GAP = " (known gap)"
MENTION = re.compile(r"^(?P<kind>\w+), (?P<status>\w+): (?P<fields>.+)$")
ABSENT = re.compile(r'^no (?P<what>\w+)(?: "(?P<words>[^"]+)")?$')
VALUE = re.compile(r'^(?P<what>date|place|actor) "(?P<words>[^"]+)": (?P<value>.+)$')
FIELD = re.compile(
    r'^(?:(?P<role>\w+) )?(?P<words>"[^"]+"(?: \+ "[^"]+")*)(?: \((?P<name>[^)]*)\))?$'
)
DATE = re.compile(r"^date (?P<start>[\d:T-]+)(?:/(?P<end>[\d:T-]+))?$")


@dataclass(frozen=True, slots=True)
class Part:
    """One role of an expected mention: its words, and who they stand for where that is said."""

    role: str
    words: tuple[str, ...]
    name: str | None


@dataclass(frozen=True, slots=True)
class Expected:
    """A mention that must be found; `parts` are exhaustive for the roles they name."""

    line: str
    kind: str
    status: str
    trigger: str
    parts: tuple[Part, ...] = ()
    date: tuple[str, str | None] | None = None
    without: frozenset[str] = frozenset()
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Absent:
    """A kind, or words, that must not be found."""

    line: str
    what: str
    words: str | None


@dataclass(frozen=True, slots=True)
class Value:
    """Words that must be read as a date, a place or an actor, and as which."""

    line: str
    what: str
    words: str
    value: str


Expectation = Expected | Absent | Value


@dataclass(frozen=True, slots=True)
class Case:
    """A text and all that must come of it."""

    file: str
    text: str
    published: datetime
    expectations: tuple[Expectation, ...]
    known_gap: bool


def cases(path: Path) -> Iterator[Case]:
    """Every case of one Markdown file, in order.

    Raises:
        ValueError: for an expectation that can't be understood, with its file and line.
    """
    published, body = _front_matter(path.read_text("utf-8"))
    for quoted, listed in re.findall(r"((?:^>.*\n)+)\s*((?:^- .*(?:\n|\Z))+)", body, re.MULTILINE):
        lines = [line.removeprefix(">").removeprefix(" ") for line in quoted.splitlines()]
        text = "\n".join(line for line in lines if line)
        raw = [line.removeprefix("- ") for line in listed.splitlines()]
        yield Case(
            path.name,
            text,
            published,
            tuple(_expectation(line.removesuffix(KNOWN_GAP), path) for line in raw),
            any(line.endswith(KNOWN_GAP) for line in raw),
        )


def _front_matter(content: str) -> tuple[datetime, str]:
    match = re.match(r"---\npublished: (\S+)\n---\n", content)
    day = datetime.fromisoformat(match[1] if match else WEDNESDAY)
    return day.replace(tzinfo=UTC), content[match.end() if match else 0 :]


def _expectation(line: str, path: Path) -> Expectation:
    if match := MENTION.match(line):
        return _expected(line, match)
    if match := ABSENT.match(line):
        return Absent(line, match["what"], match["words"])
    if match := VALUE.match(line):
        return Value(line, match["what"], match["words"], match["value"])
    raise ValueError(f"{path.name}: cannot understand the expectation: {line!r}")


def _expected(line: str, match: re.Match[str]) -> Expected:
    trigger, *rest = _split_fields(match["fields"])
    parts: list[Part] = []
    date: tuple[str, str | None] | None = None
    without: set[str] = set()
    attributes: dict[str, str] = {}
    for one in rest:
        if found := DATE.match(one):
            date = (found["start"], found["end"])
        elif found := ABSENT.match(one):
            without.add(found["what"])
        elif found := FIELD.match(one):
            words = tuple(re.findall(r'"([^"]+)"', found["words"]))
            parts.append(Part(found["role"] or "", words, found["name"]))
        elif "=" in one:
            key, _, value = one.partition("=")
            attributes[key] = value
        else:
            raise ValueError(f"cannot understand the field {one!r} of {line!r}")
    return Expected(
        line,
        match["kind"],
        match["status"],
        trigger.strip('"'),
        tuple(parts),
        date,
        frozenset(without),
        attributes,
    )


def _split_fields(fields: str) -> list[str]:
    return [one.strip() for one in re.split(r";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", fields)]
