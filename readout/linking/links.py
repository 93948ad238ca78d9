"""Pairs of mentions that seem to tell of one event: how well, and why, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from readout.linking.agreement import A_PAIR, Agreement, agreement
from readout.linking.bodies import is_of_one_body, of_one_body
from readout.linking.circumstances import (
    Evidence,
    in_one_place,
    is_one_paper,
    of_one_rare_kind,
    of_one_value,
    on_one_day,
    points_back,
    what,
    when,
    where,
    whether,
)
from readout.linking.compatibility import compatible, is_in_order
from readout.linking.telling import Telling, near
from readout.linking.timing import are_of_one_time, is_told_in_time

# Somewhat less than two names and news of the same days weigh together.
ENOUGH = 3.5
# So much that it is no matter what it consists of.
SURE = 4.5
# What adds this much to the weight halves what is missing of a score of one.
_HALVES = 3.0
_SAME_WORDS = 10.0
_NEVER = 1_000


@dataclass(frozen=True, slots=True)
class Link:
    """Two mentions, the lesser id first, with a score in [0, 1] and the reasons."""

    mention_id: str
    other_id: str
    score: float
    reasons: tuple[str, ...]


def link(one: Telling, other: Telling) -> Link | None:
    """The link between two mentions, or None when they are not seen to tell of one event."""
    if one.mention_id > other.mention_id:
        one, other = other, one
    if not (_may_be_told_together(one, other) and compatible(one, other)):
        return None
    found = [*(_of_statements(one, other) if one.kind == "statement" else _of_events(one, other))]
    weight = sum(weight for weight, _ in found)
    if weight < ENOUGH:
        return None
    reasons = tuple(reason for _, reason in found if reason)
    score = 1 - 2 ** (-weight / _HALVES)
    return Link(one.mention_id, other.mention_id, round(score, 4), reasons)


def _may_be_told_together(one: Telling, other: Telling) -> bool:
    return are_of_one_time(one, other) and is_told_in_time(one, other) and is_in_order(one, other)


def _of_statements(one: Telling, other: Telling) -> Evidence:
    """Statements are one when the same speaker says the same words."""
    shared = sorted(one.actors.keys() & other.actors.keys())
    if shared and one.said is not None and one.said == other.said:
        yield _SAME_WORDS, f"{one.actors[shared[0]]} says the same words"
        yield from when(one, other)


def _of_events(one: Telling, other: Telling) -> Iterator[tuple[float, str]]:
    agreed = agreement(one, other)
    found = [
        *agreed.evidence(),
        *of_one_body(one, other),
        *when(one, other),
        *whether(one, other),
        *where(one, other),
        *what(one, other),
    ]
    is_sure = agreed.size >= A_PAIR and sum(weight for weight, _ in found) >= SURE
    if _say_which(one, other, agreed, is_sure=is_sure):
        yield from found


def _say_which(one: Telling, other: Telling, agreed: Agreement, *, is_sure: bool) -> bool:
    """Whether the two say enough of which event it is, to be linked without a third."""
    if one.document_id == other.document_id:
        if len(agreed.found.pairs) >= A_PAIR and one.is_dated == other.is_dated:
            return True
        return points_back(one, other) or (near(one, other) and _one_adds_nothing(one, other))
    if is_of_one_body(one, other):
        return True
    return is_sure or agreed.size >= _needed(one, other, agreed)


def _needed(one: Telling, other: Telling, agreed: Agreement) -> int:
    """How many must be known in both, and how: the vaguer the time, the more of who takes part.

    On one day, in one place or for one sum, two of whom both speak are enough, or one who takes
    part in both; otherwise one who does and another whom both sentences name.
    """
    pairs, named = len(agreed.found.pairs), len(agreed.names)
    is_told_apart = in_one_place(one, other) or of_one_value(one, other) or is_one_paper(one, other)
    if is_told_apart and pairs + named:
        return 1
    if one.kind == "deal_signing":
        is_known = agreed.in_sentence >= A_PAIR or of_one_rare_kind(one, other)
    else:
        is_group = bool(agreed.offices) and one.is_dated and other.is_dated
        is_known = is_group or (pairs > 0 and agreed.sure >= A_PAIR)
    return A_PAIR if is_told_apart or is_known or on_one_day(one, other) else _NEVER


def _one_adds_nothing(one: Telling, other: Telling) -> bool:
    """Whether the shorter gives no place and no date that the other does not: it may mean that.

    The next stop of a journey does.
    """
    sizes = [sum(not party.is_open for party in telling.parties) for telling in (one, other)]
    orders = ((one, other), (other, one))
    return any(
        short.place in {None, full.place} and (full.is_dated or not short.is_dated)
        for (short, full), (few, many) in zip(orders, (sizes, sizes[::-1]), strict=True)
        if few <= many
    )
