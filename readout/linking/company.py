"""Who takes part in an event: by name, or for a country."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from readout.identity import hash_id
from readout.linking import naming

_PRONOUNS = frozenset(
    {"i", "we", "you", "he", "she", "it", "they", "me", "us", "him", "her", "them", "who", "both"}
    | {"my", "our", "your", "his", "its", "their", "this", "that", "these", "those", "all", "some"}
    | {"many", "most", "several", "none", "other", "others", "another", "one", "each", "you guys"}
    | {"anyone", "anybody", "someone", "somebody", "everyone", "everybody", "nobody", "themselves"}
)


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who takes part, in the words of the document, and what is known of the actor."""

    actor_id: str | None
    name: str | None  # who the words stand for
    words: str
    kind: str | None = None
    country: str | None = None
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Company:
    """Those who take part in one event, according to one mention."""

    actors: Mapping[str, str]  # those who are named: names by id
    sides: Mapping[str, frozenset[str]]  # by country: the ids of those who are there for it
    others: frozenset[str]  # words for those who are not named


@dataclass(frozen=True, slots=True)
class Profile:
    """What the words for an actor say of it, as far as they do."""

    # person, group; unnamed or pronoun: words that stand for another one elsewhere.
    kind: str | None
    country: str | None = None
    office: str | None = None


def profile(actor_id: str, name: str, words: str, cast: Mapping[str, str]) -> Profile:
    """What is learned of an actor from the words for it: Danish Defence Minister Anna Berg."""
    if members(actor_id, name, cast):
        return Profile("group")
    if name.lower() in _PRONOUNS:
        return Profile("pronoun")
    if not naming.names_somebody(name):
        countries = naming.countries_spoken_for(name)
        return Profile("unnamed", next(iter(countries)) if len(countries) == 1 else None)
    office, country = naming.title_of(words, name)
    if office is not None:
        return Profile("person", country, office)
    countries = naming.countries_spoken_for(name)
    return Profile(None, next(iter(countries)) if len(countries) == 1 else None)


def company(participants: Iterable[Participant], cast: Mapping[str, str]) -> Company:
    """Who takes part; several under one name ("they") as the several that they are.

    `cast` gives the ids of those whom the document names, by their names.
    """
    actors: dict[str, str] = {}
    sides: dict[str, frozenset[str]] = {}
    others: set[str] = set()
    for one in participants:
        several = members(one.actor_id, one.name, cast)
        named = several or _named(one)
        actors |= named
        for country in _countries(one):
            sides[country] = sides.get(country, frozenset()) | (_persons(one) & named.keys())
        if not named and one.words.lower() not in _PRONOUNS:
            others.add(one.words.lower())
    return Company(actors, sides, frozenset(others))


def members(actor_id: str | None, name: str | None, cast: Mapping[str, str]) -> Mapping[str, str]:
    """Those of whom a group consists, names by id, when its id says that it is they."""
    if name is None or " and " not in name:
        return {}
    names = name.replace(" and ", ", ").split(", ")
    found = {cast[one]: one for one in names if one in cast}
    is_group = len(found) > 1 and actor_id == hash_id("group", *sorted(found))
    return found if is_group else {}


def _named(one: Participant) -> dict[str, str]:
    """The actor, when the words name one and do not only say whom it acts for."""
    if one.actor_id is None or one.name is None:
        return {}
    if one.kind is None:
        acts_for = naming.countries_spoken_for(one.name)
        own_name = naming.without_countries(one.name) if acts_for else one.name
        if not naming.names_somebody(own_name):
            return {}
    return {one.actor_id: one.name}


def _countries(one: Participant) -> frozenset[str]:
    """The countries for which somebody takes part."""
    if one.kind == "country" or (one.kind == "person" and one.office):
        return frozenset({one.country} if one.country else ())
    if one.kind is not None:
        return frozenset()
    if one.name and naming.names_somebody(one.name):
        _, country = naming.title_of(one.words, one.name)
        if country:
            return frozenset({country})
    return naming.countries_spoken_for(one.name or one.words)


def _persons(one: Participant) -> frozenset[str]:
    """The actor as somebody who can be there in person: a country cannot."""
    return frozenset({one.actor_id} if one.actor_id and one.kind != "country" else ())
