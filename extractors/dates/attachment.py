"""Which of a text's dates is the date of an event."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from spacy.tokens import Span, Token

from extractors import lexicon, syntax
from extractors.dates.governing import governing
from extractors.factuality import cues, nominals
from readout.records import Extent, When

HELD_AT = frozenset({"at", "in", "during", "on"})
AFTERTHOUGHT = frozenset({"on", "in", "at", "last", "this", "next", ""})
RANGE = re.compile(r"[ ]?(?:to|through|until|[-–—])[ ]?")
CLAUSE_WORDS = frozenset({"WDT", "WP", "WRB"})


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(lexicon.load("dates")["attachment"][name])


def date_of(trigger: Token, dates: Iterable[When]) -> When | None:
    """The date of an event: the one in the trigger's own clause, else a clear one of its sentence.

    A date that belongs to another verb, to another noun or to a quotation is left alone, and so is
    one the event is merely before or after: better no date than another event's.
    """
    sentence = trigger.sent
    here = [
        (when, span)
        for when in dates
        if sentence.start_char <= when.extent.start < sentence.end_char
        and (span := _span(trigger, when)) is not None
    ]
    ranked = [
        (rank, abs(span.root.i - trigger.i), place)
        for place, (_, span) in enumerate(here)
        if (rank := _rank(trigger, span, alone=len(here) == 1)) is not None
    ]
    if not ranked:
        return None
    return _whole_range(here[min(ranked)[2]][0], [when for when, _ in here], trigger.doc.text)


def _whole_range(when: When, others: list[When], text: str) -> When:
    """The stretch that two dates span: *from July 23 to July 25*."""
    for other in others:
        first, last = sorted((when, other), key=lambda one: one.extent.start)
        gap = text[first.extent.end : last.extent.start]
        if other != when and RANGE.fullmatch(gap) and first.start < last.start:
            words = Extent(first.extent.start, last.extent.end)
            return replace(first, end=last.end, extent=words)
    return when


def _span(trigger: Token, when: When) -> Span | None:
    return trigger.doc.char_span(when.extent.start, when.extent.end, alignment_mode="expand")


def _rank(trigger: Token, span: Span, *, alone: bool) -> int | None:
    """How closely a date is tied to the event, 0 the closest; None when it is not its date."""
    governor = governing(span)
    if governor is None:
        return _fallback(trigger, span) if alone else None
    if not _is_on(span, governor) or _begins_content(trigger, span):
        return None
    if governor == trigger or _is_predicate_of(trigger, governor):
        return 0
    if _shares_clause(trigger, governor, span):
        return 1
    if governor.pos_ in {"VERB", "AUX"} or not alone or _is_elsewhere(governor):
        return None
    return _fallback(trigger, span)


def _is_on(span: Span, governor: Token) -> bool:
    """Whether the preposition says that the event is on the date, not before or after it."""
    before = span.doc[max(0, span.start - 2) : span.start].text.lower()
    words = before.split()
    if words and words[-1] in _listed("moved_to") and _is_one_of(governor, "moving"):
        return True
    if words and words[-1] == "from" and _opens_range(span):
        return True
    return not words or not {words[-1], before} & _listed("not_on")


def _opens_range(span: Span) -> bool:
    """Whether "to" or a dash stands within or right behind: from *July 23* to July 25."""
    if RANGE.search(span.text):
        return True
    following = span.doc[span.end : span.end + 1].text
    return RANGE.fullmatch(following) is not None


def _begins_content(trigger: Token, span: Span) -> bool:
    """Whether a *that* stands between: proud to announce that *tomorrow* he will sign."""
    between = trigger.doc[trigger.i : span.start]
    return any(
        word.lower_ == "that" and (word.dep_ == "mark" or word.i == span.start - 1)
        for word in between
    )


def _is_one_of(word: Token, name: str) -> bool:
    return not _listed(name).isdisjoint({word.lower_, lexicon.lemma(word)})


def _is_predicate_of(trigger: Token, governor: Token) -> bool:
    """Whether the date itself is said of the event: the summit *is on Friday*."""
    return (
        trigger.dep_ in syntax.SUBJECT
        and trigger.head == governor
        and governor.pos_
        not in {
            "VERB",
            "AUX",
        }
    )


def _shares_clause(trigger: Token, governor: Token, span: Span) -> bool:
    if trigger.pos_ in {"VERB", "AUX"}:
        return _belongs_to_verb(trigger, governor, span)
    return _belongs_to_noun(trigger, governor, span)


def _belongs_to_verb(trigger: Token, governor: Token, span: Span) -> bool:
    """Dates on what governs or completes the verb: agreed to meet *on Friday*."""
    if trigger.head == governor and trigger.dep_ in syntax.OPEN_CLAUSE | {"advcl"}:
        follows = span.start > trigger.i and trigger.dep_ != "advcl"
        return follows or _is_scheduled(governor)
    if governor.pos_ in syntax.NOMINAL and governor.head == trigger:
        follows = span.start > governor.i
        held_at = governor.dep_ in syntax.OBLIQUE and syntax.preposition(governor) in HELD_AT
        of = span.doc[span.start - 1].lower_ == "of"
        return follows and not of and (held_at or governor.dep_ in syntax.OBJECT)
    first = syntax.first_conjunct(trigger)
    if governor in syntax.conjuncts(first) and not cues.has_subject(_later(trigger, governor)):
        return span.start < first.i or span.start > max(trigger.i, governor.i) > trigger.i
    return False


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
    if governor.dep_ in syntax.NOUN_CLAUSE and trigger.is_ancestor(governor):
        return _is_only_of_events(governor)
    trigger = _carrier(trigger)
    if nominals.effective_governor(trigger) != governor and trigger.head != governor:
        return False
    if trigger.dep_ in syntax.OBLIQUE:
        inside = syntax.preposition(trigger) in HELD_AT or _stands_behind(trigger, span)
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
    return taken_place or (syntax.is_passive(clause) and _is_one_of(clause, "holding"))


def _tells_of(trigger: Token, governor: Token, span: Span) -> bool:
    frame, _ = nominals.frame_of_governor(trigger, governor)
    if governor.head == trigger:
        frame, _ = nominals.frame_of_predicate(trigger, governor)
    if frame == "inherit":
        return True
    before = span.doc[span.start - 1].lower_ if span.start else ""
    if _is_one_of(governor, "moving"):
        return before in _listed("moved_to")
    if frame != "planned":
        return False
    return before in {"for", "to"} or governor.pos_ == "ADJ" or _is_one_of(governor, "awaiting")


def _stands_behind(trigger: Token, span: Span) -> bool:
    """Whether the date follows the noun's phrase at once: talks in Geneva *on Friday*."""
    between = trigger.doc[trigger.i + 1 : span.start]
    return trigger.i < span.start and not any(
        word.pos_ in {"VERB", "AUX", "PUNCT", "CCONJ"} for word in between
    )


def _is_elsewhere(governor: Token) -> bool:
    """Whether the noun of the date is only what the event came after or before."""
    return syntax.preposition(governor) in _listed("not_on")


def _fallback(trigger: Token, span: Span) -> int | None:
    """The only date of the sentence, when no other verb and no clause stands between."""
    start, end = sorted((trigger.i, span.root.i))
    for word in trigger.doc[start + 1 : end]:
        opens = word.tag_ in CLAUSE_WORDS or word.dep_ == "mark" or word.is_quote
        if word.pos_ in {"VERB", "AUX"} or opens:
            return None
    return 2 if span.root.i > trigger.i else None
