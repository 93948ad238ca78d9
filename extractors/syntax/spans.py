"""The words of a phrase or a sentence."""

from spacy.tokens import Span, Token

from extractors.syntax.labels import (
    APPOSITION,
    COORDINATED,
    NOUN_CLAUSE,
)


def extent(head: Token, *, without: frozenset[str] = frozenset()) -> Span:
    """The head's whole phrase, minus the branches under these labels, without edge punctuation.

    Always one stretch of text: the part around the head that no left-out branch interrupts.
    """
    left_out = {t.i for child in head.children if child.dep_ in without for t in child.subtree}
    kept = {token.i for token in head.subtree if token.i not in left_out}
    start = end = head.i
    while start - 1 in kept:
        start -= 1
    while end + 1 in kept:
        end += 1
    return trimmed(head.doc[start : end + 1])


def trimmed(span: Span) -> Span:
    """The span without white space, punctuation, prepositions and conjunctions at its edges."""
    start, end = span.start, span.end
    while start < end - 1 and _is_edge(span.doc[start]):
        start += 1
    while end - 1 > start and (span.doc[end - 1].is_space or span.doc[end - 1].is_punct):
        end -= 1
    return span.doc[start:end]


def sentence(token: Token) -> Span:
    """The token's whole sentence, its punctuation included, without white space at its edges."""
    words = [word for word in token.sent if not word.is_space]
    return token.doc[words[0].i : words[-1].i + 1] if words else token.sent


def _is_edge(token: Token) -> bool:
    return token.is_space or token.is_punct or token.dep_ in {"case", "cc", "mark"}


NOT_IN_NAME = (
    COORDINATED | NOUN_CLAUSE | frozenset({"cc", "parataxis", "punct", "list", "dep", "advcl"})
)


def noun_phrase(head: Token) -> Span:
    """The noun with its modifiers and title, without relative clauses and coordinations.

    "the EU's foreign policy chief", "French President Emmanuel Macron".
    """
    return extent(head, without=NOT_IN_NAME | APPOSITION | frozenset({"case"}))


def full_noun_phrase(head: Token) -> Span:
    """The noun phrase with its appositive: "Kaja Kallas, the EU's foreign policy chief"."""
    return extent(head, without=COORDINATED | NOUN_CLAUSE | frozenset({"cc", "parataxis", "case"}))
