"""How a clause hangs on what governs it: marks, conditions, frames, questions."""

from spacy.tokens import Token

from extractors import lexicon, syntax
from extractors.factuality import complements, cues
from extractors.factuality.predicate import FINITE, PRESENT, helpers
from extractors.factuality.verdict import Verdict
from readout.records import Status

CONDITIONAL_MARKS = frozenset({"if", "unless", "provided", "providing", "assuming", "once"})
FREE = frozenset({"ROOT", "parataxis", "list", "appos", "dep", "discourse", "vocative", "orphan"})
INVERTED = frozenset({"had", "should", "were"})
EACH = frozenset({"any", "each", "every"})
MARKS = frozenset({"mark", "advmod", "cc", "case", "fixed", "prep"})
KNOWN = frozenset({"the", "this", "that", "these", "those"})
CONTINUING = frozenset({"q", "and", "but", "so", "then", "well"})
AUXILIARIES = frozenset(
    {"is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "will", "would"}
    | {"can", "could", "should", "may", "might"}
)
OPENING = 10  # words in which the comma stands behind what opens a question
QUESTION_WORDS = frozenset({"WP", "WDT", "WRB", "WP$"})


def opening(word: Token) -> tuple[Status, Token] | None:
    """The status that the word opening the clause gives it: *if* they meet, *without* signing."""
    if (condition := _each_time(word) or _inverted(word)) is not None:
        return "conditional", condition
    for mark in word.children:
        if mark.dep_ not in MARKS or mark.i > word.i or mark.lower_ == "to":
            continue
        if mark.dep_ == "case" and word.pos_ in syntax.NOMINAL:
            continue  # the talks were *about* grain
        if mark.lower_ in {"instead", "rather"} and mark.nbor().lower_ not in {"of", "than"}:
            continue
        phrase = " ".join([mark.lower_, *(part.lower_ for part in _fixed(mark))])
        status = cues.status_of("marker", phrase, mark.lower_)
        if (status == "planned" or phrase == "whenever") and not _looks_ahead(word, mark):
            continue
        if status is not None and not (mark.lower_ == "rather" and word.tag_ in FINITE):
            return status, mark
    return None


def _inverted(word: Token) -> Token | None:
    """The auxiliary that opens a condition without *if*: *should* they meet, *were* they to."""
    first = next((child for child in word.lefts if child.lower_ in INVERTED), None)
    if first is None or first != word.left_edge or not cues.has_subject(word):
        return None
    return None if _ends_in_question(word) else first


def _each_time(word: Token) -> Token | None:
    """The *time* of "every time they meet", in the present: it may come again, or not."""
    for time in word.lefts:
        each = time.lower_ == "time" and any(left.lower_ in EACH for left in time.lefts)
        if each and _looks_ahead(word, time):
            return time
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


def _ends_in_question(word: Token) -> bool:
    return word.sent.text.rstrip(" \n”\"'’)").endswith("?")


def is_polar_question(word: Token) -> bool:
    """Whether the predicate is asked about with yes or no for an answer: did they meet?"""
    if word.dep_ not in {"ROOT", "conj", "parataxis", "ccomp"} or not _ends_in_question(word):
        return False
    if any(token.tag_ in QUESTION_WORDS for token in word.lefts):
        return False
    group = helpers(word)
    subject = next((child for child in word.children if child.dep_ in syntax.SUBJECT), None)
    return bool(group and subject is not None and group[0].i < subject.i)


def is_asked_about(noun: Token) -> bool:
    """Whether a yes-or-no question asks if there was any: did the work include *talks* with her?

    What the reader is to know (*the* talks, *their* call) is taken for granted.
    """
    if not _ends_in_question(noun) or any(child.lower_ in KNOWN for child in noun.lefts):
        return False
    if any(child.dep_ in syntax.POSSESSOR for child in noun.lefts):
        return False
    words = [word for word in noun.sent if not word.is_space]
    comma = next((i for i, word in enumerate(words[:OPENING]) if word.text == ","), -1)
    if _opens_there(noun):
        return True
    openings = [words[0], *(word for word in words[1:2] if words[0].lower_ in CONTINUING)]
    openings += words[comma + 1 : comma + 2] if comma > 0 else []
    return any(word.lower_ in AUXILIARIES for word in openings)


def _opens_there(noun: Token) -> bool:
    """But *was there* a discussion: *there* behind its verb asks, wherever the sentence starts."""
    there = next((child for child in noun.head.children if child.dep_ == "expl"), None)
    be = there.nbor(-1) if there is not None and there.i > 0 else None
    inverted = be is not None and be.lower_ in {"is", "was", "are", "were", "has", "have"}
    return inverted and noun.dep_ in syntax.SUBJECT and there is not None and there.i < noun.i


def first_alike(word: Token) -> Token:
    """What the verb shares its auxiliary, its *to* or its governor with.

    Asked them to go and *meet* her, is hosting them to hear them and *announcing* aid: a base form
    or a participle goes with the one before it, whatever the parse.
    """
    first = syntax.first_conjunct(word)
    if first == word or word.tag_ not in {"VB", "VBG"} or helpers(word):
        return first
    if first.tag_ in {word.tag_, "NN"}:
        return first
    between = reversed(word.doc[word.sent.start : word.i])
    alike = (other for other in between if other.tag_ == word.tag_ and other.pos_ == "VERB")
    return next(alike, first)


def is_free(word: Token) -> bool:
    """Whether nothing governs the verb: the root of its sentence, an aside, a heading."""
    return word.head == word or word.dep_ in FREE


def free_verdict(word: Token) -> Verdict:
    """The status of a verb without tense that nothing governs, as in headlines and commands."""
    if to := complements.infinitive_mark(word):
        return Verdict("planned", (to,))
    subject = cues.has_subject(word)
    if word.tag_ == "VB" and not subject and word.head == word:
        return Verdict("proposed")
    if word.tag_ == "VBG" and subject:
        return Verdict("ongoing")
    return Verdict("occurred")
