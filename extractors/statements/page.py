"""A text with its quotations and cues: what rules for direct speech look at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from extractors.quotations import Quotation, nested
from extractors.statements.cues import Cue
from extractors.statements.persons import phrase_before
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
    text = doc.text  # put together anew each time that it is asked for
    stretches = (_quoted(doc, one, text) for one in quotations)
    found = tuple(each for each in stretches if each and not _breaks_off(doc, each, cues))
    inside = frozenset(i for each in found for i in range(each.first, each.end))
    return Page(doc, cues, found, inside)


def nested_page(page: Page) -> Page:
    """The page of what is quoted inside the quotations of another, and of the cues there."""
    text = page.doc.text
    quotations = [one for each in page.quoted for one in nested(text, each.quotation)]
    cues = {i: cue for i, cue in page.cues.items() if i in page.inside}
    return page_of(page.doc, quotations, cues)


def _breaks_off(doc: Doc, each: Quoted, cues: Mapping[int, Cue]) -> bool:
    """“It is over, the judge said: no quotation, its mark being left open over who said it."""
    if each.quotation.closed or len(each.quotation.parts) > 1:
        return False
    for i in range(each.first + 1, each.end):
        if i in cues and cues[i].takes("direct") and doc[i].tag_ in {"VBD", "VBZ"}:
            speaker = phrase_before(doc, i, each.first)
            if doc[(speaker.start if speaker is not None else i) - 1].text == ",":
                return True
    return False


def _quoted(doc: Doc, quotation: Quotation, text: str) -> Quoted | None:
    extent = quotation.extent
    span = doc.char_span(extent.start, extent.end, alignment_mode="expand")
    if span is None or not quotation.parts:
        return None
    return Quoted(quotation, span.start, span.end, quotation.inner.of(text))


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
