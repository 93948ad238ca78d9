"""Which of several meetings or deals the words say it is: the second round, an earlier meeting."""

import re

from readout.linking.telling import Telling

_NUMBERS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
_ADJECTIVES = "another|earlier|previous|next|further|subsequent"
_OTHERS = frozenset({*_ADJECTIVES.split("|"), "also"})
# Directly before the noun or verb, or with one or two words between: "the second such meeting".
_MARK = re.compile(
    rf"\b({_NUMBERS}|{_ADJECTIVES})(?:[\s-]{{1,3}}[\w'’-]{{1,40}}){{1,3}}$", re.IGNORECASE
)
# "She will also meet them" adds a meeting; "she also attended the talks" adds somebody to one.
_ALSO = re.compile(r"\balso(?:\s{1,3}(?:be|been))?\s{1,3}[\w'’-]{1,40}$", re.IGNORECASE)

_COUNTED = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|many|several|numerous|various|dozens|"
    r"series|number|multiple|\d+)\b(?:[\s,]+[\w'’-]+){0,3}?[\s,]+(?:meeting|summit|call|visit|trip|"
    r"conversation|engagement|session|round|deal|agreement|contract|accord|treatie)s$",
    re.IGNORECASE,
)
# Counted or not, these are many. Talks, negotiations and discussions may be one meeting.
_MANY = re.compile(
    r"\b(?:meeting|(?:mini-?)?summit|session|(?:tele|video)?conference|consultation|conversation|"
    r"visit|(?:phone)?call|encounter|engagement|gathering|get-together|sit-down|roundtable|"
    r"bilateral|trilateral|dinner|lunch|luncheon|breakfast|banquet|audience|reception|huddle|"
    r"exchange|dialogue|dialog|round|forum|retreat|ministerial)s$",
    re.IGNORECASE,
)
# "They held consultations" is said of one occasion, as "they held talks".
_ON_ONE_OCCASION = re.compile(
    r"\b(?:(?:hold|holds|held|holding)|(?:meet|meets|met|meeting) (?:for|in))\b"
    r"(?:\s{1,3}[\w'’-]{1,40}){0,3}?\s{1,3}consultations$",
    re.IGNORECASE,
)


def are_several(words: str, *, is_noun: bool = True) -> bool:
    """Whether words that end with those for a meeting or a deal stand for several of them.

    "Visits" and "calls" may be verbs, and then somebody visits once.
    """
    if _COUNTED.search(words):
        return True
    return is_noun and bool(_MANY.search(words)) and not _ON_ONE_OCCASION.search(words)


def which(words: str, *, is_noun: bool = True) -> str | None:
    """The mark in some words that end with those for a meeting or a deal: a noun, or a verb."""
    if found := _MARK.search(words):
        return found[1].lower()
    return "also" if not is_noun and _ALSO.search(words) else None


def are_counted_apart(one: Telling, other: Telling) -> bool:
    """Whether one is the first and the other the second, or one is several.

    In one document, also whether one is the next or another.

    In two documents only rounds are counted alike by all: a first meeting is the first this year.
    """
    if one.is_several != other.is_several:
        return True
    if one.which == other.which:
        return False
    if one.document_id == other.document_id and _OTHERS & {one.which, other.which}:
        return True
    are_numbers = None not in {one.which, other.which} and not _OTHERS & {one.which, other.which}
    are_rounds = one.is_round and other.is_round
    return are_numbers and (are_rounds or one.document_id == other.document_id)
