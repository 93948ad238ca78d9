"""How far the words of indirect speech reach."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Span, Token

from extractors import syntax
from extractors.statements import next_report
from extractors.statements.cues import Cue
from extractors.statements.passages import (
    MARKS,
    is_finite,
    left_edge,
    passage,
    right_edge,
    sentence_end,
    sentence_start,
)

# What was said, and the frame it came in.
Content = tuple[list[Span], str]
# Words that set a clause before the main one, and how near the cue then stands.
FRONTED = frozenset(
    {"when", "while", "asked", "after", "although", "though", "if", "as", "despite"}
)
FRONTED_WITHIN = 4
LONGEST_JOINT = 4  # tokens between two quoted fragments: ,” and “

# What hangs on the reporting verb and starts something else.
NEXT = frozenset({"conj", "cc", "parataxis"})


class Reach:
    """Where content ends, in one text with its cues and quotations."""

    def __init__(
        self, doc: Doc, cues: Mapping[int, Cue], quoted: Sequence[tuple[int, int]]
    ) -> None:
        self.doc = doc
        self.cues = cues
        self.quoted = quoted
        self._ends = dict(quoted)

    def clause(self, cue: Cue, start: int, head: Token | None) -> Span | None:
        """The content that starts here and hangs on `head`; to the sentence's end without one."""
        limit = sentence_end(cue.head)
        end = min(limit, self._end_of(cue, head)) if head is not None else limit
        if head is not None and self._goes_on_with_that(start, end):
            end = limit
        return self._with_next_fragment(self.bounded(start, max(end, start)))

    def _with_next_fragment(self, span: Span | None) -> Span | None:
        """As saying “A” | and “B”: the words in the next marks are said as well."""
        if span is None:
            return None
        following = self.next_quoted(span.end, LONGEST_JOINT)
        if following is None:
            return span
        between = self.doc[span.end : following[0]]
        joined = [token.lower_ for token in between if token.text not in MARKS]
        if joined in (["and"], [",", "and"]):
            return passage(self.doc, span.start, following[1])
        return span

    def next_quoted(self, i: int, within: int) -> tuple[int, int] | None:
        """The quotation that starts behind this place, within so many tokens."""
        starts = (first for first in range(i + 1, i + within + 1) if first in self._ends)
        first = next(starts, None)
        return None if first is None else (first, self._ends[first])

    def _goes_on_with_that(self, start: int, end: int) -> bool:
        """Said that it was late, | that it was cold and that …: what follows is said too."""
        if self.doc[start - 1].lower_ != "that" or end + 2 >= len(self.doc):
            return False
        joined = self.doc[end].text == "," or self.doc[end].lower_ == "and"
        return joined and self.doc[end + 1].lower_ == "that"

    def bounded(self, start: int, end: int) -> Span | None:
        """The tokens `[start, end)`, cut before the next report and whole in its quotations."""
        end = self._cut(start, end)
        for first, stop in self.quoted:
            if first < start < stop:  # inside a quotation: content ends where that does
                end = min(end, stop)
            elif start <= first < end < stop:
                end = stop
        return self._with_its_marks(passage(self.doc, start, end))

    def _with_its_marks(self, span: Span | None) -> Span | None:
        """With a mark at its edge again, when the other of the pair stands inside: “A” and B."""
        if span is None:
            return None
        start, end = span.start, span.end
        for first, stop in self.quoted:
            if first == start - 1 and stop < end:
                start = first
            if stop == end + 1 and first > start:
                end = stop
        return self.doc[start:end]

    def _end_of(self, cue: Cue, head: Token) -> int:
        """To the end of the reporting clause: annotators take in what trails, and so do we."""
        end = max(right_edge(head), right_edge(cue.head))
        for child in cue.head.rights:
            start = left_edge(child)
            if child.i > head.i and start > head.i and self._starts_anew(child, start):
                return min(end, start)
        return self._front(cue, head, end)

    def _starts_anew(self, child: Token, start: int) -> bool:
        """Whether a branch of the reporting verb, from `start` on, is no part of what was said."""
        first, before = self.doc[start], self.doc[start - 1]
        comma = before.text in {",", "–", "—", ";"}
        if child.dep_ in NEXT:
            joined = first.pos_ == "CCONJ" or before.pos_ == "CCONJ" or comma
            that = first.pos_ == "CCONJ" and self.doc[start : start + 2].text.lower().endswith(
                " that"
            )
            within = that or first.pos_ == "SCONJ" or has_that(child) or _is_predicted(child)
            return joined and not within
        return comma and child.dep_ == "advcl" and child.tag_ == "VBG"

    def _front(self, cue: Cue, head: Token, end: int) -> int:
        """In a clause set before the main one ("Asked if …, the minister …"), up to the comma."""
        opening = sentence_start(cue.head)
        subordinate = cue.head.i - opening <= FRONTED_WITHIN and self.doc[opening].lower_ in FRONTED
        participle = cue.head.tag_ in {"VBG", "VBN"} and not syntax.auxiliaries(cue.head)
        first = not any(is_finite(token) for token in self.doc[opening : cue.head.i])
        if not subordinate and not (participle and first):
            return end
        for i in range(head.i, end):
            if self.doc[i].text == ",":
                return i
        return end

    def _cut(self, start: int, end: int) -> int:
        """Before ", adding that", "and said that", ", according to"."""
        within = self.quoted[
            bisect_left(self.quoted, (start, 0)) : bisect_left(self.quoted, (end, 0))
        ]
        for i in range(start + 1, end - 1):
            if any(first <= i < stop for first, stop in within):
                continue
            if next_report.starts_at(self.doc, self.cues, i):
                return i
        return end


def _is_predicted(verb: Token) -> bool:
    """Said it was late | and would not come: "would" without a subject goes on with the content."""
    modal = any(token.tag_ == "MD" for token in syntax.children(verb, syntax.AUXILIARY))
    return modal and not syntax.children(verb, syntax.SUBJECT | syntax.PASSIVE_SUBJECT)


def markers_end(head: Token) -> int:
    """Where a clause's own words start: after "that", and after the mark of a quotation."""
    start = left_edge(head)
    following = head.doc[start + 1] if start + 1 < head.i else head
    if head.doc[start].lower_ == "that" and (
        head.doc[start].tag_ in {"IN", "WDT"}
        or following.tag_ in {"NNS", "NNP", "NNPS", "PRP", "DT"}
    ):
        start += 1
    return start


def has_that(head: Token) -> bool:
    """Whether "that" opens the clause."""
    return any(mark.lower_ == "that" for mark in syntax.markers(head))
