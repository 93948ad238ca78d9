"""Every date in a document, found by its words and given its interval."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from spacy.tokens import Doc

from extractors.dates import clock, direction, refusals, years
from extractors.dates.context import Context
from extractors.dates.intervals import Interval
from extractors.dates.patterns import Candidate, candidates
from extractors.dates.resolve import resolve
from readout.records import Document, Extent, When

RECALL = 300  # characters: no farther back does "that day" point
MONTHS = 12


def find(doc: Doc, document: Document) -> tuple[When, ...]:
    """Every date in the text that can be given an interval, in order.

    Relative dates rest on the day of publication, or on a full date in the dateline; without
    either they are left out, as are names, durations and repeated days. A decade is an interval
    of precision "none".
    """
    text = doc.text  # put together anew each time that it is asked for
    standing = [found for found in candidates(text) if not refusals.is_refused(found, doc)]
    reference = reference_day(document, standing)
    day_first = _writes_day_first(standing)
    in_force = years.in_force(text, standing)
    found: list[When] = []
    for candidate, year in zip(standing, in_force, strict=True):
        span = doc.char_span(candidate.start, candidate.end, alignment_mode="expand")
        if span is None:
            continue
        previous = _previous(found, candidate)
        listed = years.carried_on(doc, candidate, found[-1], reference) if found else None
        context = Context(
            reference, partial(direction.of, span), previous, year or listed, day_first
        )
        resolved = resolve(candidate, context)
        if resolved is None:
            continue
        interval, basis = resolved
        extent = Extent(candidate.start, candidate.end)
        if interval.precision == "day":
            interval, extent = clock.at_time(text, interval, extent)
        found.append(When(interval.start, interval.end, interval.precision, basis, extent))
    return tuple(_without_overlap(found))


def _previous(found: list[When], candidate: Candidate) -> Interval | None:
    if not found or candidate.start - found[-1].extent.end > RECALL:
        return None
    last = found[-1]
    return Interval(last.start, last.end, last.precision)


def reference_day(document: Document, standing: list[Candidate]) -> date | None:
    """The day of publication, else the full date of the dateline, else None."""
    if document.published_at is not None:
        return document.published_at.date()
    dateline = document.dateline
    if dateline is None or dateline.date is None:
        return None
    nowhere = Context(None, lambda: "unknown", None, None)
    for candidate in standing:
        if dateline.date.overlaps(Extent(candidate.start, candidate.end)):
            resolved = resolve(candidate, nowhere)
            if resolved is not None and resolved[0].precision == "day":
                return resolved[0].start.date()
    return None


def _writes_day_first(standing: list[Candidate]) -> bool:
    """Whether the text's own numeric dates can only be read day first: 25/3/2025."""
    numeric = [candidate for candidate in standing if candidate.kind == "numeric"]
    firsts = [int(candidate.group("first") or 0) for candidate in numeric]
    seconds = [int(candidate.group("second") or 0) for candidate in numeric]
    return max(firsts, default=0) > MONTHS >= max(seconds, default=0)


def _without_overlap(found: list[When]) -> Iterator[When]:
    end = -1
    for when in found:
        if when.extent.start >= end:
            yield when
            end = when.extent.end
