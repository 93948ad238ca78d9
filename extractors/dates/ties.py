"""Whether a date that hangs on one word is the date of an event told by another."""

from functools import cache

from spacy.tokens import Span, Token

from extractors import lexicon, syntax
from extractors.factuality import cues, nominals

HELD_AT = frozenset({"at", "in", "during", "on"})


@cache
def listed(name: str) -> frozenset[str]:
    """Words of the attachment lists."""
    return frozenset(lexicon.load("dates")["attachment"][name])


def is_one_of(word: Token, name: str) -> bool:
    """Whether the word is a form of one in this attachment list."""
    return not listed(name).isdisjoint({word.lower_, lexicon.lemma(word)})


def is_of_speech(verb: Token) -> bool:
    """Whether the verb tells of words, so that a date in its object is theirs.

    Welcomed the arrival *today*, thanked Poland for its help *in 2022*.
    """
    return is_one_of(verb, "of_words")


def shares_clause(trigger: Token, governor: Token, span: Span) -> bool:
    """Whether what the date hangs on tells of the same event as the trigger."""
    if trigger.pos_ in {"VERB", "AUX"}:
        return _belongs_to_verb(trigger, governor, span)
    return _belongs_to_noun(trigger, governor, span)


def _belongs_to_verb(trigger: Token, governor: Token, span: Span) -> bool:
    """Dates on what governs or completes the verb: agreed to meet *on Friday*.

    Left *on Friday* without signing it: that is when it was not signed.
    """
    if _is_journeys_end(trigger, governor):
        return span.start < trigger.i
    if trigger.head == governor and trigger.dep_ in syntax.OPEN_CLAUSE | {"advcl"}:
        follows = span.start > trigger.i and trigger.dep_ != "advcl"
        missed = any(word.lower_ == "without" for word in trigger.lefts)
        return follows or missed or _is_scheduled(governor)
    if governor.pos_ in syntax.NOMINAL and governor.head == trigger:
        follows = span.start > governor.i
        held_at = governor.dep_ in syntax.OBLIQUE and syntax.preposition(governor) in HELD_AT
        of = span.doc[span.start - 1].lower_ == "of"
        told = governor.dep_ in syntax.OBJECT and not is_of_speech(trigger)
        return follows and not of and (held_at or told)
    first = syntax.first_conjunct(trigger)
    if governor in syntax.conjuncts(first) and not cues.has_subject(_later(trigger, governor)):
        return span.start < first.i or span.start > max(trigger.i, governor.i) > trigger.i
    return False


def _is_journeys_end(trigger: Token, governor: Token) -> bool:
    """Whether the event is at the end of the dated journey: flies there on Friday, *where* …."""
    if not is_one_of(governor, "going") or not governor.is_ancestor(trigger):
        return False
    return any(word.lower_ == "where" for word in trigger.lefts)


def _later(one: Token, other: Token) -> Token:
    return one if one.i > other.i else other


def _is_scheduled(governor: Token) -> bool:
    return cues.frame("complement", governor) in {"planned", "inherit"} and (
        governor.pos_ == "ADJ" or syntax.is_passive(governor)
    )


def _belongs_to_noun(trigger: Token, governor: Token, span: Span) -> bool:
    """Dates on the verb that tells of the noun: held talks *on Friday*."""
    if governor.head == trigger and governor.dep_ in syntax.NOUN_CLAUSE:
        return _tells_of(trigger, governor, span)
    if governor.dep_ in syntax.OPEN_CLAUSE and governor.head.head == trigger:
        return is_one_of(governor, "holding")  # the summit that they intend to hold in June
    if governor.dep_ in syntax.NOUN_CLAUSE and trigger.is_ancestor(governor):
        return _is_only_of_events(governor)
    trigger = _carrier(trigger)
    if nominals.effective_governor(trigger) != governor and trigger.head != governor:
        return False
    if trigger.dep_ in syntax.OBLIQUE:
        inside = syntax.preposition(trigger) in HELD_AT or _stands_behind(trigger, span)
        inside |= syntax.preposition(trigger) == "for" and is_one_of(governor, "going")
        return inside and governor.pos_ == "VERB"
    return _tells_of(trigger, governor, span)


def _carrier(noun: Token) -> Token:
    """The noun that stands for the event: a *round* of talks, the *margins* of a summit."""
    above = syntax.governor(noun)
    if above is None or above.pos_ != "NOUN" or cues.frame("object", above, "of") != "inherit":
        return noun
    return _carrier(above)


def _is_only_of_events(clause: Token) -> bool:
    """Whether the verb can be said of nothing but an event: that was to *take place* on Friday.

    The parse may hang such a clause on the last noun before it: a meeting of *ministers* set for …
    """
    taken_place = cues.particle(clause) == "place"
    return taken_place or (syntax.is_passive(clause) and is_one_of(clause, "holding"))


def _tells_of(trigger: Token, governor: Token, span: Span) -> bool:
    frame, _ = nominals.frame_of_governor(trigger, governor)
    if governor.head == trigger:
        frame, _ = nominals.frame_of_predicate(trigger, governor)
    if frame == "inherit":
        return True
    before = span.doc[span.start - 1].lower_ if span.start else ""
    if is_one_of(governor, "moving"):
        return before in listed("moved_to")
    if frame != "planned":
        return False
    return before in {"for", "to"} or governor.pos_ == "ADJ" or is_one_of(governor, "awaiting")


def _stands_behind(trigger: Token, span: Span) -> bool:
    """Whether the date follows the noun's phrase at once: talks in Geneva *on Friday*."""
    between = trigger.doc[trigger.i + 1 : span.start]
    return trigger.i < span.start and not any(
        word.pos_ in {"VERB", "AUX", "PUNCT", "CCONJ"} for word in between
    )
