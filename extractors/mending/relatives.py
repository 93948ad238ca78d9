"""Relative clauses with *who* that the parser hung on a thing: a suspect in a shop | who fled."""

from spacy.tokens import Token

from extractors.lexicon import load
from extractors.mending.tree import attach
from extractors.names.labels import is_person

PEOPLE = frozenset(load("actor_nouns")["people"]) | {
    head for heads in load("titles")["heads"].values() for head in heads
}
WITHIN_PHRASE = frozenset({"nmod", "appos"})


def mend(token: Token) -> None:
    """Hang the clause on the person in whose phrase the thing stands, where there is one."""
    if token.dep_ != "acl:relcl" or not any(
        child.lower_ == "who" and child.dep_ in {"nsubj", "nsubj:pass"} for child in token.children
    ):
        return
    noun = token.head
    while not _is_somebody(noun):
        if noun.dep_ not in WITHIN_PHRASE or noun.head.i > noun.i:
            return
        noun = noun.head
    if noun != token.head:
        attach(token, noun, "acl:relcl")


def _is_somebody(noun: Token) -> bool:
    return is_person(noun) or noun.lower_ in PEOPLE or noun.pos_ in {"PRON", "PROPN"}
