"""The agreement *that A and B signed*: the relative clause told by the words, if not by the parse.

The parser takes *that* for a conjunction as often as for the object, and then the verb has none.
"""

from collections.abc import Callable

from spacy.tokens import Token

from extractors import syntax
from extractors.compounds import BETWEEN_NAME_AND_NOUN

FURTHEST = 14  # words from the verb back to "that"
LONGEST_NAME = 8  # words from "that" back to the instrument: the accord on the Guadiana | that
OPENERS = frozenset({"that", "which"})
INSIDE = BETWEEN_NAME_AND_NOUN | {"DET", "CCONJ", "PART", "ADV", "AUX", "PRON", "ADP"}
INNER = syntax.NAME_PART | syntax.POSSESSOR | {"amod", "nmod", "det", "nummod", "case", "cc"}


def instrument_of(verb: Token, is_instrument: Callable[[Token], bool]) -> Token | None:
    """The noun that the verb's relative clause is about, when it is such an instrument."""
    if syntax.objects(verb) or syntax.children(verb, syntax.PASSIVE_AUXILIARY):
        return None
    opener = _opener(verb)
    if opener is not None:
        return _before(opener, is_instrument)
    noun = verb.head
    own = [child for child in syntax.children(verb, syntax.SUBJECT) if child.i < verb.i]
    contact = bool(own) and own[0].lower_ not in OPENERS and noun.i < own[0].i
    if verb.dep_ in syntax.NOUN_CLAUSE and contact and is_instrument(noun):
        return noun
    return None


def instrument_above(verb: Token, is_instrument: Callable[[Token], bool]) -> Token | None:
    """The instrument over the name a passive clause was hung on: the merger with B, *which was*."""
    if not syntax.children(verb, syntax.PASSIVE_AUXILIARY):
        return None
    if verb.dep_ in syntax.RELATIVE_CLAUSE:
        above = verb.head
        while above.head != above and above.dep_ in syntax.OBLIQUE | syntax.APPOSITION:
            above = above.head
            if is_instrument(above):
                return above
        return None
    if syntax.children(verb, syntax.PASSIVE_SUBJECT | syntax.SUBJECT):
        return None
    first = min(child.i for child in syntax.children(verb, syntax.AUXILIARY))
    return _before(verb.doc[first], is_instrument)


def subjects_of(verb: Token) -> list[Token]:
    """Who does it in such a clause: the nominals between *that* and the verb."""
    opener = _opener(verb)
    if opener is None:
        return []
    between = verb.doc[opener.i + 1 : verb.i]
    return [
        token
        for token in between
        if token.pos_ in syntax.NOMINAL
        and not (token.dep_ in INNER and opener.i < token.head.i < verb.i)
        and token.tag_ != "PRP$"
    ]


def _opener(verb: Token) -> Token | None:
    """The *that* or *which* that opens the verb's clause, with a subject between and no verb."""
    for i in range(verb.i - 1, max(verb.sent.start, verb.i - FURTHEST) - 1, -1):
        token = verb.doc[i]
        if token.lower_ in OPENERS and token.pos_ != "DET":
            return (
                token if any(t.pos_ in syntax.NOMINAL for t in verb.doc[i + 1 : verb.i]) else None
            )
        if token.pos_ not in INSIDE or (token.is_punct and token.text not in {"-", ","}):
            return None
    return None


def _before(opener: Token, is_instrument: Callable[[Token], bool]) -> Token | None:
    """The instrument nearest before *that*, with no verb and no mark between."""
    for i in range(opener.i - 1, max(opener.sent.start, opener.i - LONGEST_NAME) - 1, -1):
        token = opener.doc[i]
        if token.pos_ in {"NOUN", "PROPN"} and is_instrument(token):
            return token if token.dep_ not in syntax.NAME_PART else None
        if token.pos_ in {"VERB", "AUX"} or (token.is_punct and i < opener.i - 1):
            return None
    return None
