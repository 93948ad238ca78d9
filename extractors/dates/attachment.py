"""Which of a text's dates is the date of an event."""

import re
from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Span, Token

from extractors import syntax
from extractors.dates.anchored import date_before_or_after
from extractors.dates.governing import governing
from extractors.dates.ties import is_of_speech, is_one_of, listed, shares_clause
from readout.records import Extent, When

AFTERTHOUGHT = frozenset({"on", "in", "at", "last", "this", "next", ""})
RANGE = re.compile(r"[ ]?(?:to|through|until|[-–—])[ ]?")
CLAUSE_WORDS = frozenset({"WDT", "WP", "WRB"})


def date_of(trigger: Token, dates: Iterable[When]) -> When | None:
    """The date of an event: the one in the trigger's own clause, else a clear one of its sentence.

    A date that belongs to another verb, to another noun or to a quotation is left alone, and so is
    one the event is merely before or after: better no date than another event's.
    """
    dates, sentence = tuple(dates), trigger.sent
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
    if not ranked or (len(here) == 1 and date_before_or_after(trigger, dates) is not None):
        return date_before_or_after(trigger, dates)
    return _whole_range(here[min(ranked)[2]][0], [when for when, _ in here], sentence)


def _whole_range(when: When, others: list[When], sentence: Span) -> When:
    """The stretch that two dates of a sentence span: *from July 23 to July 25*."""
    text, before = sentence.text, sentence.start_char
    for other in others:
        first, last = sorted((when, other), key=lambda one: one.extent.start)
        gap = text[first.extent.end - before : last.extent.start - before]
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
    if governor == trigger and _dates_what_is_told_of(trigger, span):
        return None
    if governor == trigger or _is_predicate_of(trigger, governor):
        return 0
    if shares_clause(trigger, governor, span):
        return 1
    elsewhere = governor.pos_ in {"VERB", "AUX"} or not alone or _is_elsewhere(governor)
    return None if elsewhere or is_of_speech(trigger) else _fallback(trigger, span)


def _is_on(span: Span, governor: Token) -> bool:
    """Whether the preposition says that the event is on the date, not before or after it."""
    before = span.doc[max(0, span.start - 2) : span.start].text.lower()
    words = before.split()
    if words and words[-1] in listed("moved_to") and is_one_of(governor, "moving"):
        return True
    if words and words[-1] == "from" and _opens_range(span):
        return True
    return not words or not {words[-1], before} & listed("not_on")


def _opens_range(span: Span) -> bool:
    """Whether "to" or a dash stands within or right behind: from *July 23* to July 25."""
    if RANGE.search(span.text):
        return True
    following = span.doc[span.end : span.end + 1].text
    return RANGE.fullmatch(following) is not None


def _begins_content(trigger: Token, span: Span) -> bool:
    """Whether a *that* stands between: proud to announce that *tomorrow* he will sign."""
    after = trigger.i + (2 if trigger.pos_ == "NOUN" else 0)  # the summit that they hold in June
    between = trigger.doc[after : span.start]
    return any(
        word.lower_ == "that" and (word.dep_ == "mark" or word.i == span.start - 1)
        for word in between
    )


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


def _dates_what_is_told_of(trigger: Token, span: Span) -> bool:
    """Whether a month or a year ends a verb's object: stressed the importance of the vote *in May*.

    Words are spoken on a day; the noun right before is what falls into the month.
    """
    if not is_of_speech(trigger):
        return False
    place = span.start - (1 if span.start and span.doc[span.start - 1].lower_ == "in" else 0)
    noun = span.doc[place - 1]
    within = any(noun in child.subtree for child in syntax.objects(trigger) if child.i > trigger.i)
    return within and place < span.start and noun.pos_ == "NOUN" and noun.dep_ == "nmod"


def _is_elsewhere(governor: Token) -> bool:
    """Whether the noun of the date is only what the event came after or before."""
    return syntax.preposition(governor) in listed("not_on")


def _fallback(trigger: Token, span: Span) -> int | None:
    """The only date of the sentence, when no other verb and no clause stands between."""
    start, end = sorted((trigger.i, span.root.i))
    for word in trigger.doc[start + 1 : end]:
        opens = word.tag_ in CLAUSE_WORDS or word.dep_ == "mark" or word.is_quote
        if word.pos_ in {"VERB", "AUX"} or opens:
            return None
    return 2 if span.root.i > trigger.i else None
