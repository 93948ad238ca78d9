"""Dates that are told from the day of the report: yesterday, last Friday, this month."""

from datetime import date, timedelta

from extractors.dates import intervals
from extractors.dates.absolute import part_named, season_days
from extractors.dates.context import (
    PUBLICATION,
    UNITS,
    Context,
    Resolved,
    counted,
    number_of,
    steps,
)
from extractors.dates.patterns import Candidate, names

HOURS_AGO = 8  # fewer hours ago than these, it was the same day
HALVES = {"week": 3, "month": 15, "year": 182}  # days in half of one
DEICTIC = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "last evening": -1,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}


def _weekday_day(word: str, context: Context, relative: str | None) -> date | None:
    """The day a weekday names: the report's own day counts, but not after *last* or *next*."""
    reference = context.reference
    if reference is None:
        return None
    number = names("weekdays")[word]
    away = steps(relative)
    if away < 0:
        return reference - timedelta(days=(reference.weekday() - number - 1) % 7 + 1)
    if away > 0:
        return reference + timedelta(days=(number - reference.weekday() - 1) % 7 + 1)
    back = (reference.weekday() - number) % 7
    ahead = (number - reference.weekday()) % 7
    direction = context.direction()
    looks_ahead = direction == "future" or (relative is not None and direction == "unknown")
    looks_ahead |= direction == "near" and ahead < back
    return reference + timedelta(days=ahead) if looks_ahead else reference - timedelta(days=back)


def weekday(candidate: Candidate, context: Context) -> Resolved:
    """Monday, last Friday."""
    on = _weekday_day(candidate.group("weekday") or "", context, candidate.group("relative"))
    return None if on is None else (intervals.day(on), PUBLICATION)


def weekday_range(candidate: Candidate, context: Context) -> Resolved:
    """Monday to Wednesday."""
    start = _weekday_day(candidate.group("weekday") or "", context, None)
    if start is None:
        return None
    last = names("weekdays")[candidate.group("last") or ""]
    end = start + timedelta(days=(last - start.weekday()) % 7 + 1)
    if context.reference and context.direction() == "past" and end > context.reference:
        end, start = end - timedelta(weeks=1), start - timedelta(weeks=1)
    return intervals.between(start, end, "day"), PUBLICATION


def deictic(candidate: Candidate, context: Context) -> Resolved:
    """Yesterday, this morning."""
    if context.reference is None:
        return None
    away = DEICTIC.get((candidate.group("word") or "").lower(), 0)
    return intervals.period("day", context.reference, away), PUBLICATION


def period(candidate: Candidate, context: Context) -> Resolved:
    """Last week, this month, the weekend."""
    if context.reference is None:
        return None
    away, unit = steps(candidate.group("relative")), candidate.group("unit")
    if unit == "weekend":
        return _weekend(away, candidate.group("relative") or "", context)
    return intervals.period(UNITS[unit or ""], context.reference, away), PUBLICATION


def _weekend(away: int, relative: str, context: Context) -> Resolved:
    """The weekend: the last one in the past tense, else the coming one; Sunday is still in it."""
    reference = context.reference
    if reference is None:
        return None
    inside = reference.weekday() >= intervals.SATURDAY
    if "coming" in relative:
        away = 1 if inside else 0
    elif away == 0 and not inside and context.direction() == "past":
        away = -1
    return intervals.weekend(reference, away), PUBLICATION


def last_century(candidate: Candidate, context: Context) -> Resolved:
    """Last century: the calendar's, as years are counted by their hundreds."""
    del candidate
    if context.reference is None:
        return None
    first = context.reference.year // 100 * 100 - 100
    return intervals.between(date(first, 1, 1), date(first + 100, 1, 1), "none"), PUBLICATION


def part_of_period(candidate: Candidate, context: Context) -> Resolved:
    """Earlier this month, late last year."""
    unit = candidate.group("unit")
    if context.reference is None or unit == "decade":
        return None
    away = steps(candidate.group("relative"))
    whole = intervals.period(UNITS[unit or ""], context.reference, away)
    if away == 0 and (candidate.group("part") or "").lower() in {"earlier", "later"}:
        return whole, PUBLICATION
    return intervals.part(whole, part_named(candidate)), PUBLICATION


def season(candidate: Candidate, context: Context) -> Resolved:
    """Last summer; in the summer."""
    if context.reference is None:
        return None
    word, year = candidate.group("season") or "", context.reference.year
    seasons = [season_days(word, year + away) for away in (-2, -1, 0, 1, 2)]
    if candidate.group("relative") == "the":
        return _bare_season(seasons, context)
    now = [season.start.date() <= context.reference < season.end.date() for season in seasons]
    over = [season for season in seasons if season.end.date() <= context.reference]
    ahead = [season for season in seasons if season.start.date() > context.reference]
    away = steps(candidate.group("relative"))
    if away < 0:
        return over[-1], PUBLICATION
    if away > 0:
        return ahead[0], PUBLICATION
    if any(now):
        return seasons[now.index(True)], PUBLICATION
    return (over[-1] if context.direction() == "past" else season_days(word, year)), PUBLICATION


def _bare_season(seasons: list[intervals.Interval], context: Context) -> Resolved:
    """In the summer: the latest that has begun, or the next that has not ended; by the tense."""
    direction = context.direction()
    if context.reference is None or direction == "unknown":
        return None
    begun = [season for season in seasons if season.start.date() <= context.reference]
    ahead = [season for season in seasons if season.end.date() > context.reference]
    return (begun[-1] if direction == "past" else ahead[0]), PUBLICATION


def ago(candidate: Candidate, context: Context) -> Resolved:
    """Two days ago: as precise as the unit that is counted."""
    unit = candidate.group("unit")
    count = 2
    if not candidate.group("couple"):
        count, unit = counted(candidate.group("count"), unit or "")
    if context.reference is None:
        return None
    if unit in {"hour", "minute"}:
        return (intervals.day(context.reference), PUBLICATION) if count < HOURS_AGO else None
    from_day = context.reference
    if (same := candidate.group("same")) and unit in {"week", "month", "year"}:
        return _years_ago(same, UNITS[unit], count, from_day), PUBLICATION
    if candidate.group("half"):
        from_day -= timedelta(days=HALVES.get(unit or "", 0))
    return intervals.period(UNITS[unit or ""], from_day, -count), PUBLICATION


def _years_ago(same: str, unit: intervals.Unit, count: int, reference: date) -> intervals.Interval:
    """Three years ago today, a year ago this week: the same day or week, so long before."""
    if same.startswith("this"):
        return intervals.period(UNITS[same[5:]], intervals.shifted(unit, reference, -count))
    on = reference + timedelta(days=DEICTIC.get(same, 0))
    return intervals.day(intervals.shifted(unit, on, -count))


def from_now(candidate: Candidate, context: Context) -> Resolved:
    """Three days from now."""
    if context.reference is None:
        return None
    count = number_of(candidate.group("count"))
    return intervals.period(
        UNITS[candidate.group("unit") or ""], context.reference, count
    ), PUBLICATION


def rolling(candidate: Candidate, context: Context) -> Resolved:
    """The past two weeks."""
    if context.reference is None or candidate.group("unit") == "hour":
        return None
    count = number_of(candidate.group("count"))
    back = steps(candidate.group("relative")) > 0
    unit = UNITS[candidate.group("unit") or ""]
    return intervals.rolling(unit, context.reference, -count if back else count), PUBLICATION
