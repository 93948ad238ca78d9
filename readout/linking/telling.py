"""A mention as linking looks at it, and what two of them may not differ in."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import datetime, timedelta

# A report without a date speaks of what is news: of the days around its publication.
APART = timedelta(days=3)
# A longer interval ("in 2019") holds too many meetings of the same people to tell one of them.
TELLING = timedelta(days=31)
# In one document, what one telling leaves out is taken from another only when that is close by.
NEAR_CHARACTERS = 400

_PROSPECTIVE = {"planned", "proposed", "conditional"}
_HELD = {"occurred", "ongoing"}


@dataclass(frozen=True, slots=True)
class Telling:
    """One mention: who, when and where, according to which document, published when."""

    mention_id: str
    document_id: str
    kind: str
    status: str
    start: int  # of the trigger, in the document's text
    actors: Mapping[str, str]  # those who are named: names by id
    published_at: datetime | None = None
    date_start: datetime | None = None
    date_end: datetime | None = None
    place: str | None = None
    country: str | None = None
    deal: str | None = None  # what is signed, in words
    instrument: str | None = None
    # By country: the ids of those who are there for it in person.
    sides: Mapping[str, frozenset[str]] = field(default_factory=dict)
    others: frozenset[str] = frozenset()  # words for those who take part and are not named
    said: str | None = None  # equal for statements of one speaker in the same words
    date_precision: str = field(default="none", compare=False)

    @property
    def is_dated(self) -> bool:
        """Whether the text says when."""
        return self.date_start is not None

    @property
    def is_plan(self) -> bool:
        """Whether it is told as something that may yet come."""
        return self.status in _PROSPECTIVE


def near(one: Telling, other: Telling) -> bool:
    """Whether they stand close to each other in one document."""
    together = one.document_id == other.document_id
    return together and abs(one.start - other.start) <= NEAR_CHARACTERS


def compatible(one: Telling, other: Telling) -> bool:
    """Whether nothing that the two say keeps them from being one event.

    Symmetric. Two that are not compatible are never in one event, whatever lies between them.
    """
    return (
        one.kind == other.kind
        and (one.country is None or other.country is None or one.country == other.country)
        and _same_company(one, other)
        and _same_time(one, other)
        and _plan_and_outcome(one, other)
        and _held_or_not(one, other)
        and _same_deal(one, other)
    )


def shared_sides(one: Telling, other: Telling) -> frozenset[str]:
    """The countries that take part in both, as far as nobody in person speaks against it.

    A country is there when its minister is; but where one names this minister and the other
    that one, they tell of two meetings. Sides of those whom both name are left out.
    """
    both = one.actors.keys() & other.actors.keys()
    return frozenset(
        country
        for country in one.sides.keys() & other.sides.keys()
        if not (one.sides[country] and other.sides[country])
        and not (one.sides[country] | other.sides[country]) & both
        and not _is_of(country, both)
    )


def _is_of(country: str, actors: AbstractSet[str]) -> bool:
    return f"country-{country}" in actors


def _same_company(one: Telling, other: Telling) -> bool:
    """A meeting of two and one of two others, or of one of them and a third, are two.

    So are a meeting of one minister and one of another minister of the country.
    """
    both = one.actors.keys() & other.actors.keys()
    if one.kind == "statement" or len(both) + len(shared_sides(one, other)) > 1:
        return True
    if min(len(one.actors), len(other.actors)) > 1:
        return False
    return bool(both) or not any(
        one.sides[country] and other.sides[country]
        for country in one.sides.keys() & other.sides.keys()
    )


def _same_time(one: Telling, other: Telling) -> bool:
    if one.is_dated and other.is_dated:
        return _overlap(one, other)
    if one.document_id == other.document_id:
        return _same_time_in_document(one, other)
    if one.is_dated == other.is_dated or (one.is_plan and other.is_plan):
        return _published_together(one, other)
    dated, undated = (one, other) if one.is_dated else (other, one)
    return _is_news(dated, undated)


def _overlap(one: Telling, other: Telling) -> bool:
    intervals = [(one.date_start, one.date_end), (other.date_start, other.date_end)]
    (start, end), (other_start, other_end) = intervals
    if start is None or end is None or other_start is None or other_end is None:
        return False
    if (start, end) == (other_start, other_end):
        return True
    short = max(end - start, other_end - other_start) <= TELLING
    return short and start < other_end and other_start < end


def _same_time_in_document(one: Telling, other: Telling) -> bool:
    if one.is_dated == other.is_dated:
        return True
    dated, undated = (one, other) if one.is_dated else (other, one)
    return near(one, other) or _is_news(dated, undated)


def _is_news(dated: Telling, undated: Telling) -> bool:
    """Whether the date lies around the publication of the report that gives none."""
    if undated.published_at is None or dated.date_start is None or dated.date_end is None:
        return False
    if dated.date_end - dated.date_start > TELLING:
        return False
    return dated.date_start - APART <= undated.published_at <= dated.date_end + APART


def _published_together(one: Telling, other: Telling) -> bool:
    if one.published_at is None or other.published_at is None:
        return False
    return abs(one.published_at - other.published_at) <= APART


def _plan_and_outcome(one: Telling, other: Telling) -> bool:
    """A plan told after the event is another plan: they met, and will meet again.

    Without any date, nothing says that what was held is what was planned.
    """
    if one.is_plan == other.is_plan or (one.is_dated and other.is_dated):
        return True
    plan, outcome = (one, other) if one.is_plan else (other, one)
    if plan.document_id == outcome.document_id:
        return outcome.status not in _HELD
    if not (plan.is_dated or outcome.is_dated):
        return False
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
    """In one document, two agreements under two names are two."""
    if one.document_id != other.document_id or one.deal is None or other.deal is None:
        return True
    return one.deal.casefold() == other.deal.casefold()
