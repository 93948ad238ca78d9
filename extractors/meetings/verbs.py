"""Meetings told by a verb: met, spoke with, received, visited, convened."""

from collections.abc import Iterator
from typing import Any

from spacy.tokens import Token

from extractors import syntax
from extractors.actors import Cast
from extractors.lexicon import lemma
from extractors.lost import subjects_before
from extractors.meetings.company import company
from extractors.meetings.drafts import LEXICON, Draft, in_role, words_of
from extractors.names.labels import is_place
from extractors.reading import Reading
from extractors.surroundings import (
    acting,
    are_speakers,
    is_many,
    is_named,
    is_party,
    is_person,
    is_talk_of_two,
    phrases,
)

AUDIENCES = frozenset(LEXICON["never"]["audiences"])
NAMING = syntax.OPEN_CLAUSE | syntax.CONTENT_CLAUSE | {"oprd"}


def drafts(reading: Reading) -> Iterator[Draft]:
    """Every meeting told by a verb, in order."""
    for token in reading.doc:
        if token.pos_ != "VERB":
            continue
        draft = _draft(token, lemma(token), reading)
        if draft is not None:
            yield draft


def _draft(verb: Token, word: str, reading: Reading) -> Draft | None:
    if word in LEXICON["mutual"]:
        return _mutual(verb, word, LEXICON["mutual"][word], reading)
    if word in LEXICON["receiving"]:
        return _receiving(verb, word, LEXICON["receiving"][word], reading)
    if word in LEXICON["visiting"]:
        return _visiting(verb, LEXICON["visiting"][word], reading)
    if word in LEXICON["gathering"]:
        return _gathering(verb, LEXICON["gathering"][word], reading)
    return None


def _mutual(verb: Token, word: str, entry: dict[str, Any], reading: Reading) -> Draft | None:
    if not _has_particle(verb, entry) or (entry.get("object") and _names_something(verb, word)):
        return None
    cast = reading.cast
    alone = entry.get("alone") or _is_by_phone(verb)
    ours = acting(cast, subjects_before(verb) or syntax.agents(verb))
    theirs = acting(cast, _counterparts(verb, entry))
    if alone and not theirs and not ours:
        ours = acting(cast, subjects_before(verb, participle=True))
    theirs = [head for head in theirs if head not in ours and not _is_audience(head)]
    if word == "meet" and (is_sport(verb) or _meets_halfway(theirs)):
        return None
    if not theirs and not (alone and _meet_alone(verb, ours)):
        return None
    if is_talk_of_two([*ours, *theirs]) or not _are_met(verb, word, theirs, cast):
        return None
    confidence = 0.9 if ours and theirs else 0.7
    beside = [head for head in acting(cast, company(ours)) if head not in theirs]
    sides = in_role("participant", [*ours, *beside, *theirs])
    return Draft(
        verb, _words(verb), entry["format"], f"{word}: both sides", confidence, sides, verb=verb
    )


def _are_met(verb: Token, word: str, theirs: list[Token], cast: Cast) -> bool:
    if word == "discuss":
        return is_named(cast, theirs)
    if word in {"call", "ring"}:
        return all(_is_called_up(verb, head, cast) for head in theirs)
    return True


def _is_called_up(verb: Token, head: Token, cast: Cast) -> bool:
    """Whether somebody is phoned: by name or office; a pronoun takes *back* or *to say*."""
    if not is_person(cast, head):
        return False
    if head.pos_ != "PRON":
        return is_named(cast, [head])
    purpose = any(
        syntax.infinitive(child) and lemma(child) in PURPOSES
        for child in verb.children
        if child.pos_ == "VERB"
    )
    back = any(child.lower_ in {"back", "again"} for child in verb.children)
    return head.lower_ in {"him", "her", "me", "us"} and (purpose or back)


def _is_by_phone(verb: Token) -> bool:
    """Whether those who spoke are said to have done so with each other: *by phone*."""
    near = [head for prep, head in syntax.obliques(verb) if prep in {"by", "over", "on", "via"}]
    return any(head.lower_ in PHONE for head in near)


PHONE = frozenset(LEXICON["phone"]["words"])
PURPOSES = frozenset(LEXICON["phone"]["purposes"])


def _meets_halfway(theirs: list[Token]) -> bool:
    """Meeting people *where they are*: nobody need come."""
    behind = [head.nbor().lower_ for head in theirs if head.i + 1 < len(head.doc)]
    return "where" in behind


def is_sport(verb: Token) -> bool:
    """Whether the sentence is about a fixture: United meet City in the cup."""
    return any(token.lower_ in SPORT and token.pos_ == "NOUN" for token in verb.sent)


SPORT = frozenset(LEXICON["sport"]["words"])


def _counterparts(verb: Token, entry: dict[str, Any]) -> list[Token]:
    if lemma(verb) in ABOUT_TIES:
        found = syntax.prepositional(verb, *entry["with"])
        found = [head for head in found if not _is_tie(verb, head, TIES | TALKS)]
    else:
        found = phrases(verb, *entry["with"]) if entry["with"] else []
        found = [head for head in found if not _is_tie(verb, head, TIES)]
    if entry.get("object"):
        found = [*map(_past_each, syntax.patients(verb)), *found]
    return found


def _past_each(head: Token) -> Token:
    """Met each of the two *men*."""
    if head.lower_ in {"each", "both", "all", "some", "several", "many", "two", "one"}:
        return next(iter(syntax.prepositional(head, "of")), head)
    return head


ABOUT_TIES = frozenset({"discuss", "negotiate"})
TIES = frozenset(LEXICON["ties"]["nouns"])
TALKS = frozenset(LEXICON["ties"]["talks"])


def _is_tie(verb: Token, head: Token, ties: frozenset[str]) -> bool:
    """Discussed their engagement | with Russia, which was not there.

    The parser hangs such a phrase on the verb as often as on the noun right before it.
    """
    first = min((child.i for child in head.lefts), default=head.i)
    before = head.doc[first - 1] if first > verb.i + 1 else None
    return before is not None and (before.lower_ in ties or before.lemma_.lower() in ties)


def _has_particle(verb: Token, entry: dict[str, Any]) -> bool:
    particles = entry.get("particle")
    return not particles or any(child.lower_ in particles for child in verb.children)


def _names_something(verb: Token, word: str) -> bool:
    """Whether this is *called him a liar*, *called on Iran to*, *called for talks*."""
    if word not in {"call", "ring"}:
        return False
    if syntax.is_passive(verb):
        return True
    objects = syntax.objects(verb)
    after = [child for child in verb.children if child.i > verb.i and not child.is_space]
    named = any(
        child.dep_ in syntax.PARTICLE or (child.dep_ in NAMING and not syntax.infinitive(child))
        for child in after
    )
    prepositions = {prep for prep, _ in syntax.obliques(verb)}
    return named or len(objects) != 1 or bool(prepositions & {"into", "as"})


def _meet_alone(verb: Token, ours: list[Token]) -> bool:
    """Whether the subject alone makes a meeting: the leaders met; but *they met the target*."""
    if any(not _is_reciprocal(head) for head in syntax.objects(verb)):
        return False
    return is_many(ours) or any(_is_body(head) for head in ours)


def _is_reciprocal(head: Token) -> bool:
    return head.lower_ in {"other", "another"}


def _is_body(head: Token) -> bool:
    """Whether a singular stands for many who can sit together: the cabinet met."""
    return head.tag_ in {"NN", "NNP"} and head.lower_ in BODIES


BODIES = frozenset(LEXICON["bodies"]["words"])


def _is_audience(head: Token) -> bool:
    return head.lower_ in AUDIENCES or head.lemma_.lower() in AUDIENCES


def _words(verb: Token) -> Any:
    particle = syntax.children(verb, syntax.PARTICLE)
    return words_of(verb, particle[0] if particle else verb)


def _receiving(verb: Token, word: str, form: str, reading: Reading) -> Draft | None:
    cast = reading.cast
    hosts = acting(cast, syntax.agents(verb))
    received = [one for one in syntax.patients(verb) if one.lower_ not in {"you", "us", "me"}]
    visitors = [head for head in acting(cast, received) if is_person(cast, head)]
    if not visitors or not (hosts or syntax.is_passive(verb)) or not is_named(cast, visitors):
        return None
    courtesy = are_speakers(hosts) or {head.lower_ for head in visitors} == {"them"}
    if word in {"welcome", "greet"} and hosts and courtesy and not _brings(verb):
        return None  # a speaker's courtesy, or people who took them in
    sides = in_role("host", hosts) + in_role("visitor", visitors)
    confidence = 0.8 if hosts else 0.6
    return Draft(
        verb, _words(verb), form, f"{word}: host and visitor", confidence, sides, verb=verb
    )


def _brings(verb: Token) -> bool:
    """Whether the guests are said to have come: welcomed him to the White House, at home."""
    return any(
        preposition in {"to", "in", "at"} and head.pos_ == "PROPN"
        for preposition, head in syntax.obliques(verb)
    )


def _visiting(verb: Token, form: str, reading: Reading) -> Draft | None:
    cast = reading.cast
    visitors = [
        head for head in acting(cast, syntax.agents(verb)) if head.lower_ not in {"you", "who"}
    ]
    seen = syntax.patients(verb)
    hosts = [one for one in acting(cast, seen) if is_person(cast, one) and is_named(cast, [one])]
    places = [head for head in seen if head not in hosts and _is_place(head, reading)]
    if not is_named(cast, [*visitors, *hosts]) or not visitors or not (hosts or places):
        return None
    sides = in_role("visitor", visitors) + in_role("host", hosts) + in_role("place", places)
    return Draft(verb, _words(verb), form, "visit: visitor and place", 0.7, sides, verb=verb)


def _is_place(head: Token, reading: Reading) -> bool:
    found = any(where.extent.start <= head.idx < where.extent.end for where in reading.places)
    return found or is_place(head)


def _gathering(verb: Token, form: str, reading: Reading) -> Draft | None:
    ours = acting(reading.cast, syntax.agents(verb) or syntax.patients(verb))
    if syntax.objects(verb) or not (is_many(ours) or any(_is_body(head) for head in ours)):
        return None
    if not all(is_party(reading.cast, head) for head in ours):
        return None
    if not {prep for prep, _ in syntax.obliques(verb)} & {"in", "at", "for", "on"}:
        return None
    sides = in_role("participant", ours)
    return Draft(verb, _words(verb), form, "gathering: many come together", 0.7, sides, verb=verb)
