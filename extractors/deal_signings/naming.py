"""A deal's words: the whole phrase as its argument, its name as its attribute."""

from spacy.tokens import Span, Token

from extractors import syntax
from readout.records import Extent

NAMING = frozenset({"of", "on", "for"})


def phrase_of(noun: Token) -> Extent:
    """The instrument's noun phrase, relative clauses left out."""
    span = syntax.noun_phrase(noun)
    return Extent(span.start_char, span.end_char)


def name_of(noun: Token) -> str:
    """What the deal is called: minerals agreement; Treaty on the Non-Proliferation of …

    Articles and sums go; what follows the noun stays where it is part of a name or of its kind
    (memorandum *of understanding*), parties and dates do not.
    """
    end = noun.i + 1
    for prep, head in syntax.obliques(noun):
        naming = prep in NAMING and (noun.pos_ == "PROPN" or prep == "of")
        if naming and head.i > noun.i:
            end = max(end, syntax.noun_phrase(head).end)
    return " ".join(_without_article(noun.doc[_start(noun) : end]).text.split())


def _start(noun: Token) -> int:
    start = syntax.noun_phrase(noun).start
    for token in noun.doc[start : noun.i]:
        if token.pos_ in {"SYM", "NUM"} or token.is_currency or token.tag_ == "POS":
            start = token.i + 1
    return start


def _without_article(span: Span) -> Span:
    start = span.start
    while start < span.end - 1 and (
        span.doc[start].pos_ in {"DET", "PRON", "PUNCT", "SYM"} or span.doc[start].tag_ == "POS"
    ):
        start += 1
    return span.doc[start : span.end]
