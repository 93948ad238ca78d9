"""Whether those who take part in two mentions are the same, and what that weighs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from readout.linking import naming
from readout.linking.matching import Matched, matched
from readout.linking.parties import SAME_OFFICE, Party, is_spoken_of, may_be_one
from readout.linking.spelling import fold
from readout.linking.spoken import name_words
from readout.linking.telling import Telling

A_PAIR = 2

_REMEMBERED = 1 << 15  # names
_NAMED, _COUNTRY = 2.25, 1.4  # countries meet more often than two of their people do
_IN_SENTENCE, _AROUND, _SHARED_NAME = 1.5, 0.75, 1.0
_MOST_NAMES = 2
_OFFICE, _WHOLE = 0.75, 1.0
_ONE_TOO_MANY, _MOST_TOO_MANY, _ASIDE = -0.25, -0.5, -2.0


@dataclass(frozen=True, slots=True)
class Agreement:
    """Who is in both mentions, as far as they say."""

    found: Matched
    spoken: Mapping[Party, float]  # who takes part in one and is spoken of by the other: weights
    names: tuple[str, ...]  # that both sentences speak of besides, in whatever role
    offices: tuple[str, ...] = ()  # those of one by the words for their office in the other

    @property
    def size(self) -> int:
        """How many are known in both."""
        return len(self.found.pairs) + len(self.spoken) + len(self.names)

    @property
    def sure(self) -> int:
        """How many of them take part in both, or are named by both sentences."""
        named = (bool(party.name) and at == _IN_SENTENCE for party, at in self.spoken.items())
        return len(self.found.pairs) + sum(named) + len(self.names)

    @property
    def in_sentence(self) -> int:
        """How many of them both sentences speak of, by name or by country."""
        spoken = (at == _IN_SENTENCE for at in self.spoken.values())
        return len(self.found.pairs) + sum(spoken) + len(self.names)

    def _left(self) -> int:
        return max(0, len(self.found.only_one) + len(self.found.only_other) - len(self.spoken))

    def _is_whole(self) -> bool:
        """Whether two or more take part in both, known by more than a country, and nobody else."""
        is_known = all(sure >= SAME_OFFICE for *_, sure in self.found.pairs)
        return is_known and len(self.found.pairs) >= A_PAIR and not self._left()

    def _is_aside(self) -> bool:
        """Whether one is of two, and the other of these and more: on the margins of a summit."""
        few, many = sorted((len(self.found.only_one), len(self.found.only_other)))
        return len(self.found.pairs) == A_PAIR and not few and many >= A_PAIR

    def evidence(self) -> Iterator[tuple[float, str]]:
        """What it weighs, and the reasons in words."""
        if named := [(_shown(*pair[:2]), _weight(*pair)) for pair in self.found.pairs]:
            names = naming.listed(sorted({name for name, _ in named}))
            yield sum(weight for _, weight in named), f"both name {names}"
        if self.spoken:
            names = naming.listed(sorted({party.shown for party in self.spoken}))
            yield sum(self.spoken.values()), f"both speak of {names}"
        if self._is_whole():
            yield _WHOLE, ""
        if left := self._left():
            yield max(_MOST_TOO_MANY, left * _ONE_TOO_MANY), ""
        if self._is_aside():
            yield _ASIDE, ""
        if self.offices:
            yield _OFFICE, f"{naming.listed(self.offices)} in both"
        if self.names:
            names = naming.listed(sorted(self.names))
            yield _SHARED_NAME * min(_MOST_NAMES, len(self.names)), f"both speak of {names}"


def agreement(one: Telling, other: Telling) -> Agreement:
    """Who takes part in both, and those of one whom the other speaks of nearby."""
    found = matched(one.parties, other.parties)
    is_elsewhere = one.document_id != other.document_id
    missing = ((found.only_one, found.only_other, other), (found.only_other, found.only_one, one))
    spoken = {
        party: weight
        for parties, others, telling in missing
        for party in parties
        if not _is_country_of(party, found)
        and (weight := _spoken_of(party, telling, is_elsewhere=is_elsewhere))
        and (_has_room(telling, found) or any(may_be_one(party, another) for another in others))
    }
    known = [*spoken, *(party for pair in found.pairs for party in pair[:2])]
    words = frozenset().union(*(party.name | {_initials(party.shown)} for party in known))
    names = _shared_names(one, other, words) if is_elsewhere else ()
    return Agreement(found, spoken, names, _offices(one, other))


def _offices(one: Telling, other: Telling) -> tuple[str, ...]:
    """What somebody not named in one is called, who is of an office that the other speaks of."""
    orders = ((one, other), (other, one))
    return tuple(
        party.shown
        for first, second in orders
        for party in first.parties
        if party.is_open and party.office and _holders(party.office, second) >= _meant(party.shown)
    )[:1]


def _holders(office: str, telling: Telling) -> int:
    """How many can hold the office; nobody, when nobody is said to."""
    offices = [party.office for party in telling.parties if party.office in {office, None}]
    return len(offices) if office in offices else 0


def _meant(shown: str) -> int:
    """How many are meant at least: "the ministers of both countries" are two."""
    head = shown.partition(" of ")[0].partition(" from ")[0]
    return A_PAIR if head.endswith("s") else 1


def _is_country_of(party: Party, found: Matched) -> bool:
    """Whether it is known by nothing but the country of somebody who takes part in both."""
    known = frozenset().union(*(one.countries | other.countries for one, other, _ in found.pairs))
    return not party.name and bool(party.countries) and party.countries <= known


@lru_cache(_REMEMBERED)
def _initials(name: str) -> str:
    """What somebody may be called for short, folded: EU."""
    return fold("".join(word[0] for word in name.split() if word[0].isupper()))


def _spoken_of(party: Party, telling: Telling, *, is_elsewhere: bool) -> float:
    if not is_elsewhere:  # a document speaks of all whom it names: only of nobody else it must
        may_mean = all(
            one.is_pronoun or (one.is_open and bool(party.countries)) for one in telling.parties
        )
        return _AROUND if may_mean else 0.0
    if is_spoken_of(party, telling.sentence):
        return _IN_SENTENCE
    if is_spoken_of(party, telling.around):
        return _AROUND
    is_meant = any(one.is_open and one.office == party.office for one in telling.parties)
    return _AROUND if is_meant and party.countries & telling.around.countries else 0.0


def _shared_names(one: Telling, other: Telling, known: frozenset[str]) -> tuple[str, ...]:
    """The names in both sentences, but for those who take part and for the place."""
    places = name_words(f"{one.place or ''} ; {other.place or ''}")
    return tuple(
        shown
        for name, shown in one.sentence.names.items()
        if not name & (known | places) and other.sentence.has_name(name)
    )


def _has_room(telling: Telling, found: Matched) -> bool:
    """Whether more may take part than the telling says."""
    definite = sum(not party.is_open for party in telling.parties)
    return max(definite, len(found.pairs)) < (A_PAIR if telling.kind == "meeting" else A_PAIR + 1)


def _weight(one: Party, other: Party, sure: float) -> float:
    is_country = not (one.name and other.name)
    return sure * (_COUNTRY if is_country and sure == 1.0 else _NAMED)


def _shown(one: Party, other: Party) -> str:
    named = [party.shown for party in (one, other) if party.actor_id]
    if named:
        return max(named, key=lambda name: (len(name), name))
    shared = sorted(one.countries & other.countries)
    return naming.country_name(shared[0]) if shared else max(one.shown, other.shown, key=len)
