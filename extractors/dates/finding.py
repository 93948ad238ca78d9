"""Every date in a document, found by its words and given its interval."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from spacy.tokens import Doc, Span

from extractors.dates import clock, direction, refusals
from extractors.dates.intervals import Interval
from extractors.dates.patterns import Candidate, candidates
from extractors.dates.resolve import Context, resolve
from readout.records import Document, Extent, When

YEAR_ADVERBIAL = ("In ", "in ", "By ", "During ")


def find(doc: Doc, document: Document) -> tuple[When, ...]:
    """Every date in the text that can be given an interval, in order.

    Relative dates rest on the day of publication, or on a full date in the dateline; without
    either they are left out, as are names, durations and repeated days.
    """
    standing = [found for found in candidates(doc.text) if not refusals.is_refused(found, doc)]
    reference = reference_day(document, standing)
    day_first = _writes_day_first(standing)
    found: list[When] = []
    previous: Interval | None = None
    for candidate in standing:
        span = doc.char_span(candidate.start, candidate.end, alignment_mode="expand")
        if span is None:
            continue
        year = _year_in_force(span, standing)
        context = Context(reference, partial(direction.of, span), previous, year, day_first)
        resolved = resolve(candidate, context)
        if resolved is None:
            continue
        interval, basis = resolved
        extent = Extent(candidate.start, candidate.end)
        if interval.precision == "day":
            interval, extent = clock.at_time(doc.text, interval, extent)
        previous = interval
        found.append(When(interval.start, interval.end, interval.precision, basis, extent))
    return tuple(_without_overlap(found))


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
    return any(first > 12 for first in firsts) and not any(second > 12 for second in seconds)


def _year_in_force(span: Span, standing: list[Candidate]) -> int | None:
    """The year of a narrative: "In 2013, …" opening this sentence or the one before it."""
    sentence = span.sent
    starts = {sentence.start_char}
    before = span.doc[max(0, sentence.start - 1)]
    if sentence.start > 0 and not before.is_space:
        starts.add(before.sent.start_char)
    for candidate in standing:
        if candidate.start >= span.start_char:
            return None
        if candidate.kind == "year" and _opens(candidate, span.doc.text, starts):
            year = int(candidate.group("year") or 0)
            return year
    return None


def _opens(candidate: Candidate, text: str, starts: set[int]) -> bool:
    return any(candidate.start == start + 3 for start in starts) and (
        text[candidate.start - 3 : candidate.start] in YEAR_ADVERBIAL
    )


def _without_overlap(found: list[When]) -> Iterator[When]:
    end = -1
    for when in found:
        if when.extent.start >= end:
            yield when
            end = when.extent.end
