"""Meetings told by a noun: talks between, the meeting with, the A-B summit; held, hosted."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from extractors import syntax
from extractors.compounds import joined
from extractors.lexicon import lemma
from extractors.meetings.drafts import LEXICON, Draft, in_role, words_of
from extractors.meetings.settings import (
    STRONG,
    WEAK,
    is_holder,
    is_mere_topic,
    light_verb,
    noun_of,
    setting,
)
from extractors.meetings.sides import as_visit, companions, hosts, own_sides, subject_sides
from extractors.names.labels import is_body
from extractors.reading import Reading
from extractors.surroundings import acting, are_speakers, is_many, is_named, is_person, is_set
from readout.records import Extent

TWO_SIDED = frozenset(LEXICON["nouns"]["two_sided"])
OTHER_THINGS = frozenset(LEXICON["nouns"]["other_things"])
SESSION_WORDS = frozenset(LEXICON["nouns"]["session_words"])
CALL_WORDS = frozenset(LEXICON["nouns"]["call_words"])
CLASHES = frozenset(LEXICON["nouns"]["clashes"])
FATES = frozenset(LEXICON["fates"]["verbs"])
ORDINALS = frozenset(LEXICON["rounds"]["ordinals"])
TALKING = frozenset(LEXICON["rounds"]["talking"])
TALKS_BEFORE = 80  # words: three or four sentences
LONGEST_TRIGGER = 7  # words from the light verb to its noun


def drafts(reading: Reading) -> Iterator[Draft]:
    """Every meeting told by a noun, in order."""
    for token in reading.doc:
        entry = noun_of(token)
        if entry and not _is_other_thing(token, entry):
            draft = _draft(token, entry, reading)
            if draft is not None:
                yield draft


def _is_other_thing(noun: Token, entry: str) -> bool:
    """Whether the words around make it something else: press conference, call to action."""
    before = {child.lower_ for child in noun.children if child.i < noun.i}
    if before & OTHER_THINGS or noun.dep_ in {"compound", "nmod:desc", "flat"}:
        return True
    if _is_body(noun) or _is_exchange(noun):
        return True
    if entry == "call" and not before & CALL_WORDS:
        return not syntax.prepositional(noun, "with", "between") or "emergency" in before
    if entry == "session":
        return not before & SESSION_WORDS
    if entry == "round":
        return not before & ORDINALS or not _follows_talks(noun)
    return False


def _is_body(noun: Token) -> bool:
    """Whether it ends a name of those who sit in it: the Conference of Catholic Bishops."""
    of = noun.i + 2 < len(noun.doc) and noun.nbor().lower_ == "of"
    return noun.pos_ == "PROPN" and of and is_body(noun) and is_body(noun.nbor(2))


def _is_exchange(noun: Token) -> bool:
    """Whether it is but how something is done: in close consultation with the allies."""
    bare = not any(child.dep_ in {"det", "nmod:poss"} for child in noun.children)
    return noun.tag_ == "NN" and bare and syntax.preposition(noun) == "in"


def _follows_talks(noun: Token) -> bool:
    """Whether the round is one of talks: none of anything else, and talks were spoken of before."""
    if syntax.prepositional(noun, "of"):
        return False
    before = noun.doc[max(0, noun.i - TALKS_BEFORE) : noun.i]
    return any(token.lower_ in TALKING and token.pos_ in {"NOUN", "VERB"} for token in before)


def _draft(noun: Token, entry: str, reading: Reading) -> Draft | None:
    cast = reading.cast
    around = setting(noun)
    if is_mere_topic(around):
        return None
    light = light_verb(around)
    ours = own_sides(noun, entry, reading)
    theirs = acting(cast, companions(noun, light, entry))
    pieces = joined(noun, cast)
    subject = subject_sides(noun, around, light, named=bool(theirs), reading=reading)
    named = [head for head in ours if head.tag_ != "PRP$"]
    told = len(named) + len(pieces) + (len(theirs) if named else 0)
    if told > 1 and not is_holder(light):
        subject = []  # heard after Biden's meeting with Putin: whoever heard it was not there
    if any(head.tag_ == "PRP$" for head in ours):  # their meeting is the subject's own
        subject = subject or acting(cast, syntax.agents(light) if light is not None else [])
    if subject:
        ours = [head for head in ours if head.tag_ != "PRP$"]
    host = hosts(noun, around, reading)
    sides = _unique([*in_role("participant", [*subject, *ours, *theirs]), *in_role("host", host)])
    if entry in {"visit", "welcome"}:
        sides = as_visit(noun, entry, sides, reading)
    draft = Draft(
        noun,
        _words(noun, light),
        _form(entry),
        f"{entry}: noun" + (f" with {lemma(light)}" if light is not None else ""),
        0.8,
        tuple(sides),
        tuple(pieces),
        verb=light,
    )
    return _weighed(draft, entry, reading)


def _unique(sides: list[tuple[str, Token]]) -> list[tuple[str, Token]]:
    seen: set[int] = set()
    found = []
    for role, head in sides:
        if head.i not in seen:
            seen.add(head.i)
            found.append((role, head))
    return found


def _form(entry: str) -> str:
    return STRONG.get(entry) or WEAK[entry]


def _words(noun: Token, light: Token | None) -> Extent:
    if light is not None and light.sent == noun.sent and 0 < noun.i - light.i <= LONGEST_TRIGGER:
        return words_of(light, noun)
    return words_of(noun, noun)


def _weighed(draft: Draft, entry: str, reading: Reading) -> Draft | None:
    """The draft if its words are proof enough that a meeting is told of."""
    if _is_proved(draft, entry, reading):
        return draft
    if entry in STRONG | {"session": ""} and _is_fate(draft.trigger, draft.verb):
        return replace(draft, confidence=0.6)
    return None


def _is_proved(draft: Draft, entry: str, reading: Reading) -> bool:
    parties, noun = draft.parties, draft.trigger
    if entry == "visit":
        seen = draft.heads("host", "place") or draft.verb is not None
        return is_named(reading.cast, draft.heads("visitor", "host")) and bool(seen)
    if entry in CLASHES:
        people = all(is_person(reading.cast, head) for _, head in draft.sides)
        return people and parties > 1 and is_set(noun, reading)
    alone = are_speakers(head for _, head in draft.sides) and not draft.pieces
    if alone and entry not in STRONG and parties:  # we'll have more conversations
        return False
    many = parties > 1 or is_many(draft.heads("participant"))
    officials = [head for head in draft.heads("participant") if head.pos_ != "PRON"]
    held = is_holder(draft.verb) and is_many(officials) and is_named(reading.cast, officials)
    if entry in TWO_SIDED and not held:
        return parties > 1 or any(_are_two(head, reading) for head in draft.heads("participant"))
    if many or (parties and (entry in STRONG or draft.verb is not None)):
        return True
    return entry in STRONG and is_set(noun, reading)


def _are_two(head: Token, reading: Reading) -> bool:
    """Whether one phrase stands for both who take part: a call between *the two*."""
    return bool(reading.cast.members(head.doc[head.i : head.i + 1]))


def _is_fate(noun: Token, verb: Token | None) -> bool:
    """Whether what is told is that it took place or not: a second summit was cancelled."""
    told = verb is not None and lemma(verb) in FATES and syntax.is_passive(verb)
    return told and noun.dep_ in syntax.PASSIVE_SUBJECT
