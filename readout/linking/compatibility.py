"""What two mentions may not differ in, if they are to be one event."""

from collections.abc import Sequence

from readout.linking.bodies import are_of_two_bodies, is_of_one_body
from readout.linking.matching import matched
from readout.linking.ordinals import are_counted_apart
from readout.linking.parties import Party, is_spoken_of, may_be_one
from readout.linking.subjects import subject
from readout.linking.telling import NOT_HELD, Telling, near
from readout.linking.timing import may_be_at_one_time

_A_PAIR = 2
_REMOTE = {"call", "video"}
_IN_PERSON = {"in person", "visit", "summit"}
# Words for any agreement; others name a kind of it.
_ANY_INSTRUMENT = {"agreement", "treaty", "memorandum", "document", "declaration", None}
# Of one deal, one report says 4.8 billion and another nearly 5.
_VALUES_AGREE = 1.1


def compatible(one: Telling, other: Telling) -> bool:
    """Whether nothing that the two say keeps them from being one event.

    Symmetric. Two that are not compatible are never in one event, whatever lies between them.
    """
    return (
        one.kind == other.kind
        and _same_place(one, other)
        and may_be_at_one_time(one, other)
        and not are_counted_apart(one, other)
        and (one.document_id != other.document_id or is_in_order(one, other))
        and _held_or_not(one, other)
        and (one.kind == "statement" or _same_company(one, other))
        and (one.kind != "deal_signing" or _same_deal(one, other))
    )


def _same_place(one: Telling, other: Telling) -> bool:
    if one.country is not None and other.country is not None and one.country != other.country:
        return False
    if one.city is not None and other.city is not None and one.city != other.city:
        return False
    formats = (one.format, other.format)
    return not any(
        first in _REMOTE and second in _IN_PERSON for first, second in (formats, formats[::-1])
    )


def _same_company(one: Telling, other: Telling) -> bool:
    """A meeting of two and one of two others, or of one of them and a third, are two."""
    if are_of_two_bodies(one, other):
        return False
    found = matched(one.parties, other.parties)
    if one.kind == "meeting" and (
        _is_aside(one, found.only_other) or _is_aside(other, found.only_one)
    ):
        return False
    if len(found.pairs) > 1 or is_of_one_body(one, other):
        return True
    sides = ((found.only_one, found.only_other, other), (found.only_other, found.only_one, one))
    fewest = min(len(some) for some, _, _ in sides)
    if any(_may_be_among(some, others) for some, others, _ in sides if len(some) == fewest):
        return True
    return one.kind == "deal_signing" and all(map(_are_spoken_of, sides))


def _may_be_among(some: Sequence[Party], others: Sequence[Party]) -> bool:
    return all(any(may_be_one(party, another) for another in others) for party in some)


def _are_spoken_of(side: tuple[Sequence[Party], Sequence[Party], Telling]) -> bool:
    """Whether each of them may be one of the others, or is spoken of where these are told of."""
    some, _, telling = side
    return all(
        any(may_be_one(party, another) for another in telling.parties)
        or is_spoken_of(party, telling.sentence)
        for party in some
    )


def _is_aside(one: Telling, more: Sequence[Party]) -> bool:
    """Whether one is a meeting of two countries, and somebody of a third was in the other."""
    sides = [party.countries for party in one.parties if not party.is_open]
    if not all(sides) or len(frozenset().union(*sides)) != _A_PAIR:
        return False
    return any(
        party.countries and not party.countries & frozenset().union(*sides) for party in more
    )


def is_in_order(one: Telling, other: Telling) -> bool:
    """Whether no plan is told after the event: such a plan is another, they will meet again."""
    if one.is_plan == other.is_plan or (one.is_dated and other.is_dated):
        return True
    plan, outcome = (one, other) if one.is_plan else (other, one)
    if plan.document_id == outcome.document_id:
        is_one_deal = plan.kind == "deal_signing" and near(plan, outcome)
        return is_one_deal or not outcome.is_told_as_held
    if plan.published_at is None or outcome.published_at is None:
        return False
    return plan.published_at <= outcome.published_at


def _held_or_not(one: Telling, other: Telling) -> bool:
    """A meeting that was held and one that was not are two, whoever took part.

    Unless both are dated, and so on the same day: then there are two opinions.
    """
    if one.is_dated and other.is_dated:
        return True
    is_off = one.status in NOT_HELD or other.status in NOT_HELD
    return not (is_off and (one.is_told_as_held or other.is_told_as_held))


def _same_deal(one: Telling, other: Telling) -> bool:
    """One kind of paper and one value; in one document, one subject."""
    subjects = [subject(one), subject(other)]
    if one.document_id == other.document_id and all(subjects) and not subjects[0] & subjects[1]:
        return False
    kinds = {one.instrument, other.instrument} - _ANY_INSTRUMENT
    if len(kinds) > 1:
        return False
    if one.value and other.value and one.currency == other.currency:
        return max(one.value, other.value) <= _VALUES_AGREE * min(one.value, other.value)
    return True
