"""What a date may be relative to, and the choices that are left to it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from extractors import lexicon
from extractors.dates.direction import Direction
from extractors.dates.intervals import Interval, Unit
from extractors.dates.patterns import Candidate
from readout.records import Basis

NEAR = 60  # days: nearer than this, a past tense may still speak of a day to come (was set for …)
PUBLICATION: Basis = "relative to publication"
ANOTHER: Basis = "relative to another date"
UNITS: dict[str, Unit] = {unit: unit for unit in ("day", "week", "month", "quarter", "year")}


@dataclass(frozen=True, slots=True)
class Context:
    """What a date may be relative to."""

    reference: date | None  # the day of the report
    direction: Callable[[], Direction]
    previous: Interval | None  # the date resolved shortly before it in the text
    told_year: int | None  # the year that the text around it gives, when that is not the report's
    day_first: bool = False  # 3/4 is the third of April

    @property
    def year(self) -> int | None:
        """The year in force: a year gone by is not that of what is still to come."""
        year, reference = self.told_year, self.reference
        if year is None or reference is None or year >= reference.year:
            return year
        return None if self.direction() == "future" else year


Resolved = tuple[Interval, Basis] | None


def number_of(words: str | None) -> int:
    """The number that words or digits name."""
    table: dict[str, int] = lexicon.load("dates")["numbers"]
    word = (words or "").lower()
    return table.get(word) or int(word)


def counted(words: str | None, unit: str) -> tuple[int, str]:
    """The number and the unit that words count: a fortnight is two weeks."""
    count = number_of(words)
    return (count * 2, "week") if unit == "fortnight" else (count, unit)


def steps(word: str | None) -> int:
    """Last −1, this 0, next +1."""
    last = (word or "").lower().split()[-1:]
    return {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get("".join(last), 0)


def year_of(candidate: Candidate, context: Context) -> tuple[int | None, Basis]:
    """The year that stands with the date: itself, or as last, this or next year."""
    if year := candidate.group("year"):
        return int(year), "explicit"
    which = candidate.group("which")
    if which in {"the same", "that"}:
        return (context.previous.start.year, ANOTHER) if context.previous else (None, "none")
    if which and context.reference:
        return context.reference.year + steps(which), PUBLICATION
    return None, "none"


def nearest(context: Context, make: Callable[[int], date]) -> tuple[date, Basis] | None:
    """A day without its year: by the year just named, else by tense around the report's day."""
    if context.year is not None:
        return make(context.year), ANOTHER
    reference = context.reference
    if reference is None:
        return None
    days = [made for year in range(-4, 5) if (made := _possible(make, reference.year + year))]
    before = max((day for day in days if day <= reference), default=None)
    after = min((day for day in days if day >= reference), default=None)
    if before is None or after is None:
        return None
    return nearer(before, after, context), PUBLICATION


def _possible(make: Callable[[int], date], year: int) -> date | None:
    try:
        return make(year)
    except ValueError:  # 29 February in other years
        return None


def nearer(before: date, after: date, context: Context) -> date:
    """Of the latest such day and the next one, the one the tense speaks of; the nearer in doubt."""
    reference = context.reference or before
    past, ahead = (reference - before).days, (after - reference).days
    direction = context.direction()
    if direction == "future":
        return after if ahead - NEAR <= past * 4 else before
    if direction == "past" and ahead > NEAR:
        return before
    return before if past <= ahead else after


def dated(
    candidate: Candidate,
    context: Context,
    make: Callable[[int], date],
    widen: Callable[[date], Interval],
) -> Resolved:
    """The interval of a day or month, in its own year or the one the context gives."""
    year, basis = year_of(candidate, context)
    if year is not None:
        return widen(make(year)), basis
    near = nearest(context, make)
    return None if near is None else (widen(near[0]), near[1])
