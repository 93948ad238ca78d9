"""Phrases with a preposition, whichever of the two hangs on the other."""

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.syntax.labels import (
    COORDINATED,
    OBLIQUE,
)
from extractors.syntax.relations import (
    children,
    conjuncts,
    first_conjunct,
)


def preposition(nominal: Token) -> str:
    """The preposition before a nominal, in lower case, fixed expressions whole; else empty."""
    for child in nominal.children:
        if child.dep_ == "case" and child.i < nominal.i:
            return " ".join(
                [child.lower_, *(part.lower_ for part in children(child, frozenset({"fixed"})))]
            )
    if nominal.dep_ == "pobj" and nominal.head.dep_ in {"prep", "agent", "dative"}:
        return _prep_words(nominal.head)
    if nominal.dep_ in COORDINATED:
        return preposition(first_conjunct(nominal))
    return ""


def _prep_words(prep: Token) -> str:
    before = [
        child.lower_ for child in prep.lefts if child.dep_ in {"pcomp", "advmod", "prep", "fixed"}
    ]
    outer = [prep.head.lower_] if prep.dep_ == "prep" and prep.head.dep_ == "prep" else []
    return " ".join([*outer, *before, prep.lower_])


def _prepositional_heads(head: Token) -> Iterator[Token]:
    for child in head.children:
        if child.dep_ in OBLIQUE | {"nmod", "nmod:unmarked"}:
            yield child
        elif child.dep_ in {"prep", "agent", "dative"} and child.pos_ in {"ADP", "SCONJ", "VERB"}:
            yield from _objects_of_prep(child)


def _objects_of_prep(prep: Token) -> Iterator[Token]:
    for child in prep.children:
        if child.dep_ == "pobj":
            yield child
        elif child.dep_ == "prep":
            yield from _objects_of_prep(child)


def prepositional(head: Token, *prepositions: str) -> list[Token]:
    """Nominals hung on a verb or noun by one of these prepositions, coordinations spread out."""
    return [
        conjunct
        for nominal in _prepositional_heads(head)
        if preposition(nominal) in prepositions
        for conjunct in conjuncts(nominal)
    ]


def obliques(head: Token) -> list[tuple[str, Token]]:
    """Every (preposition, nominal) hung on a verb or noun; only the first of a coordination."""
    return [(preposition(nominal), nominal) for nominal in _prepositional_heads(head)]
