"""Days of the calendar that stand by themselves, with their year or without."""

from collections.abc import Callable
from datetime import date, timedelta

from extractors.dates import intervals
from extractors.dates.context import ANOTHER, PUBLICATION, Context, Resolved, nearer, year_of
from extractors.dates.dated_words import day_in, days_around
from extractors.dates.intervals import Interval
from extractors.dates.patterns import Candidate, names

MONTHS = 12
CENTURY = 100
CENTURY_TURN = 50  # two-digit years below are of this century


def month_day(candidate: Candidate, context: Context) -> Resolved:
    """March 4, 3 May 2024."""
    return _placed(candidate, context, intervals.day)


def day_range(candidate: Candidate, context: Context) -> Resolved:
    """June 3–5, 9 to 11 May."""
    first, last = _number(candidate, "day"), _number(candidate, "last")
    if last <= first:
        return None

    def whole(start: date) -> Interval:
        return intervals.between(start, start.replace(day=last) + timedelta(days=1), "day")

    return _placed(candidate, context, whole)


def _number(candidate: Candidate, name: str) -> int:
    return int((candidate.group(name) or "").rstrip("stndrh"))


def _placed(candidate: Candidate, context: Context, widen: Callable[[date], Interval]) -> Resolved:
    """The day in the year it is told with, in the year in force, or around the report's day."""
    words = f"{candidate.group('month')} {candidate.group('day')}"
    year, basis = year_of(candidate, context)
    if year is None and context.year is not None:
        year, basis = context.year, ANOTHER
    if year is not None:
        on = day_in(words, year)
        return None if on is None else (widen(on), basis)
    near = None if context.reference is None else days_around(words, context.reference)
    return None if near is None else (widen(_chosen(candidate, *near, context)), PUBLICATION)


def _chosen(candidate: Candidate, before: date, after: date, context: Context) -> date:
    """Of two years' days the one that is the weekday named with it, else the one told of."""
    if weekday := candidate.group("weekday"):
        number = names("weekdays")[weekday.rstrip(".")]
        fitting = {day for day in (before, after) if day.weekday() == number}
        if len(fitting) == 1:
            return fitting.pop()
    return nearer(before, after, context)


def iso(candidate: Candidate, context: Context) -> Resolved:
    """2024-05-03."""
    del context
    return intervals.day(date.fromisoformat(candidate.match[0])), "explicit"


def numeric(candidate: Candidate, context: Context) -> Resolved:
    """5/3/2024, month first unless the text or the numbers say otherwise."""
    year = _number(candidate, "year")
    dotted = candidate.group("mark") == "."
    if year < CENTURY:
        if dotted:
            return None
        year += 2000 if year < CENTURY_TURN else 1900
    day_first = context.day_first or dotted or _number(candidate, "first") > MONTHS
    words = f"{candidate.group('first')}/{candidate.group('second')}"
    on = day_in(words, year, "DMY" if day_first else "MDY")
    return None if on is None else (intervals.day(on), "explicit")
