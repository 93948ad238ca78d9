"""Words that name a day of the calendar, read by dateparser: 3 March 2025, Dec. 5th, 5/3/2024.

Only spans that the patterns found come here, with dateparser's strict settings, so that it reads
what is written and guesses nothing: no month, no day and no language is left open.
"""

from datetime import date, datetime, time
from functools import lru_cache
from typing import Literal

import dateparser

Order = Literal["DMY", "MDY"]
Side = Literal["past", "future"]
REMEMBERED = 4096  # readings; each is some 200 bytes and spares half a millisecond
NOON = time(12)


def day_in(words: str, year: int, order: Order = "MDY") -> date | None:
    """The day that words name in a year; None where there is none, as for February 30."""
    return _read(f"{words} {year}", date(year, 1, 1), "past", order)


def days_around(words: str, reference: date) -> tuple[date, date] | None:
    """The latest such day up to the reference day and the next one from it, itself included."""
    before = _read(words, reference, "past", "MDY")
    if before is None or before == reference:
        return None if before is None else (before, before)
    after = _read(words, reference, "future", "MDY")
    return None if after is None else (before, after)


@lru_cache(maxsize=REMEMBERED)
def _read(words: str, base: date, side: Side, order: Order) -> date | None:
    read = dateparser.parse(
        words,
        languages=["en"],
        settings={
            "RELATIVE_BASE": datetime.combine(base, NOON),
            "PARSERS": ["absolute-time"],
            "REQUIRE_PARTS": ["day", "month"],
            "DATE_ORDER": order,
            "PREFER_DATES_FROM": side,
        },
    )
    return None if read is None else read.date()
