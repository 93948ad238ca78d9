"""Who takes part in an event: by name, or for a country."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from readout.identity import hash_id
from readout.linking import naming

_PRONOUNS = frozenset(
    {"i", "we", "you", "he", "she", "it", "they", "me", "us", "him", "her", "them", "who", "both"}
    | {"this", "that", "these", "those", "all", "some", "many", "others", "one", "everyone"}
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


def company(participants: Iterable[Participant], cast: Mapping[str, str]) -> Company:
    """Who takes part; several under one name ("they") as the several that they are.

    `cast` gives the ids of those whom the document names, by their names.
    """
    actors: dict[str, str] = {}
    sides: dict[str, frozenset[str]] = {}
    others: set[str] = set()
    for one in participants:
        members = _members(one, cast) or _named(one)
        actors |= members
        for country in _countries(one):
            sides[country] = sides.get(country, frozenset()) | (_persons(one) & members.keys())
        if not members and one.words.lower() not in _PRONOUNS:
            others.add(one.words.lower())
    return Company(actors, sides, frozenset(others))


def _members(one: Participant, cast: Mapping[str, str]) -> dict[str, str]:
    """Those of whom a group consists, when its id says that it is they."""
    names = (one.name or "").replace(" and ", ", ").split(", ")
    members = {cast[name]: name for name in names if name in cast}
    is_group = len(members) > 1 and one.actor_id == hash_id("group", *sorted(members))
    return members if is_group else {}


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
