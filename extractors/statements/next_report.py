"""Where the next report starts: …, adding that; …, but the union says; …, according to."""

from collections.abc import Mapping

from spacy.tokens import Doc

from extractors import syntax
from extractors.statements.cues import PLAIN_CUES, Cue
from extractors.statements.passages import left_edge, sentence_end
from extractors.statements.persons import phrase_before

# A participle after a comma that opens the next report or its source, not more of this one.
SOURCE_PARTICIPLES = frozenset(
    {"citing", "quoting", "referring", "pointing", "speaking", "echoing"}
)
# Before a report of somebody else.
JOINTS = frozenset({"but", "while", "and", "though", "although"})
# Within how many words of its subject's first the verb stands, relative clauses among them.
SUBJECT_WITHIN = 24


def starts_at(doc: Doc, cues: Mapping[int, Cue], i: int) -> bool:
    """Whether the comma or conjunction at this place goes on to another report or its source."""
    token = doc[i]
    if token.text in {",", "–", "—"} and opens_report(doc, cues, i + 1):
        return True
    if token.lower_ in {"and", "but", ","} and _reports_on(doc, cues, i + 1, token.lower_):
        return True
    if token.text == "," and _closes_with_report(doc, cues, i + 1):
        return True
    if token.lower_ == "while" and opens_report(doc, cues, i):
        return True
    joined = token.lower_ in JOINTS and doc[i - 1].text == ","
    return (joined or token.text == ";") and tells_anew(doc, cues, i + 1)


def _closes_with_report(doc: Doc, cues: Mapping[int, Cue], i: int) -> bool:
    """Whether a reporting clause ends the sentence from here: …, the envoys at the table said."""
    end = sentence_end(doc[i]) if i < len(doc) else i
    while end > i and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    if end - 1 not in cues or doc[end - 1].tag_ not in {"VBD", "VBZ"}:
        return False
    speaker = phrase_before(doc, end - 1, i)
    return speaker is not None and speaker.start == i


def opens_report(doc: Doc, cues: Mapping[int, Cue], i: int) -> bool:
    """Whether another report, or its source, starts here: adding, citing, according to."""
    while i < len(doc) and (doc[i].pos_ in {"ADV", "CCONJ"} or doc[i].lower_ == "while"):
        i += 1
    if i >= len(doc):
        return False
    token = doc[i]
    if token.lower_ in SOURCE_PARTICIPLES:
        return True
    if doc[i : i + 2].text.lower() == "according to":
        return True
    return token.tag_ == "VBG" and i in cues and not cues[i].is_belief


def _reports_on(doc: Doc, cues: Mapping[int, Cue], i: int, joint: str) -> bool:
    """Whether a coordinated report starts here: and said that, but also warned that."""
    while i < len(doc) and doc[i].pos_ == "ADV":
        i += 1
    while i < len(doc) and doc[i].lower_ in {"and", "but"}:
        i += 1
    if i + 1 >= len(doc) or i not in cues:
        return False
    if doc[i].tag_ not in {"VBD", "VBP", "VBZ"}:
        return False
    return doc[i + 1].lower_ == "that" or (joint in {"and", "but"} and doc[i].lower_ in PLAIN_CUES)


def tells_anew(doc: Doc, cues: Mapping[int, Cue], i: int) -> bool:
    """Whether somebody else's report starts here: …, but the union says it has heard that."""
    for token in doc[i : i + SUBJECT_WITHIN]:
        if token.i > i and token.is_sent_start:
            return False
        if token.i > i and token.i in cues and token.tag_ in {"VBD", "VBZ", "VBP"}:
            subjects = syntax.children(token, syntax.SUBJECT)
            if subjects and left_edge(subjects[0]) == i:
                return not cues[token.i].is_belief
    return False
