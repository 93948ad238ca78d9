"""Whether two mentions can lie, or are told as lying, at one time."""

from collections.abc import Sequence
from datetime import timedelta

from readout.linking.bodies import is_of_one_body
from readout.linking.matching import matched
from readout.linking.parties import SAME_OFFICE
from readout.linking.subjects import named_subject
from readout.linking.telling import (
    ANNOUNCED,
    APART,
    DAY,
    FRESH,
    RECALLED,
    REMEMBERED,
    TELLING,
    Telling,
    days_between,
    is_news,
    near,
)


def may_be_at_one_time(one: Telling, other: Telling) -> bool:
    """Whether no date speaks against it: the intervals of two that are dated overlap.

    Nor is one reported as done, without a date, before the day of the other.
    """
    if one.is_dated and other.is_dated:
        return _overlap(one, other)
    if one.is_dated == other.is_dated or one.document_id == other.document_id:
        return True
    dated, undated = (one, other) if one.is_dated else (other, one)
    return not (_is_told_as_done(undated) and _is_before(dated, undated))


def is_told_in_time(one: Telling, other: Telling) -> bool:
    """Whether, of two of which one is dated, the other is told around that date.

    A report without a date can tell of a deal of the weeks before it, and, when it tells of a
    plan, of the weeks after it.
    """
    if one.is_dated == other.is_dated:
        return True
    dated, undated = (one, other) if one.is_dated else (other, one)
    if one.document_id == other.document_id:
        return near(one, other) or is_news(dated, undated)
    is_deal = dated.kind == "deal_signing"
    planned = RECALLED if is_deal else ANNOUNCED
    before = planned if undated.is_plan else APART
    after = APART if undated.is_plan else RECALLED if is_deal else REMEMBERED
    return is_news(dated, undated, before, after)


def _is_told_as_done(telling: Telling) -> bool:
    """Whether it is told as held or signed; negotiations go on before it is."""
    is_negotiated = telling.kind == "deal_signing" and telling.status == "ongoing"
    return telling.is_told_as_held and not is_negotiated


def _is_before(dated: Telling, undated: Telling) -> bool:
    """Whether a report was published before the day of the other began, wherever on earth."""
    if undated.published_at is None or dated.date_start is None:
        return False
    return undated.published_at <= dated.date_start - DAY


def _overlap(one: Telling, other: Telling) -> bool:
    if (one.date_start, one.date_end) == (other.date_start, other.date_end):
        return True
    if one.date_start is None or other.date_start is None:
        return False
    if one.date_end is None or other.date_end is None:
        return False
    short = max(one.length, other.length) <= TELLING
    is_once = short or one.kind == "deal_signing" or is_of_one_body(one, other)
    return is_once and one.date_start < other.date_end and other.date_start < one.date_end


def are_of_one_time(one: Telling, other: Telling) -> bool:
    """Whether the two are told as of one time: by date, in one document, or as the same news."""
    if one.document_id == other.document_id or (one.is_dated and other.is_dated):
        return True
    if one.is_timeless and other.is_timeless:
        return _is_one_subject(one, other)
    if one.is_dated == other.is_dated:
        return one.is_plan == other.is_plan and days_between(one, other) <= _apart(one, other).days
    dated, undated = (one, other) if one.is_dated else (other, one)
    return (
        is_news(dated, undated)
        or (dated.is_plan and undated.is_plan and days_between(one, other) <= APART.days)
        or _is_recalled(dated, undated)
        or _is_remembered(dated, undated)
        or _is_announced(dated, undated)
    )


def _is_one_subject(one: Telling, other: Telling) -> bool:
    """Whether both are told of one deal, known by what it is about: nobody knows when of either."""
    return one.kind == "deal_signing" and bool(named_subject(one) & named_subject(other))


def _apart(one: Telling, other: Telling) -> timedelta:
    """How long after one another two reports without dates can be the same news."""
    return FRESH if _name_the_same(one, other) else APART


def _name_the_same(one: Telling, other: Telling) -> bool:
    """Whether two who take part in both are known by more than their countries."""
    pairs = matched(one.parties, other.parties).pairs
    return sum(sure >= SAME_OFFICE for *_, sure in pairs) > 1


def _is_recalled(dated: Telling, undated: Telling) -> bool:
    """Whether a later report comes back to a deal: by all and its kind, or where, or how much.

    The same people meet again; they do not sign the same again.
    """
    if undated.is_plan or dated.kind != "deal_signing":
        return False
    pairs = len(matched(dated.parties, undated.parties).pairs)
    in_one_place = dated.place is not None and dated.place == undated.place
    for_one_value = bool(dated.value) and dated.value == undated.value
    of_one_kind = dated.instrument is not None and dated.instrument == undated.instrument
    is_known = pairs > 0 and (in_one_place or for_one_value or (pairs > 1 and of_one_kind))
    return is_known and is_news(dated, undated, APART, RECALLED)


def _is_remembered(dated: Telling, undated: Telling) -> bool:
    """Whether a later report comes back to a meeting: by who met, after days; and where, weeks."""
    if not undated.is_told_as_held or dated.kind != "meeting":
        return False
    pairs = len(matched(dated.parties, undated.parties).pairs)
    in_one_place = dated.place is not None and dated.place == undated.place
    if is_of_one_body(dated, undated) or (in_one_place and pairs > 1):
        return is_news(dated, undated, APART, REMEMBERED)
    return _name_the_same(dated, undated) and is_news(dated, undated, APART, FRESH)


def _is_announced(dated: Telling, undated: Telling) -> bool:
    """Whether it was announced before, by all who took part; a meeting weeks before with its place.

    Two meetings may lie ahead, in two places.
    """
    if not undated.is_plan or len(matched(dated.parties, undated.parties).pairs) <= 1:
        return False
    if dated.kind == "deal_signing":
        return not dated.is_plan and is_news(dated, undated, RECALLED, APART)
    in_one_place = dated.place is not None and dated.place == undated.place
    if in_one_place:
        return is_news(dated, undated, ANNOUNCED, APART)
    return _name_the_same(dated, undated) and is_news(dated, undated, FRESH, APART)


def hold_together(together: Sequence[Telling]) -> bool:
    """Whether all of them are of one time: each without a date of the time of one that has one.

    Without any date, only reports of the same days tell of one event.
    """
    dated = [one for one in together if one.is_dated]
    undated = [one for one in together if not one.is_dated]
    if dated:
        return all(any(are_of_one_time(one, other) for other in dated) for one in undated)
    published = [one.published_at for one in undated if one.published_at is not None]
    return not published or max(published) - min(published) <= FRESH
