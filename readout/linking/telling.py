"""A mention as linking looks at it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from readout.linking.parties import Party
from readout.linking.spoken import Spoken, in_passage

# A report without a date speaks of what is news: of the days around its publication.
APART = timedelta(days=3)
# A longer interval ("in 2019") holds too many meetings of the same people to tell one of them.
TELLING = timedelta(days=31)
# For how long reports come back to a deal, or announce it, without saying when it is signed.
RECALLED = timedelta(days=90)
# For how long reports name those who met without saying when or where.
FRESH = timedelta(days=7)
# For how long reports come back to a meeting by who met where, without saying when.
REMEMBERED = timedelta(days=31)
# For how long a meeting is announced without saying when.
ANNOUNCED = timedelta(days=21)
# Who is named so many characters before or after a sentence may be meant in it.
NEARBY = 300
# In one document, what one telling leaves out is taken from another only when that is close by.
NEAR_CHARACTERS = 400

DAY = timedelta(days=1)

NOT_HELD = {"denied", "cancelled", "postponed"}
_HELD = {"occurred", "ongoing"}
_PROSPECTIVE = {"planned", "proposed", "conditional"}


@dataclass(frozen=True, slots=True)
class Telling:
    """One mention: who, when and where, according to which document, published when."""

    mention_id: str
    document_id: str
    kind: str
    status: str
    start: int  # of the trigger, in the document's text
    parties: tuple[Party, ...] = ()
    sentence: Spoken = field(default_factory=Spoken)  # of whom its sentence speaks
    passage: str = ""  # the title, and the words around the sentence
    published_at: datetime | None = None
    date_start: datetime | None = None
    date_end: datetime | None = None
    which: str | None = None  # of several: "second", "another"
    is_several: bool = False  # "four summits"
    is_round: bool = False  # of talks, which all count alike
    place: str | None = None
    country: str | None = None
    city: str | None = None  # the place, when it is a city on the list
    format: str | None = None  # of a meeting
    body: frozenset[str] = frozenset()  # the name of the body that meets, folded
    deal: str | None = None  # what is signed, in words
    paper: str | None = None  # the words for it in this sentence: "it", "the accord"
    instrument: str | None = None
    value: float | None = None
    currency: str | None = None
    topic: str | None = None
    said: str | None = None  # equal for statements of one speaker in the same words
    date_precision: str = field(default="none", compare=False)

    @property
    def around(self) -> Spoken:
        """Of whom the title and the words around the sentence speak."""
        return in_passage(self.passage)

    @property
    def is_dated(self) -> bool:
        """Whether the text says when."""
        return self.date_start is not None

    @property
    def is_timeless(self) -> bool:
        """Whether neither the text nor its publication says when."""
        return self.date_start is None and self.published_at is None

    @property
    def is_plan(self) -> bool:
        """Whether it is told as something that may yet come."""
        return self.status in _PROSPECTIVE

    @property
    def is_told_as_held(self) -> bool:
        """Whether it is told as something that has happened, or is happening."""
        return self.status in _HELD

    @property
    def names_two(self) -> bool:
        """Whether it says of two or more who they are."""
        return sum(not party.is_open for party in self.parties) > 1

    @property
    def length(self) -> timedelta:
        """How long the interval is in which it lies; none without a date."""
        if self.date_start is None or self.date_end is None:
            return timedelta()
        return self.date_end - self.date_start

    @property
    def actors(self) -> Mapping[str, str]:
        """Those who are named: names by id."""
        return {party.actor_id: party.shown for party in self.parties if party.actor_id}


def near(one: Telling, other: Telling) -> bool:
    """Whether they stand close to each other in one document."""
    together = one.document_id == other.document_id
    return together and abs(one.start - other.start) <= NEAR_CHARACTERS


def is_news(
    dated: Telling, undated: Telling, before: timedelta = APART, after: timedelta | None = None
) -> bool:
    """Whether the report without a date was published around the date of the other."""
    if undated.published_at is None or dated.date_start is None or dated.date_end is None:
        return False
    if dated.length > TELLING:
        return False
    until = dated.date_end + (before if after is None else after)
    return dated.date_start - before <= undated.published_at <= until


def days_between(one: Telling, other: Telling) -> float:
    """How far apart they were published, in days; infinite when nobody knows."""
    if one.published_at is None or other.published_at is None:
        return float("inf")
    return abs(one.published_at - other.published_at) / DAY
