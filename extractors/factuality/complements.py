"""What a governing word says of the clause it takes: agreed *to meet*, ruled out *meeting*."""

from spacy.tokens import Token

from extractors import syntax
from extractors.factuality import cues
from extractors.factuality.cues import Frame
from extractors.factuality.predicate import helpers, not_yet

OBJECTS = syntax.OBJECT | syntax.PASSIVE_SUBJECT
LINKS = frozenset({"mark", "advmod", "cc", "case", "fixed", "prep"})


def content_frame(clause: Token) -> tuple[Frame | None, Token]:
    """What governs a finite clause says of it, and the word that says so."""
    head = clause.head
    if _is_asked(clause):
        return None, head
    if (found := cues.frame("clause", head)) is not None:
        return found, head
    if head.pos_ in syntax.NOMINAL:
        return _frame_of_report(head)
    predicate = syntax.children(head, frozenset({"obj", "xcomp"}))
    return cues.frame("clause", predicate[0]) if len(predicate) == 1 else None, head


def _frame_of_report(noun: Token) -> tuple[Frame | None, Token]:
    """Denied *reports that they met*: what is reported did not happen."""
    above = syntax.governor(noun)
    if above is None or noun.dep_ not in OBJECTS or cues.frame("clause", above) != "denied":
        return None, noun
    return "denied", above


def _is_asked(clause: Token) -> bool:
    """Whether the clause asks for more about what it takes for granted: asked *when* they met."""
    return any(word.tag_ in {"WRB", "WP"} for word in clause.lefts)


def infinitive_mark(word: Token) -> Token | None:
    """The *to* of an infinitive; that of "look forward to meeting" is a preposition."""
    if word.tag_ == "VBG" and not helpers(word):
        return None
    return next((child for child in word.children if child.tag_ == "TO"), None)


def _preposition_before(word: Token) -> str:
    """The preposition a gerund hangs by: prevented *from* meeting, looked forward *to* meeting."""
    for child in word.lefts:
        is_to = child.lower_ == "to"
        if is_to and word.tag_ == "VBG" and infinitive_mark(word) is None:
            return "to"
        if child.dep_ in LINKS and child.pos_ in {"ADP", "SCONJ", "ADV"} and not is_to:
            return child.lower_
    return ""


def is_timed(word: Token) -> bool:
    """Whether the clause is only when the governing one is: spoke *after* meeting him."""
    return _preposition_before(word) in {"after", "before", "while", "when", "since", "upon"}


def governed_frame(word: Token) -> tuple[Frame | None, Token]:
    """What governs a verb without tense says of it, and the word that says so."""
    if _is_subjunctive(word):
        found, cue = content_frame(word)
        return found or "proposed", cue
    return _complement_frame(word)


def _complement_frame(word: Token) -> tuple[Frame | None, Token]:
    head, dep = word.head, word.dep_
    to = infinitive_mark(word)
    preposition = _preposition_before(word) if to is None else ""
    if to is not None and (yet := not_yet(to)) is not None:
        return "denied", yet
    if to is None and (word.tag_ == "VBN" or dep in syntax.RELATIVE_CLAUSE):
        return None, head
    if to is None and not preposition and (_is_aside(word) or cues.has_subject(word)):
        return "inherit", head
    if to is not None and syntax.is_lemma(head, "have") and _still(head) is not None:
        return "planned", head
    found = _known_frame(word, preposition, to)
    if found is not None:
        return found
    return _default_frame(word, to), to if to is not None else head


def _is_subjunctive(word: Token) -> bool:
    """Demanded *that he meet* her: a base form after "that", with a subject of its own."""
    that = any(mark.lower_ == "that" for mark in syntax.markers(word))
    return that and _is_bare_clause(word) and infinitive_mark(word) is None


def _still(verb: Token) -> Token | None:
    """The *still* of "still has to ratify": it is to be done, whoever should."""
    return next((child for child in verb.children if child.lower_ == "still"), None)


def looks_forward(verb: Token) -> bool:
    """Whether what goes with the verb is still to come: look *forward* to it, making it great."""
    forward = any(child.lower_ == "forward" for child in verb.children)
    return forward and syntax.is_lemma(verb, "look")


def speaking_governor(word: Token) -> Token:
    """What a report set off by a comma goes with: backed efforts to end it, *noting* it.

    Its subject is the sentence's, so it is no part of an infinitive before it.
    """
    head = word.head
    while cues.is_one_of(word, "reporting") and head.tag_ in {"VB", "VBG"} and not helpers(head):
        above = syntax.governor(head)
        if above is None:
            break
        head = above
    return head


def _is_aside(word: Token) -> bool:
    """Whether a participle is set off by a comma or hangs on a noun: he left, *meeting* no one."""
    if word.dep_ in syntax.NOUN_CLAUSE:
        return True
    edge = word.left_edge
    apart = edge.i == 0 or edge.is_punct or edge.nbor(-1).is_punct
    return word.dep_ in syntax.ADVERBIAL_CLAUSE and apart


def _known_frame(word: Token, preposition: str, to: Token | None) -> tuple[Frame, Token] | None:
    head = word.head
    if word.dep_ in syntax.ADVERBIAL_CLAUSE and to is not None and _is_purpose_of(head):
        return None
    if (holder := _had_chance(head)) is not None:
        return "inherit", holder
    if cues.is_one_of(head.head, "accepting") and head.dep_ in syntax.OBJECT:
        return "planned", head.head
    candidates = [head]
    if to is not None or preposition:
        candidates += _objects_before(word)
    for candidate in candidates:
        if candidate != head and cues.is_one_of(candidate, "granted"):
            return "inherit", head
        found = cues.frame("complement", candidate, preposition)
        if found is None and preposition == "":
            found = cues.frame("clause", candidate) if _is_bare_clause(word) else None
        if found is not None:
            return found, candidate
    return None


def _is_bare_clause(word: Token) -> bool:
    return word.tag_ == "VB" and word.dep_ in syntax.CONTENT_CLAUSE and cues.has_subject(word)


def _had_chance(noun: Token) -> Token | None:
    """The *have* of "had the chance to meet", "had a number of occasions to meet"."""
    of = [child for child in noun.children if child.dep_ == "nmod"]
    if not any(cues.is_one_of(word, "granted") for word in [noun, *of]):
        return None
    above: Token | None = noun
    while above is not None and above.pos_ == "NOUN":
        above = syntax.governor(above)
    return above if above is not None and syntax.is_lemma(above, "have", "get") else None


def _objects_before(word: Token) -> list[Token]:
    """Nouns that an infinitive after them may belong to: made *plans* to meet."""
    head = word.head
    return [
        child
        for child in syntax.children(head, syntax.OBJECT)
        if head.i < child.i < word.i and word.dep_ in syntax.OPEN_CLAUSE | {"advcl"}
    ]


def _is_purpose_of(head: Token) -> bool:
    return cues.is_one_of(head, "gathering")


def _default_frame(word: Token, to: Token | None) -> Frame | None:
    """What holds when the governor is not in the lexicon."""
    head, dep = word.head, word.dep_
    if to is None:
        return "inherit" if word.tag_ in {"VBG", "VB"} else None
    if dep in syntax.ADVERBIAL_CLAUSE and _is_purpose_of(head):
        return "inherit"
    if dep in syntax.NOUN_CLAUSE and any(
        child.lower_ in cues.words("achieving") for child in head.children
    ):
        return "inherit"
    if any(child.lower_ == "have" and child.dep_ == "aux" for child in word.children):
        return "inherit"
    return "planned"
