"""Who speaks: from the parse, and from the order of words where the parse is unsure."""

from spacy.tokens import Span, Token

from extractors import syntax
from extractors.lexicon import lemma
from extractors.statements.cues import PLAIN_CUES, Cue, reports
from extractors.statements.openings import before_aside, known_name_before
from extractors.statements.passages import (
    is_finite,
    nominal_head,
    passage,
)
from extractors.statements.persons import (
    before_region,
    can_speak,
    is_boundary,
    phrase_before,
    phrase_of,
)

SHOWING = frozenset({"show", "suggest", "indicate", "demonstrate", "prove", "reveal", "confirm"})
QUOTING = frozenset({"quote", "cite", "record", "report", "describe"})


def speaker_of(cue: Cue) -> Span | None:
    """The speaker's whole noun phrase with title and appositive; None when nobody is named."""
    verb = cue.head
    if _is_main_after_all(verb):
        return phrase_of([verb.head])
    if (others := _quoted_as_saying(verb) or _evidence_before(verb)) is not None:
        return phrase_of(others)
    if syntax.is_passive(verb):
        return phrase_of(syntax.prepositional(verb, "by"))
    if verb.lower_ in PLAIN_CUES and (report := _report_above(verb)) is not None:
        return phrase_of(_speaking_subjects(report))
    if verb.tag_ == "VBG" and (main := _clause_beside(verb)) is not None:
        return phrase_of(_speaking_subjects(main))
    parsed = phrase_of(_speaking_subjects(verb))
    return parsed or known_name_before(verb) or before_aside(verb)


def _evidence_before(verb: Token) -> list[Token] | None:
    """Cited research from 2014 *showing* that: it is the research that shows it."""
    before = verb.nbor(-1) if verb.i > 0 else verb
    if verb.tag_ != "VBG" or before.is_punct or lemma(verb) not in SHOWING:
        return None
    if verb.dep_ not in syntax.ADVERBIAL_CLAUSE | syntax.NOUN_CLAUSE or verb.head.pos_ != "VERB":
        return None
    return [t for t in syntax.children(verb.head, syntax.OBJECT) if t.i < verb.i][:1] or None


def _quoted_as_saying(verb: Token) -> list[Token] | None:
    """The paper quoted *the mayor* as saying: whom somebody quotes; None where nobody does."""
    before = verb.nbor(-1) if verb.i > 0 else verb
    if verb.tag_ != "VBG" or before.lower_ != "as":
        return None
    above = next((word for word in verb.ancestors if word.pos_ == "VERB"), None)
    if above is None or lemma(above) not in QUOTING or above.i > verb.i:
        return None
    return syntax.patients(above) or None


def _is_main_after_all(verb: Token) -> bool:
    """The bank | announced: a past tense taken for the participle of the noun before it."""
    return (
        verb.tag_ in {"VBN", "VBD"}
        and verb.dep_ in syntax.NOUN_CLAUSE | {"parataxis"}
        and not syntax.children(verb, syntax.SUBJECT)
        and verb.head.dep_ == "ROOT"
        and verb.head.i < verb.i
        and verb.head.pos_ in syntax.NOMINAL
        and not (verb.tag_ == "VBN" and verb.nbor().lower_ == "as")
        and not syntax.children(verb, syntax.AUXILIARY)
    )


def _report_above(verb: Token) -> Token | None:
    """For "said …, but added that": the report, where the parser coordinated with what was said."""
    if verb.dep_ not in syntax.COORDINATED or syntax.children(verb, syntax.SUBJECT):
        return None
    if verb.i == 0 or verb.nbor(-1).pos_ not in {"CCONJ", "ADV"}:
        return None
    above = syntax.governor(verb)
    return above if above is not None and reports(above) else None


def _speaking_subjects(verb: Token) -> list[Token]:
    if syntax.is_passive(verb) and verb.tag_ == "VBN":
        return syntax.prepositional(verb, "by") or syntax.subjects(verb)
    found = [token for token in syntax.subjects(verb) if can_speak(token)]
    # The department said | Kerry called him: of two subjects the one after it is of what is said.
    return [token for token in found if token.i < verb.i] or found


def _clause_beside(participle: Token) -> Token | None:
    """The verb whose subject a participle after a comma shares: "…, adding that".

    The parser likes to hang it on the nearest verb, which is the one inside what was said; the
    subject is that of the clause that reports.
    """
    before = participle.nbor(-1) if participle.i > 0 else participle
    while before.pos_ == "ADV" and before.i > 0:
        before = before.nbor(-1)
    if before.text not in {",", "”", '"', "’", "–", "—", "while", "and"}:
        return None
    head = participle.head
    if participle.dep_ in syntax.COORDINATED or head == participle:
        return None
    top = None
    for above in [head, *syntax.governors(head)]:
        if above.dep_ in syntax.NOUN_CLAUSE:
            return above if syntax.subjects(above) else None
        if reports(above):
            return above
        if above.pos_ in {"VERB", "AUX"}:
            top = above
    return top


def speaker_beside(cue: Cue, start: int, end: int) -> Span | None:
    """The speaker among the tokens `[start, end)` that stand with a cue outside a quotation.

    The parse decides where its subject lies there; else the noun phrase before the verb, else the
    one after it ("said the minister").
    """
    if syntax.is_passive(cue.head) and syntax.children(cue.head, syntax.AUXILIARY):
        return speaker_of(cue)
    parsed = speaker_of(cue)
    if parsed is not None and not start <= parsed.start < end:
        parsed = None
    stretch = _stretch_before(cue, start)
    if stretch is not None and (parsed is None or _covers(stretch, parsed)):
        return stretch
    if parsed is not None:
        return parsed
    before = cue.head.nbor(-1) if cue.head.i > 0 else cue.head
    if is_boundary(before) and (inverted := _inverted(cue, end)) is not None:
        return inverted
    return noun_phrase_in(cue, _own_start(cue, start), cue.head.i) or _inverted(cue, end) or parsed


def _covers(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _stretch_before(cue: Cue, start: int) -> Span | None:
    """The noun phrase that fills the words between the last comma, or `start`, and the verb."""
    doc, end = cue.head.doc, cue.head.i
    while end > start and (doc[end - 1].pos_ in {"AUX", "ADV"} or doc[end - 1].lower_ == "has"):
        end -= 1
    return phrase_before(doc, before_region(cue.head, end), start)


def _own_start(cue: Cue, start: int) -> int:
    """Where the cue's own clause starts: after the last verb, conjunction or dash before it."""
    for token in reversed(cue.head.doc[start : cue.head.i]):
        if (
            token.pos_ == "SCONJ"
            or token.text in {";", ":", "—", "–", ","}
            or (is_finite(token) and token.head != cue.head)
        ):
            return int(token.i) + 1
    return start


def _inverted(cue: Cue, end: int) -> Span | None:
    stop = cue.words.end
    while stop < end and not is_boundary(cue.head.doc[stop]):
        stop += 1
    return noun_phrase_in(cue, cue.words.end, stop)


def noun_phrase_in(cue: Cue, start: int, end: int) -> Span | None:
    """The noun phrase that fills a stretch before or after a cue."""
    stretch = passage(cue.head.doc, start, end)
    head = nominal_head(stretch) if stretch is not None else None
    if stretch is None or head is None or not can_speak(head):
        return None
    phrase = syntax.full_noun_phrase(head)
    return phrase if stretch.start <= phrase.start and phrase.end <= stretch.end else stretch
