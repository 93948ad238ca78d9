"""Names of many origins: from Faker, from the program's own tables, from the corpora."""

import re
from collections import defaultdict
from collections.abc import Iterable

from faker import Faker

from readout.codes import actors, countries, places
from training.pools import TWO_WORDS, Pools, Words
from training.word_lists import words as listed

# Romanisation as newspapers write it, near the Ukrainian national system of 2010.
ROMAN = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh",
    "з": "z", "и": "y", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n",
    "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts",
    "ч": "ch", "ш": "sh", "щ": "shch", "ь": "", "ю": "iu", "я": "ia", "ы": "y", "э": "e",
    "ё": "e", "ъ": "",
}  # fmt: skip
NAME = re.compile(r"[A-ZÀ-Ž][A-Za-zÀ-žḀ-ỹ'’.-]*(?: [A-Za-zÀ-žḀ-ỹ'’.-]+)*")


def build(found: Iterable[tuple[str, Words]]) -> Pools:
    """Pools from Faker, from the program's own tables and from the names found in the corpora."""
    given, surnames = _faker_names()
    whole: defaultdict[str, defaultdict[int, set[Words]]]
    whole = defaultdict(lambda: defaultdict(set))
    for label, words in (*found, *_known_names()):
        if label != "PERSON" and words[0].lower() != "the":
            whole[label][len(words)].add(words)
    people = [a.name.split() for a in actors() if a.kind == "person"]
    people = [name for name in people if len(name) == TWO_WORDS]
    # As often as Faker's: the tables' people come from every country, Faker's from few.
    weight = max(1, len(given) // max(1, len(people)) // 2)
    return Pools(
        given=(*given, *sorted(name[0] for name in people) * weight),
        surnames=(*surnames, *sorted(name[1] for name in people) * weight),
        whole={
            label: {length: tuple(sorted(names)) for length, names in lengths.items()}
            for label, lengths in whole.items()
        },
    )


def _faker_names() -> tuple[list[str], list[str]]:
    given, surnames = set[str](), set[str]()
    for locale in (*listed("latin"), *listed("cyrillic")):
        provider = next(p for p in Faker(locale).get_providers() if hasattr(p, "last_names"))
        given |= _latin(provider, ("first_names", "first_names_male", "first_names_female"))
        surnames |= _latin(provider, ("last_names", "last_names_male", "last_names_female"))
    return sorted(given), sorted(surnames)


def _latin(provider: object, lists: Iterable[str]) -> set[str]:
    names = {romanized(name) for part in lists for name in getattr(provider, part, None) or ()}
    return {name for name in names if " " not in name and NAME.fullmatch(name)}


def romanized(name: str) -> str:
    """A Cyrillic name in Latin letters; any other as it is."""
    letters = [ROMAN.get(letter.lower(), letter) for letter in name]
    written = "".join(letters)
    return name if written == name else written.capitalize()


def _known_names() -> list[tuple[str, Words]]:
    named = [("ORG", actor.name) for actor in actors() if actor.kind == "organisation"]
    for country in countries().values():
        named += [("GPE", country.name), ("GPE", country.capital)]
    named += [("GPE", p.name) for p in places() if p.kind in {"city", "capital"}]
    named += [("LOC", p.name) for p in places() if p.kind in {"area", "region"}]
    return [(label, tuple(name.split())) for label, name in named if name]
