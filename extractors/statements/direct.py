"""Direct speech: by the marks, and the reporting verb that stands next to them.

The marks and the order of words matter more here than the parse, which breaks at quotations.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from extractors import syntax
from extractors.quotations import Quotation
from extractors.statements.cues import Cue
from extractors.statements.drafts import Draft
from extractors.statements.passages import (
    MARKS,
    extent_of,
    is_finite,
    sentence_end,
    sentence_start,
)
from extractors.statements.speakers import (
    addressee_of,
    can_speak,
    speaker_beside,
    speaker_of,
    subject_of_sentence,
)
from readout.records import Extent

SENTENCE_ENDS = frozenset({".", "?", "!"})
SUBORDINATE = frozenset(
    {"while", "when", "after", "before", "because", "since", "although", "which"}
)
CONTINUES = frozenset({"CC", "IN", "TO", "WDT", "WP", "RP", "POS"})


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


def quoted(doc: Doc, quotations: Sequence[Quotation]) -> list[Quoted]:
    """The quotations of a text with their tokens."""
    found = []
    for quotation in quotations:
        span = doc.char_span(quotation.extent.start, quotation.extent.end, alignment_mode="expand")
        if span is not None and quotation.parts:
            text = doc.text[quotation.inner.start : quotation.inner.end]
            found.append(Quoted(quotation, span.start, span.end, text))
    return found


def _has_object(verb: Token) -> bool:
    """Whether the verb has another object than words quoted: affirmed the right, told reporters."""
    return any(
        child.i > verb.i and child.pos_ in syntax.NOMINAL and child.dep_ in syntax.OBJECT
        for child in verb.children
    ) and not any(child.dep_ in syntax.SUBJECT and child.i > verb.i for child in verb.children)


@dataclass(frozen=True, slots=True)
class Attribution:
    """The reporting clause of a quotation, the tokens `[start, end)` beside it."""

    cue: Cue
    start: int
    end: int


class Direct:
    """The direct speech of one text."""

    def __init__(self, doc: Doc, quotations: Sequence[Quotation], cues: Mapping[int, Cue]) -> None:
        self.doc = doc
        self.quoted = quoted(doc, quotations)
        self.cues = cues
        self.inside = {i for each in self.quoted for i in range(each.first, each.end)}

    def drafts(self) -> Iterator[Draft]:
        """Every statement in direct speech, in order."""
        last: Draft | None = None
        previous: Quoted | None = None
        for each in self.quoted:
            attribution = self._attribution(each)
            if attribution is None and last is not None and previous is not None:
                if self._goes_on(previous, last, each):
                    last, previous = self._extended(last, each), each
                    continue
            if attribution is not None and last is not None and attribution.cue.head == last.anchor:
                last, previous = self._extended(last, each), each
                continue
            draft = self._attributed(each, attribution) if attribution else None
            draft = draft or self._floating(each, last, previous)
            if draft is None:
                continue
            if last is not None:
                yield last
            last, previous = draft, each
        if last is not None:
            yield last

    def _extended(self, draft: Draft, each: Quoted) -> Draft:
        for extent in each.content():
            draft = draft.with_more(extent)
        return draft

    # The reporting clause

    def _attribution(self, each: Quoted) -> Attribution | None:
        before = self._before(each)
        if before is not None and self._touches(before, each):
            return before
        return self._after(each) or before

    def _touches(self, attribution: Attribution, each: Quoted) -> bool:
        """Whether the cue stands right before the mark, but for a comma or colon."""
        between = self.doc[attribution.cue.words.end : each.first]
        return all(token.is_punct or token.is_space for token in between)

    def _limit_after(self, each: Quoted) -> int:
        """Where the reporting clause after a quotation must end."""
        i = each.end
        while i < len(self.doc):
            token = self.doc[i]
            if "\n" in token.text or i in self.inside or token.text in SENTENCE_ENDS | {";"}:
                break
            i += 1
        return i

    def _after(self, each: Quoted) -> Attribution | None:
        """“…,” the minister said; “…,” said the minister."""
        start, end = each.end, self._limit_after(each)
        while start < end and self.doc[start].text in {",", "–", "—", "-"}:
            start += 1
        if start >= end or (self.doc[start].tag_ in CONTINUES and start == each.end):
            return None
        if self.doc[start].pos_ in {"SCONJ", "CCONJ"} or self.doc[start].lower_ in SUBORDINATE:
            return None
        if not (each.is_finished or self._opens_sentence(each) or start > each.end):
            return None
        if each.text.endswith(".") and not self._follows_closely(start):
            return None
        for token in self.doc[start:end]:
            cue = self.cues.get(token.i)
            if cue is not None and cue.takes("direct", "that") and self._reports_here(cue, start):
                return Attribution(cue, start, end)
            if is_finite(token) and not self._helps(token):
                return None
        return None

    def _follows_closely(self, start: int) -> bool:
        """After a full stop inside the marks, only "said X" or "he said" still belongs to it."""
        return start in self.cues or self.doc[start].text.islower()

    def _reports_here(self, cue: Cue, start: int) -> bool:
        """A finite verb of the clause that starts here, not a participle, not in a relative clause."""
        verb = cue.head
        if verb.i > start and not cue.takes("tells") and _has_object(verb):
            return False
        if syntax.is_passive(verb) and verb.tag_ == "VBN":
            return False
        if verb.dep_ in syntax.NOUN_CLAUSE and verb.tag_ not in {"VBD", "VBZ", "VBP"}:
            return False
        if (
            verb.dep_ in syntax.RELATIVE_CLAUSE
            and verb.i > start + 1
            and self._relative(verb, start)
        ):
            return False
        if verb.tag_ == "VBN" and not syntax.auxiliaries(verb):
            return verb.i == start or self.doc[verb.i - 1].pos_ in {"PROPN", "PRON", "NOUN"}
        return verb.tag_ not in {"VBG", "VB"} or bool(syntax.auxiliaries(verb))

    def _relative(self, verb: Token, start: int) -> bool:
        return any(token.tag_ in {"WP", "WDT"} for token in self.doc[start : verb.i])

    def _helps(self, token: Token) -> bool:
        """An auxiliary of a cue: has said, would say."""
        return (
            token.tag_ in {"MD", "VBZ", "VBD", "VBP"}
            and token.head.i in self.cues
            and (token.dep_ in syntax.AUXILIARY)
        )

    def _opens_sentence(self, each: Quoted) -> bool:
        return self.doc[each.first].is_sent_start is True or (
            each.first + 1 < len(self.doc) and self.doc[each.first + 1].is_sent_start is True
        )

    def _start_before(self, each: Quoted) -> int:
        """Where the words that may introduce a quotation start: its sentence, or the line above."""
        i = each.first
        if i == 0:
            return 0
        previous = self.doc[i - 1]
        while previous.is_space and previous.i > 0:
            previous = previous.nbor(-1)
        if previous.text in {":", ","} or not self._opens_sentence(each):
            return sentence_start(previous)
        return i

    def _before(self, each: Quoted) -> Attribution | None:
        """The minister said: “…”; …, adding, “…”; told reporters that “…”."""
        start = self._start_before(each)
        introduction = [t for t in self.doc[start : each.first] if not t.is_space]
        if not introduction:
            return None
        near = introduction[-1]
        if near.text not in {",", ":", "—", "–", "-"} and near.i not in self.cues:
            return None
        for token in reversed(introduction):
            if token.i in self.inside:
                return None
            cue = self.cues.get(token.i)
            if cue is not None and cue.takes("direct", "that", "that!"):
                return Attribution(cue, start, each.first) if self._introduces(cue, each) else None
            if is_finite(token) and not self._helps(token):
                return None
        return None

    def _introduces(self, cue: Cue, each: Quoted) -> bool:
        """Whether quoted words are what the cue reports, not the name of a thing it does."""
        near = next(t for t in reversed(self.doc[: each.first]) if not t.is_space)
        if near.text == ":":
            return True
        if syntax.is_passive(cue.head) or (cue.is_belief and near.i == cue.head.i):
            return False
        speaks = any(is_finite(t) for t in self.doc[each.first : each.end])
        if near.i == cue.head.i:
            return (
                cue.takes("that", "direct")
                and (speaks or each.is_finished)
                and not (cue.takes("naming") or each.text[:1].islower())
            )
        return speaks or each.is_finished or self._touches(Attribution(cue, 0, 0), each)

    # What becomes of it

    def _attributed(self, each: Quoted, attribution: Attribution) -> Draft:
        cue = attribution.cue
        sense = cue.sense("direct")
        return Draft(
            cue.head,
            extent_of(cue.words),
            each.content(),
            "direct after" if attribution.start >= each.end else "direct before",
            0.95,
            self._outside(speaker_beside(cue, attribution.start, attribution.end)),
            sense.act,
            cue.is_belief,
            addressee_of(cue),
        )

    def _outside(self, speaker: Span | None) -> Span | None:
        """A speaker is named outside what is quoted."""
        if speaker is None or speaker.start in self.inside:
            return None
        return speaker

    def _goes_on(self, previous: Quoted, last: Draft, each: Quoted) -> bool:
        """“…,” he said. “…”: the words between belong to the reporting clause alone."""
        between = self.doc[previous.end : each.first]
        if not each.is_finished or any("\n" in token.text for token in between):
            return False
        if last.rule == "direct before" or len(between) > 40:
            return not [t for t in between if not t.is_punct and not t.is_space]
        ends = [t for t in between if t.text in SENTENCE_ENDS and t.i > last.anchor.i]
        words_after = [t for t in between if ends and t.i > ends[0].i and t.is_alpha]
        return not words_after

    def _floating(self, each: Quoted, last: Draft | None, previous: Quoted | None) -> Draft | None:
        """Whole sentences between marks, and nobody beside them: who was speaking, or is named."""
        if not self._stands_alone(each):
            return None
        speaker = self._speaker_around(each, last, previous)
        if speaker is None:
            return None  # an epigraph, a title, a page torn from a story: nobody says it
        anchor = self.doc[each.first]
        anchor = anchor.nbor() if anchor.text in MARKS and anchor.i + 1 < each.end else anchor
        content = each.content()
        return Draft(anchor, content[0], content, "floating", 0.6, speaker)

    def _stands_alone(self, each: Quoted) -> bool:
        """Starts and ends where sentences do, and holds a verb."""
        words = self.doc[each.first : each.end]
        if not each.is_finished or not any(is_finite(token) for token in words):
            return False
        if not self._opens_sentence(each) and not self._after_colon(each):
            return False
        if each.end >= len(self.doc):
            return True
        following = self.doc[each.end]
        return following.is_space or following.is_sent_start is True

    def _after_colon(self, each: Quoted) -> bool:
        return each.first > 0 and self.doc[each.first - 1].text == ":"

    def _speaker_around(
        self, each: Quoted, last: Draft | None, previous: Quoted | None
    ) -> Span | None:
        """The one who goes on speaking; else the subject of the sentence before, else after."""
        i = each.first - 1
        while i >= 0 and self.doc[i].is_space:
            i -= 1
        if last is not None and previous is not None and previous.end > i:
            return last.speaker
        if i >= 0:
            before = self._speaker_in_sentence(self.doc[i])
            if before is not None:
                return before
            if last is not None and last.anchor.i >= sentence_start(self.doc[i]):
                return last.speaker
        if each.end < len(self.doc) and not self.doc[each.end].is_space:
            return self._outside(subject_of_sentence(self.doc[each.end]))
        return None

    def _speaker_in_sentence(self, token: Token) -> Span | None:
        """The one whom a sentence has speaking in its highest clause, else its subject."""
        sentence = self.doc[sentence_start(token) : sentence_end(token)]
        cues = [self.cues[word.i] for word in sentence if word.i in self.cues]
        cues = [cue for cue in cues if not cue.is_belief and cue.head.i not in self.inside]
        for cue in sorted(cues, key=lambda cue: sum(1 for _ in cue.head.ancestors)):
            speaker = self._outside(speaker_of(cue))
            if speaker is not None and can_speak(speaker.root):
                return speaker
        return self._outside(subject_of_sentence(token))
