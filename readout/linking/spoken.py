"""Of whom a text speaks: the names and the countries in it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from readout import codes
from readout.linking.naming import is_listed
from readout.linking.spelling import fold

_REMEMBERED, _PASSAGES = 1 << 16, 1 << 14
# A capital letter that begins a word; the word up to its first mark.
_BEGINNING = re.compile(r"(?<!\w)[^\W\d_a-z]\w*")
_CAPITAL = r"[^\W\d_a-z][\w.'’&-]*"
_RUN = re.compile(rf"{_CAPITAL}(?:\s+(?:(?:of|the|de|al|el|bin|van|von|der|for)\s+)*{_CAPITAL})*")
_PROPER = re.compile(rf"{_CAPITAL}|(?<!\w)[^\W\d]*+\d\w*")
_SHORTENED = re.compile(r"['’](?:m|re|ll|ve|d|t)$")
_AND = re.compile(r",\s+(?:and\s+)?|(?<!\s)\s+(?:and|&)\s+")
_DETERMINERS = ("the ", "this ", "that ", "its ", "his ", "her ", "their ", "our ", "a ", "an ")


@dataclass(frozen=True, slots=True)
class Spoken:
    """Of whom some words speak: the names in them, by their words, folded, and the countries.

    A country is spoken of by its name, its adjective, or its capital; these are no names.
    """

    names: Mapping[frozenset[str], str] = field(default_factory=dict)
    countries: frozenset[str] = frozenset()  # ISO 3166 alpha-2

    def has_name(self, name: frozenset[str]) -> bool:
        """Whether one of the names is this one, or a longer or shorter form of it."""
        return name in self.names or any(one <= name or name <= one for one in self.names)


def spoken_of(text: str) -> Spoken:
    """The names and countries in a text."""
    countries, rest, end = set(), [], 0
    for start, stop, country in _countries_in(text):
        countries.add(country)
        rest.append(text[end:start])
        end = stop
    found = _RUN.findall(" ; ".join([*rest, text[end:]]))
    names = {name: run for run in found if (name := frozenset(_own(run)))}
    return Spoken(names, frozenset(countries))


@lru_cache(_PASSAGES)
def in_passage(words: str) -> Spoken:
    """The same of a passage, which comes again while its neighbours are compared with it."""
    return spoken_of(words)


def _countries_in(text: str) -> Iterator[tuple[int, int, str]]:
    end = 0
    for found in _BEGINNING.finditer(text):
        start = found.start()
        if start < end:
            continue
        for name, country in _names_of_countries().get(found.group(), ()):
            stop = start + len(name)
            if text.startswith(name, start) and not text[stop : stop + 1].isalnum():
                yield start, stop, country
                end = stop
                break


@cache
def _names_of_countries() -> dict[str, list[tuple[str, str]]]:
    """The words for each country, longest first, by their first word."""
    words = {one.capital: one.alpha2 for one in codes.countries().values() if one.capital}
    for one in codes.countries().values():
        plurals = (f"{word}s" for word in one.demonyms)
        own = (one.name, *one.other_names, *one.demonyms, *plurals, *one.metonyms)
        words |= dict.fromkeys(own, one.alpha2)
    found: dict[str, list[tuple[str, str]]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        if first := _BEGINNING.match(word):
            found.setdefault(first.group(), []).append((word, words[word]))
    return found


def _own(run: str) -> Iterator[str]:
    """The words of a name, folded, less titles, courtesies, days and legal forms."""
    return filter(None, map(_own_word, _PROPER.findall(run)))


@lru_cache(_REMEMBERED)
def _own_word(word: str) -> str:
    said = _SHORTENED.sub("", word.rstrip("."))  # I’m, We’ll
    if all(map(_is_no_name, said.split("-"))):
        return ""
    folded = fold(word)
    return folded if len(folded) > 1 else ""


def _is_no_name(word: str) -> bool:
    return is_listed(word, "common", "no_part_of_a_name")


def _speaks(spoken: Spoken) -> bool:
    return bool(spoken.names or spoken.countries)


@lru_cache(_REMEMBERED)
def in_phrase(words: str) -> Spoken:
    """The same of a phrase, which may come again."""
    return spoken_of(words)


@lru_cache(_REMEMBERED)
def name_words(phrase: str) -> frozenset[str]:
    """The words of all names in a phrase."""
    return frozenset().union(*in_phrase(phrase).names)


@lru_cache(_REMEMBERED)
def listed_in(words: str) -> tuple[str, ...]:
    """The parts of a list of names or countries; the phrase itself when it is none.

    "the leaders of Armenia and Azerbaijan", "negotiators for Juba and the Upper Nile Front".
    """
    parts = _AND.split(words) if " and " in words else []
    is_list = len(parts) > 1 and all(_speaks(in_phrase(part)) for part in parts)
    return tuple(parts) if is_list else (words,)


def acts_for(words: str) -> bool:
    """Whether the words say for whom somebody acts: "negotiators for Juba", "leaders of NATO"."""
    first, _, rest = words.partition(" ")
    return is_listed(first, "officials") and rest.startswith(("of ", "for ", "from "))


def refers_back(words: str) -> bool:
    """Whether words without a name may stand for somebody who has one: "they", "the minister".

    A bare plural ("students", "local officials") stands for itself.
    """
    plain = words.casefold()
    return plain.startswith(_DETERMINERS) or all(
        is_listed(word, "officials", "pronouns") for word in plain.split()
    )


def is_pronoun(words: str) -> bool:
    """Whether the words stand for anybody spoken of before: "they", "the parties", "the two"."""
    return all(is_listed(word, "pronouns") for word in words.casefold().split())
