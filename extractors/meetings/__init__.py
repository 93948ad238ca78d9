"""Meetings: who met whom, told by verb (met, received, visited) or noun (talks, summit, call).

Where a light verb and a noun tell of it together ("held talks", "took part in the summit"), the noun
carries the event and is judged; the trigger shown is both, from the first to the last.
"""

from collections.abc import Iterable, Iterator

from extractors import assembly
from extractors.meetings import absorption, nouns, verbs
from extractors.meetings.drafts import Draft
from extractors.meetings.topics import form_of, topic_of
from extractors.reading import Reading
from readout.records import Argument, Extent, Mention


def find(reading: Reading) -> Iterator[Mention]:
    """Every meeting told in the text, in order; one telling by verb and noun is one mention."""
    found = absorption.merged([*verbs.drafts(reading), *nouns.drafts(reading)])
    for draft in sorted(found, key=lambda draft: draft.words):
        yield _mention(draft, reading)


def _mention(draft: Draft, reading: Reading) -> Mention:
    arguments = (*_arguments(draft, reading), *_topic(draft))
    attributes = {"format": form_of(draft)}
    found = (draft.rule, draft.confidence)
    return assembly.mention(
        reading, "meeting", draft.trigger, draft.words, arguments, attributes, found
    )


def _arguments(draft: Draft, reading: Reading) -> Iterable[Argument]:
    text = reading.document.text
    for extent in draft.pieces:
        yield Argument("participant", extent, extent.of(text))
    for role, head in draft.sides:
        yield from reading.cast.arguments([head], role)


def _topic(draft: Draft) -> Iterator[Argument]:
    span = topic_of(draft)
    if span is not None:
        yield Argument("topic", Extent(span.start_char, span.end_char))
