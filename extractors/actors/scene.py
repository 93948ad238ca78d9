"""A document's known names: found once, looked up by the token they start or end at."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc

from extractors import gazetteer
from extractors.actors import tokens
from extractors.actors.records import Affiliation
from extractors.gazetteer import Match


@dataclass(frozen=True, slots=True)
class Known:
    """A known name by its tokens `[start, end)`."""

    start: int
    end: int
    match: Match


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """A parsed document and the known names in it, none overlapping another."""

    doc: Doc
    starting: dict[int, Known]
    ending: dict[int, Known]
    capitals: tuple[int, ...]  # tokens that may open a name or a number
    headlines: frozenset[int]  # tokens of lines in title case, whose capitals say nothing

    def known_starting(self, i: int) -> Affiliation | None:
        """The country or body named from this token on."""
        return _affiliation(self.starting.get(i))

    def known_ending(self, i: int) -> Affiliation | None:
        """The country or body named up to this token, exclusive."""
        return _affiliation(self.ending.get(i))


def _affiliation(known: Known | None) -> Affiliation | None:
    if known is None:
        return None
    entry = known.match.sense("country", "demonym", "actor", "metonym", "place")
    if entry is None or (entry.actor is not None and entry.actor.kind == "person"):
        return None
    body = entry.actor.name if entry.actor is not None else None
    return Affiliation(known.start, known.end, entry.country, body)


@lru_cache(maxsize=2)
def scene_of(doc: Doc) -> Scene:
    """The known names of a document, the longest first at each place, left to right.

    Kept for the last documents: the cast and the places are read from the same names.
    """
    text = doc.text
    folded = gazetteer.fold(text)
    starts, stops = tokens.offsets(doc)
    ends = {stop: i + 1 for i, stop in enumerate(stops)}
    allowed = frozenset(ends)
    capitals = tuple(i for i, start in enumerate(starts) if _may_be_name(text, start))
    starting: dict[int, Known] = {}
    position = 0
    for i in capitals:
        if starts[i] >= position:
            match = gazetteer.longest_at(text, folded, starts[i], allowed)
            if match is not None:
                starting[i] = Known(i, ends[match.end], match)
                position = match.end
    ending = {known.end: known for known in starting.values()}
    return Scene(doc, starting, ending, capitals, _headline_tokens(text, starts))


def _may_be_name(text: str, start: int) -> bool:
    first = text[start]
    if first.isupper() or first.isdigit():
        return True
    return first.isalpha() and text[start + 1 : start + 2].isupper()


def _headline_tokens(text: str, starts: list[int]) -> frozenset[int]:
    """The tokens of every line most of whose words have a capital and which no full stop ends."""
    found: set[int] = set()
    for line in LINE.finditer(text):
        if _is_headline(line[0].strip()):
            first, last = bisect_left(starts, line.start()), bisect_left(starts, line.end())
            found.update(range(first, last))
    return frozenset(found)


LINE = re.compile(r"[^\n]+")
LONG_WORD = re.compile(r"[^\W\d_]{4,}")  # short words keep their small letter
MIN_HEADLINE_WORDS = 4
LONGEST_HEADLINE = 250
CAPITALISED_SHARE = 0.7


def _is_headline(line: str) -> bool:
    if not line or len(line) > LONGEST_HEADLINE or line.endswith((".", "”", '"', "?")):
        return False
    if line.count(",") + line.count(";") > 1:  # a list of names
        return False
    long_words = LONG_WORD.findall(line)
    capitals = sum(word[0].isupper() for word in long_words)
    return len(long_words) >= MIN_HEADLINE_WORDS and capitals >= CAPITALISED_SHARE * len(long_words)
