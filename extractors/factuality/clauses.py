"""How a clause hangs on what governs it: marks, conditions, frames, questions."""

from spacy.tokens import Token

from extractors import lexicon, syntax
from extractors.factuality import cues
from extractors.factuality.cues import Frame
from extractors.factuality.predicate import FINITE, PRESENT, helpers, not_yet
from extractors.factuality.verdict import Verdict
from readout.records import Status

CONDITIONAL_MARKS = frozenset({"if", "unless", "provided", "providing", "assuming", "once"})
FREE = frozenset({"ROOT", "parataxis", "list", "appos", "dep", "discourse", "vocative", "orphan"})
MARKS = frozenset({"mark", "advmod", "cc", "case", "fixed", "prep"})
QUESTION_WORDS = frozenset({"WP", "WDT", "WRB", "WP$"})


def opening(word: Token) -> tuple[Status, Token] | None:
    """The status that the word opening the clause gives it: *if* they meet, *without* signing."""
    for mark in word.children:
        if mark.dep_ not in MARKS or mark.i > word.i or mark.lower_ == "to":
            continue
        if mark.lower_ in {"instead", "rather"} and mark.nbor().lower_ not in {"of", "than"}:
            continue
        phrase = " ".join([mark.lower_, *(part.lower_ for part in _fixed(mark))])
        status = cues.status_of("marker", phrase, mark.lower_)
        if status == "planned" and not _looks_ahead(word, mark):
            continue
        if status is not None and not (mark.lower_ == "rather" and word.tag_ in FINITE):
            return status, mark
    return None


def _fixed(mark: Token) -> list[Token]:
    return [child for child in mark.children if child.dep_ == "fixed"]


def _looks_ahead(word: Token, mark: Token) -> bool:
    """Whether "before", "until", "once" open something that is still to come."""
    group = helpers(word)
    finite = group[0] if group else word
    if finite.tag_ in PRESENT:
        perfect = lexicon.lemma(finite) == "have" and finite.dep_ == "aux"
        return not (perfect and mark.lower_ in {"after", "when"})
    return mark.lower_ in {"until", "till"} and finite.tag_ not in FINITE


def condition_on(word: Token) -> Token | None:
    """The *if* or *unless* of a clause that the predicate depends on."""
    for clause in syntax.adverbial_clauses(word):
        for mark in clause.children:
            if mark.dep_ in MARKS and mark.lower_ in CONDITIONAL_MARKS:
                return None if mark.lower_ == "if" and _is_even(mark) else mark
    return None


def _is_even(mark: Token) -> bool:
    return mark.i > 0 and mark.nbor(-1).lower_ in {"even", "as"}


def is_reported_future(word: Token) -> bool:
    """Whether *would* is a reported *will*: said they would meet."""
    if not any(helper.lower_ in {"would", "'d", "’d"} for helper in helpers(word)):
        return False
    if any(lexicon.lemma(helper) == "have" for helper in helpers(word)):
        return False
    return bool(reporter(word))


def reporter(word: Token) -> Token | None:
    """The reporting verb the clause is the content of, or that stands beside it."""
    clause = syntax.first_conjunct(word)
    if clause.dep_ in syntax.SPEAKING_LEVEL and cues.is_one_of(clause.head, "reporting"):
        return clause.head if clause.head.pos_ == "VERB" else None
    for child in clause.children:
        if child.dep_ in {"parataxis", "ccomp"} and _stands_aside(child):
            return child
    return None


def _stands_aside(report: Token) -> bool:
    """Whether ", officials said" follows or interrupts, rather than having content of its own."""
    if not cues.is_one_of(report, "reporting") or not cues.has_subject(report):
        return False
    return not syntax.children(report, syntax.CONTENT_CLAUSE | syntax.OBJECT)


def is_polar_question(word: Token) -> bool:
    """Whether the predicate is asked about with yes or no for an answer: did they meet?"""
    if word.dep_ not in {"ROOT", "conj", "parataxis", "ccomp"} or not word.sent.text.rstrip(
        " \n”\"'’)"
    ).endswith("?"):
        return False
    if any(token.tag_ in QUESTION_WORDS for token in word.lefts):
        return False
    group = helpers(word)
    subject = next((child for child in word.children if child.dep_ in syntax.SUBJECT), None)
    return bool(group and subject is not None and group[0].i < subject.i)


def is_free(word: Token) -> bool:
    """Whether nothing governs the verb: the root of its sentence, an aside, a heading."""
    return word.head == word or word.dep_ in FREE


def free_verdict(word: Token) -> Verdict:
    """The status of a verb without tense that nothing governs, as in headlines and commands."""
    if to := infinitive_mark(word):
        return Verdict("planned", (to,))
    subject = cues.has_subject(word)
    if word.tag_ == "VB" and not subject and word.head == word:
        return Verdict("proposed")
    if word.tag_ == "VBG" and subject:
        return Verdict("ongoing")
    return Verdict("occurred")


def content_frame(clause: Token) -> Frame | None:
    """What the governing word says of a finite clause below it, if anything."""
    head = clause.head
    found = cues.frame("clause", head)
    if found is not None:
        return found
    predicate = syntax.children(head, frozenset({"obj", "xcomp"}))
    return cues.frame("clause", predicate[0]) if len(predicate) == 1 else None


def infinitive_mark(word: Token) -> Token | None:
    """The *to* of an infinitive; that of "look forward to meeting" is a preposition."""
    if word.tag_ == "VBG":
        return None
    return next((child for child in word.children if child.tag_ == "TO"), None)


def _preposition_before(word: Token) -> str:
    """The preposition a gerund hangs by: prevented *from* meeting, looked forward *to* meeting."""
    for child in word.lefts:
        is_to = child.lower_ == "to"
        if is_to and word.tag_ == "VBG":
            return "to"
        if child.dep_ in MARKS and child.pos_ in {"ADP", "SCONJ", "ADV"} and not is_to:
            return child.lower_
    return ""


def is_timed(word: Token) -> bool:
    """Whether the clause is only when the governing one is: spoke *after* meeting him."""
    return _preposition_before(word) in {"after", "before", "while", "when", "since", "upon"}


def complement_frame(word: Token) -> tuple[Frame | None, Token]:
    """What governs a verb without tense says of it, and the word that says so."""
    head, dep = word.head, word.dep_
    to = infinitive_mark(word)
    preposition = _preposition_before(word)
    if to is not None and (yet := not_yet(to)) is not None:
        return "denied", yet
    if to is None and (word.tag_ == "VBN" or dep in syntax.RELATIVE_CLAUSE):
        return None, head
    if to is None and not preposition and _is_aside(word):
        return "inherit", head
    found = _known_frame(word, preposition, to)
    if found is not None:
        return found
    return _default_frame(word, to), to if to is not None else head


def _is_aside(word: Token) -> bool:
    """Whether a participle is set off by a comma or hangs on a noun: he left, *meeting* no one."""
    if word.dep_ in syntax.NOUN_CLAUSE:
        return True
    before = word.left_edge.i - 1
    return word.dep_ in syntax.ADVERBIAL_CLAUSE and (before < 0 or word.doc[before].is_punct)


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
