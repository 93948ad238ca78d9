"""Compares one mention, as the views tell it, with one that a careful reader would mark."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

Row = Mapping[str, Any]

# Which argument roles, and which column of the event or the statement, answer for a field of names.
NAMES = {
    "participants": (("participant", "host", "visitor"), "participants"),
    "host": (("host",), None),
    "visitor": (("visitor",), None),
    "topic": (("topic",), "topic"),
    "parties": (("party",), "parties"),
    "agreement": (("agreement",), "deal"),
    "speaker": (("speaker",), "speaker"),
    "addressee": (("addressee",), "addressee"),
}
PLAIN = (
    "status",
    "stage",
    "format",
    "instrument",
    "currency",
    "country",
    "quote_type",
    "speech_act",
)
SELECTING = ("kind", "trigger", "evidence")
MARKS = ("known_gap", "event", "note")
FIELDS = {*NAMES, *PLAIN, *SELECTING, *MARKS, "date", "place", "value", "content", "content_end"}


@dataclass(frozen=True, slots=True)
class Found:
    """One mention with all that the views say of it.

    `event` is its row of `meetings_v1` or `deal_signings_v1`, `statement` that of `statements_v1`.
    """

    mention: Row
    arguments: Sequence[Row] = ()
    event: Row = field(default_factory=dict)
    statement: Row = field(default_factory=dict)

    def value(self, column: str) -> Any:
        """What the mention says in this column, or in its attributes, or else its event."""
        attributes = self.mention.get("attributes") or {}
        rows = (self.mention, attributes, self.statement, self.event)
        return next((row[column] for row in rows if row.get(column) is not None), None)

    def names(self, roles: tuple[str, ...], column: str | None) -> list[str]:
        """The words of the arguments in these roles, and the names that column gives."""
        rows = [row for row in self.arguments if row["role"] in roles]
        words = [row.get(key) for row in rows for key in ("text", "name")]
        merged = self.value(column) if column else None
        words += merged if isinstance(merged, list) else [merged]
        return [str(word) for word in words if word]


def words(text: object) -> list[str]:
    """The words of a text in lower case, without accents, quotation marks or punctuation."""
    plain = unicodedata.normalize("NFKD", str(text or "")).casefold()
    return re.findall(r"\w+", "".join(one for one in plain if not unicodedata.combining(one)))


def selects(entry: Row, found: Found) -> bool:
    """Whether the entry speaks of this mention: same kind, and the same words."""
    mention = found.mention
    if mention["kind"] != entry["kind"]:
        return False
    if "content" in entry and not _contains(words(found.value("content")), words(entry["content"])):
        return False
    if not _contains(words(mention["evidence"]), words(entry.get("evidence", ""))):
        return False
    triggers = _listed(entry.get("trigger", []))
    return "content" in entry or not triggers or _overlaps(mention["trigger_text"], triggers)


def mismatches(entry: Row, found: Found) -> list[str]:
    """What the mention gets wrong, a phrase for each field that the entry names."""
    return [
        phrase
        for name, expected in entry.items()
        if name not in (*SELECTING, *MARKS)
        for phrase in _comparison(name)(name, expected, found)
    ]


def day(value: object) -> str:
    """The day of a moment as an ISO date, in UTC where a time zone is known."""
    if isinstance(value, datetime) and value.tzinfo is not None:
        value = value.astimezone(UTC)
    return str(value)[:10]


def _comparison(name: str) -> Callable[[str, Any, Found], list[str]]:
    if name in NAMES:
        return _compare_names
    return _COMPARISONS.get(name, _compare_plain)


def _compare_names(name: str, expected: Any, found: Found) -> list[str]:
    present = found.names(*NAMES[name])
    missing = [one for one in _listed(expected) if not _among(one, present)]
    return [f"{name}: {one!r} is not among {present}" for one in missing]


def _compare_plain(name: str, expected: Any, found: Found) -> list[str]:
    value = found.value(name)
    if str(value) in _listed(expected):
        return []
    return [f"{name}: {value!r} instead of {expected!r}"]


def _compare_value(name: str, expected: Any, found: Found) -> list[str]:
    value = found.value(name)
    if value is not None and float(value) == float(expected):
        return []
    return [f"{name}: {value!r} instead of {expected!r}"]


def _compare_place(name: str, expected: Any, found: Found) -> list[str]:
    value = found.value(name)
    if value is None if expected == "none" else _among(expected, [str(value)]):
        return []
    return [f"{name}: {value!r} instead of {expected!r}"]


def _compare_date(name: str, expected: Any, found: Found) -> list[str]:
    start, end = found.mention["date_start"], found.mention["date_end"]
    if expected == "none":
        return [] if start is None else [f"{name}: {day(start)} without words for it"]
    first, _, last = str(expected).partition("/")
    ends = {last} if last else {first, str(date.fromisoformat(first) + timedelta(days=1))}
    if start is not None and day(start) == first and day(end) in ends:
        return []
    return [f"{name}: {start} to {end} instead of {expected}"]


def _compare_content(name: str, expected: Any, found: Found) -> list[str]:
    content, wanted = words(found.value("content")), words(expected)
    part = content[: len(wanted)] if name == "content" else content[-len(wanted) :]
    if part == wanted:
        return []
    return [f"{name}: {found.value('content')!r} instead of {expected!r}"]


_COMPARISONS: Mapping[str, Callable[[str, Any, Found], list[str]]] = {
    "value": _compare_value,
    "place": _compare_place,
    "date": _compare_date,
    "content": _compare_content,
    "content_end": _compare_content,
}


def _listed(value: Any) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]


def _among(expected: str, names: Sequence[str]) -> bool:
    """Whether one of the ways to name it ("Russia|Russian") is wholly in one of the names."""
    wanted = [set(words(way)) for way in expected.split("|")]
    return any(way <= set(words(name)) for way in wanted for name in names)


def _contains(text: list[str], part: list[str]) -> bool:
    starts = range(len(text) - len(part) + 1)
    return any(text[start : start + len(part)] == part for start in starts)


def _overlaps(trigger: str, expected: Sequence[str]) -> bool:
    """Whether the trigger is one of the expected ones, with or without its auxiliaries."""
    have = words(trigger)
    return any(_contains(have, words(one)) or _contains(words(one), have) for one in expected)
