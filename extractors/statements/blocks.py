"""Block quotations: a colon ends the line, and the paragraph below is what was said."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Span, Token

from extractors.statements.cues import Cue
from extractors.statements.drafts import Draft
from extractors.statements.passages import (
    MARKS,
    extent_of,
    is_finite,
    passage,
    sentence_end,
    sentence_start,
)
from extractors.statements.persons import can_speak
from extractors.statements.speakers import speaker_of


def drafts(doc: Doc, cues: Mapping[int, Cue]) -> Iterator[Draft]:
    """Every statement whose words fill the paragraph below the colon."""
    for token in doc:
        if token.text == ":" and (block := _block_below(doc, token)) is not None:
            cue = _cue_of(doc, token, cues)
            speaker = speaker_of(cue) if cue is not None else None
            if cue is not None and speaker is not None and can_speak(speaker.root):
                content = (extent_of(block),)
                act = cue.sense("direct").act
                yield Draft(cue.head, extent_of(cue.words), content, "block", 0.7, speaker, act)


def _cue_of(doc: Doc, colon: Token, cues: Mapping[int, Cue]) -> Cue | None:
    """The last verb of the line, where it can bring words of somebody's own."""
    for token in reversed(doc[sentence_start(colon) : colon.i]):
        if is_finite(token):
            cue = cues.get(token.i)
            return cue if cue is not None and cue.takes("direct") and not cue.is_belief else None
    return None


def _block_below(doc: Doc, colon: Token) -> Span | None:
    """The paragraph under a colon that ends its line, when it is whole sentences unmarked."""
    start = colon.i + 1
    if start + 1 >= len(doc) or "\n" not in doc[start].text or sentence_end(colon) > start + 1:
        return None
    end = start + 1
    while end < len(doc) and "\n" not in doc[end].text:
        end += 1
    words = doc[start + 1 : end]
    whole = bool(len(words)) and words[-1].text in {".", "!", "?"} and words[0].text not in MARKS
    return passage(doc, start + 1, end) if whole and any(map(is_finite, words)) else None
