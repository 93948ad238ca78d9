"""A person's name that the parser tore apart, or hung on a verb: read by the entity it is."""

from collections.abc import Iterator
from itertools import groupby

from spacy.tokens import Doc, Span, Token

from extractors.lexicon import load
from extractors.mending.tree import attach

OFFICES = frozenset(load("meetings")["officials"]["nouns"])
PHRASES = frozenset({"obl", "obl:agent", "nmod", "nsubj"})
LOOSE = frozenset({"dep", "xcomp", "parataxis", "obl:unmarked", "nmod:unmarked", "appos"})


def mend(doc: Doc) -> None:
    """Make the words of each person's name one phrase; beside an office, its apposition."""
    for name in _names(doc):
        _join(name)
        _beside_office(name)
    for token in doc:
        _complete(token)


def _names(doc: Doc) -> Iterator[Span]:
    """Every unbroken run of words that the model takes for a person's name."""
    for sentence, run in groupby(doc, key=_sentence_of_person):
        if sentence is not None:
            words = list(run)
            yield doc[words[0].i : words[-1].i + 1]


def _sentence_of_person(token: Token) -> int | None:
    """Where the sentence begins in which the token is of a person's name; None when it is not."""
    return token.sent.start if token.ent_type_ == "PERSON" else None


def _join(name: Span) -> None:
    first = name[0]
    for token in name[1:]:
        bare = not any(child.dep_ == "case" for child in token.children)
        loose = token.dep_ in LOOSE | {"flat"} or (bare and token.dep_ in PHRASES)
        torn = loose and not (name.start <= token.head.i < name.end)
        if (
            torn
            and token.pos_ == "PROPN"
            and first.pos_ == "PROPN"
            and not token.is_ancestor(first)
        ):
            attach(token, first, "flat")


def _complete(token: Token) -> None:
    """Halloran and | Pilar Oyarzun met: the given name, taken for an adjective, is the partner."""
    if token.dep_ != "conj" or token.pos_ != "ADJ" or not token.text[0].isupper():
        return
    after = token.nbor() if token.i + 1 < token.sent.end else None
    torn = after is not None and after.dep_ == "flat" and after.head == token.head
    if after is not None and torn and token.head.pos_ == after.pos_ == "PROPN":
        token.pos_, token.tag_ = "PROPN", "NNP"
        attach(after, token, "flat")


def _beside_office(name: Span) -> None:
    """The president of the Emirates, | Sheikh Mohamed, in Abu Dhabi: who holds the office."""
    first = name[0]
    if first.dep_ not in {"dep", "parataxis", "xcomp"} or first.i - first.sent.start < 2:  # noqa: PLR2004  an office and a comma
        return
    comma = first.nbor(-1)
    if comma.dep_ == "nmod:desc" and comma.head == first:
        comma = comma.nbor(-1)  # the president, Sheikh | Mohamed
    if comma.text != "," or any(child.dep_ in {"cop", "case"} for child in first.children):
        return
    office = _office_before(comma)
    if office is not None and not first.is_ancestor(office):
        attach(first, office, "appos")


def _office_before(comma: Token) -> Token | None:
    """The office whose phrase ends right before the comma."""
    token = comma.nbor(-1)
    while token.lower_ not in OFFICES:
        if token.dep_ not in {"nmod", "compound", "flat", "amod"} or token.head == token:
            return None
        token = token.head
    return token
