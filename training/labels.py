"""Tells the kinds of names the corpora do not tell apart: GPE from LOC, and NORP."""

from collections.abc import Sequence
from functools import cache

from readout.codes import countries, places
from training.treebank import Name

# The corpora's labels, in the program's. Others (MISC, event, election, award …) are no names here.
LABELS = {
    "PER": "PERSON",
    "person": "PERSON",
    "politician": "PERSON",
    "writer": "PERSON",
    "musicalartist": "PERSON",
    "scientist": "PERSON",
    "researcher": "PERSON",
    "ORG": "ORG",
    "organisation": "ORG",
    "politicalparty": "ORG",
    "band": "ORG",
    "university": "ORG",
    "LOC": "LOC",
    "location": "LOC",
    "country": "GPE",
    "PERSON": "PERSON",
}


@cache
def governed_places() -> frozenset[str]:
    """Countries, capitals, cities and parts of countries: what has a government that can act."""
    names = set[str]()
    for country in countries().values():
        names |= {country.name, country.capital, *country.other_names}
    for place in places():
        if place.kind in {"capital", "city"} or (place.kind == "region" and place.country):
            names |= {place.name, *place.other_names}
    return frozenset(name.casefold() for name in names if name)


@cache
def demonyms() -> frozenset[str]:
    """The words for the people of each country, in the singular and the plural."""
    words = {word for country in countries().values() for word in country.demonyms}
    plurals = {word + "s" for word in words if not word.endswith(("s", "sh", "ch", "ese"))}
    return frozenset(word for word in words | plurals if word.isalpha() and not word.isupper())


def relabelled(words: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """Names with the program's labels, GPE where the tables know a place, and demonyms as NORP."""
    known = [(a, b, LABELS[label]) for a, b, label in names if label in LABELS]
    told = [(a, b, _place_label(words[a:b]) if label == "LOC" else label) for a, b, label in known]
    taken = {place for a, b, _ in told for place in range(a, b)}
    peoples = [
        (place, place + 1, "NORP")
        for place, word in enumerate(words)
        if place not in taken and word in demonyms()
    ]
    return sorted([*told, *peoples])


def _place_label(words: Sequence[str]) -> str:
    name = " ".join(words).replace(" ,", ",").casefold()
    return "GPE" if name in governed_places() else "LOC"
