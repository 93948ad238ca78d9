"""Whether a sentence tells of what is so in general, and not of a day: rain falls in *June*."""

from spacy.tokens import Span, Token

from extractors import syntax
from extractors.dates import direction
from extractors.dates.governing import governing
from extractors.factuality import cues
from extractors.factuality.predicate import PRESENT, helpers

GOING = frozenset({"go", "travel", "fly", "return", "come", "arrive", "expire", "vote", "head"})
PREDICATES = frozenset({"VERB", "AUX"})


def is_habitual(span: Span) -> bool:
    """Whether the date's clause is in the simple present, and no timetable or headline.

    Told by the verb: talks that *open* in June are one event, whales that *are* there in June are
    so each year.
    """
    predicate = _predicate(governing(span))
    if predicate is None:
        return False
    group = helpers(predicate)
    if len(group) > 1 or (group[0] if group else predicate).tag_ not in PRESENT:
        return False
    if group and group[0].dep_ not in {"cop", "aux:pass", "auxpass"}:
        return group[0].lower_ in {"do", "does"}
    return not _is_timetable(predicate)


def is_subject(span: Span) -> bool:
    """Whether the date is what the sentence speaks of: *today* marks a beginning."""
    return span.root.dep_ in syntax.SUBJECT | {"ROOT"}


def _predicate(governor: Token | None) -> Token | None:
    """The nearest verb or predicate above, past nouns."""
    while governor is not None and governor.pos_ not in PREDICATES and not helpers(governor):
        governor = syntax.governor(governor)
    return governor


def _is_timetable(predicate: Token) -> bool:
    if predicate.pos_ == "ADJ" or direction.schedules(predicate):
        return direction.schedules(predicate)
    if syntax.is_lemma(predicate, *GOING) or cues.is_one_of(predicate, "gathering"):
        return True
    if cues.is_one_of(predicate, "reporting"):
        return True
    if syntax.is_lemma(predicate, "be", "have", "run", "give", "see", "do"):
        return False
    links = (cues.frame("subject", predicate), cues.frame("object", predicate))
    return "inherit" in links
