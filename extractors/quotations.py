"""Quotations by their marks, whatever the marks and however they are broken."""

from dataclasses import dataclass

from readout.records import Extent


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks: `extent` with them, `inner` without."""

    extent: Extent
    inner: Extent


def find(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations of a text, in order."""
    del text
    return ()
