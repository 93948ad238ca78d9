"""Floating quotations: whole sentences between marks, and nobody beside them."""

from spacy.tokens import Span, Token

from extractors.statements.drafts import Draft
from extractors.statements.openings import subject_of_sentence
from extractors.statements.page import Page, Quoted, opens_sentence, outside
from extractors.statements.passages import MARKS, is_finite, sentence_end, sentence_start
from extractors.statements.persons import can_speak
from extractors.statements.speakers import speaker_of


def floating(page: Page, each: Quoted, last: Draft | None, previous: Quoted | None) -> Draft | None:
    """Whole sentences between marks, and nobody beside them: who was speaking, or is named."""
    if not _stands_alone(page, each):
        return None
    speaker = _speaker_around(page, each, last, previous)
    if speaker is None:
        return None  # an epigraph, a title, a page torn from a story: nobody says it
    anchor = page.doc[each.first]
    anchor = anchor.nbor() if anchor.text in MARKS and anchor.i + 1 < each.end else anchor
    content = each.content()
    return Draft(anchor, content[0], content, "floating", 0.6, speaker)


def _stands_alone(page: Page, each: Quoted) -> bool:
    """Starts and ends where sentences do, and holds a verb."""
    words = page.doc[each.first : each.end]
    if not each.is_finished or not any(is_finite(token) for token in words):
        return False
    opens = opens_sentence(page, each) or _after_colon(page, each)
    if not opens and not _ends_telling(page, each):
        return False
    if each.end >= len(page.doc):
        return True
    following = page.doc[each.end]
    return following.is_space or following.is_sent_start is True


def _ends_telling(page: Page, each: Quoted) -> bool:
    """She defended her choice, “It was right.”: a whole sentence behind a clause and its comma."""
    first = next((t for t in page.doc[each.first : each.end] if t.is_alpha), None)
    before = page.doc[each.first - 1] if each.first > 0 else None
    if first is None or before is None or before.text != "," or not first.text[0].isupper():
        return False
    return each.text[-1:] in {".", "!", "?"} and subject_of_sentence(before) is not None


def _after_colon(page: Page, each: Quoted) -> bool:
    return each.first > 0 and page.doc[each.first - 1].text == ":"


def _speaker_around(
    page: Page, each: Quoted, last: Draft | None, previous: Quoted | None
) -> Span | None:
    """The one who goes on speaking; else the subject of the sentence before, else after."""
    i = each.first - 1
    while i >= 0 and page.doc[i].is_space:
        i -= 1
    if last is not None and previous is not None and previous.end > i:
        return last.speaker
    if i >= 0:
        before = _speaker_in_sentence(page, page.doc[i])
        if before is not None:
            return before
        if last is not None and last.anchor.i >= sentence_start(page.doc[i]):
            return last.speaker
    if each.end < len(page.doc) and not page.doc[each.end].is_space:
        return outside(page, subject_of_sentence(page.doc[each.end]))
    return None


def _speaker_in_sentence(page: Page, token: Token) -> Span | None:
    """The one whom a sentence has speaking in its highest clause, else its subject."""
    sentence = page.doc[sentence_start(token) : sentence_end(token)]
    cues = [page.cues[word.i] for word in sentence if word.i in page.cues]
    cues = [cue for cue in cues if not cue.is_belief and cue.head.i not in page.inside]
    for cue in sorted(cues, key=lambda cue: sum(1 for _ in cue.head.ancestors)):
        speaker = outside(page, speaker_of(cue))
        if speaker is not None and can_speak(speaker.root):
            return speaker
    return outside(page, subject_of_sentence(token))
