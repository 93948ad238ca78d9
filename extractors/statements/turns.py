"""Interviews and transcripts, where a name and a colon open each turn."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from spacy.tokens import Doc

from extractors import lexicon
from extractors.actors import Cast
from extractors.statements.drafts import Draft
from extractors.statements.voices import ASKED, bearer_of, interviewee
from readout.records import Extent

NAME = r"[A-Z][\w.’'-]*(?:[ -](?:of|the|de|van|von|al|bin|[A-Z][\w.’'-]*)){0,5}"
TURN = re.compile(
    rf"^[ \t>*•\-–]*(?P<name>\(?\(?(?:Q|A|{NAME})\)?\)?(?: \([^()\n]{{1,40}}\))?)[ \t]?:[ \t]+",
    re.MULTILINE,
)


# Fewer speakers or turns make no interview.
SPEAKERS, TURNS = 2, 4


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: who speaks, and the paragraphs spoken."""

    name: Extent
    content: tuple[Extent, ...]


def turns(text: str) -> list[Turn]:
    """The turns of an interview or transcript; none where fewer than two speakers take turns."""
    labels = lexicon.load("reporting")["labels"]["words"]
    matches = [m for m in TURN.finditer(text) if m["name"].strip("()").lower() not in labels]
    names = Counter(match["name"] for match in matches)
    matches = [m for m in matches if names[m["name"]] > 1 or m["name"].isupper()]
    if len({match["name"] for match in matches}) < SPEAKERS or len(matches) < TURNS:
        return []
    ends = [match.start() for match in matches[1:]] + [len(text)]
    return [
        Turn(Extent(*match.span("name")), tuple(_paragraphs(text, match.end(), end)))
        for match, end in zip(matches, ends, strict=True)
    ]


def _paragraphs(text: str, start: int, end: int) -> Iterator[Extent]:
    for match in re.compile(r"[^\n]+").finditer(text, start, end):
        words = match[0].strip()
        if words:
            first = match.start() + match[0].index(words)
            yield Extent(first, first + len(words))


HEADLINE = re.compile(rf"\s*(?P<name>{NAME}): (?P<words>[^\n]*[^\n.:])(?:\n|\Z)")
SHORTEST_HEADLINE = 3
SHORTEST_CAPITALS = 4


def headline(doc: Doc) -> Iterator[Draft]:
    """Minister: Budget is balanced; where the first line opens with a speaker and a colon."""
    match = HEADLINE.match(doc.text)
    if match is None or len(match["words"].split()) < SHORTEST_HEADLINE:
        return
    name = doc.char_span(*match.span("name"), alignment_mode="expand")
    speakers = lexicon.load("reporting")["attribution"]["sources"]
    words = doc.char_span(*match.span("words"), alignment_mode="expand")
    if words is None or not any(token.tag_.startswith("VB") for token in words):
        return
    if name is None or not (name[-1].lower_ in speakers or name[-1].ent_type_.startswith("PER")):
        return
    if len(name) == 1 and name.text.isupper() and len(name.text) < SHORTEST_CAPITALS:
        return  # Q, QN, RE: a label
    yield Draft(
        name[0],
        Extent(*match.span("name")),
        (Extent(words.start_char, words.end_char),),
        "headline",
        0.6,
        name,
    )


def drafts(doc: Doc, cast: Cast) -> Iterator[Draft]:
    """A statement for each turn."""
    found = turns(doc.text)
    for turn in found:
        name = doc.char_span(turn.name.start, turn.name.end, alignment_mode="expand")
        content = turn.content if turn is not found[-1] else _to_narration(doc, cast, found)
        if name is not None and content:
            yield Draft(name[0], turn.name, content, "turn", 0.8, name)


def _to_narration(doc: Doc, cast: Cast, found: Sequence[Turn]) -> tuple[Extent, ...]:
    """The last turn's paragraphs, up to one that speaks of its speaker by name."""
    label = found[-1].name.of(doc.text).strip("()").upper()
    opening = doc.char_span(found[0].name.start, found[0].name.end, alignment_mode="expand")
    first = opening.start if opening is not None else 0
    speaker = interviewee(cast, first) if label in ASKED else bearer_of(label, cast)
    surname = speaker.name.split()[-1] if speaker is not None else label.title().split()[-1]
    kept = [*takewhile(lambda part: surname not in part.of(doc.text), found[-1].content[1:])]
    return (*found[-1].content[:1], *kept)
