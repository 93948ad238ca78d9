"""Meetings: who met whom, told by verb (met, received, visited) or noun (talks, summit, call).

Where a light verb and a noun tell of it together ("held talks", "took part in the summit"), the
noun carries the event and is judged; the trigger shown is both, from the first to the last.
"""

from collections.abc import Iterator

from extractors import assembly
from extractors.assembly import Finding
from extractors.meetings import absorption, nouns, verbs
from extractors.meetings.anaphora import completed
from extractors.meetings.drafts import Draft
from extractors.meetings.topics import form_of, name_of, topic_of
from extractors.reading import Reading
from readout.records import Argument, Extent, Mention


def find(reading: Reading) -> Iterator[Mention]:
    """Every meeting told in the text, in order; one telling by verb and noun is one mention."""
    drafts = absorption.merged([*verbs.drafts(reading), *nouns.drafts(reading)])
    told: list[tuple[Draft, Mention]] = []
    for draft in sorted(drafts, key=lambda draft: draft.words):
        mention = completed(draft, _mention(draft, reading), told)
        told.append((draft, mention))
        yield mention


def _mention(draft: Draft, reading: Reading) -> Mention:
    parties = assembly.parties(reading, draft.sides, draft.pieces, "participant")
    found = Finding(
        kind="meeting",
        trigger=draft.trigger,
        words=draft.words,
        rule=draft.rule,
        confidence=draft.confidence,
        attributes=_attributes(draft),
    )
    return assembly.mention(reading, found, (*parties, *_topic(draft)))


def _attributes(draft: Draft) -> dict[str, str]:
    name = name_of(draft)
    return {"format": form_of(draft)} | ({"name": name} if name is not None else {})


def _topic(draft: Draft) -> Iterator[Argument]:
    span = topic_of(draft)
    if span is not None:
        yield Argument("topic", Extent(span.start_char, span.end_char))
