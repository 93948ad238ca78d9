"""Which reporting clause a quotation belongs to: the one beside its marks.

The marks and the order of words matter more here than the parse, which breaks at quotations.
"""

from dataclasses import dataclass

from spacy.tokens import Token

from extractors import syntax
from extractors.statements.cues import Cue
from extractors.statements.page import Page, Quoted, opens_sentence
from extractors.statements.passages import is_finite, sentence_start

SENTENCE_ENDS = frozenset({".", "?", "!"})
CONTINUES = frozenset({"CC", "IN", "TO", "WDT", "WP", "RP", "POS"})
SUBORDINATE = frozenset(
    {"while", "when", "after", "before", "because", "since", "although", "which"}
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """The reporting clause of a quotation, the tokens `[start, end)` beside it."""

    cue: Cue
    start: int
    end: int


def attribution_of(page: Page, each: Quoted) -> Attribution | None:
    """The reporting clause right before the marks, else the one after, else one further before."""
    before = _before(page, each)
    if before is not None and _touches(page, before, each):
        return before
    return _after(page, each) or before


def _touches(page: Page, attribution: Attribution, each: Quoted) -> bool:
    """Whether the cue stands right before the mark, but for a comma or colon."""
    between = page.doc[attribution.cue.words.end : each.first]
    return all(token.is_punct or token.is_space for token in between)


def _limit_after(page: Page, each: Quoted) -> int:
    """Where the reporting clause after a quotation must end."""
    i = each.end
    while i < len(page.doc):
        token = page.doc[i]
        if "\n" in token.text or i in page.inside or token.text in SENTENCE_ENDS | {";"}:
            break
        i += 1
    return i


def _after(page: Page, each: Quoted) -> Attribution | None:
    """“…,” the minister said; “…,” said the minister."""
    start, end = each.end, _limit_after(page, each)
    while start < end and page.doc[start].text in {",", "–", "—", "-"}:
        start += 1
    if start >= end or (page.doc[start].tag_ in CONTINUES and start == each.end):
        return None
    alone = each.is_finished or opens_sentence(page, each) or start > each.end
    if not alone or _ends_clause(page, each):
        return None
    if _starts_clause(page.doc[start]) or not _follows_closely(page, each, start):
        return None
    for token in page.doc[start:end]:
        cue = page.cues.get(token.i)
        if cue is not None and cue.takes("direct", "that") and _reports_here(page, cue, start):
            return Attribution(cue, start, end)
        if is_finite(token) and not _helps(page, token):
            return None
    return None


def _ends_clause(page: Page, each: Quoted) -> bool:
    """The plan was “a farce”, she said: words that only end what is told belong to all of it."""
    speaks = any(is_finite(token) for token in page.doc[each.first : each.end])
    if opens_sentence(page, each) or (each.is_finished and (speaks or each.text[-1] != ",")):
        return False
    before = page.doc[sentence_start(page.doc[each.first]) : each.first]
    plain = not any(token.i in page.inside or token.i in page.cues for token in before)
    return plain and any(is_finite(token) for token in before)


def _starts_clause(token: Token) -> bool:
    return token.pos_ in {"SCONJ", "CCONJ"} or token.lower_ in SUBORDINATE


def _follows_closely(page: Page, each: Quoted, start: int) -> bool:
    """After a full stop inside the marks, only "said X" or "he said" still belongs to it."""
    return not each.text.endswith(".") or start in page.cues or page.doc[start].text.islower()


def _reports_here(page: Page, cue: Cue, start: int) -> bool:
    """A finite verb of the clause that starts here, outside relative clauses."""
    verb = cue.head
    if verb.i > start and not cue.takes("tells") and _has_object(verb):
        return False
    if syntax.is_passive(verb) and verb.tag_ == "VBN":
        return False
    if verb.dep_ in syntax.NOUN_CLAUSE and verb.tag_ not in {"VBD", "VBZ", "VBP"}:
        return False
    if verb.dep_ in syntax.RELATIVE_CLAUSE and verb.i > start + 1 and _relative(page, verb, start):
        return False
    if verb.tag_ == "VBN" and not syntax.auxiliaries(verb):
        return verb.i == start or page.doc[verb.i - 1].pos_ in {"PROPN", "PRON", "NOUN"}
    return verb.tag_ not in {"VBG", "VB"} or bool(syntax.auxiliaries(verb))


def _has_object(verb: Token) -> bool:
    """Whether the verb has another object than words quoted: affirmed the right, told reporters."""
    return any(
        child.i > verb.i and child.pos_ in syntax.NOMINAL and child.dep_ in syntax.OBJECT
        for child in verb.children
    ) and not any(child.dep_ in syntax.SUBJECT and child.i > verb.i for child in verb.children)


def _relative(page: Page, verb: Token, start: int) -> bool:
    return any(token.tag_ in {"WP", "WDT"} for token in page.doc[start : verb.i])


def _helps(page: Page, token: Token) -> bool:
    """An auxiliary of a cue: has said, would say."""
    return (
        token.tag_ in {"MD", "VBZ", "VBD", "VBP"}
        and token.head.i in page.cues
        and (token.dep_ in syntax.AUXILIARY)
    )


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


def _before(page: Page, each: Quoted) -> Attribution | None:
    """The minister said: “…”; …, adding, “…”; told reporters that “…”."""
    start = _start_before(page, each)
    introduction = [t for t in page.doc[start : each.first] if not t.is_space]
    if not introduction:
        return None
    near = introduction[-1]
    if near.text not in {",", ":", "—", "–", "-"} and near.i not in page.cues:
        return None
    for token in reversed(introduction):
        if token.i in page.inside:
            return None
        cue = page.cues.get(token.i)
        if cue is not None and cue.takes("direct", "that", "that!"):
            return Attribution(cue, start, each.first) if _introduces(page, cue, each) else None
        if is_finite(token) and not _helps(page, token):
            return None
    return None


def _introduces(page: Page, cue: Cue, each: Quoted) -> bool:
    """Whether quoted words are what the cue reports, not the name of a thing it does."""
    near = next(t for t in reversed(page.doc[: each.first]) if not t.is_space)
    if near.text == ":":
        return True
    if syntax.is_passive(cue.head) or (cue.is_belief and near.i == cue.head.i):
        return False
    speaks = any(is_finite(t) for t in page.doc[each.first : each.end])
    if near.i == cue.head.i:
        return (
            cue.takes("that", "direct")
            and (speaks or each.is_finished)
            and not (cue.takes("naming") or each.text[:1].islower())
        )
    whole = each.is_finished and not each.text.endswith(",")
    return speaks or whole or _touches(page, Attribution(cue, 0, 0), each)
