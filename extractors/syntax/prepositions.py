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
    is_inner_preposition,
)


def preposition(nominal: Token) -> str:
    """The preposition before a nominal, in lower case, fixed expressions whole; else empty."""
    for child in nominal.children:
        if child.dep_ == "case" and child.i < nominal.i:
            return " ".join(
                [child.lower_, *(part.lower_ for part in children(child, frozenset({"fixed"})))]
            )
    if nominal.dep_ == "pobj" and nominal.head.dep_ in {"prep", "agent", "dative"}:
        return _prep_words(nominal.head, nominal)
    if nominal.dep_ in COORDINATED:
        return preposition(first_conjunct(nominal))
    return ""


def _prep_words(prep: Token, nominal: Token) -> str:
    """The preposition and what is one with it: because *of*, *ahead* of, out *of*."""
    inner = [child for child in prep.children if child.dep_ in {"pcomp", "prep", "fixed"}]
    parts = [child for child in inner if child.i < nominal.i and child.pos_ != "VERB"]
    outer = [prep.head] if is_inner_preposition(prep) else []
    return " ".join(word.lower_ for word in sorted([*outer, prep, *parts]))


def _prepositional_heads(head: Token) -> Iterator[Token]:
    for child in head.children:
        if child.dep_ in OBLIQUE | {"nmod", "nmod:unmarked"}:
            yield child
        elif child.dep_ == "advmod" or _is_preposition(child):
            yield from _objects_of_prep(child)


def _is_preposition(token: Token) -> bool:
    return token.dep_ in {"prep", "agent", "dative"} and token.pos_ in {"ADP", "SCONJ", "VERB"}


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
