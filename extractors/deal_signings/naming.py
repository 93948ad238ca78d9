"""A deal's words: the whole phrase as its argument, its name as its attribute."""

from spacy.tokens import Span, Token

from extractors import money, syntax
from readout.records import Extent

NAMING = frozenset({"of", "on", "for"})
HYPHENS = frozenset({"-", "‑", "–"})
CLAUSAL = frozenset({"cop", "aux", "nsubj", "nsubj:outer", "expl", "mark", "advmod", "cc", "punct"})
BESIDE = frozenset({"with", "between", "among", "in", "at", "by", "after", "during"})


def phrase_of(noun: Token) -> Extent:
    """The instrument's noun phrase, without parties, place, date and relative clauses after it."""
    span = syntax.noun_phrase(noun)
    first = _after_clause(noun, span.start)
    end = span.end
    for child in noun.children:
        if child.i > noun.i and _is_beside(child):
            end = min(end, child.left_edge.i)
    for token in span.doc[noun.i + 1 : end]:
        relative = token.tag_ in {"WDT", "WP"}  # a clause hung too low
        dated = token.lower_ == "on" and token.nbor().lower_ in DAYS
        if relative or dated or token.lower_ in WORTH:
            end = min(end, token.i)
    kept = syntax.trimmed(span.doc[first : max(end, noun.i + 1)])
    return Extent(kept.start_char, kept.end_char)


def _is_beside(child: Token) -> bool:
    prep = syntax.preposition(child) or (child.lower_ if child.dep_ == "prep" else "")
    return prep in BESIDE or (prep == "on" and _is_day(child))


def _is_day(head: Token) -> bool:
    return head.like_num or head.lower_ in DAYS or any(t.like_num for t in head.children)


WORTH = frozenset({"worth", "valued"})
DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])


def name_of(noun: Token) -> str:
    """What the deal is called: minerals agreement, Treaty on the Non-Proliferation of ….

    Articles and sums go; what follows the noun stays where it is part of a name or of its kind
    (memorandum *of understanding*), parties and dates do not.
    """
    end = noun.i + 1
    for prep, head in syntax.obliques(noun):
        naming = prep in NAMING and (noun.pos_ == "PROPN" or prep == "of")
        if naming and head.i > noun.i:
            end = max(end, _before_parties(head))
    return " ".join(_without_article(noun.doc[_start(noun) : end]).text.split())


def _before_parties(head: Token) -> int:
    """The end of a phrase in a name, before *between*, *with* and the like."""
    span = syntax.noun_phrase(head)
    beside = [token.i for token in span if token.i > head.i and token.lower_ in BESIDE]
    return min([span.end, *beside])


def _start(noun: Token) -> int:
    start = _after_clause(noun, syntax.noun_phrase(noun).start)
    phrase = noun.doc[start : noun.i + 1]
    sums = [one.extent.end for one in money.find(phrase.text)]
    for token in noun.doc[start : noun.i]:
        if any(token.idx - phrase.start_char < end for end in sums):
            start = token.i + 1
    for token in noun.doc[start : noun.i]:
        counts = token.pos_ in {"SYM", "NUM"} and token.nbor().text not in HYPHENS  # three-year
        if counts or token.is_currency or token.tag_ == "POS":
            start = token.i + 1
    return start


def _after_clause(noun: Token, start: int) -> int:
    """Past *it is* and all else that makes a clause of the noun."""
    parts = [child for child in noun.lefts if child.dep_ in CLAUSAL]
    return max([start, *(child.right_edge.i + 1 for child in parts)])


def _without_article(span: Span) -> Span:
    start = span.start
    while start < span.end - 1 and (
        span.doc[start].pos_ in {"DET", "PRON", "PUNCT", "SYM"} or span.doc[start].tag_ == "POS"
    ):
        start += 1
    return span.doc[start : span.end]
