"""Which words hang on which: dependents, coordinations, governors."""

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.lexicon import lemma
from extractors.syntax.labels import (
    ADVERBIAL_CLAUSE,
    CONTENT_CLAUSE,
    COORDINATED,
    NEGATION_WORDS,
    NOMINAL,
    OPEN_CLAUSE,
    POSSESSOR,
    WITH_OF,
)


def children(token: Token, labels: frozenset[str]) -> list[Token]:
    """The direct dependents under any of these labels, in order."""
    return [child for child in token.children if child.dep_ in labels]


def conjuncts(token: Token) -> list[Token]:
    """The token and all that is coordinated with it, in order: A, B and C."""
    found = [token]
    for child in token.children:
        if child.dep_ in COORDINATED and _coordinable(token, child):
            found.extend(conjuncts(child))
    return found


def _coordinable(head: Token, other: Token) -> bool:
    return (head.pos_ in NOMINAL) == (other.pos_ in NOMINAL)


def first_conjunct(token: Token) -> Token:
    """The token that the coordination hangs from; itself when there is none."""
    while token.dep_ in COORDINATED and token.head != token:
        token = token.head
    return token


def governor(token: Token) -> Token | None:
    """What the token's phrase or clause hangs on, past coordinations; None at the root."""
    top = first_conjunct(token)
    if top.head == top:
        return None
    head: Token = top.head
    inside = head.dep_ in {"prep", "agent", "dative"} and top.dep_ in {"pobj", "pcomp"}
    return governor(head) if inside or is_inner_preposition(top) else head


def is_inner_preposition(prep: Token) -> bool:
    """Whether it is one with the word it hangs on: out *of*, ahead *of*, according *to*."""
    head = prep.head
    joined = head.dep_ == "prep" or (head.dep_ == "advmod" and head.lower_ in WITH_OF)
    return prep.dep_ == "prep" and joined


def governors(token: Token) -> Iterator[Token]:
    """Each governor in turn, the nearest first, up to the root."""
    above = governor(token)
    while above is not None:
        yield above
        above = governor(above)


def possessors(noun: Token) -> list[Token]:
    """Whose it is: Macron's visit."""
    return [conjunct for token in children(noun, POSSESSOR) for conjunct in conjuncts(token)]


def content_clauses(verb: Token) -> list[Token]:
    """The heads of finite complement clauses: said *that …*."""
    return children(verb, CONTENT_CLAUSE)


def open_clauses(verb: Token) -> list[Token]:
    """The heads of complements without a subject of their own: promised *to …*."""
    return children(verb, OPEN_CLAUSE)


def adverbial_clauses(verb: Token) -> list[Token]:
    """The heads of adverbial clauses, with a preposition or without: *after meeting* Xi."""
    introduced = (
        inner
        for prep in children(verb, frozenset({"prep"}))
        for inner in children(prep, frozenset({"pcomp"}))
        if inner.tag_ == "VBG"
    )
    return sorted([*children(verb, ADVERBIAL_CLAUSE), *introduced])


def negation(token: Token) -> Token | None:
    """The word that negates a verb or noun, if any: did *not*, *no* meeting, *neither*."""
    for child in token.children:
        if child.lower_ in NEGATION_WORDS and child.dep_ in {
            "advmod",
            "neg",
            "det",
            "cc:preconj",
            "preconj",
        }:
            return child
    return None


def infinitive(verb: Token) -> bool:
    """Whether the verb stands with *to*."""
    return any(child.tag_ == "TO" for child in verb.children)


def markers(verb: Token) -> list[Token]:
    """The words that open the clause: that, if, before, to."""
    before = [child for child in verb.children if child.dep_ == "mark" or child.tag_ == "TO"]
    return [verb.head, *before] if verb.dep_ == "pcomp" else before


def is_lemma(token: Token, *lemmas: str) -> bool:
    """Whether the token is a form of one of these words."""
    return lemma(token) in lemmas
