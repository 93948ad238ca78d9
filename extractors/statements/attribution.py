"""Which reporting clause a quotation belongs to: the one beside its marks.

The marks and the order of words matter more here than the parse, which breaks at quotations.
"""

from spacy.tokens import Token

from extractors import syntax
from extractors.statements.cues import Cue
from extractors.statements.introductions import Attribution, helps, introduction_of, touches
from extractors.statements.page import Page, Quoted, opens_sentence
from extractors.statements.passages import is_finite, sentence_start

SENTENCE_ENDS = frozenset({".", "?", "!"})
SHORTEST_WORD = 4  # letters of a word that a title writes with a capital
LONGEST_TITLE = 6
CONTINUES = frozenset({"CC", "IN", "TO", "WDT", "WP", "RP", "POS"})
SUBORDINATE = frozenset(
    {"while", "when", "after", "before", "because", "since", "although", "which"}
)


def attribution_of(page: Page, each: Quoted) -> Attribution | None:
    """The reporting clause right before the marks, else the one after, else one further before."""
    if _is_title(page, each):
        return None
    before = introduction_of(page, each)
    if before is not None and touches(page, before, each):
        return before
    return _after(page, each) or before


def _is_title(page: Page, each: Quoted) -> bool:
    """Speaking on “Meet the Town,” he said: capitals behind a preposition name a thing."""
    words = [token for token in page.doc[each.first : each.end] if token.is_alpha]
    after = each.first > 0 and page.doc[each.first - 1].pos_ == "ADP"
    longer = [token for token in words if len(token) >= SHORTEST_WORD]
    return (
        after and len(words) <= LONGEST_TITLE and all(token.text[0].isupper() for token in longer)
    )


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
        if is_finite(token) and not helps(page, token):
            return None
    return None


def _ends_clause(page: Page, each: Quoted) -> bool:
    """The plan was “a farce”, she said: words that only end what is told belong to all of it."""
    speaks = any(is_finite(token) for token in page.doc[each.first : each.end])
    if each.first > 0 and page.doc[each.first - 1].text == ":":
        return False
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
