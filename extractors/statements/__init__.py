"""Statements: who said what, to whom, in which words."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from extractors.reading import Reading
from extractors.statements import blocks, direct, indirect, turns
from extractors.statements.contents import Reach
from extractors.statements.cues import verb_cues
from extractors.statements.drafts import Draft
from extractors.statements.mentions import is_spoken, mention_of
from extractors.statements.nominal import nominal
from extractors.statements.page import nested_page, page_of
from extractors.statements.passages import extent_of
from extractors.statements.sources import according, as_clauses
from readout.records import Extent, Mention


def find(reading: Reading) -> Iterator[Mention]:
    """Every statement in the text, in the order of its cues."""
    found = sorted(drafts(reading), key=lambda draft: draft.cue)
    spoken = [draft for draft in found if is_spoken(draft, reading)]
    for draft in found:
        yield mention_of(draft, reading, spoken)


def drafts(reading: Reading) -> list[Draft]:
    """Every statement, one for each cue; direct speech takes its cue before indirect does."""
    doc = reading.doc
    cues = verb_cues(doc)
    page = page_of(doc, reading.quotations, cues)
    found = [*turns.drafts(doc, reading.cast), *turns.headline(doc), *direct.drafts(page)]
    found += direct.inside(nested_page(page))
    found += blocks.drafts(doc, cues)
    taken = {draft.anchor.i for draft in found}
    reach = Reach(doc, cues, [(each.first, each.end) for each in page.quoted])
    rest = [cue for i, cue in cues.items() if i not in taken]
    found += [
        *indirect.drafts(reach, reading.cast, rest),
        *according(reach),
        *as_clauses(reach),
    ]
    told = {words for draft in found for words in draft.content}
    found += [draft for draft in nominal(reach) if told.isdisjoint(draft.content)]
    kept: dict[Extent, Draft] = {}
    for draft in found:
        if draft.content and not _contains_cue(draft):
            kept.setdefault(draft.cue, _apart(draft))
    return _nearest(kept.values())


def _nearest(found: Iterable[Draft]) -> list[Draft]:
    """Of two that tell the same words, the cue right before them: cited data *showing* that."""
    kept: dict[tuple[Extent, ...], Draft] = {}
    for draft in found:
        other = kept.get(draft.content)
        if other is None or other.cue < draft.cue < draft.content[0]:
            kept[draft.content] = draft
    return list(kept.values())


def _apart(draft: Draft) -> Draft:
    """A speaker stands outside what is said: one found inside it is a parse gone wrong."""
    if draft.speaker is None or draft.rule == "turn":
        return draft
    speaker = extent_of(draft.speaker)
    within = any(words.overlaps(speaker) for words in draft.content)
    return replace(draft, speaker=None) if within else draft


def _contains_cue(draft: Draft) -> bool:
    """A cue inside its own content is none, but for quotations whose first words stand for it."""
    return draft.rule != "floating" and any(extent.contains(draft.cue) for extent in draft.content)
