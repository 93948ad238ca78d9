"""A mention put together from what an extractor found: dated, placed, judged and proved."""

from collections.abc import Mapping

from spacy.tokens import Token

from extractors import dates, factuality, places
from extractors.reading import Reading
from extractors.syntax import trimmed
from readout.records import Argument, Extent, Mention


def mention(
    reading: Reading,
    kind: str,
    trigger: Token,
    words: Extent,
    arguments: tuple[Argument, ...],
    attributes: Mapping[str, str],
    found: tuple[str, float],
) -> Mention:
    """The mention of one event; `found` is the rule that fired and how sure it is.

    Date and place are also arguments, so that every word that counts is one.
    """
    when = dates.date_of(trigger, reading.dates)
    where = places.place_of(trigger, reading.places)
    taken = {argument.extent for argument in arguments if argument.role == "place"}
    if where is not None and not any(where.extent.overlaps(extent) for extent in taken):
        arguments = (*arguments, Argument("place", where.extent, where.name))
    if when is not None:
        arguments = (*arguments, Argument("time", when.extent))
    rule, confidence = found
    return Mention(
        kind,
        words,
        _evidence(trigger, arguments, words),
        arguments,
        factuality.judge(trigger, reading.cast),
        confidence,
        rule,
        when,
        where,
        attributes,
    )


def _evidence(trigger: Token, arguments: tuple[Argument, ...], words: Extent) -> Extent:
    """The trigger's sentence, widened over words that stand outside it."""
    sentence = trimmed(trigger.sent)
    extents = [words, *(argument.extent for argument in arguments)]
    start = min(sentence.start_char, *(extent.start for extent in extents))
    end = max(sentence.end_char, *(extent.end for extent in extents))
    return Extent(start, end)
