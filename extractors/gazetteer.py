"""Names that are known before reading, found in a text at the offsets they have there.

Names are compared folded: lower case, without diacritics, with straight apostrophes. Folding maps
one character to one, so that an offset in the folded text is an offset in the text.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from readout import codes, spelling
from readout.codes import KnownActor, KnownPlace

Sense = Literal["country", "demonym", "metonym", "actor", "place"]

OPENING_WORD = re.compile(r"\w+")
fold = spelling.fold


@dataclass(frozen=True, slots=True)
class Entry:
    """One sense of a known name."""

    sense: Sense
    spelling: str
    country: str | None = None
    actor: KnownActor | None = None
    place: KnownPlace | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A known name in a text, by offsets, with every sense it has."""

    start: int
    end: int
    entries: tuple[Entry, ...]

    def sense(self, *senses: Sense) -> Entry | None:
        """The first entry in one of these senses, in the order given."""
        for wanted in senses:
            for entry in self.entries:
                if entry.sense == wanted:
                    return entry
        return None


def _country_entries() -> Iterator[Entry]:
    for country in codes.countries().values():
        for name in (country.name, *country.other_names):
            yield Entry("country", name, country.alpha2)
        for demonym in country.demonyms:
            yield Entry("demonym", demonym, country.alpha2)
            if not demonym.endswith(("s", "sh", "ch", "se", ".")) and len(demonym) > 2:  # noqa: PLR2004 - "US" has no plural
                yield Entry("demonym", demonym + "s", country.alpha2)
        for place in (country.capital, *country.metonyms):
            if place != country.name:
                yield Entry("metonym", place, country.alpha2)


def _entries() -> Iterator[Entry]:
    yield from _country_entries()
    for actor in codes.actors():
        for name in dict.fromkeys((actor.name, *actor.aliases)):
            yield Entry("actor", name, actor.country, actor=actor)
    for place in codes.places():
        for name in (place.name, *place.other_names):
            yield Entry("place", name, place.country, place=place)


@cache
def _index() -> dict[str, tuple[tuple[str, tuple[Entry, ...]], ...]]:
    """Opening word → the folded names that open with it, the longest first."""
    names: dict[str, list[Entry]] = defaultdict(list)
    for entry in _entries():
        names[fold(entry.spelling)].append(entry)
    opening: dict[str, list[str]] = defaultdict(list)
    for name in names:
        if word := OPENING_WORD.match(name):
            opening[sys.intern(word[0])].append(name)
    return {
        word: tuple((name, tuple(names[name])) for name in sorted(known, key=len, reverse=True))
        for word, known in opening.items()
    }


def longest_at(text: str, folded: str, start: int, ends: frozenset[int]) -> Match | None:
    """The longest known name that starts here and ends at one of these offsets."""
    word = OPENING_WORD.match(folded, start)
    for name, entries in _index().get(word[0], ()) if word else ():
        end = start + len(name)
        if end in ends and folded.startswith(name, start):
            spelled = tuple(e for e in entries if spelling.spelled_as(e.spelling, text[start:end]))
            if spelled:
                return Match(start, end, spelled)
    return None


def named(name: str) -> Match | None:
    """The senses of a whole name."""
    return longest_at(name, fold(name), 0, frozenset({len(name)})) if name else None


def country_name(alpha2: str) -> str:
    """The name of a country by its code."""
    return codes.countries()[alpha2].name
