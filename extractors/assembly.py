"""A mention put together from what an extractor found: dated, placed, judged and proved."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from spacy.tokens import Span, Token

from extractors import compounds, dates, factuality, lexicon, places
from extractors.compounds import Piece
from extractors.reading import Reading
from extractors.syntax import governor, sentence
from readout.records import Argument, Extent, Factuality, Mention, When, Where


@dataclass(frozen=True, slots=True)
class Finding:
    """What an extractor found: the words, the token that carries the event, and the rule."""

    kind: str
    trigger: Token
    words: Extent
    rule: str
    confidence: float
    attributes: Mapping[str, str]


def mention(reading: Reading, found: Finding, arguments: tuple[Argument, ...]) -> Mention:
    """The mention of one event. Date and place are also arguments, unless the place is one."""
    when = dates.date_of(found.trigger, reading.dates)
    where = places.place_of(found.trigger, reading.places) or _place_among(arguments, reading)
    known = [argument.extent for argument in arguments]
    if where is not None and not any(where.extent.overlaps(extent) for extent in known):
        arguments = (*arguments, Argument("place", where.extent, where.name))
    if when is not None:
        arguments = (*arguments, Argument("time", when.extent))
    return Mention(
        kind=found.kind,
        trigger=found.words,
        evidence=evidence(sentence(found.trigger), [found.words, *known]),
        arguments=arguments,
        factuality=_to_come(found.trigger, when, reading),
        confidence=found.confidence,
        rule=found.rule,
        when=when,
        where=where,
        attributes=found.attributes,
    )


def _to_come(trigger: Token, when: When | None, reading: Reading) -> Factuality:
    """The status; what is dated after the day of the report is planned, unless told as past.

    A day is allowed for, as reports are dated in the time of another zone.
    """
    judged = factuality.judge(trigger, reading.cast)
    published = reading.document.published_at
    if judged.status != "occurred" or when is None or published is None:
        return judged
    above = governor(trigger)
    told = {trigger.tag_} if above is None else {trigger.tag_, above.tag_}
    later = when.start > published.replace(tzinfo=None) + timedelta(days=1)
    planned = later and told.isdisjoint({"VBD", "VBN"})
    return replace(judged, status="planned", cue=when.extent) if planned else judged


def _place_among(arguments: Iterable[Argument], reading: Reading) -> Where | None:
    """The place of a visit: what was visited."""
    extents = [argument.extent for argument in arguments if argument.role == "place"]
    return next(
        (where for where in reading.places for extent in extents if where.extent.overlaps(extent)),
        None,
    )


def evidence(span: Span, extents: Iterable[Extent]) -> Extent:
    """The sentence, widened over the words that stand outside it."""
    start, end = span.start_char, span.end_char
    for extent in extents:
        start, end = min(start, extent.start), max(end, extent.end)
    return Extent(start, end)


def parties(
    reading: Reading, sides: Iterable[tuple[str, Token]], pieces: Iterable[Piece], role: str
) -> tuple[Argument, ...]:
    """One argument for each party, in the order of the text; nobody twice.

    `pieces` take the given role; *U.S. and Russian diplomats* are two sides.
    """
    found = [piece.argument(role) for piece in pieces]
    for side, head in sides:
        told = reading.cast.shared_offices(head)  # better than their countries alone
        split = [] if told else compounds.shared(head, reading.cast)
        found += [piece.argument(side) for piece in split]
        if not split:
            found += reading.cast.arguments([head], side)
    kept: list[Argument] = []
    text = reading.document.text
    for argument in found:
        if any(argument.extent.overlaps(other.extent) for other in kept):
            continue
        twin = next((other for other in kept if _same_actor(argument, other)), None)
        if twin is None:
            kept.append(argument)
        elif argument.extent.of(text).lower() in PERSONAL:
            kept.append(replace(argument, name=None, actor_id=None))
        elif twin.extent.of(text).lower() in PERSONAL:
            kept[kept.index(twin)] = replace(twin, name=None, actor_id=None)
            kept.append(argument)
    kept = [one for one in kept if not any(_opens_title(one, other, text) for other in kept)]
    return tuple(sorted(kept, key=lambda argument: argument.extent))


# Nobody meets himself: a pronoun said to be the other side is somebody not known.
PERSONAL = frozenset({"i", "he", "she", "they", "we", "him", "her", "them", "it", "us", "me"})


def _opens_title(one: Argument, other: Argument, text: str) -> bool:
    """State Councilor and | Foreign Minister Wang Yi: two offices of one, without *the*."""
    words = one.extent.of(text)
    joined = text[one.extent.end : other.extent.start] == " and "
    office = words.split()[-1].lower() in HEADS and words == words.title()
    return joined and office and one.name == words and other.name != other.extent.of(text)


HEADS = frozenset(head for heads in lexicon.load("titles")["heads"].values() for head in heads)


def _same_actor(one: Argument, other: Argument) -> bool:
    return one.actor_id is not None and one.actor_id == other.actor_id
