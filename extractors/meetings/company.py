"""Who comes along: the envoy, *joined by* two ambassadors, met the president."""

from collections.abc import Iterable

from spacy.tokens import Token

from extractors import syntax
from extractors.lexicon import lemma

BESIDE = frozenset({"alongside", "along", "together", "along with", "together with"})
WITH = frozenset({"along", "together"})
ALONG = frozenset({"join", "accompany", "flank"})


def company(heads: Iterable[Token]) -> list[Token]:
    """Those by whom one of these people is joined or accompanied, by what modifies the name."""
    heads = list(heads)
    joined = [
        other
        for head in heads
        for clause in syntax.children(head, syntax.NOUN_CLAUSE)
        if lemma(clause) in ALONG and clause.tag_ == "VBN"
        for other in syntax.prepositional(clause, "by")
    ]
    return joined + [other for head in heads for other in _beside(head)]


def _beside(head: Token) -> list[Token]:
    """The secretary, *together with* the general, met them; along with, alongside."""
    verb = syntax.governor(head)
    tops = [head] if verb is None else [head, verb]
    return [
        other
        for top in tops
        for preposition, nominal in syntax.obliques(top)
        if preposition in BESIDE or _opens_beside(nominal)
        for other in syntax.conjuncts(nominal)
        if verb is None or other.i < verb.i
    ]


def _opens_beside(nominal: Token) -> bool:
    """Along and together hang on the preposition or on the noun, by the parser's whim."""
    opening = nominal.left_edge
    before = opening.nbor(-1) if opening.i > 0 else opening
    return syntax.preposition(nominal) == "with" and (
        opening.lower_ in WITH or before.lower_ in WITH
    )
