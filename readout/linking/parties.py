"""Who takes part, by name, office or country, and whether two descriptions are of one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from readout.linking import naming, offices
from readout.linking.company import Participant, members
from readout.linking.spelling import fold
from readout.linking.spoken import (
    Spoken,
    acts_for,
    in_phrase,
    is_pronoun,
    listed_in,
    name_words,
    refers_back,
)

# How sure it is that two descriptions are of one: by their ids, by a name of which one gives more
# than the other, by country and office, by the country alone.
SAME_ID, SAME_NAME, SAME_OFFICE, SAME_COUNTRY = 1.0, 0.9, 0.8, 0.55

_REMEMBERED = 1 << 15  # companies


@dataclass(frozen=True, slots=True)
class Party:
    """One who takes part: what the words say of who it is."""

    actor_id: str | None = None  # of somebody named
    shown: str = ""
    name: frozenset[str] = frozenset()  # the words of the name, folded
    countries: frozenset[str] = frozenset()  # for which it acts, or which it is
    office: str | None = None
    is_listed: bool = False
    is_described: bool = False  # "the UN chief": the name is of whom it belongs to, not its own
    is_open: bool = False  # "the minister", "they": somebody who may be named elsewhere
    is_pronoun: bool = False  # "they", "the parties": anybody spoken of before

    def __hash__(self) -> int:
        """Of two fields that say enough: it is asked for with each pair that is compared."""
        return hash((self.actor_id, self.shown))


def parties(participants: Iterable[Participant], cast: Mapping[str, str]) -> tuple[Party, ...]:
    """The parties of a mention, each once; several under one name as the several that they are."""
    found: dict[object, Party] = {}
    for one in participants:
        for party in _parties(one, cast):
            key = party.actor_id or (party.name, party.countries, party.office)
            found.setdefault(key, party)
    return _once(tuple(found.values()))


@lru_cache(_REMEMBERED)
def _once(company: tuple[Party, ...]) -> tuple[Party, ...]:
    """The same object for equal companies, which need not be compared field by field then."""
    return company


def _parties(one: Participant, cast: Mapping[str, str]) -> Iterator[Party]:
    if group := members(one.actor_id, one.name, cast):
        for actor_id, name in group.items():
            yield _member(actor_id, name)
    elif one.kind == "country":
        yield Party(one.actor_id, one.name or "", countries=_set(one.country), is_listed=True)
    elif one.kind is not None:
        yield _listed(one)
    else:
        yield from _described(one, cast)


def _member(actor_id: str, name: str) -> Party:
    return Party(actor_id, name, name_words(name), in_phrase(name).countries)


def _listed(one: Participant) -> Party:
    office = offices.office_of(one.words) or offices.office_of(one.office or "")
    is_person = one.kind == "person" and one.office
    name = one.name or one.words
    return Party(
        one.actor_id,
        name,
        name_words(name) or frozenset(map(fold, name.split())),
        _set(one.country if is_person else None),
        office,
        is_listed=True,
    )


def _described(one: Participant, cast: Mapping[str, str]) -> Iterator[Party]:
    office = offices.office_of(one.words)
    is_named = one.name and naming.names_somebody(one.name) and not acts_for(one.name)
    named = one.name or "" if is_named else ""
    parts = listed_in(named)
    if len(parts) > 1 and parts[0] not in one.words:  # "the two ministers", who are named before
        yield from (Party(cast.get(name), name, name_words(name), office=office) for name in parts)
    elif named:
        countries = in_phrase(one.words).countries
        yield Party(one.actor_id, named, name_words(named), countries, office)
    else:
        yield from _unnamed(one)


def _unnamed(one: Participant) -> Iterator[Party]:
    office = offices.office_of(one.name or one.words)
    for part in listed_in(one.name or one.words):
        names, countries = name_words(part), in_phrase(part).countries
        is_nobody = not (names or countries)
        yield Party(
            None,
            part,
            names,
            countries,
            office,
            is_described=True,
            is_open=is_nobody and refers_back(one.words),
            is_pronoun=is_nobody and is_pronoun(one.words),
        )


def _set(one: str | None) -> frozenset[str]:
    return frozenset({one} if one else ())


def sameness(one: Party, other: Party) -> float:
    """How sure it is that the two are one, in [0, 1]; 0 when something speaks against it."""
    if one.actor_id is not None and one.actor_id == other.actor_id:
        return SAME_ID
    if one.office and other.office and one.office != other.office:
        return 0.0
    if _is_surname(one, other) or _is_surname(other, one):
        return SAME_NAME
    if one.name and other.name:
        return SAME_NAME if _have_one_name(one, other) else 0.0
    return _for_one_country(one, other)


def _for_one_country(one: Party, other: Party) -> float:
    if not one.countries & other.countries:
        return 0.0
    return SAME_OFFICE if one.office and other.office else SAME_COUNTRY


def _have_one_name(one: Party, other: Party) -> bool:
    """Whether one name is the other or a part of it, and nothing speaks against it."""
    if one.is_listed and other.is_listed:
        return False
    if one.countries and other.countries and not one.countries & other.countries:
        return False
    return one.name <= other.name or other.name <= one.name


def _is_surname(country: Party, person: Party) -> bool:
    """Whether a country's name is what somebody is called: Montenegro, Holland, Jordan."""
    if not country.is_listed or country.name or not person.name:
        return False
    *_, surname = person.shown.split()
    return fold(country.shown) == fold(surname)


def may_be_one(one: Party, other: Party) -> bool:
    """Whether two descriptions that have nothing in common can still be of one.

    A name and a description can, when nothing that they say of country and office speaks against
    it; two names cannot, nor can a bare plural ("students") be anybody with a name.
    """
    if one.office and other.office and one.office != other.office:
        return False
    if one.countries and other.countries and not one.countries & other.countries:
        return False
    says_something = all(party.name or party.countries or party.is_open for party in (one, other))
    return says_something and not (_has_own_name(one) and _has_own_name(other))


def _has_own_name(party: Party) -> bool:
    return bool(party.name) and not party.is_described


def is_spoken_of(party: Party, context: Spoken) -> bool:
    """Whether the context speaks of the party: by its name, or by its country if it has none."""
    if party.name:
        return context.has_name(party.name)
    return bool(party.countries & context.countries)
