"""The year that a month or a day without one stands in, when it is not the report's."""

import re
from datetime import date

from spacy.tokens import Doc

from extractors.dates.patterns import Candidate, names
from extractors.syntax.labels import FINITE
from readout.records import When

OPENS_WITH = ("In ", "By ", "During ")
YEARLESS = frozenset(
    {
        "month",
        "month_day",
        "day_month",
        "part_of_month",
        "day_range",
        "range_day",
        "part_of_named_month",
    }
)
OF_THE_DAY = frozenset({"weekday", "deictic", "period", "ago", "weekend", "weekday_range"})
CARRIED = 3  # months: so far at most is it to the next one of a list
MONTHS = 12
PAIRED = re.compile(r"[ ]?(?:and|to|through|or|until|[-–—,])[ ]?")


def in_force(text: str, standing: list[Candidate]) -> list[int | None]:
    """For each candidate the year that the text around it gives, or None for the report's own.

    News leaves out the year it is published in, so an earlier year holds only where the sentence
    or the one before opens with it ("In 2013, …"), in a text that is no report of the day at all
    (a biography), or where two dates share it: June and July 2024.
    """
    of_the_day = any(candidate.kind in OF_THE_DAY for candidate in standing)
    found: list[int | None] = []
    dated: Candidate | None = None
    for place, candidate in enumerate(standing):
        year = None
        if candidate.kind in YEARLESS and not candidate.group("year"):
            year = _shared(text, candidate, standing[place + 1 : place + 2])
            if year is None and dated is not None:
                year = _told(text, candidate, dated, of_the_day=of_the_day)
        found.append(year)
        dated = candidate if candidate.group("year") else dated
    return found


def _shared(text: str, candidate: Candidate, following: list[Candidate]) -> int | None:
    for other in following:
        month, year = other.group("month"), other.group("year")
        gap = text[candidate.end : other.start]
        if month and year and not month.isdigit() and PAIRED.fullmatch(gap):
            return int(year) - (_number(candidate) > _number(other))
    return None


def _number(candidate: Candidate) -> int:
    return names("months")[(candidate.group("month") or "").rstrip(".")]


def _told(text: str, candidate: Candidate, last: Candidate, *, of_the_day: bool) -> int | None:
    between = text[last.end : candidate.start]
    if "\n" in between:
        return None
    if not of_the_day:
        return int(last.group("year") or 0)
    opens = text[max(0, last.start - 9) : last.start].endswith(OPENS_WITH)
    sentences = between.count(". ")
    return (
        int(last.group("year") or 0) if opens and last.kind == "year" and sentences <= 1 else None
    )


def carried_on(doc: Doc, candidate: Candidate, last: When, reference: date | None) -> int | None:
    """The year of a month in a list of those to come: Rome in December, *Oslo in January*."""
    if candidate.kind != "month" or candidate.group("relative") or reference is None:
        return None
    before = last.start.date()
    between = doc.char_span(last.extent.end, candidate.start, alignment_mode="contract")
    if last.precision != "month" or before <= reference or between is None or not len(between):
        return None
    if any(token.tag_ in FINITE or token.is_sent_start for token in between):
        return None
    number = _number(candidate)
    later = (number - before.month) % MONTHS
    return before.year + (number < before.month) if 0 < later <= CARRIED else None
