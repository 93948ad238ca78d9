"""Appositions that the parser took for subjects, and subjects that it took for appositions.

A meeting between Rubio and the EU's policy chief, *Kaja Kallas*, was cancelled: between two commas,
a name right behind a noun only says who that is. The subject is the phrase that the noun ends.
In other news, *a meeting* was cancelled: behind an opening phrase comes the subject, if there is
no other.
"""

from spacy.tokens import Token

from extractors.lexicon import load
from extractors.mending.tree import attach
from extractors.names.labels import is_person

OFFICES = frozenset(load("meetings")["officials"]["nouns"]) | {
    head for heads in load("titles")["heads"].values() for head in heads
}
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
SUBJECTLIKE = SUBJECTS | {"csubj", "csubj:pass", "expl", "nsubj:outer"}
FINITE = frozenset({"VBD", "VBZ", "VBP"})
WITHIN_PHRASE = frozenset({"nmod", "conj", "compound", "flat", "nmod:poss"})


def mend(token: Token) -> None:
    """Tell the two apart again."""
    _raise_name(token)
    _mend_name(token)
    _mend_subject(token)


def _raise_name(token: Token) -> None:
    """The leader of the farmers, | *Jean Moreau*, and the minister: one is no name of many."""
    many = token.head
    office = many.head
    if token.dep_ != "appos" or not is_person(token) or many.tag_ != "NNS" or many.dep_ != "nmod":
        return
    if office.lower_ not in OFFICES or office.i > many.i:
        return
    partners = [child for child in many.rights if child.dep_ == "conj" and child.i > token.i]
    attach(token, office, "appos")
    for partner in partners:
        attach(partner, office, "conj")


def _mend_subject(token: Token) -> None:
    """Make what follows the opening phrase the subject of a finite verb that has none."""
    labels = {child.dep_: child for child in token.children}
    helped = "aux" in labels or "aux:pass" in labels
    if token.pos_ != "VERB" or labels.keys() & SUBJECTLIKE or not (helped or token.tag_ in FINITE):
        return
    for opening in token.lefts:
        behind = [child for child in opening.rights if child.dep_ == "appos"]
        _part_at_comma(opening, token)
        if opening.dep_ in {"obl", "nmod"} and opening.i == token.left_edge.i + _words(opening):
            for subject in behind[-1:]:
                _set_subject(subject, token, passive="aux:pass" in labels)


def _part_at_comma(opening: Token, verb: Token) -> None:
    """In Belgrade, | *Serbia* and Kosovo failed: what *and* joins there is the subject."""
    partners = [child for child in opening.rights if child.dep_ == "conj" and child.i < verb.i]
    if len(partners) != 2 or opening.dep_ != "obl":  # noqa: PLR2004  two, one "and" between
        return
    first, second = partners
    joined = any(child.lower_ == "and" for child in second.lefts)
    behind_comma = any(word.text == "," for word in opening.doc[opening.i : first.i])
    if joined and behind_comma and second.right_edge.i == verb.i - 1:
        attach(first, verb, "nsubj")
        attach(second, first, "conj")


def _words(opening: Token) -> int:
    """How many words of the opening phrase stand before its noun."""
    return opening.i - opening.left_edge.i


def _set_subject(subject: Token, verb: Token, *, passive: bool) -> None:
    if subject.right_edge.i < verb.i and subject.doc[subject.left_edge.i].dep_ in {"det", "punct"}:
        attach(subject, verb, "nsubj:pass" if passive else "nsubj")


def _mend_name(token: Token) -> None:
    """Make the name an apposition, and the phrase before it the subject."""
    if token.dep_ not in SUBJECTS or token.pos_ != "PROPN" or not _is_set_off(token):
        return
    noun = token.doc[_first_word(token).i - 2]
    subject = _phrase_that_ends_in(noun)
    verb, label = token.head, token.dep_
    if noun.pos_ != "NOUN" or subject.head == verb or subject.is_ancestor(verb) or subject == token:
        return
    outside = [child for child in token.lefts if child.i < subject.left_edge.i]
    attach(token, noun, "appos")
    attach(subject, verb, label)
    for child in outside:
        attach(child, verb, "obl" if child.pos_ in {"NOUN", "PROPN"} else child.dep_)


def _first_word(token: Token) -> Token:
    """The first word of the name itself."""
    parts = [child for child in token.lefts if child.dep_ in {"compound", "flat"}]
    return parts[0] if parts else token


def _is_set_off(token: Token) -> bool:
    """Whether the name has a comma on both sides, the second before its verb."""
    first = _first_word(token)
    last = max(
        [token.i, *(child.i for child in token.rights if child.dep_ in {"flat", "compound"})]
    )
    if first.i - 2 < token.sent.start or last + 1 >= token.head.i:
        return False
    return token.doc[first.i - 1].text == "," and token.doc[last + 1].text == ","


def _phrase_that_ends_in(noun: Token) -> Token:
    """The head of the noun phrase, its coordinations and prepositional phrases included."""
    while noun.dep_ in WITHIN_PHRASE and noun.head.i < noun.i:
        noun = noun.head
    return noun
