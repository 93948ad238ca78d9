"""Prepositions the parser hung on a title or a modifier, moved to the noun they bring in."""

from spacy.tokens import Token

from extractors.mending.tree import attach, modified


def mend(token: Token) -> None:
    """With | Nepali Prime Minister Sher Bahadur Deuba: *with* belongs to Deuba.

    In a sound tree none hangs on a modifier that stands before its noun, nor on an object.
    """
    if token.dep_ != "case" or token.head.i < token.i or token.pos_ not in {"ADP", "SCONJ"}:
        return
    noun = modified(token.head)
    if noun.pos_ not in {"PROPN", "NOUN"} or noun.left_edge != token:
        return
    if noun != token.head:
        attach(token, noun, "case")
    if noun.dep_ in {"dep", "appos", "parataxis", "obj"} and noun.head.i < token.i:
        noun.dep_ = "obl" if noun.head.pos_ == "VERB" else "nmod"
