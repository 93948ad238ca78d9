"""What dates look like: patterns of words, compiled once, each of bounded length.

Case counts: "may" and "march" are no months. Nothing here looks at grammar.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractors import lexicon


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that look like a date of some kind."""

    kind: str
    match: re.Match[str]

    @property
    def start(self) -> int:
        """Where the words begin."""
        return self.match.start()

    @property
    def end(self) -> int:
        """Where they end."""
        return self.match.end()

    def group(self, name: str) -> str | None:
        """A named part, where the pattern has it and the words fill it."""
        return self.match.groupdict().get(name)


def _either(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def names(table: str) -> dict[str, int]:
    """Each spelling of a month or weekday → its number; capitals too."""
    groups = lexicon.load("dates")[table]
    spelled = {word: int(number) for number, words in groups.items() for word in words}
    return spelled | {word.upper(): number for word, number in spelled.items()}


def _full_names(table: str) -> list[str]:
    groups = lexicon.load("dates")[table]
    return [form for words in groups.values() for form in (words[0], words[0].upper())]


def _patterns() -> dict[str, str]:
    table = lexicon.load("dates")
    month = rf"(?:{_either(_full_names('months'))}|(?:{_either(list(names('months')))})\b\.?)"
    full_month = rf"(?:{_either(_full_names('months'))})\b"
    weekday = rf"(?:{_either(_full_names('weekdays'))})\b"
    any_weekday = rf"(?:{weekday}|(?:{_either(list(names('weekdays')))})\b\.?)"
    before = rf"(?:(?P<weekday>{any_weekday}),?[ ]{{1,2}}(?:the[ ])?)?"
    number = r"(?:0?[1-9]|[12]\d|3[01])"
    ordinal = rf"{number}(?:st|nd|rd|th)?(?![\d%:/]|[.,]\d|[-–]\d{{3}})\b"
    year = r"(?:1\d{3}|20\d\d|21\d\d)(?![\d%]|[.,]\d|s\b)\b"
    year_after = rf"(?:(?:,[ ]?|[ ](?:of[ ])?)(?P<year>{year})|[ ](?:of[ ])?(?P<which>last|this|next|the[ ]same|that)[ ]year\b)?"
    dash = r"(?:[ ]?[-–—][ ]?|[ ](?:to|through|and|until)[ ])"
    spelled = [form for word in table["numbers"] for form in (word, word.capitalize())]
    count = rf"(?:{_either(spelled)}|\d{{1,4}})"
    unit = r"(?:day|week|month|year|quarter)"
    part = r"(?:[Ee]arly|[Mm]id|[Ll]ate|[Ll]ater|[Ee]arlier|(?:the[ ])?(?:end|start|beginning|middle)[ ](?:of|in))"
    season = rf"(?:{_either(list(table['seasons']))})"
    daypart = r"(?:[ ](?P<daypart>morning|afternoon|evening|night))?"
    relative = r"(?:[Ll]ast|[Nn]ext|[Tt]his|[Tt]he[ ](?:past|previous|coming)|[Tt]his[ ](?:past|coming)|[Pp]ast|[Cc]oming)"
    feast = rf"(?:{_either(list(table['feasts']))})"
    return {
        "day_range": rf"{before}(?P<month>{month})[ ](?P<day>{ordinal}){dash}(?P<last>{ordinal}){year_after}",
        "range_day": rf"(?P<day>{number}(?:st|nd|rd|th)?){dash}(?P<last>{ordinal})[ ](?:of[ ])?(?P<month>{month}){year_after}",
        "month_day": rf"{before}(?P<month>{month})[ ](?P<day>{ordinal}){year_after}",
        "day_month": rf"{before}(?P<day>{ordinal})[ ](?:of[ ])?(?P<month>{month}){year_after}",
        "month_year": rf"(?P<month>{month})(?:,)?[ ](?:(?:of|in)[ ])?(?:(?P<year>{year})|(?P<which>last|this|next|the[ ]same|that)[ ]year\b)",
        "part_of_month": rf"(?P<part>{part})(?:[ -])(?P<month>{full_month})(?:,?[ ](?:of[ ])?(?P<year>{year}))?",
        "part_of_year": rf"(?P<part>{part})(?:[ -])(?P<year>{year})",
        "part_of_period": rf"(?P<part>{part})[ ](?P<relative>last|next|this|the)[ ](?P<unit>week|month|year|quarter|decade)\b",
        "iso": r"(?P<year>\d{4})-(?P<month>0\d|1[0-2])-(?P<day>[0-2]\d|3[01])(?!\d)",
        "numeric": r"(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)(?![\d/]|[.,]\d)",
        "years": rf"(?P<year>{year})[-/–](?P<last>\d\d|\d{{4}})(?![\d/–-])\b",
        "year": rf"(?P<year>{year})",
        "weekday_range": rf"(?P<weekday>{weekday}){dash}(?P<last>{weekday})",
        "weekday": rf"(?:(?P<relative>{relative})[ ])?(?P<weekday>{weekday})(?!s\b){daypart}",
        "deictic": rf"(?P<word>[Tt]he[ ]day[ ](?:before[ ]yesterday|after[ ]tomorrow)|[Tt]oday|TODAY|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Tt]his[ ](?:morning|afternoon|evening)|[Ll]ast[ ](?:night|evening)){daypart}\b",
        "period": rf"(?P<relative>{relative})[ ](?P<unit>week|weekend|month|quarter|year)\b",
        "weekend": r"(?P<relative>[Tt]he)[ ](?P<unit>weekend)\b",
        "season": rf"(?P<relative>[Ll]ast|[Nn]ext|[Tt]his|the)[ ](?P<season>{season})\b",
        "season_year": rf"(?P<season>{season})[ ](?:of[ ])?(?P<year>{year})(?:[-–]\d\d\b)?",
        "month": rf"(?:(?P<relative>[Ll]ast|[Nn]ext|[Tt]his(?:[ ](?:past|coming))?)[ ])?(?P<month>{full_month}|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)",
        "ago": rf"(?:(?P<count>{count})(?:[ ](?P<half>and[ ]a[ ]half))?|(?P<couple>[Aa][ ]couple[ ]of))[ ](?P<unit>day|week|month|year|hour|minute)s?[ ]ago\b",
        "from_now": rf"(?P<count>{count})[ ](?P<unit>{unit})s?[ ]from[ ]now\b",
        "rolling": rf"(?P<relative>[Tt]he[ ](?:past|last|next|coming)|[Tt]he[ ](?:previous|preceding))[ ](?P<count>{count})[ ](?P<unit>hour|{unit})s\b",
        "later": rf"(?P<count>{count})[ ](?P<unit>{unit})s?[ ](?P<way>later|earlier|afterwards)\b",
        "next_to": rf"(?:[Tt]he[ ](?:very[ ])?)(?P<which>next|following|previous|preceding|same)[ ](?P<unit>{unit})\b",
        "decade": r"(?:(?P<decade>1[5-9]\d0|20[0-9]0)s|(?<=the )(?:1[5-9]\d0|20\d0)['’]s)\b",
        "decade_word": r"(?:the|The)[ ](?:['’]?(?P<short>[2-9]0)s|(?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))\b",
        "that": r"[Tt]hat[ ](?:same[ ])?(?P<unit>day|week|month|year)\b",
        "day_before": r"[Tt]he[ ](?P<unit>day)[ ](?P<way>before|after)(?=[.,;]|[ ]and\b|$)",
        "quarter": rf"(?:[Tt]he[ ])?(?P<ordinal>{_either(list(table['ordinals']))})(?:[ ]|-)quarter[ ](?:of[ ])?(?:(?P<year>{year})|(?P<which>last|this|next)[ ]year)",
        "quarter_code": rf"Q(?P<number>[1-4])(?:(?:,?[ ]?(?:of[ ])?)(?P<year>{year}))?\b",
        "feast": rf"(?P<feast>{feast})(?:,?[ ](?P<year>{year}))?",
    }


@cache
def _compiled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    guard = r"(?<![\w$£€₹¥#/.,–-])(?:"
    return tuple((kind, re.compile(guard + pattern + ")")) for kind, pattern in _patterns().items())


def candidates(text: str) -> Iterator[Candidate]:
    """The words that look like dates, in order; of those that overlap, the longest."""
    found = [
        Candidate(kind, match) for kind, pattern in _compiled() for match in pattern.finditer(text)
    ]
    found.sort(key=lambda candidate: (candidate.start, -candidate.end))
    kept: Candidate | None = None
    for candidate in found:
        if kept is None or candidate.start >= kept.end:
            if kept is not None:
                yield kept
            kept = candidate
        elif candidate.end - candidate.start > kept.end - kept.start:
            kept = candidate
    if kept is not None:
        yield kept
