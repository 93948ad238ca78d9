"""Nouns that the tagger took for verbs: the Kremlin *aide* Medinsky sat down, an arms *embargo*."""

from spacy.tokens import Token

from extractors.lexicon import load
from extractors.mending.tree import attach
from extractors.names.labels import is_person

OFFICES = frozenset(load("meetings")["officials"]["nouns"]) | {
    head for heads in load("titles")["heads"].values() for head in heads
}
BASE = frozenset({"VB", "VBP"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def mend(token: Token) -> None:
    """Make it a noun, and the sentence's verb the verb again."""
    is_subject = token.dep_ in SUBJECTS
    is_verb = token.tag_ in BASE and token.pos_ == "VERB"
    if not (is_subject or is_verb) or token.is_sent_start:
        return
    if is_subject:
        _office_beside(token)
    if is_verb:
        _office(token)
        _compound(token)


def _office_beside(token: Token) -> None:
    """Umerov and Kremlin *aide* | Medinsky sat down: two, the office being the second's."""
    person = token.nbor() if token.i + 1 < token.sent.end else token
    verb = token.head
    first = _joined_before(token)
    if person.dep_ not in SUBJECTS or person.head != verb:
        return
    if first is None or token.lower_ not in OFFICES or not is_person(person):
        return
    before = token.nbor(-1)
    joined = [child for child in before.lefts if child.dep_ == "cc"]
    attach(first, verb, person.dep_)
    attach(token, person, "nmod:desc")
    if joined:
        attach(before, token, "compound")
        attach(joined[0], person, "cc")
        attach(person, first, "conj")


def _joined_before(office: Token) -> Token | None:
    """Who the office's holder is joined to: its own subject, or a name that its modifier joins."""
    joined = office.nbor(-1)
    if joined.dep_ == "conj" and is_person(joined.head) and joined.head.head == office:
        return joined.head
    return next((child for child in office.lefts if child.dep_ in SUBJECTS), None)


def _office(token: Token) -> None:
    """Umerov and Kremlin | *aide* Medinsky sat down: an office right before a person's name."""
    person = token.nbor() if token.i + 1 < token.sent.end else token
    verb = person.head
    if token.lower_ not in OFFICES or not is_person(person) or person.dep_ not in SUBJECTS:
        return
    if verb.head != token or verb.dep_ != "ccomp":
        return
    subjects = [child for child in token.lefts if child.dep_ in SUBJECTS]
    attach(verb, verb if token.dep_ == "ROOT" else token.head, token.dep_)
    for child in [*token.children]:
        attach(child, verb, child.dep_)
    _as_noun(token)
    attach(token, person, "nmod:desc")
    before = token.nbor(-1)
    if before.pos_ == "PROPN":
        conjunctions = [child for child in before.lefts if child.dep_ == "cc"]
        attach(before, token, "compound")
        for child in conjunctions:
            attach(child, person, "cc")
        if conjunctions and subjects:
            attach(person, subjects[-1], "conj")


def _compound(token: Token) -> None:
    """Called for an arms | *embargo*: behind an article no plural ends the phrase."""
    modifier = token.nbor(-1)
    articles = [child for child in modifier.lefts if child.lower_ in {"a", "an"}]
    if modifier.tag_ != "NNS" or not articles or any(c.dep_ == "obj" for c in token.children):
        return
    verb = modifier.head
    if modifier.dep_ not in {"obl", "obj", "nmod"} or verb.tag_ not in {"VBN", "VBD"}:
        return
    _as_noun(token)
    subject = verb.head
    if verb.dep_ == "acl" and subject.head == token and subject.dep_ in SUBJECTS:
        attach(verb, verb if token.dep_ == "ROOT" else token.head, token.dep_)
        attach(subject, verb, "nsubj")
        verb.tag_ = "VBD"
    for child in [*token.children, *modifier.lefts]:
        attach(child, token if child in modifier.lefts else verb, child.dep_)
    label = modifier.dep_
    attach(token, verb, label)
    attach(modifier, token, "compound")


def _as_noun(token: Token) -> None:
    token.pos_, token.tag_ = "NOUN", "NN"
