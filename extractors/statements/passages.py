"""Stretches of a parsed text: between tokens, trimmed at their edges, as extents."""

from spacy.tokens import Doc, Span, Token

from extractors import syntax
from extractors.syntax.labels import FINITE
from readout.records import Extent

MARKS = frozenset({'"', "“", "”", "„", "‘", "’", "'", "''", "``", "«", "»"})
EDGE = MARKS | frozenset({",", ";", ":", "-", "–", "—", "--", ".", "…", "...", "•", "*"})
QUESTION_TAGS = frozenset({"WRB", "WP", "WDT", "WP$"})
DAYS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
    | {"yesterday", "today", "tomorrow"}
)
# Words that stand between a reporting verb and its content, and tell when it was said.
WHEN_SAID = DAYS | {"morning", "afternoon", "evening", "night", "late", "early", "last"}
NESTED_CLAUSE = syntax.NOUN_CLAUSE | {"csubj"}


def passage(doc: Doc, start: int, end: int) -> Span | None:
    """The tokens `[start, end)` without white space, marks and punctuation at the edges."""
    while start < end and (doc[start].is_space or doc[start].text in EDGE):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in EDGE):
        end -= 1
    return doc[start:end] if start < end else None


def extent_of(span: Span) -> Extent:
    """The span's place in the text."""
    return Extent(span.start_char, span.end_char)


def sentence_start(token: Token) -> int:
    """The place of the first token of the token's sentence."""
    i = token.i
    while i > 0 and not token.doc[i].is_sent_start:
        i -= 1
    return i


def sentence_end(token: Token) -> int:
    """The place after the last token of the token's sentence."""
    i = token.i + 1
    while i < len(token.doc) and not token.doc[i].is_sent_start:
        i += 1
    return i


def left_edge(head: Token) -> int:
    """The place of the first token of the head's whole phrase."""
    return int(head.left_edge.i)


def right_edge(head: Token) -> int:
    """The place after the last token of the head's whole phrase."""
    return int(head.right_edge.i) + 1


def is_finite(token: Token) -> bool:
    """A verb that makes a clause of its own, outside relative and adverbial clauses."""
    if token.tag_ not in FINITE:
        return False
    clause = token.head if token.dep_ in syntax.AUXILIARY | {"cop"} else token
    if clause.dep_ in syntax.ADVERBIAL_CLAUSE:
        return not any(child.dep_ == "mark" or child.tag_ == "WRB" for child in clause.children)
    return clause.dep_ not in NESTED_CLAUSE


def nominal_head(span: Span) -> Token | None:
    """The noun that a stretch hangs together by: the first whose governor lies outside."""
    for token in span:
        outside = token.head == token or not span.start <= token.head.i < span.end
        if outside and token.pos_ in syntax.NOMINAL:
            return token
    return next((token for token in span if token.pos_ in syntax.NOMINAL), None)
