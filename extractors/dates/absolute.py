"""Stretches of the calendar that stand by themselves: months, years, seasons, feasts."""

from datetime import date, timedelta

from extractors import lexicon
from extractors.dates import intervals
from extractors.dates.context import PUBLICATION, Context, Resolved, dated, steps, year_of
from extractors.dates.intervals import Interval
from extractors.dates.patterns import Candidate, names

CENTURY = 100
WEEK, HALF = 7, 15  # days: of a week and of half a month, as news counts them


def _month_of(candidate: Candidate) -> int:
    return names("months")[(candidate.group("month") or "").rstrip(".")]


def month(candidate: Candidate, context: Context) -> Resolved:
    """March, last March, March 2024."""
    month = _month_of(candidate)
    if relative := candidate.group("relative"):
        return _relative_month(month, steps(relative), context)
    return dated(candidate, context, lambda year: _in_month(month, year, context), _whole_month)


def _in_month(month: int, year: int, context: Context) -> date:
    """A month is told from the report's by its own last or first day: this month is both."""
    reference = context.reference
    if reference is not None and (year, month) == (reference.year, reference.month):
        return reference
    return date(year, month, 1)


def _whole_month(on: date) -> Interval:
    return intervals.period("month", on)


def _relative_month(month: int, away: int, context: Context) -> Resolved:
    """Last March: the latest one over; next March: the first to come; this March: the year's."""
    if context.reference is None:
        return None
    year, now = context.reference.year, context.reference.month
    if away < 0:
        year -= month >= now
    elif away > 0:
        year += month <= now
    return intervals.period("month", date(year, month, 1)), PUBLICATION


def part_of_month(candidate: Candidate, context: Context) -> Resolved:
    """Early March, mid-February."""
    whole = month(candidate, context)
    return None if whole is None else (intervals.part(whole[0], part_named(candidate)), whole[1])


def part_of_named_month(candidate: Candidate, context: Context) -> Resolved:
    """The first week of June, the second half of March."""
    whole = month(candidate, context)
    if whole is None:
        return None
    first, end = whole[0].start.date(), whole[0].end.date()
    unit, place = candidate.group("unit"), candidate.group("place") or ""
    if unit == "half":
        middle = first + timedelta(days=HALF)
        start, stop = (first, middle) if place == "first" else (middle, end)
    elif place == "last":
        start, stop = end - timedelta(days=WEEK), end
    else:
        start = first + timedelta(days=WEEK * (lexicon.load("dates")["ordinals"][place] - 1))
        stop = min(start + timedelta(days=WEEK), end)
    return intervals.between(start, stop, "month" if unit == "half" else "week"), whole[1]


def part_named(candidate: Candidate) -> str:
    """Early, mid or late, however it is said."""
    word = (candidate.group("part") or "").lower()
    if word.startswith(("early", "earlier", "the start", "start", "the begin", "begin")):
        return "early"
    return "mid" if "mid" in word else "late"


def part_of_year(candidate: Candidate, context: Context) -> Resolved:
    """Late 2023."""
    del context
    whole = intervals.period("year", date(int(candidate.group("year") or ""), 1, 1))
    return intervals.part(whole, part_named(candidate)), "explicit"


def years(candidate: Candidate, context: Context) -> Resolved:
    """2019–2021: all of both and what lies between."""
    del context
    words, last = candidate.group("year") or "", candidate.group("last") or ""
    first, end = int(words), int(words[: 4 - len(last)] + last)
    if not 0 < end - first <= CENTURY:
        return None
    return intervals.between(date(first, 1, 1), date(end + 1, 1, 1), "year"), "explicit"


def year(candidate: Candidate, context: Context) -> Resolved:
    """2019."""
    del context
    return intervals.period("year", date(int(candidate.group("year") or ""), 1, 1)), "explicit"


DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties")


def decade(candidate: Candidate, context: Context) -> Resolved:
    """Ten years: an interval less precise than any unit a date has.

    One joined to another is of its century: the 1820s and 30s.
    """
    century = 1900
    if context.previous is not None and not candidate.match[0].lower().startswith("the"):
        century = context.previous.start.year // CENTURY * CENTURY
    if word := candidate.group("word"):
        first = 1920 + 10 * (DECADES.index(word) if word in DECADES else len(DECADES))
    elif short := candidate.group("short"):
        first = century + int(short)
    else:
        first = int(candidate.match[0][:4])
    return intervals.between(date(first, 1, 1), date(first + 10, 1, 1), "none"), "explicit"


def century(candidate: Candidate, context: Context) -> Resolved:
    """The 19th century, from 1800 to 1899: an interval less precise than any unit a date has."""
    del context
    word = (candidate.group("century") or "").lower()
    number = lexicon.load("dates")["centuries"].get(word) or int(word.rstrip("stndrh"))
    first = CENTURY * (number - 1)
    return intervals.between(date(first, 1, 1), date(first + CENTURY, 1, 1), "none"), "explicit"


def quarter(candidate: Candidate, context: Context) -> Resolved:
    """The third quarter of 2024."""
    number = lexicon.load("dates")["ordinals"][candidate.group("ordinal") or ""]
    year, basis = year_of(candidate, context)
    if year is None:
        return None
    return intervals.period("quarter", date(year, 3 * number - 2, 1)), basis


def quarter_code(candidate: Candidate, context: Context) -> Resolved:
    """Q3 2024, Q3."""
    month = 3 * int(candidate.group("number") or "") - 2
    return dated(
        candidate,
        context,
        lambda year: date(year, month, 1),
        lambda on: intervals.period("quarter", on),
    )


def season_days(word: str, year: int) -> Interval:
    """The three months of a season that begins in that year."""
    start = date(year, lexicon.load("dates")["seasons"][word], 1)
    return intervals.between(start, intervals.first_of_month(start, 3), "quarter")


def season_year(candidate: Candidate, context: Context) -> Resolved:
    """Summer 2024."""
    del context
    words = candidate.match[0]
    word = candidate.group("season") or ""
    if word == "winter" and words[-3:-2] not in {"-", "–"}:
        return None  # the winter that began in that year, or the one that ended in it?
    return season_days(word, int(candidate.group("year") or "")), "explicit"


def named_day(candidate: Candidate, context: Context) -> Resolved:
    """9/11: a day known by its name."""
    del context
    on = lexicon.load("dates")["named_days"][candidate.match[0]]
    return intervals.day(date.fromisoformat(on)), "explicit"


def feast(candidate: Candidate, context: Context) -> Resolved:
    """Christmas Eve, New Year's Day 2025."""
    month, on = lexicon.load("dates")["feasts"][candidate.group("feast") or ""]
    return dated(candidate, context, lambda year: date(year, month, on), intervals.day)
