"""Phrases around a trigger, wherever the parser hung them.

"Held talks on Tuesday with X": the parser may hang *with X* on *held*, *talks* or *Tuesday*. All
three are looked at; a phrase across the border of a clause is not.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from extractors import dates, places, syntax
from extractors.actors import Cast
from extractors.actors.offices import is_counterpart
from extractors.lexicon import load
from extractors.lost import fellows
from extractors.reading import Reading

DEPTH = 3


def phrases(head: Token, *prepositions: str) -> list[Token]:
    """The nominals these prepositions bring in under a verb or noun, coordinations spread out.

    Nearest first: hung on the head itself, else on another phrase after it in the same clause.
    """
    direct = syntax.prepositional(head, *prepositions)
    return direct or list(_nested(head, frozenset(prepositions), DEPTH))


def _nested(head: Token, prepositions: frozenset[str], depth: int) -> Iterator[Token]:
    if depth == 0:
        return
    for child in _following(head):
        found = syntax.prepositional(child, *prepositions)
        if found:
            yield from found
        else:
            yield from _nested(child, prepositions, depth - 1)


def _following(head: Token) -> Iterator[Token]:
    """Nominals after the head and under it, its objects and phrases, no clauses."""
    labels = syntax.OBJECT | syntax.OBLIQUE | {"nmod:unmarked", "obl:unmarked", "advmod", "dep"}
    for child in head.children:
        if child.i > head.i and child.dep_ in labels and child.pos_ in syntax.NOMINAL | {"ADV"}:
            yield child
        elif child.i > head.i and child.dep_ in {"prep", "agent"}:
            yield from (part for part in child.children if part.dep_ == "pobj")


def acting(cast: Cast, heads: Iterable[Token]) -> list[Token]:
    """Those that can be a party to an event, each once, with the names that *and* joins to one."""
    found: list[Token] = []
    for head in heads:
        if head not in found and is_party(cast, head):
            found.append(head)
    for head in tuple(found):
        found += [one for one in fellows(cast, head) if not _among(one, found)]
    return found


def _among(head: Token, others: Iterable[Token]) -> bool:
    """Whether the name is among the phrases of others already."""
    return any(head == other or head.is_ancestor(other) for other in others)


def is_party(cast: Cast, head: Token) -> bool:
    """Whether a nominal can be a party; of pronouns, those for people and bodies."""
    if head.pos_ == "PRON" and head.lower_ not in NEUTER:
        return head.lower_ in PERSONAL
    return cast.can_act(head)


def is_person(cast: Cast, head: Token) -> bool:
    """Whether the nominal is one person or a group of people, not a country or a body."""
    if head.pos_ == "PRON":
        return head.lower_ in PERSONAL and head.lower_ not in NEUTER
    if head.i in cast.named and cast.named[head.i][1].kind == "country":
        return False  # Pyongyang, whatever the model takes it for
    if head.ent_type_ == "PERSON":
        return True
    return cast.resolve(syntax.noun_phrase(head)).kind in {"person", "group"}


def is_named(cast: Cast, heads: Iterable[Token]) -> bool:
    """Whether one of them is somebody by name or office, or a pronoun for somebody."""
    return any(
        head.pos_ == "PROPN"
        or head.i in cast.named
        or head.lower_ in STANDING_FOR
        or _is_office(head)
        for head in heads
    )


def _is_office(head: Token) -> bool:
    if head.lower_ in OFFICIALS or head.lemma_.lower() in OFFICIALS:
        return True
    # a colleague of another country, who holds the like office
    return is_counterpart(head) and any(word.pos_ in {"ADJ", "PROPN"} for word in head.lefts)


OFFICIALS = frozenset(load("meetings")["officials"]["nouns"])
STANDING_FOR = frozenset({"he", "she", "they", "him", "her", "them", "his", "their", "who", "whom"})
NEUTER = frozenset({"it", "itself"})
PERSONAL = frozenset(
    [
        "i",
        "me",
        "my",
        "mine",
        "you",
        "he",
        "him",
        "his",
        "she",
        "her",
        "hers",
        "we",
        "us",
        "our",
        "they",
        "them",
        "their",
        "who",
        "whom",
        "whose",
        "it",
        "its",
        "himself",
        "herself",
        "themselves",
        "everyone",
        "everybody",
        "someone",
        "both",
    ]
)


SPEECH_PERSONS = frozenset({"i", "me", "my", "we", "us", "our", "you", "your"})


def is_talk_of_two(heads: Iterable[Token]) -> bool:
    """Whether there are only speaker and hearer: happy to speak with you all today."""
    words = {head.lower_ for head in heads}
    return bool(words & {"you", "your"}) and words <= SPEECH_PERSONS


def are_speakers(heads: Iterable[Token]) -> bool:
    """Whether all that take part are *I*, *we* or *you*."""
    return {head.lower_ for head in heads} <= SPEECH_PERSONS


def is_many(heads: Iterable[Token]) -> bool:
    """Whether the heads stand for more than one: coordinated, plural, or a body of many."""
    listed = list(heads)
    return len(listed) > 1 or any(
        head.tag_ in {"NNS", "NNPS"} or head.lower_ in {"we", "they", "both"} or head.pos_ == "NUM"
        for head in listed
    )


def is_set(trigger: Token, reading: Reading) -> bool:
    """Whether the text says when or where it is."""
    dated = dates.date_of(trigger, reading.dates) is not None
    return dated or places.place_of(trigger, reading.places) is not None
