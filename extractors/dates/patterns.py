"""What dates look like: patterns of words, compiled once, each of bounded length.

Case counts: "may" and "march" are no months. Nothing here looks at grammar.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractors import lexicon
from extractors.dates.shapes import GUARD, PHRASES, SHAPES


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that look like a date of some kind."""

    kind: str
    match: re.Match[str]

    @property
    def start(self) -> int:
        """Where the words begin."""
        return self.match.start()

    @property
    def end(self) -> int:
        """Where they end."""
        return self.match.end()

    def group(self, name: str) -> str | None:
        """A named part, where the pattern has it and the words fill it."""
        return self.match.groupdict().get(name)


def _either(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def names(table: str) -> dict[str, int]:
    """Each spelling of a month or weekday → its number; capitals too."""
    groups = lexicon.load("dates")[table]
    spelled = {word: int(number) for number, words in groups.items() for word in words}
    return spelled | {word.upper(): number for word, number in spelled.items()}


def _full_names(table: str) -> list[str]:
    groups = lexicon.load("dates")[table]
    return [form for words in groups.values() for form in (words[0], words[0].upper())]


def _parts() -> dict[str, str]:
    """The recurring parts of the patterns, by the name they are written with in braces."""
    table = lexicon.load("dates")
    months, weekdays = _full_names("months"), _full_names("weekdays")
    spelled = [form for word in table["numbers"] for form in (word, word.capitalize())]
    centuries = [form for word in table["centuries"] for form in (word, word.capitalize())]
    number = r"(?:0?[1-9]|[12]\d|3[01])"
    return {
        "month": rf"(?:{_either(months)}|(?:{_either(list(names('months')))})\b\.?)",
        "full_month": rf"(?:{_either(months)})\b",
        "weekday": rf"(?:{_either(weekdays)})\b",
        "any_weekday": rf"(?:{_either(weekdays)}|(?:{_either(list(names('weekdays')))})\b\.?)",
        "number": number,
        "ordinal": rf"{number}(?:st|nd|rd|th)?(?![\d%:/]|[.,]\d|[-–]\d{{3}})\b",
        "year": r"(?:1\d{3}|20\d\d|21\d\d)(?![\d%]|[.,]\d|s\b)\b",
        "dash": r"(?:[ ]?[-–—][ ]?|[ ](?:to|through|and|until)[ ])",
        "count": rf"(?:{_either(spelled)}|\d{{1,4}})",
        "season": rf"(?:{_either(list(table['seasons']))})",
        "named_day": _either(list(table["named_days"])),
        "feast": rf"(?:{_either(list(table['feasts']))})",
        "centuries": rf"(?:{_either(centuries)})",
        "quarters": rf"(?:{_either(list(table['ordinals']))})",
    }


def _written_out(shape: str, parts: dict[str, str]) -> str:
    for name, phrase in reversed(PHRASES.items()):
        shape = shape.replace(f"<{name}>", phrase)
    for name, part in parts.items():
        shape = shape.replace(f"{{{name}}}", part)
    return f"{GUARD}(?:{shape})"


@cache
def _compiled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    parts = _parts()
    return tuple(
        (kind, re.compile(_written_out(shape, parts), re.VERBOSE)) for kind, shape in SHAPES.items()
    )


def candidates(text: str) -> Iterator[Candidate]:
    """The words that look like dates, in order; of those that overlap, the longest."""
    found = [
        Candidate(kind, match) for kind, pattern in _compiled() for match in pattern.finditer(text)
    ]
    found.sort(key=lambda candidate: (candidate.start, -candidate.end))
    kept: Candidate | None = None
    for candidate in found:
        if kept is None or candidate.start >= kept.end:
            if kept is not None:
                yield kept
            kept = candidate
        elif candidate.end - candidate.start > kept.end - kept.start:
            kept = candidate
    if kept is not None:
        yield kept
