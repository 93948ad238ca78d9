"""From words to an interval: one rule for each kind of date."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from extractors import lexicon
from extractors.dates import intervals
from extractors.dates.direction import Direction
from extractors.dates.intervals import Interval, Unit
from extractors.dates.patterns import Candidate, names
from readout.records import Basis

NEAR = 60  # days: nearer than this, a past tense may still speak of a day to come (was set for …)
CENTURY_TURN = 50  # two-digit years below are of this century


@dataclass(frozen=True, slots=True)
class Context:
    """What a date may be relative to."""

    reference: date | None  # the day of the report
    direction: Callable[[], Direction]
    previous: Interval | None  # the date resolved before it in the text
    year: int | None  # a year named shortly before, other than the report's
    day_first: bool = False  # 3/4 is the third of April


Resolved = tuple[Interval, Basis] | None
PUBLICATION: Basis = "relative to publication"
ANOTHER: Basis = "relative to another date"


def resolve(candidate: Candidate, context: Context) -> Resolved:
    """The interval the words name, and what it rests on; None where that can't be known."""
    try:
        return RULES[candidate.kind](candidate, context)
    except (ValueError, OverflowError):  # no such day: February 30, the year 0
        return None


def _month_of(candidate: Candidate) -> int:
    return names("months")[(candidate.group("month") or "").rstrip(".")]


def _ordinal(words: str | None) -> int:
    return int((words or "").rstrip("stndrh"))


def _count(words: str | None) -> int:
    table: dict[str, int] = lexicon.load("dates")["numbers"]
    return table.get(words or "") or int(words or "")


def _away(word: str | None) -> int:
    """Last −1, this 0, next +1."""
    last = (word or "").lower().split()[-1:]
    return {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get("".join(last), 0)


def _year_of(candidate: Candidate, context: Context) -> tuple[int | None, Basis]:
    """The year that stands with the date: itself, or as last, this or next year."""
    if year := candidate.group("year"):
        return int(year), "explicit"
    if (which := candidate.group("which")) and context.reference:
        return context.reference.year + _away(which), PUBLICATION
    return None, "none"


def _nearest(context: Context, make: Callable[[int], date]) -> tuple[date, Basis] | None:
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
    return _chosen(before, after, reference, context.direction()), PUBLICATION


def _possible(make: Callable[[int], date], year: int) -> date | None:
    try:
        return make(year)
    except ValueError:  # 29 February in other years
        return None


def _chosen(before: date, after: date, reference: date, direction: Direction) -> date:
    past, ahead = (reference - before).days, (after - reference).days
    if direction == "future":
        return after if ahead - NEAR <= past * 4 else before
    if direction == "past" and ahead > NEAR:
        return before
    return before if past <= ahead else after


def _month_day(candidate: Candidate, context: Context) -> Resolved:
    month, on = _month_of(candidate), _ordinal(candidate.group("day"))
    return _dated(candidate, context, lambda year: date(year, month, on), intervals.day)


def _dated(
    candidate: Candidate,
    context: Context,
    make: Callable[[int], date],
    widen: Callable[[date], Interval],
) -> Resolved:
    year, basis = _year_of(candidate, context)
    if year is not None:
        return widen(make(year)), basis
    near = _nearest(context, make)
    return None if near is None else (widen(near[0]), near[1])


def _day_range(candidate: Candidate, context: Context) -> Resolved:
    month, last = _month_of(candidate), _ordinal(candidate.group("last"))
    first = _ordinal(candidate.group("day"))
    if last <= first:
        return None
    return _dated(
        candidate,
        context,
        lambda year: date(year, month, first),
        lambda start: intervals.between(start, start.replace(day=last) + timedelta(days=1), "day"),
    )


def _month(candidate: Candidate, context: Context) -> Resolved:
    month = _month_of(candidate)
    if relative := candidate.group("relative"):
        return _relative_month(month, _away(relative), context)
    return _dated(candidate, context, lambda year: _in_month(month, year, context), _whole_month)


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


def _part_of_month(candidate: Candidate, context: Context) -> Resolved:
    whole = _month(candidate, context)
    return None if whole is None else (intervals.part(whole[0], _part(candidate)), whole[1])


def _part(candidate: Candidate) -> str:
    word = (candidate.group("part") or "").lower()
    if word.startswith(("early", "earlier", "the start", "start", "the begin", "begin")):
        return "early"
    return "mid" if "mid" in word else "late"


def _part_of_year(candidate: Candidate, context: Context) -> Resolved:
    del context
    whole = intervals.period("year", date(int(candidate.group("year") or ""), 1, 1))
    return intervals.part(whole, _part(candidate)), "explicit"


def _part_of_period(candidate: Candidate, context: Context) -> Resolved:
    unit = candidate.group("unit")
    if context.reference is None or unit == "decade":
        return None
    away = _away(candidate.group("relative"))
    whole = intervals.period(_unit(unit), context.reference, away)
    if away == 0 and (candidate.group("part") or "").lower() in {"earlier", "later"}:
        return whole, PUBLICATION
    return intervals.part(whole, _part(candidate)), PUBLICATION


def _unit(word: str | None) -> Unit:
    units: dict[str, Unit] = {unit: unit for unit in ("day", "week", "month", "quarter", "year")}
    return units[word or ""]


def _iso(candidate: Candidate, context: Context) -> Resolved:
    del context
    year, month, on = (int(candidate.group(name) or "") for name in ("year", "month", "day"))
    return intervals.day(date(year, month, on)), "explicit"


def _numeric(candidate: Candidate, context: Context) -> Resolved:
    first, second = int(candidate.group("first") or ""), int(candidate.group("second") or "")
    year = int(candidate.group("year") or "")
    if year < 100:
        if candidate.group("mark") == ".":
            return None
        year += 2000 if year < CENTURY_TURN else 1900
    day_first = context.day_first or first > 12 or candidate.group("mark") == "."
    month, on = (second, first) if day_first else (first, second)
    return intervals.day(date(year, month, on)), "explicit"


def _years(candidate: Candidate, context: Context) -> Resolved:
    del context
    words, last = candidate.group("year") or "", candidate.group("last") or ""
    first, end = int(words), int(words[: 4 - len(last)] + last)
    if not 0 < end - first <= 100:
        return None
    return intervals.between(date(first, 1, 1), date(end + 1, 1, 1), "year"), "explicit"


def _year(candidate: Candidate, context: Context) -> Resolved:
    del context
    return intervals.period("year", date(int(candidate.group("year") or ""), 1, 1)), "explicit"


def _weekday_day(word: str, context: Context, relative: str | None) -> date | None:
    """The day a weekday names: the report's own day counts, but not after *last* or *next*."""
    reference = context.reference
    if reference is None:
        return None
    number = names("weekdays")[word]
    away = _away(relative)
    if away < 0:
        return reference - timedelta(days=(reference.weekday() - number - 1) % 7 + 1)
    if away > 0:
        return reference + timedelta(days=(number - reference.weekday() - 1) % 7 + 1)
    back = (reference.weekday() - number) % 7
    ahead = (number - reference.weekday()) % 7
    direction = context.direction()
    looks_ahead = direction == "future" or (relative is not None and direction == "unknown")
    return reference + timedelta(days=ahead) if looks_ahead else reference - timedelta(days=back)


def _weekday(candidate: Candidate, context: Context) -> Resolved:
    on = _weekday_day(candidate.group("weekday") or "", context, candidate.group("relative"))
    return None if on is None else (intervals.day(on), PUBLICATION)


def _weekday_range(candidate: Candidate, context: Context) -> Resolved:
    start = _weekday_day(candidate.group("weekday") or "", context, None)
    if start is None:
        return None
    last = names("weekdays")[candidate.group("last") or ""]
    end = start + timedelta(days=(last - start.weekday()) % 7 + 1)
    if context.reference and context.direction() == "past" and end > context.reference:
        end, start = end - timedelta(weeks=1), start - timedelta(weeks=1)
    return intervals.between(start, end, "day"), PUBLICATION


DEICTIC = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "last evening": -1,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}


def _deictic(candidate: Candidate, context: Context) -> Resolved:
    if context.reference is None:
        return None
    away = DEICTIC.get((candidate.group("word") or "").lower(), 0)
    return intervals.period("day", context.reference, away), PUBLICATION


def _period(candidate: Candidate, context: Context) -> Resolved:
    if context.reference is None:
        return None
    away, unit = _away(candidate.group("relative")), candidate.group("unit")
    if unit == "weekend":
        return _weekend(away, candidate.group("relative") or "", context)
    return intervals.period(_unit(unit), context.reference, away), PUBLICATION


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


def _season_days(word: str, year: int) -> Interval:
    start = date(year, lexicon.load("dates")["seasons"][word], 1)
    return intervals.between(start, intervals.first_of_month(start, 3), "quarter")


def _season(candidate: Candidate, context: Context) -> Resolved:
    if context.reference is None:
        return None
    word, year = candidate.group("season") or "", context.reference.year
    seasons = [_season_days(word, year + away) for away in (-2, -1, 0, 1, 2)]
    now = [season.start.date() <= context.reference < season.end.date() for season in seasons]
    over = [season for season in seasons if season.end.date() <= context.reference]
    ahead = [season for season in seasons if season.start.date() > context.reference]
    away = _away(candidate.group("relative"))
    if away < 0:
        return over[-1], PUBLICATION
    if away > 0:
        return ahead[0], PUBLICATION
    return (seasons[now.index(True)] if any(now) else _season_days(word, year)), PUBLICATION


def _season_year(candidate: Candidate, context: Context) -> Resolved:
    del context
    words = candidate.match[0]
    word = candidate.group("season") or ""
    if word == "winter" and words[-3:-2] not in {"-", "–"}:
        return None  # the winter that began in that year, or the one that ended in it?
    return _season_days(word, int(candidate.group("year") or "")), "explicit"


def _ago(candidate: Candidate, context: Context) -> Resolved:
    unit = candidate.group("unit")
    count = 2 if candidate.group("couple") else _count((candidate.group("count") or "").lower())
    if context.reference is None:
        return None
    if unit in {"hour", "minute"}:
        return (intervals.day(context.reference), PUBLICATION) if count < 8 else None
    return intervals.period(_unit(unit), context.reference, -count), PUBLICATION


def _from_now(candidate: Candidate, context: Context) -> Resolved:
    if context.reference is None:
        return None
    count = _count((candidate.group("count") or "").lower())
    return intervals.period(_unit(candidate.group("unit")), context.reference, count), PUBLICATION


def _rolling(candidate: Candidate, context: Context) -> Resolved:
    if context.reference is None or candidate.group("unit") == "hour":
        return None
    count = _count(candidate.group("count"))
    back = _away(candidate.group("relative")) > 0
    unit = _unit(candidate.group("unit"))
    return intervals.rolling(unit, context.reference, -count if back else count), PUBLICATION


FINER = {"day": {"day", "minute"}, "week": {"day", "minute", "week"}}
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


def _later(candidate: Candidate, context: Context) -> Resolved:
    count = _count((candidate.group("count") or "").lower())
    away = -count if candidate.group("way") == "earlier" else count
    return _from_previous(_unit(candidate.group("unit")), away, context)


def _next_to(candidate: Candidate, context: Context) -> Resolved:
    away = {"next": 1, "following": 1, "same": 0}.get(candidate.group("which") or "", -1)
    unit = _unit(candidate.group("unit"))
    found = _from_previous(unit, away, context)
    return None if found is None else (intervals.period(unit, found[0].start.date()), ANOTHER)


def _that(candidate: Candidate, context: Context) -> Resolved:
    return _from_previous(_unit(candidate.group("unit")), 0, context)


def _day_before(candidate: Candidate, context: Context) -> Resolved:
    return _from_previous("day", -1 if candidate.group("way") == "before" else 1, context)


def _quarter(candidate: Candidate, context: Context) -> Resolved:
    number = lexicon.load("dates")["ordinals"][candidate.group("ordinal") or ""]
    year, basis = _year_of(candidate, context)
    if year is None:
        return None
    return intervals.period("quarter", date(year, 3 * number - 2, 1)), basis


def _quarter_code(candidate: Candidate, context: Context) -> Resolved:
    month = 3 * int(candidate.group("number") or "") - 2
    return _dated(
        candidate,
        context,
        lambda year: date(year, month, 1),
        lambda on: intervals.period("quarter", on),
    )


def _feast(candidate: Candidate, context: Context) -> Resolved:
    month, on = lexicon.load("dates")["feasts"][candidate.group("feast") or ""]
    return _dated(candidate, context, lambda year: date(year, month, on), intervals.day)


RULES: dict[str, Callable[[Candidate, Context], Resolved]] = {
    "day_range": _day_range,
    "range_day": _day_range,
    "month_day": _month_day,
    "day_month": _month_day,
    "month_year": _month,
    "month": _month,
    "part_of_month": _part_of_month,
    "part_of_year": _part_of_year,
    "part_of_period": _part_of_period,
    "iso": _iso,
    "numeric": _numeric,
    "years": _years,
    "year": _year,
    "weekday_range": _weekday_range,
    "weekday": _weekday,
    "deictic": _deictic,
    "period": _period,
    "weekend": _period,
    "season": _season,
    "season_year": _season_year,
    "ago": _ago,
    "from_now": _from_now,
    "rolling": _rolling,
    "later": _later,
    "next_to": _next_to,
    "that": _that,
    "day_before": _day_before,
    "quarter": _quarter,
    "quarter_code": _quarter_code,
    "feast": _feast,
}
