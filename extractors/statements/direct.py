"""Direct speech: quotations joined with the reporting clause that stands next to them."""

from collections.abc import Iterator

from extractors.statements.addressees import addressee_of
from extractors.statements.attribution import SENTENCE_ENDS, attribution_of
from extractors.statements.drafts import Draft
from extractors.statements.floating import floating
from extractors.statements.introductions import Attribution
from extractors.statements.page import Page, Quoted, outside
from extractors.statements.passages import extent_of
from extractors.statements.speakers import speaker_beside

# The longest reporting clause between the halves of a quotation, in tokens.
LONGEST_BETWEEN = 40
JOINTS = frozenset({"and", "or", "but", ","})


def drafts(page: Page) -> Iterator[Draft]:
    """Every statement in direct speech, in order; one for a quotation and its second half."""
    last: Draft | None = None
    previous: Quoted | None = None
    for each in page.quoted:
        attribution = attribution_of(page, each)
        if last and previous and _is_second_half(page, attribution, last, previous, each):
            last, previous = _extended(last, each), each
            continue
        draft = _attributed(page, each, attribution) if attribution else None
        draft = draft or floating(page, each, last, previous)
        if draft is None:
            continue
        if last is not None:
            yield last
        last, previous = draft, each
    if last is not None:
        yield last


def inside(page: Page) -> Iterator[Draft]:
    """What is quoted within a quotation: I said, ‘Now,’ and off we went."""
    return (draft for draft in drafts(page) if draft.rule != "floating")


def _is_second_half(
    page: Page, attribution: Attribution | None, last: Draft, previous: Quoted, each: Quoted
) -> bool:
    if attribution is None:
        return _goes_on(page, previous, last, each)
    return attribution.cue.head == last.anchor


def _extended(draft: Draft, each: Quoted) -> Draft:
    for extent in each.content():
        draft = draft.with_more(extent)
    return draft


def _attributed(page: Page, each: Quoted, attribution: Attribution) -> Draft:
    cue = attribution.cue
    sense = cue.sense("direct")
    return Draft(
        cue.head,
        extent_of(cue.words),
        each.content(),
        "direct after" if attribution.start >= each.end else "direct before",
        0.95,
        outside(page, speaker_beside(cue, attribution.start, attribution.end)),
        sense.act,
        cue.is_belief,
        addressee_of(cue),
    )


def _goes_on(page: Page, previous: Quoted, last: Draft, each: Quoted) -> bool:
    """“…,” he said. “…”: the words between belong to the reporting clause alone."""
    between = page.doc[previous.end : each.first]
    if len(between) and all(token.lower_ in JOINTS for token in between):
        return True  # as saying “A” and “B”
    if not each.is_finished or any("\n" in token.text for token in between):
        return False
    if last.rule == "direct before" or len(between) > LONGEST_BETWEEN:
        return not [t for t in between if not t.is_punct and not t.is_space]
    ends = [t for t in between if t.text in SENTENCE_ENDS and t.i > last.anchor.i]
    words_after = [t for t in between if ends and t.i > ends[0].i and t.is_alpha]
    return not words_after
