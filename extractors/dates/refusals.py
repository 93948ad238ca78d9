"""What looks like a date and is none: names, numbers of things, repeated days."""

from collections.abc import Callable
from functools import cache

from spacy.tokens import Doc, Span

from extractors import lexicon
from extractors.dates import habit
from extractors.dates.patterns import Candidate

AMBIGUOUS_MONTHS = frozenset({"May", "March", "MAY", "MARCH"})
NOT_NOUN_TAGS = frozenset({"VB", "VBD", "VBP", "VBZ", "VBG", "MD"})
COUNTABLE = 1900  # a bare number below, before a plural, counts it
YEARS_UNSAID = (1700, 2099)  # a bare number outside these is a year only after "in", "since" …


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon.load("dates")["refused"][name])


def is_refused(candidate: Candidate, doc: Doc) -> bool:
    """Whether the words are no date where they stand."""
    span = doc.char_span(candidate.start, candidate.end, alignment_mode="expand")
    if span is None:
        return True
    before, after = _neighbour(span, -1), _neighbour(span, 1)
    if candidate.kind in NAMED and _in_a_name_or_series(before, after):
        return True
    check = CHECKS.get(candidate.kind)
    return check is not None and check(candidate, span, before, after)


def _neighbour(span: Span, side: int) -> str:
    place = span.start - 1 if side < 0 else span.end
    return span.doc[place].text if 0 <= place < len(span.doc) else ""


def _in_a_name_or_series(before: str, after: str) -> bool:
    """Whether it is part of a name (Good Friday, Sunday Times) or comes back (every Monday)."""
    named = after in _words("name_after") or before in _words("name_before")
    return named or before.lower() in _words("recurring_before")


def _is_quantity(candidate: Candidate, span: Span, before: str, after: str) -> bool:
    year = int(candidate.group("year") or 0)
    led = before.lower() in _words("year_after")
    if before in _words("number_before") or after in _words("unit_after"):
        return True
    if _two_before(span) in _words("number_before"):
        return True
    if not led and not YEARS_UNSAID[0] <= year <= YEARS_UNSAID[1]:
        return True
    return not led and (year % 100 == 0 or year < COUNTABLE) and _counts_something(span)


def _two_before(span: Span) -> str:
    return span.doc[max(0, span.start - 2) : span.start].text


def _counts_something(span: Span) -> bool:
    following = span.doc[span.end : span.end + 1]
    return bool(following) and following[0].tag_ == "NNS"


def _is_other_word(candidate: Candidate, span: Span, before: str, after: str) -> bool:
    """Whether a month's name alone is a verb, a person, a march, or opens a name."""
    word = span[-1]
    if word.tag_ in NOT_NOUN_TAGS or word.pos_ in {"VERB", "AUX"}:
        return True
    if candidate.group("relative"):
        return False
    if before.lower() == "that" or habit.is_habitual(span):
        return True
    if before.lower() not in _words("month_after"):
        if word.text in AMBIGUOUS_MONTHS or not _stands_alone(after):
            return True
        return _is_person(span)
    return _is_person(span) and after[:1].isupper()


def _stands_alone(after: str) -> bool:
    return after in {"'s", "’s", ",", "."} or after[:1].islower()


def _is_person(span: Span) -> bool:
    return span[-1].ent_type_ in {"PERSON", "PER"}


def _is_nowadays(candidate: Candidate, span: Span, before: str, _after: str) -> bool:
    """Whether today is these times and no day; with *here* and *us* it is the day of speaking."""
    if candidate.match[0].lower() != "today" or before in {"here", "us", "present"}:
        return False
    if habit.is_habitual(span) and not habit.is_subject(span):
        return True
    after = span.doc[span.end : span.end + 3]
    return (
        len(after) > 1
        and after[0].lower_ in {"'s", "’s"}
        and any(word.lower_ in _words("today_after") for word in after[1:])
    )


def _is_yearly(candidate: Candidate, span: Span, _before: str, after: str) -> bool:
    """Whether a season or part of a month comes back each year: the summer months."""
    if candidate.group("year"):
        return False
    return after == "months" or habit.is_habitual(span)


def _is_part_of_something(_candidate: Candidate, _span: Span, _before: str, after: str) -> bool:
    """Whether the span of time is that of something told: the last five months *of her life*."""
    return after == "of"


NAMED = frozenset({"weekday", "month", "weekday_range"})
CHECKS: dict[str, Callable[[Candidate, Span, str, str], bool]] = {
    "year": _is_quantity,
    "years": _is_quantity,
    "part_of_year": _is_quantity,
    "month": _is_other_word,
    "deictic": _is_nowadays,
    "part_of_month": _is_yearly,
    "season": _is_yearly,
    "rolling": _is_part_of_something,
}
