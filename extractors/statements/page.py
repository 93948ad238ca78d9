"""A text with its quotations and cues: what rules for direct speech look at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from extractors.quotations import Quotation
from extractors.statements.cues import Cue
from readout.records import Extent


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation and the tokens of its marks: `first` up to, not including, `end`."""

    quotation: Quotation
    first: int
    end: int
    text: str

    @property
    def is_finished(self) -> bool:
        """Ended by punctuation of its own: “We are ready,” and not a “just peace”."""
        return self.text[-1:] in ",.?!…—-"

    def content(self) -> tuple[Extent, ...]:
        """What was said, without marks and without the comma before the closing one."""
        *before, last = self.quotation.parts
        words = self.text.rstrip(", ")
        cut = len(self.text) - len(words)
        return (*before, Extent(last.start, max(last.start + 1, last.end - cut)))


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed text, its cues by place, its quotations in order, and the tokens inside them."""

    doc: Doc
    cues: Mapping[int, Cue]
    quoted: tuple[Quoted, ...]
    inside: frozenset[int]


def page_of(doc: Doc, quotations: Sequence[Quotation], cues: Mapping[int, Cue]) -> Page:
    """The page of a text."""
    found = tuple(each for each in (_quoted(doc, one) for one in quotations) if each is not None)
    inside = frozenset(i for each in found for i in range(each.first, each.end))
    return Page(doc, cues, found, inside)


def _quoted(doc: Doc, quotation: Quotation) -> Quoted | None:
    extent = quotation.extent
    span = doc.char_span(extent.start, extent.end, alignment_mode="expand")
    if span is None or not quotation.parts:
        return None
    return Quoted(quotation, span.start, span.end, quotation.inner.of(doc.text))


def opens_sentence(page: Page, each: Quoted) -> bool:
    """Whether the quotation starts where a sentence does."""
    return page.doc[each.first].is_sent_start is True or (
        each.first + 1 < len(page.doc) and page.doc[each.first + 1].is_sent_start is True
    )


def outside(page: Page, speaker: Span | None) -> Span | None:
    """A speaker is named outside what is quoted."""
    if speaker is None or speaker.start in page.inside:
        return None
    return speaker
