"""From words to an interval: one rule for each kind of date."""

from collections.abc import Callable

from extractors.dates import absolute, anaphoric, days, relative
from extractors.dates.context import Context, Resolved
from extractors.dates.patterns import Candidate


def resolve(candidate: Candidate, context: Context) -> Resolved:
    """The interval the words name, and what it rests on; None where that can't be known."""
    try:
        return RULES[candidate.kind](candidate, context)
    except (ValueError, OverflowError):  # no such day: February 30, the year 0
        return None


RULES: dict[str, Callable[[Candidate, Context], Resolved]] = {
    "day_range": days.day_range,
    "range_day": days.day_range,
    "month_day": days.month_day,
    "day_month": days.month_day,
    "month_year": absolute.month,
    "month": absolute.month,
    "part_of_month": absolute.part_of_month,
    "part_of_named_month": absolute.part_of_named_month,
    "part_of_year": absolute.part_of_year,
    "part_of_period": relative.part_of_period,
    "iso": days.iso,
    "numeric": days.numeric,
    "years": absolute.years,
    "year": absolute.year,
    "weekday_range": relative.weekday_range,
    "weekday": relative.weekday,
    "deictic": relative.deictic,
    "period": relative.period,
    "weekend": relative.period,
    "season": relative.season,
    "season_year": absolute.season_year,
    "ago": relative.ago,
    "from_now": relative.from_now,
    "rolling": relative.rolling,
    "later": anaphoric.later,
    "next_to": anaphoric.next_to,
    "that": anaphoric.that,
    "day_before": anaphoric.day_before,
    "decade": absolute.decade,
    "century": absolute.century,
    "decade_word": absolute.decade,
    "quarter": absolute.quarter,
    "quarter_code": absolute.quarter_code,
    "feast": absolute.feast,
    "named_day": absolute.named_day,
    "last_century": relative.last_century,
}
