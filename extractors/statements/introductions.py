"""Reporting clauses before a quotation: The minister said: “…”."""

from dataclasses import dataclass

from spacy.tokens import Token

from extractors import syntax
from extractors.statements.cues import Cue
from extractors.statements.page import Page, Quoted, opens_sentence
from extractors.statements.passages import is_finite, sentence_start
from extractors.statements.persons import phrase_before
from extractors.syntax.labels import FINITE

SHORTEST_SENTENCE = 6  # tokens, marks among them
TOLD_WORDS = frozenset({"DET", "NOUN", "PROPN", "ADJ", "PRON", "NUM", "ADP", "PART"})
TOLD_WITHIN = 7


@dataclass(frozen=True, slots=True)
class Attribution:
    """The reporting clause of a quotation, the tokens `[start, end)` beside it."""

    cue: Cue
    start: int
    end: int


def _start_before(page: Page, each: Quoted) -> int:
    """Where the words that may introduce a quotation start: its sentence, or the line above."""
    i = each.first
    if i == 0:
        return 0
    previous = page.doc[i - 1]
    while previous.is_space and previous.i > 0:
        previous = previous.nbor(-1)
    if previous.text in {":", ","} or not opens_sentence(page, each):
        return sentence_start(previous)
    return i


def introduction_of(page: Page, each: Quoted) -> Attribution | None:
    """The minister said: “…”; …, adding, “…”; told reporters that “…”."""
    start = _start_before(page, each)
    introduction = [t for t in page.doc[start : each.first] if not t.is_space]
    if not introduction:
        return None
    near = introduction[-1]
    if near.text not in {",", ":", "—", "–", "-"} and near.i not in page.cues:
        return _told_directly(page, each, start)
    for token in reversed(introduction):
        if token.i in page.inside:
            return None
        cue = page.cues.get(token.i)
        if cue is not None and cue.takes("direct", "that", "that!"):
            return Attribution(cue, start, each.first) if _introduces(page, cue, each) else None
        if is_finite(token) and not helps(page, token):
            return None
    return None


def _told_directly(page: Page, each: Quoted, start: int) -> Attribution | None:
    """Told the agency “it was late”; wrote on her page “It was late”: without comma or colon."""
    words = page.doc[each.first : each.end]
    if len(words) < SHORTEST_SENTENCE or not any(is_finite(token) for token in words):
        return None
    for i in range(each.first - 1, max(start, each.first - TOLD_WITHIN) - 1, -1):
        token = page.doc[i]
        cue = page.cues.get(i)
        if cue is not None and cue.takes("direct") and not cue.is_belief and cue.words.end == i + 1:
            tells = cue.takes("tells") and page.doc[i + 1].pos_ != "ADP"
            placed = cue.takes("that", "that!") and page.doc[i + 1].pos_ == "ADP"
            active = not syntax.is_passive(cue.head)
            return Attribution(cue, start, each.first) if active and (tells or placed) else None
        if token.pos_ not in TOLD_WORDS or i in page.inside:
            return None
    return None


def _introduces(page: Page, cue: Cue, each: Quoted) -> bool:
    """Whether quoted words are what the cue reports, not the name of a thing it does."""
    near = next(t for t in reversed(page.doc[: each.first]) if not t.is_space)
    if near.text == ":":
        return True
    if near.text == "," and each.text[:1].islower() and _stands_within(cue):
        return False
    if near.text == "," and near.nbor(-1).pos_ in syntax.NOMINAL and _is_subject(page, each):
        return False
    if syntax.is_passive(cue.head) or (cue.is_belief and near.i == cue.head.i):
        return False
    speaks = any(is_finite(t) for t in page.doc[each.first : each.end])
    if near.i == cue.head.i:
        return (
            cue.takes("that", "direct")
            and (speaks or each.is_finished or _opens_like_sentence(each))
            and not (cue.takes("naming") or each.text[:1].islower())
        )
    whole = each.is_finished and not each.text.endswith(",")
    return speaks or whole or touches(page, Attribution(cue, 0, 0), each)


def _is_subject(page: Page, each: Quoted) -> bool:
    """Says the film, “They Came,” | *was* a joke: a verb right behind the mark is its own."""
    end = each.end
    while end < len(page.doc) and page.doc[end].text == ",":
        end += 1
    return end < len(page.doc) and page.doc[end].tag_ in FINITE and end not in page.cues


def _stands_within(cue: Cue) -> bool:
    """The leaders, the palace *said*, “agreed to go on”: the sentence's subject stands before."""
    doc, opening = cue.head.doc, sentence_start(cue.head)
    subject = phrase_before(doc, cue.head.i, opening)
    aside = subject is not None and subject.start > opening + 1
    return aside and doc[opening].pos_ in {"DET", "NOUN", "PROPN", "PRON", "NUM"}


def _opens_like_sentence(each: Quoted) -> bool:
    """A capital and several words: reports “For each point the rate rose”."""
    return each.text[:1].isupper() and each.end - each.first > SHORTEST_SENTENCE


def touches(page: Page, attribution: Attribution, each: Quoted) -> bool:
    """Whether the cue stands right before the mark, but for a comma or colon."""
    between = page.doc[attribution.cue.words.end : each.first]
    return all(token.is_punct or token.is_space for token in between)


def helps(page: Page, token: Token) -> bool:
    """An auxiliary of a cue: has said, would say."""
    return (
        token.tag_ in {"MD", "VBZ", "VBD", "VBP"}
        and token.head.i in page.cues
        and (token.dep_ in syntax.AUXILIARY)
    )
