"""The date of what is told by how far it is from a dated event: on Friday, *a day after* that."""

import re
from collections.abc import Iterable

from spacy.tokens import Token

from extractors.dates import intervals
from extractors.dates.context import ANOTHER, UNITS, number_of
from readout.records import Extent, When

DISTANCE = re.compile(r"(?P<count>[\w-]+) (?P<unit>day|week|fortnight|month|year)s?", re.IGNORECASE)
SIDES = {"after": -1, "before": 1}
FURTHEST = 12  # words from the event back to "after"
FORTNIGHT = 2  # weeks


def date_before_or_after(trigger: Token, dates: Iterable[When]) -> When | None:
    """The day, week, month or year that lies so far from the one other date of the sentence.

    None unless the clause of the event opens with *three weeks after* or the like, and the
    sentence has just one date outside it that is precise enough.
    """
    opener = _opener(trigger)
    if opener is None:
        return None
    words = trigger.doc[max(opener.sent.start, opener.i - 2) : opener.i]
    told = DISTANCE.fullmatch(words.text)
    if told is None:
        return None
    try:
        count = number_of(told["count"])
    except ValueError:  # no number: many days after
        return None
    clause = _clause(opener)
    sentence = trigger.sent
    outside = [
        when
        for when in dates
        if sentence.start_char <= when.extent.start < sentence.end_char
        and not clause.start <= when.extent.start < clause.end
        and when.precision in {"day", "minute"}
    ]
    if len(outside) != 1:
        return None
    unit, away = told["unit"].lower(), SIDES[opener.lower_] * count
    if unit == "fortnight":
        unit, away = "week", away * FORTNIGHT
    found = intervals.period(UNITS[unit], outside[0].start.date(), away)
    extent = Extent(words.start_char, opener.idx + len(opener))
    return When(found.start, found.end, found.precision, ANOTHER, extent)


def _opener(trigger: Token) -> Token | None:
    """The *after* or *before* that opens the event's clause."""
    for i in range(trigger.i - 1, max(trigger.sent.start, trigger.i - FURTHEST) - 1, -1):
        token = trigger.doc[i]
        if token.lower_ in SIDES and token.pos_ != "ADV":
            return token if i - 2 >= token.sent.start else None
        if token.is_punct and token.text not in {"-", "'", "’", "."}:
            return None
        if token.pos_ == "VERB":
            return None
    return None


def _clause(opener: Token) -> Extent:
    """From the opening word to the next comma or the end of the sentence."""
    doc, end = opener.doc, opener.i + 1
    while end < opener.sent.end and doc[end].text not in {",", ";", ":"}:
        end += 1
    return Extent(opener.idx, doc[end - 1].idx + len(doc[end - 1]))
