"""Who comes along: the envoy, *joined by* two ambassadors, met the president."""

from collections.abc import Iterable

from spacy.tokens import Token

from extractors import syntax
from extractors.lexicon import lemma

ALONG = frozenset({"join", "accompany", "flank"})


def company(heads: Iterable[Token]) -> list[Token]:
    """Those by whom one of these people is joined or accompanied, by what modifies the name."""
    return [
        other
        for head in heads
        for clause in syntax.children(head, syntax.NOUN_CLAUSE)
        if lemma(clause) in ALONG and clause.tag_ == "VBN"
        for other in syntax.prepositional(clause, "by")
    ]
