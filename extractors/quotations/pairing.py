"""Marks in pairs, paragraph by paragraph; where one is missing, pairing goes on with the next."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.quotations.marks import Mark, Style, marks_in
from readout.records import Extent


@dataclass(frozen=True, slots=True)
class Stretch:
    """What lies between two marks of one paragraph; a mark that is missing is None."""

    opening: Mark | None
    closing: Mark | None
    inner: Extent


def paired(
    text: str, paragraph: Extent, style: Style, taken: Sequence[Extent] = ()
) -> list[Stretch]:
    """The stretches between the marks of one style in a paragraph, in order."""
    marks = marks_in(text, paragraph, style, taken)
    stretches: list[Stretch] = []
    opening: Mark | None = None
    depth = 0
    for i, mark in enumerate(marks):
        if mark.opens and opening is None:
            opening, depth = mark, 0
        elif mark.opens and opening is not None:
            if _closes_twice(marks[i:]):
                depth += 1
            else:
                stretches.append(stretch_of(text, opening, None, Extent(opening.end, mark.start)))
                opening = mark
        elif depth:
            depth -= 1
        else:
            start = opening.end if opening else paragraph.start
            stretches.append(stretch_of(text, opening, mark, Extent(start, mark.start)))
            opening = None
    if opening is not None:
        stretches.append(stretch_of(text, opening, None, Extent(opening.end, paragraph.end)))
    return stretches


def _closes_twice(marks: Sequence[Mark]) -> bool:
    """Whether a mark that opens inside a quotation leaves a closing one for the outer too."""
    depth = 1
    for mark in marks:
        depth += 1 if mark.opens else -1
        if depth == 0:
            return True
    return False


def stretch_of(text: str, opening: Mark | None, closing: Mark | None, inner: Extent) -> Stretch:
    """The stretch between two marks, without white space at its edges."""
    start, end = inner.start, inner.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Stretch(opening, closing, Extent(start, end))
