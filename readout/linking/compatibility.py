"""What two mentions may not differ in, if they are to be one event."""

from readout.linking.matching import matched
from readout.linking.parties import Party, is_spoken_of, may_be_one
from readout.linking.subjects import subject
from readout.linking.telling import (
    APART,
    RECALLED,
    RECALLED_DEAL,
    TELLING,
    Telling,
    days_between,
    is_news,
    near,
)

_HELD = {"occurred", "ongoing"}
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
        and _same_time(one, other)
        and _plan_and_outcome(one, other)
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
    found = matched(one.parties, other.parties)
    if len(found.pairs) > 1:
        return True
    few, many = sorted((found.only_one, found.only_other), key=len)
    return all(any(_may_be_one(one, other, party, another) for another in many) for party in few)


def _may_be_one(one: Telling, other: Telling, party: Party, another: Party) -> bool:
    """A paper is signed by people for somebody: of them, each report names whom it likes."""
    if may_be_one(party, another):
        return True
    speak = is_spoken_of(party, other.around) or is_spoken_of(another, one.around)
    return one.kind == "deal_signing" and speak


def _same_time(one: Telling, other: Telling) -> bool:
    if one.is_dated and other.is_dated:
        return _overlap(one, other)
    if one.is_dated == other.is_dated:
        return True
    dated, undated = (one, other) if one.is_dated else (other, one)
    if is_news(dated, undated) or near(one, other) or _is_recalled(dated, undated):
        return True
    if dated.is_plan and undated.is_plan and days_between(one, other) <= APART.days:
        return True
    return _is_announced(dated, undated)


def _is_announced(dated: Telling, undated: Telling) -> bool:
    """Whether a deal was announced, some weeks before, by all who took part."""
    if not undated.is_plan or dated.is_plan or dated.kind != "deal_signing":
        return False
    pairs = len(matched(dated.parties, undated.parties).pairs)
    return pairs > 1 and is_news(dated, undated, RECALLED_DEAL)


def _is_recalled(dated: Telling, undated: Telling) -> bool:
    """Whether a later report comes back to the event: by all who took part, and where or what."""
    if undated.is_plan or dated.length > TELLING:
        return False
    is_deal = dated.kind == "deal_signing"
    if not is_news(dated, undated, RECALLED_DEAL if is_deal else RECALLED):
        return False
    pairs = len(matched(dated.parties, undated.parties).pairs)
    in_one_place = dated.place is not None and dated.place == undated.place
    for_one_value = bool(dated.value) and dated.value == undated.value
    return (pairs > 1 and (is_deal or in_one_place)) or (
        is_deal and pairs > 0 and (in_one_place or for_one_value)
    )


def _overlap(one: Telling, other: Telling) -> bool:
    if (one.date_start, one.date_end) == (other.date_start, other.date_end):
        return True
    if one.date_start is None or other.date_start is None:
        return False
    if one.date_end is None or other.date_end is None:
        return False
    short = max(one.length, other.length) <= TELLING
    return short and one.date_start < other.date_end and other.date_start < one.date_end


def _plan_and_outcome(one: Telling, other: Telling) -> bool:
    """A plan told after the event is another plan: they met, and will meet again."""
    if one.is_plan == other.is_plan or (one.is_dated and other.is_dated):
        return True
    plan, outcome = (one, other) if one.is_plan else (other, one)
    if plan.document_id == outcome.document_id:
        is_one_deal = plan.kind == "deal_signing" and near(plan, outcome)
        return is_one_deal or outcome.status not in _HELD
    if plan.published_at is None or outcome.published_at is None:
        return False
    return plan.published_at <= outcome.published_at


def _held_or_not(one: Telling, other: Telling) -> bool:
    """In one document, a meeting that was held and one that was not are two, whoever took part.

    Unless both are dated, and so on the same day: then the document tells of two opinions.
    """
    if one.document_id != other.document_id or (one.is_dated and other.is_dated):
        return True
    statuses = {one.status, other.status}
    return not ("denied" in statuses and statuses & _HELD)


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
