"""Dates that are told from the date named before: two days later, the same year."""

from extractors.dates import intervals
from extractors.dates.context import ANOTHER, UNITS, Context, Resolved, counted
from extractors.dates.intervals import Unit
from extractors.dates.patterns import Candidate

FINER: dict[str, set[str]] = {"day": {"day", "minute"}, "week": {"day", "minute", "week"}}
FINER["month"] = FINER["week"] | {"month"}
FINER["quarter"] = FINER["month"] | {"quarter"}
FINER["year"] = FINER["quarter"] | {"year"}


def _from_previous(unit: Unit, away: int, context: Context) -> Resolved:
    """So many units from the date named before; None where that is not as precise."""
    if context.previous is None or context.previous.precision not in FINER[unit]:
        return None
    on = context.previous.start.date()
    if unit == "week" and context.previous.precision == "day":
        return intervals.day(intervals.shifted("week", on, away)), ANOTHER
    return intervals.period(unit, on, away), ANOTHER


def later(candidate: Candidate, context: Context) -> Resolved:
    """Two days later, a week earlier."""
    count, unit = counted(candidate.group("count"), candidate.group("unit") or "")
    away = -count if candidate.group("way") == "earlier" else count
    return _from_previous(UNITS[unit], away, context)


def next_to(candidate: Candidate, context: Context) -> Resolved:
    """The next day, the same year."""
    away = {"next": 1, "following": 1, "same": 0}.get(candidate.group("which") or "", -1)
    unit = UNITS[candidate.group("unit") or ""]
    found = _from_previous(unit, away, context)
    return None if found is None else (intervals.period(unit, found[0].start.date()), ANOTHER)


def that(candidate: Candidate, context: Context) -> Resolved:
    """That day, that same week."""
    return _from_previous(UNITS[candidate.group("unit") or ""], 0, context)


def day_before(candidate: Candidate, context: Context) -> Resolved:
    """The day before."""
    return _from_previous("day", -1 if candidate.group("way") == "before" else 1, context)
