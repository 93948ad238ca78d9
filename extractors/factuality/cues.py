"""What the lexicon says a word does to the event it governs."""

from functools import cache
from typing import Literal

from spacy.tokens import Token

from extractors import lexicon, syntax
from readout.records import Status

Frame = Status | Literal["inherit"]  # inherit: the event shares the fate of its governor
PARTICLE = frozenset({"compound:prt", "prt"})
PARTICLE_WORDS = frozenset(
    {"off", "out", "up", "down", "back", "on", "through", "apart", "away", "forward", "ahead"}
)
BOUND_NOUNS = frozenset({"place", "part", "effect"})


@cache
def _table(link: str) -> dict[str, Frame]:
    groups = lexicon.load("factuality")[link]
    return {word: status for status, words in groups.items() for word in words}


@cache
def words(name: str) -> frozenset[str]:
    """A plain list of the lexicon."""
    return frozenset(lexicon.load("factuality")["words"][name])


def lookup(link: str, *keys: str) -> Frame | None:
    """The status (or "inherit") under the first of the keys the table knows, else None."""
    table = _table(link)
    return next((table[key] for key in keys if key in table), None)


def status_of(link: str, *keys: str) -> Status | None:
    """The status under the first known key; None where it is unknown or inherits."""
    found = lookup(link, *keys)
    return None if found == "inherit" else found


def particle(word: Token) -> str:
    """What makes one word with a verb, or empty: called *off*, ruled *out*, took *place*."""
    bound = [child.lower_ for child in syntax.children(word, syntax.OBJECT)]
    if word.pos_ == "VERB" and bound and bound[0] in BOUND_NOUNS and syntax.is_lemma(word, "take"):
        return bound[0]
    for child in word.children:
        is_adverb = child.dep_ == "advmod" and child.lower_ in PARTICLE_WORDS
        if child.i > word.i and (child.dep_ in PARTICLE or is_adverb):
            return child.lower_
    return ""


def frame(link: str, word: Token, preposition: str = "") -> Frame | None:
    """What a governing word says of the event it governs by this link and preposition."""
    forms = dict.fromkeys([word.lower_, lexicon.lemma(word), word.lemma_.lower()])
    attached = particle(word)
    tails = [f" {attached} {preposition}"] if attached and preposition else []
    if preposition:
        tails.append(f" {preposition}")
    else:
        tails.append(f" {attached}" if attached else "")
    return lookup(link, *(form + tail for tail in tails for form in forms))


def is_one_of(word: Token, name: str) -> bool:
    """Whether the word is a form of one in this plain list."""
    return not words(name).isdisjoint({word.lower_, lexicon.lemma(word)})


def has_subject(verb: Token) -> bool:
    """Whether the verb has a subject of its own."""
    return bool(syntax.children(verb, syntax.SUBJECT | syntax.PASSIVE_SUBJECT))
