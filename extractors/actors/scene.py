"""A document's known names: found once, looked up by the token they start or end at."""

from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc

from extractors import gazetteer
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
    ends = {token.idx + len(token): token.i + 1 for token in doc}
    offsets = frozenset(ends)
    starting: dict[int, Known] = {}
    position = 0
    for token in doc:
        if token.idx < position or not (token.text[0].isupper() or token.text[0].isdigit()):
            continue
        match = gazetteer.longest_at(text, folded, token.idx, offsets)
        if match is not None:
            starting[token.i] = Known(token.i, ends[match.end], match)
            position = match.end
    ending = {known.end: known for known in starting.values()}
    return Scene(doc, starting, ending, _headline_tokens(doc))


def _headline_tokens(doc: Doc) -> frozenset[int]:
    """The tokens of every line most of whose words have a capital and which no full stop ends."""
    tokens: set[int] = set()
    line: list[int] = []
    for token in doc:
        if not token.is_space or "\n" not in token.text:
            line.append(token.i)
        if (token.is_space and "\n" in token.text) or token.i == len(doc) - 1:
            if _is_headline(doc, line):
                tokens.update(line)
            line = []
    return frozenset(tokens)


MIN_HEADLINE_WORDS = 4
CAPITALISED_SHARE = 0.7


def _is_headline(doc: Doc, line: list[int]) -> bool:
    alphabetic = [doc[i] for i in line if doc[i].is_alpha and len(doc[i]) > 3]  # noqa: PLR2004 - short words keep their small letter
    if len(alphabetic) < MIN_HEADLINE_WORDS or doc[line[-1]].text in {".", "”", '"', "?"}:
        return False
    if sum(doc[i].text in {",", ";"} for i in line) > 1:  # a list of names
        return False
    capitals = sum(token.text[0].isupper() for token in alphabetic)
    return capitals >= CAPITALISED_SHARE * len(alphabetic) and len(line) < 40  # noqa: PLR2004 - no headline is longer
