"""Prepositions the parser hung on a title or a modifier, moved to the noun they bring in."""

from spacy.tokens import Token

from extractors.lexicon import load
from extractors.mending.tree import attach, modified

MONTHS = frozenset(load("name_words")["months"].split())


def mend(token: Token) -> None:
    """With | Nepali Prime Minister Sher Bahadur Deuba: *with* belongs to Deuba.

    In a sound tree none hangs on a modifier that stands before its noun, nor on an object.
    """
    _part_date(token)
    if token.dep_ != "case" or token.head.i < token.i or token.pos_ not in {"ADP", "SCONJ"}:
        return
    noun = modified(token.head)
    if noun.pos_ not in {"PROPN", "NOUN"} or noun.left_edge != token:
        return
    if noun != token.head:
        attach(token, noun, "case")
    if noun.dep_ in {"dep", "appos", "parataxis", "obj"} and noun.head.i < token.i:
        noun.dep_ = "obl" if noun.head.pos_ == "VERB" else "nmod"


def _part_date(day: Token) -> None:
    """On *2 February* | in Saint-Malo: a day with its month is no number of the place behind."""
    place = day.head
    if day.dep_ != "nummod" or place.i < day.i + 3 or day.i + 2 >= day.sent.end:
        return
    month, preposition = day.nbor(), day.nbor(2)
    if month.lower_ not in MONTHS or preposition.pos_ != "ADP" or place.dep_ != "obl":
        return
    for child in [*place.lefts]:
        if child.dep_ == "case" and child.i < day.i:
            attach(child, day, "case")
    for child in [*day.rights]:
        if child.i > preposition.i:
            attach(child, place, "compound" if child.pos_ == "PROPN" else child.dep_)
    attach(day, place.head, "obl")
    attach(preposition, place, "case")
