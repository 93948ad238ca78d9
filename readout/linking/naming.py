"""What words say of somebody without asking any document: a name, a country, a title.

The word lists are in `naming.toml`.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files

from readout import codes

_WORD = re.compile(r"[^\W_][\w.'’&-]*")
_GENITIVE = re.compile(r"['’]s?$")
_ENDS_OF_TITLE = " ,–-"
_ARTICLE = re.compile(r"^(?:(?:the|its|his|her|their|[’']s?)\s+)+", re.IGNORECASE)
_COURTESY = re.compile(r"(?:(?:^|\s)(?:Sir|Dame|Lord|Lady|Dr|Mr|Mrs|Ms|Madam)\b\.?)+$")
_REMEMBERED = 1 << 16  # phrases: names come again and again


@cache
def _words(name: str) -> frozenset[str]:
    lists = tomllib.loads((files("readout.linking") / "naming.toml").read_text("utf-8"))
    return frozenset(lists[name])


@lru_cache(_REMEMBERED)
def names_somebody(words: str) -> bool:
    """Whether the words name one person, body or country, whoever reads them where.

    Pronouns do not, nor common nouns, with a capital or not ("officials", "the Prime Minister"),
    nor descriptions ("members of Congress").
    """
    parts = [part.rstrip(".") for part in _WORD.findall(words)]
    proper = [part for part in parts if part != part.lower() or part[0].isdigit()]
    inside = [part for part in parts if part not in proper]
    return (
        bool(proper)
        and parts[-1] == proper[-1]
        and (parts[0] == proper[0] or _is_particle(parts[0]))
        and all(_is_particle(part) for part in inside)
        and not all(map(_is_common, proper))
    )


def _is_common(word: str) -> bool:
    """Whether a word, and each that a hyphen joins in it, is a common noun: Secretary-General."""
    return all(part in _words("common") for part in _bare(word).split("-"))


def _is_particle(word: str) -> bool:
    return word in _words("inside")


def _bare(word: str) -> str:
    return _GENITIVE.sub("", word.lower())


@cache
def _countries() -> tuple[re.Pattern[str], dict[str, str]]:
    """The names and adjectives of countries, longest first, and whose each is."""
    found: dict[str, str] = {}
    for country in codes.countries().values():
        plurals = (f"{word}s" for word in country.demonyms)
        words = (country.name, *country.other_names, *country.demonyms, *plurals)
        found |= dict.fromkeys((*words, *country.metonyms), country.alpha2)
    names = "|".join(re.escape(name) for name in sorted(found, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)"), found


@lru_cache(_REMEMBERED)
def countries_named(words: str) -> frozenset[str]:
    """The countries (ISO 3166 alpha-2) whose names or adjectives are among the words."""
    pattern, countries = _countries()
    return frozenset(countries[name] for name in pattern.findall(words))


@lru_cache(_REMEMBERED)
def countries_spoken_for(words: str) -> frozenset[str]:
    """The countries for which these words act: "the Russian delegation", "Kenya's president"."""
    heads = {_bare(word) for word in _WORD.findall(words)}
    return countries_named(words) if heads & _words("officials") else frozenset()


@lru_cache(_REMEMBERED)
def without_countries(words: str) -> str:
    """The words less the countries named in them."""
    return _countries()[0].sub("", words).strip()


@lru_cache(_REMEMBERED)
def is_office_of_state(office: str) -> bool:
    """Whether who holds the office acts for a country."""
    return any(_bare(word) in _words("offices") for word in _WORD.findall(office))


@lru_cache(_REMEMBERED)
def title_of(words: str, name: str) -> tuple[str | None, str | None]:
    """The office and the country that the words give a name: Danish Defence Minister Anna Berg.

    Either is None where the words don't say. An office has a capital, as before a name.
    """
    before, found, _ = words.partition(name)
    countries = countries_named(before)
    if not found or len(countries) > 1:
        return None, None
    country = next(iter(countries), None)
    office = _ARTICLE.sub("", before.strip(_ENDS_OF_TITLE))
    if whose := _countries()[0].match(office):
        office = _ARTICLE.sub("", office[whose.end() :])
    office = _COURTESY.sub("", office.strip(_ENDS_OF_TITLE))
    if not office or not all(word[0].isupper() or _is_particle(word) for word in office.split()):
        return None, None
    return (office, country) if is_office_of_state(office) else (None, None)


def country_name(alpha2: str) -> str:
    """The usual English name of a country."""
    return codes.countries()[alpha2].name


def is_listed(word: str, *lists: str) -> bool:
    """Whether a word, less its genitive, is on one of the lists in `naming.toml`."""
    bare = _bare(word)
    return any(bare in _words(name) for name in lists)


def listed(names: Sequence[str]) -> str:
    """Names as a sentence lists them."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
