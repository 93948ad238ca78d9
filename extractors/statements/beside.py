"""Reporting clauses beside their content: …, he said; …, said the minister, …."""

from spacy.tokens import Span, Token

from extractors import syntax
from extractors.statements.contents import Content, Reach
from extractors.statements.cues import PLAIN_CUES, Cue
from extractors.statements.next_report import opens_report, tells_anew
from extractors.statements.passages import (
    QUESTION_TAGS,
    WHEN_SAID,
    is_finite,
    left_edge,
    sentence_end,
    sentence_start,
)
from extractors.statements.persons import before_region, phrase_before

SEPARATORS = frozenset({",", "—", "–"})
CLAUSE_ENDS = SEPARATORS | {".", ";", ":"}
LONGEST_SPEAKER = 12
SHORTEST_TOLD = 3


def beside(reach: Reach, cue: Cue) -> Content | None:
    """The clause that the reporting clause stands beside: …, he said; …, said the minister, …."""
    if not cue.takes("that", "that!") or _is_done_to(cue):
        return None
    if not _stands_beside(cue) and not _ends_sentence(reach, cue):
        return None
    start, end = reporting_clause(reach, cue)
    opening = sentence_start(cue.head)
    comma = start - 1
    while comma >= opening and (reach.doc[comma].pos_ == "ADV" or reach.doc[comma].lower_ == "as"):
        comma -= 1
    as_clause = comma < start - 1 and reach.doc[comma + 1].lower_ == "as"
    if comma < opening and as_clause:
        resumed = _resumed(reach, cue, end)
        return ([resumed], "beside") if resumed else None
    if comma <= opening or reach.doc[comma].text not in SEPARATORS:
        return None
    resumed = _resumed(reach, cue, end)
    told = [*reach.doc[opening:comma], *(resumed or ())]
    if not any(map(_predicates, told)) and not _says_after(cue, comma) and not _past(cue, told):
        return None
    spans = [reach.bounded(opening, comma), resumed]
    kept = [span for span in spans if span is not None]
    return (kept, "beside") if kept else None


def _predicates(token: Token) -> bool:
    """Whether a verb makes a clause, by its tense or by a subject of its own."""
    own = syntax.children(token, syntax.SUBJECT | syntax.PASSIVE_SUBJECT)
    return is_finite(token) or (token.pos_ == "VERB" and bool(own))


def _past(cue: Cue, told: list[Token]) -> bool:
    """A quake *struck* the town, officials said: a past tense taken for a participle."""
    behind = cue.head.doc[cue.words.end : sentence_end(cue.head)]
    if cue.head.lower_ not in PLAIN_CUES or not all(t.is_punct or t.is_space for t in behind):
        return False
    return any(token.tag_ == "VBN" and not syntax.auxiliaries(token) for token in told)


def _says_after(cue: Cue, comma: int) -> bool:
    """A small step, *said* the minister: right behind the comma no clause is needed."""
    inverted = cue.words.start == comma + 1 and cue.head.lower_ in PLAIN_CUES
    ends = sentence_end(cue.head) - cue.words.end <= LONGEST_SPEAKER
    return inverted and ends and comma - sentence_start(cue.head) >= SHORTEST_TOLD


def reporting_clause(reach: Reach, cue: Cue) -> tuple[int, int]:
    """The tokens of subject, verb and what else stands with them, up to the next comma."""
    verb = cue.head
    start, end = cue.words.start, cue.words.end
    for child in verb.children:
        if child.dep_ in syntax.SUBJECT | syntax.AUXILIARY | {"advmod"}:
            if child.i < verb.i and not (child.dep_ == "advmod" and _set_apart(child, verb)):
                start = min(start, left_edge(child))
            elif child.dep_ in syntax.SUBJECT:
                end = max(end, syntax.full_noun_phrase(child).end)
    start = _subject_by_comma(verb) or start
    limit = sentence_end(verb)
    while end < limit and reach.doc[end].text not in CLAUSE_ENDS:
        end += 1
    return start, end


def _set_apart(adverb: Token, verb: Token) -> bool:
    return any(token.text in SEPARATORS for token in verb.doc[adverb.i : verb.i])


def _ends_sentence(reach: Reach, cue: Cue) -> bool:
    """…, the central bank predicted: a past tense taken for a participle of the noun before."""
    verb = cue.head
    if verb.tag_ != "VBN" or syntax.children(verb, syntax.AUXILIARY):
        return False
    after = reach.doc[verb.i + 1 : sentence_end(verb)]
    ends = all(t.is_punct or t.is_space or t.lower_ in WHEN_SAID | {"on"} for t in after)
    return ends and _subject_by_comma(verb) is not None


def _subject_by_comma(verb: Token) -> int | None:
    """Where the noun phrase between a comma and the verb starts, whatever the parser made of it."""
    end = verb.i
    while end > 0 and (verb.doc[end - 1].head == verb and verb.doc[end - 1].pos_ in {"AUX", "ADV"}):
        end -= 1
    words = phrase_before(verb.doc, before_region(verb, end), sentence_start(verb))
    if words is None or words.start == 0 or verb.doc[words.start - 1].text not in SEPARATORS:
        return None
    return words.start


def _resumed(reach: Reach, cue: Cue, end: int) -> Span | None:
    """What goes on after the reporting clause: “…, he said, but only if …”."""
    limit = sentence_end(cue.head)
    if end + 2 >= limit or reach.doc[end].text not in SEPARATORS:
        return None
    if reach.doc[end + 1].tag_ in QUESTION_TAGS:
        return None
    if opens_report(reach.doc, reach.cues, end + 1) or any(
        child.i > end and child.dep_ in {"conj", "advcl"} for child in cue.head.children
    ):
        return None
    joined = reach.doc[end + 1].pos_ == "CCONJ"
    if tells_anew(reach.doc, reach.cues, end + 1 + joined):
        return None
    told = reach.bounded(end + 1, limit)
    goes_on = told is not None and (
        told[0].pos_ not in {"PROPN", "NUM"} or any(map(_predicates, told))
    )
    return told if goes_on else None  # said a witness in Salem, Oregon: no more is told


def _stands_beside(cue: Cue) -> bool:
    """A finite verb with a subject of its own and no object, outside relative clauses."""
    verb = cue.head
    finite = verb.tag_ in {"VBD", "VBZ", "VBP", "NNS"} or bool(syntax.auxiliaries(verb))
    if syntax.is_passive(verb):
        return any(token.lower_ == "it" for token in syntax.subjects(verb))
    subject = [child for child in syntax.children(verb, syntax.SUBJECT) if child.i < verb.i]
    if verb.tag_ == "VBG" or not (finite or (verb.tag_ == "VBN" and subject)):
        return False
    if any(child.dep_ in syntax.OPEN_CLAUSE and child.i > verb.i for child in verb.children):
        return False
    if any(token.tag_ in {"WP", "WDT"} for token in syntax.children(verb, syntax.SUBJECT)):
        return False
    marks = {mark.lower_ for mark in syntax.markers(verb)}
    named = subject or _subject_by_comma(verb) is not None
    if not named and verb.i + 1 < len(verb.doc) and verb.nbor().pos_ == "ADP":
        return False
    inverted = verb.i > 0 and verb.nbor(-1).text in SEPARATORS and verb.tag_ in {"VBD", "VBZ"}
    told = cue.takes("tells") or inverted or not _right_objects(verb)
    return not (marks - {"as"}) and told


def _is_done_to(cue: Cue) -> bool:
    """Woman hurt, driver *charged*: a headline's passive, its subject without an article."""
    if cue.head.tag_ != "VBN" or cue.takes("that"):
        return False
    subjects = syntax.children(cue.head, syntax.SUBJECT)
    return any(noun.tag_ == "NN" and noun.left_edge == noun for noun in subjects)


def _right_objects(verb: Token) -> list[Token]:
    """What it takes behind it, but for the day (police *said Wednesday*)."""
    return [
        child
        for child in syntax.children(verb, syntax.OBJECT)
        if child.i > verb.i and child.lower_ not in WHEN_SAID
    ]
