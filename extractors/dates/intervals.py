"""Stretches of calendar time, end exclusive, and the arithmetic on them."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from readout.records import Precision

Unit = Literal["day", "week", "month", "quarter", "year"]
MONTHS_IN = {"month": 1, "quarter": 3, "year": 12}
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Interval:
    """The days from `start` up to `end`, and how precise the words are that name them."""

    start: datetime
    end: datetime
    precision: Precision


def between(start: date, end: date, precision: Precision) -> Interval:
    """From midnight to midnight, the last day not included."""
    return Interval(datetime.combine(start, time()), datetime.combine(end, time()), precision)


def day(on: date) -> Interval:
    """One day."""
    return between(on, on + timedelta(days=1), "day")


def minute(on: date, hour: int, minutes: int) -> Interval:
    """One minute."""
    start = datetime.combine(on, time(hour, minutes))
    return Interval(start, start + timedelta(minutes=1), "minute")


def first_of_month(on: date, months: int = 0) -> date:
    """The first day of the month so many months away."""
    place = on.year * 12 + on.month - 1 + months
    return date(place // 12, place % 12 + 1, 1)


def monday(on: date) -> date:
    """The first day of the week, which begins on Monday (ISO 8601)."""
    return on - timedelta(days=on.weekday())


def period(unit: Unit, on: date, away: int = 0) -> Interval:
    """The calendar day, week, month, quarter or year around a date, or so many of them away."""
    if unit == "day":
        return day(on + timedelta(days=away))
    if unit == "week":
        start = monday(on) + timedelta(weeks=away)
        return between(start, start + timedelta(weeks=1), "week")
    length = MONTHS_IN[unit]
    into = (on.month - 1) % length
    start = first_of_month(on, away * length - into)
    return between(start, first_of_month(start, length), unit)


def weekend(on: date, away: int = 0) -> Interval:
    """The Saturday and Sunday of the week around a date."""
    start = monday(on) + timedelta(days=SATURDAY, weeks=away)
    return between(start, start + timedelta(days=2), "week")


def rolling(unit: Unit, on: date, count: int) -> Interval:
    """The last `count` units up to and with a date; the next ones from it when `count` is negative.

    The past two weeks, said on a Wednesday, are fourteen days and end with it.
    """
    far = shifted(unit, on, -count)
    if count > 0:
        return between(far + timedelta(days=1), on + timedelta(days=1), unit)
    return between(on, far, unit)


def shifted(unit: Unit, on: date, count: int) -> date:
    """The date so many units away; at the month's last day where there is none like it."""
    if unit in {"day", "week"}:
        return on + timedelta(days=count * (7 if unit == "week" else 1))
    start = first_of_month(on, count * MONTHS_IN[unit])
    last = first_of_month(start, 1) - timedelta(days=1)
    return start.replace(day=min(on.day, last.day))


def part(of: Interval, which: str) -> Interval:
    """The early, middle or late part of a month or year; both parts meet in the middle.

    A month's early part ends with the 15th, its late part begins with it (GUM's convention); its
    middle is the 10th to the 20th. A year's parts are four months long.
    """
    start, end = of.start.date(), of.end.date()
    if of.precision == "year":
        cuts = {"early": (0, 4), "mid": (4, 8), "late": (8, 12)}[which]
        return between(first_of_month(start, cuts[0]), first_of_month(start, cuts[1]), "quarter")
    if of.precision == "month":
        days = {"early": (1, 16), "mid": (10, 21)}.get(which)
        last = (start.replace(day=days[0]), start.replace(day=days[1])) if days else None
        return between(*(last or (start.replace(day=15), end)), "month")
    third = (end - start) // 3
    ends = {"early": (start, end - third), "mid": (start + third, end - third)}
    return between(*ends.get(which, (start + third, end)), of.precision)
