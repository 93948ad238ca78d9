"""Reports inside a relative clause: the man who police *say* fled, a battery the firm *said* lasts.

Subject and verb of the report stand between the noun and what is said of it.
"""

from spacy.tokens import Token

from extractors import syntax
from extractors.statements.contents import Content, Reach
from extractors.statements.cues import Cue
from extractors.statements.passages import (
    left_edge,
    right_edge,
    sentence_end,
    sentence_start,
)
from extractors.syntax.labels import FINITE

# All he said | was true: of such words something is said, and no more is reported.
THINGS = frozenset({"what", "all", "everything", "anything", "nothing", "thing", "things", "words"})
BE = frozenset({"is", "was", "are", "were", "has", "had"})
SUBJECTS = frozenset({"he", "she", "they", "we", "i", "some", "many", "most"})
MARKS = frozenset({",", ";", "–", "—", ":"})


def embedded(reach: Reach, cue: Cue) -> Content | None:
    """The finite verb right behind the cue and what goes with it, its subject standing before."""
    if not cue.takes("that") or not _is_active(cue.head):
        return None
    verb, opening = _verb_behind(reach, cue), _subject_start(cue)
    if verb is None or opening is None or opening <= sentence_start(cue.head):
        return None
    before = reach.doc[opening - 1]
    if not _is_antecedent(before) or _says_of_things(before, reach.doc[cue.words.end]):
        return None
    span = reach.bounded(cue.words.end, _end_of(reach, verb))
    return ([span], "embedded") if span is not None and len(span) > 1 else None


def _is_active(verb: Token) -> bool:
    """Says, said, has said; but not *was said*."""
    helped = any(helper.lower_ in {"has", "have", "had"} for helper in syntax.auxiliaries(verb))
    perfect = verb.tag_ == "VBN" and helped and not syntax.is_passive(verb)
    return perfect or verb.tag_ in {"VBD", "VBZ", "VBP"}


def is_said_of_things(reach: Reach, cue: Cue) -> bool:
    """All he said *was* true: what follows the cue is no content but what is said of it."""
    opening = _subject_start(cue)
    if opening is None or opening <= sentence_start(cue.head) or cue.words.end >= len(reach.doc):
        return False
    return _says_of_things(reach.doc[opening - 1], reach.doc[cue.words.end])


def _subject_start(cue: Cue) -> int | None:
    """Where the subject right before the cue starts; a pronoun is one whatever the parse."""
    before = cue.head.nbor(-1) if cue.head.i > 0 else cue.head
    if before.lower_ in SUBJECTS:
        return int(before.i)
    subject = next(iter(syntax.children(cue.head, syntax.SUBJECT)), None)
    return left_edge(subject) if subject is not None and subject.i < cue.head.i else None


def _end_of(reach: Reach, verb: Token) -> int:
    """To the next mark or the next verb that is not its own, in the sentence."""
    own, limit = right_edge(verb), sentence_end(verb)
    for token in reach.doc[verb.i + 1 : limit]:
        joined = token.i > 0 and token.nbor(-1).pos_ == "CCONJ"
        if token.i >= own and (token.text in MARKS or (token.tag_ in FINITE and not joined)):
            return int(token.i)
    return limit


def _says_of_things(before: Token, following: Token) -> bool:
    return _names_thing(before) and following.lower_ in BE


def _verb_behind(reach: Reach, cue: Cue) -> Token | None:
    """The verb of the clause whose first word stands right behind the cue and is finite."""
    if cue.words.end >= len(reach.doc):
        return None
    first = reach.doc[cue.words.end]
    if first.tag_ not in FINITE or first.is_sent_start:
        return None
    verb = first.head if first.dep_ in syntax.AUXILIARY | {"cop"} else first
    return verb if verb.i >= first.i else None


def _is_antecedent(token: Token) -> bool:
    """A noun, or the pronoun of its relative clause."""
    pronoun = token.lower_ in {"who", "which", "that", "what", "whom"}
    return pronoun or token.pos_ in {"NOUN", "PROPN"}


def _names_thing(token: Token) -> bool:
    before = token.nbor(-1).lower_ if token.lower_ == "that" and token.i > 0 else ""
    return token.lower_ in THINGS or before in THINGS
