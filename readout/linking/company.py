"""Who the words for an actor stand for, as far as they say."""

from collections.abc import Mapping
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


def members(actor_id: str | None, name: str | None, cast: Mapping[str, str]) -> Mapping[str, str]:
    """Those of whom a group consists, names by id, when its id says that it is they."""
    if name is None or " and " not in name:
        return {}
    names = name.replace(" and ", ", ").split(", ")
    found = {cast[one]: one for one in names if one in cast}
    is_group = len(found) > 1 and actor_id == hash_id("group", *sorted(found))
    return found if is_group else {}
