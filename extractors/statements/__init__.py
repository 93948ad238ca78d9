"""Statements: who said what, to whom, in which words."""

from collections.abc import Iterator

from extractors.reading import Reading
from extractors.statements import direct, indirect, turns
from extractors.statements.contents import Reach
from extractors.statements.cues import verb_cues
from extractors.statements.drafts import Draft
from extractors.statements.mentions import mention_of
from extractors.statements.nominal import nominal
from extractors.statements.page import page_of
from extractors.statements.sources import according, as_clauses
from readout.records import Extent, Mention


def find(reading: Reading) -> Iterator[Mention]:
    """Every statement in the text, in the order of its cues."""
    for draft in sorted(drafts(reading), key=lambda draft: draft.cue):
        yield mention_of(draft, reading)


def drafts(reading: Reading) -> list[Draft]:
    """Every statement, one for each cue; direct speech takes its cue before indirect does."""
    doc = reading.doc
    cues = verb_cues(doc)
    page = page_of(doc, reading.quotations, cues)
    found = [*turns.drafts(doc), *turns.headline(doc), *direct.drafts(page)]
    taken = {draft.anchor.i for draft in found}
    reach = Reach(doc, cues, [(each.first, each.end) for each in page.quoted])
    rest = [cue for i, cue in cues.items() if i not in taken]
    found += [
        *indirect.drafts(reach, reading.cast, rest),
        *according(reach),
        *as_clauses(reach),
        *nominal(reach),
    ]
    kept: dict[Extent, Draft] = {}
    for draft in found:
        if draft.content and not _contains_cue(draft):
            kept.setdefault(draft.cue, draft)
    return list(kept.values())


def _contains_cue(draft: Draft) -> bool:
    """A cue inside its own content is none, but for quotations whose first words stand for it."""
    return draft.rule != "floating" and any(extent.contains(draft.cue) for extent in draft.content)
