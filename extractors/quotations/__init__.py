"""Quotations by their marks, whatever the marks and however they are broken.

Marks are paired within a paragraph; where one is missing or doubled, the pairing goes on with the
next. An opening mark repeated where the next paragraph starts carries the quotation on, as
typographers have it; a quotation left open may also end with a lone closing mark just below.
"""

import re
from collections.abc import Sequence

from extractors.quotations.joining import Quotation, joined, quotation_of
from extractors.quotations.marks import STYLES
from extractors.quotations.pairing import paired
from readout.records import Extent

__all__ = ["Quotation", "find", "nested"]

PARAGRAPH = re.compile(r"[^\n]+")


def find(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations of a text, in order, none overlapping another."""
    paragraphs = [Extent(*match.span()) for match in PARAGRAPH.finditer(text)]
    found: list[Quotation] = []
    for style in STYLES:
        taken = [quotation.extent for quotation in found]
        stretches = [paired(text, paragraph, style, taken) for paragraph in paragraphs]
        found = _outermost([*found, *joined(text, paragraphs, stretches)])
    return tuple(found)


def nested(text: str, outer: Quotation) -> tuple[Quotation, ...]:
    """The quotations inside another, between marks of another style, in order."""
    mark = text[outer.extent.start]
    styles = [style for style in STYLES if mark not in style.opening + style.either]
    found = [
        quotation_of([stretch])
        for style in styles
        for part in outer.parts
        for stretch in paired(text, part, style)
        if stretch.opening and stretch.closing and stretch.inner.start < stretch.inner.end
    ]
    return tuple(_outermost(found))


def _outermost(quotations: Sequence[Quotation]) -> list[Quotation]:
    """In order, without those that lie in another; of two that cross, the first."""
    kept: list[Quotation] = []
    for quotation in sorted(quotations, key=lambda each: (each.extent.start, -each.extent.end)):
        if not kept or kept[-1].extent.end <= quotation.extent.start:
            kept.append(quotation)
    return kept
