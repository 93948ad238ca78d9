"""Whether the words around a date look back or ahead."""

from functools import cache
from typing import Literal

from spacy.tokens import Span, Token

from extractors import lexicon, syntax
from extractors.dates.governing import governing
from extractors.factuality import cues, scope
from extractors.factuality.predicate import helpers

Direction = Literal["past", "future", "near", "unknown"]  # near: the nearer of both
AHEAD = frozenset({"planned", "proposed", "conditional"})
LINKING = frozenset({"on", "late", "earlier", "early", "in", "as", "here", "again", "also"})
SET_FOR = frozenset({"due", "slated"})  # before a preposition: due *on Friday*


@cache
def _scheduling() -> frozenset[str]:
    return frozenset(lexicon.load("dates")["tense"]["scheduling"])


def of(span: Span) -> Direction:
    """Where the date lies from the day of the report, by its verb's tense and the cues above it."""
    if _follows_report(span):
        return "past"
    if span.start > 1 and span.doc[span.start - 2].lower_ in SET_FOR:
        return "future"
    governor = governing(span)
    if governor is None:
        return "unknown"
    if governor == span.root and (copula := helpers(governor)):
        return "past" if copula[0].tag_ == "VBD" else "future"
    if schedules(governor) and _is_target(span, governor):
        return "near" if _is_over(governor) else "future"
    return _by_status(governor)


def _follows_report(span: Span) -> bool:
    """Whether the date stands right behind a reporting verb in the past: said late *Tuesday*."""
    place = span.start - 1
    while place > 0 and span.doc[place].lower_ in LINKING:
        place -= 1
    if place < 0:
        return False
    word = span.doc[place]
    return word.tag_ == "VBD" and cues.is_one_of(word, "reporting")


def _is_over(governor: Token) -> bool:
    """Whether the plan's fate is known: the talks *planned for Friday* were called off."""
    noun = governor.head
    aside = governor.dep_ in syntax.NOUN_CLAUSE and noun.pos_ in syntax.NOMINAL
    return aside and scope.verdict_of(noun).status not in AHEAD


def schedules(governor: Token) -> bool:
    """Whether the word sets a time for something: due, scheduled, postponed."""
    return not _scheduling().isdisjoint({governor.lower_, lexicon.lemma(governor)})


def _is_target(span: Span, governor: Token) -> bool:
    """Whether the date is what is set, not when it was: scheduled *for Friday*, due *Friday*."""
    before = span.doc[span.start - 1].lower_ if span.start else ""
    if before in {"for", "until", "till", "to"}:
        return True
    return governor.lower_ in {"due", "expected", "slated", "scheduled", "set"} and (
        governor.i < span.start and not cues.has_subject(governor)
    )


def _by_status(governor: Token) -> Direction:
    verdict = scope.verdict_of(governor)
    status = verdict.status
    if status == "conditional" and not verdict.cue and _asks_of_the_past(governor):
        return "past"
    if status in AHEAD:
        return "future"
    if status == "ongoing":
        return "unknown"
    return "future" if _says_not_ahead(governor) else "past"


def _asks_of_the_past(governor: Token) -> bool:
    """Whether the question is about what was: *did* they meet this weekend?"""
    root = governor.sent.root
    return (helpers(root) or [root])[0].tag_ == "VBD"


def _says_not_ahead(governor: Token) -> bool:
    """Will not, cannot: denied, and ahead all the same."""
    return any(helper.tag_ == "MD" for helper in helpers(governor))
