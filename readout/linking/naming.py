"""What words say of somebody without asking any document: a name, a country, a title.

The word lists are in `naming.toml`.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Sequence
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
        and any(_bare(part) not in _words("common") for part in proper)
    )


def _is_particle(word: str) -> bool:
    return word in _words("inside")


def _bare(word: str) -> str:
    return _GENITIVE.sub("", word.lower())


def countries_meant(words: str) -> frozenset[str]:
    """The countries that the words stand for as somebody who acts: by their capitals too."""
    capitals = _capitals()
    found = (capitals[name] for name in _capital_names().findall(words))
    pattern, countries = _countries()
    return frozenset(countries[name] for name in pattern.findall(words)) | frozenset(found)


@cache
def _capital_names() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(_capitals(), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)")


@cache
def _capitals() -> dict[str, str]:
    return {one.capital: one.alpha2 for one in codes.countries().values() if one.capital}


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


_RUN = re.compile(
    r"[^\W\d_a-z][\w.'’&-]*(?:\s+(?:(?:of|the|de|al|el|bin|van|von|der|for)\s+)*[^\W\d_a-z][\w.'’&-]*)*"
)
_CAPITAL = re.compile(r"[^\W\d_a-z][\w.'’&-]*|\w*\d\w*")
_AND = re.compile(r",\s+(?:and\s+)?|\s+and\s+|\s+&\s+")
_TWICE = re.compile(r"(.)\1+")


def fold(word: str) -> str:
    """A word of a name without marks, case and doubtful letters: Zelenskyy is Zelensky."""
    plain = unicodedata.normalize("NFKD", _GENITIVE.sub("", word)).encode("ascii", "ignore")
    return _TWICE.sub(r"\1", plain.decode().casefold().replace("y", "i").strip(".-'&"))


@lru_cache(_REMEMBERED)
def name_words(phrase: str) -> frozenset[str]:
    """The words of the names in a phrase, folded, less countries, titles and legal forms."""
    return frozenset().union(*names_within(phrase))


def names_within(words: str) -> frozenset[frozenset[str]]:
    """The names in a text, each as its words, folded; countries and their capitals are none."""
    rest = _capital_names().sub(" ; ", _countries()[0].sub(" ; ", words))
    found = (frozenset(_own_words(run)) for run in _RUN.findall(rest))
    return frozenset(name for name in found if name)


def _own_words(run: str) -> Iterator[str]:
    for word in _CAPITAL.findall(run):
        plain = _bare(word.rstrip("."))
        folded = fold(word)
        is_own = plain not in _words("common") and plain not in _words("no_part_of_a_name")
        if is_own and len(folded) > 1:
            yield folded


@lru_cache(_REMEMBERED)
def listed_in(words: str) -> tuple[str, ...]:
    """The parts of a list of names or countries; the phrase itself when it is none.

    "the leaders of Armenia and Azerbaijan", "negotiators for Juba and the Upper Nile Front".
    """
    parts = _AND.split(words) if " and " in words else []
    telling = [part for part in parts if name_words(part) or countries_meant(part)]
    return tuple(telling) if len(telling) > 1 and len(telling) == len(parts) else (words,)


_DETERMINERS = ("the ", "this ", "that ", "its ", "his ", "her ", "their ", "our ", "a ", "an ")


def refers_back(words: str) -> bool:
    """Whether words without a name may stand for somebody who has one: "they", "the minister".

    A bare plural ("students", "local officials") stands for itself.
    """
    plain = words.casefold()
    return plain.startswith(_DETERMINERS) or all(
        word in _words("officials") or word in _words("pronouns") for word in plain.split()
    )


@cache
def _cities() -> dict[str, str]:
    found = {one.name: one.name for one in codes.places() if one.kind in {"capital", "city"}}
    others = {
        other: one.name
        for one in codes.places()
        if one.kind in {"capital", "city"}
        for other in one.other_names
    }
    return others | found


def city(place: str | None) -> str | None:
    """The city on the list that the place is, by its usual name."""
    return _cities().get(place) if place else None


def ends(name: str) -> frozenset[str]:
    """The first and the last word of a name, folded: by one of them a short form calls it."""
    words = name.split()
    return frozenset({fold(words[0]), fold(words[-1])} if words else ())


def listed(names: Sequence[str]) -> str:
    """Names as a sentence lists them."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
