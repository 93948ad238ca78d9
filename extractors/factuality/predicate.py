"""The status a predicate's own words give it: tense, aspect, modals, negation."""

from spacy.tokens import Token

from extractors import lexicon, syntax
from extractors.factuality import cues
from extractors.factuality.verdict import Verdict

FINITE = frozenset({"VBD", "VBZ", "VBP"})
PRESENT = frozenset({"VBZ", "VBP"})
DENYING = frozenset({"det", "advmod", "cc", "cc:preconj", "preconj"})
COPULA = frozenset({"cop"})
TIME_LINKS = syntax.OBLIQUE | {"advmod", "nmod:tmod", "npadvmod", "nmod:unmarked", "obl:unmarked"}


def helpers(word: Token) -> list[Token]:
    """The predicate's auxiliaries and copula, in order, shared ones included."""
    found = [*syntax.auxiliaries(word), *syntax.children(word, COPULA)]
    return sorted(found, key=lambda token: token.i)


def own_verdict(word: Token) -> Verdict | None:
    """What the predicate's own words decide; None when they leave it to the governing word.

    A participle or an infinitive says nothing by itself.
    """
    group = helpers(word)
    negation = negation_of(word)
    verdict = _affirmed(word, group)
    if negation is None or (verdict is not None and verdict.status == "denied"):
        return verdict
    if modal := _modal(group):
        status = cues.status_of("modal_negated", modal.lower_) or "denied"
        return Verdict(status, (modal, negation))
    return Verdict("denied", (negation,)) if verdict is not None or word.tag_ != "VB" else None


def _affirmed(word: Token, group: list[Token]) -> Verdict | None:
    if modal := _modal(group):
        return _modal_verdict(word, modal, group)
    infinitive = next((child for child in word.children if child.tag_ == "TO"), None)
    if infinitive is not None:
        return _infinitive_verdict(infinitive, group)
    first = group[0] if group else word
    return _finite_verdict(word, first, group) if first.tag_ in FINITE else None


def _finite_verdict(word: Token, first: Token, group: list[Token]) -> Verdict:
    if going := next((one for one in group if one.lower_ in {"going", "gon"}), None):
        return Verdict("planned", (going,))
    if group and word.tag_ == "VBG" and word.pos_ in {"VERB", "AUX"}:
        return _progressive(word, group)
    if word.tag_ == "VBP" and not group and _is_command(word):
        return Verdict("proposed")
    if first.tag_ in PRESENT and not _is_perfect(group) and (time := future_time(word)):
        return Verdict("planned", (time,))
    return Verdict("ongoing" if _is_habit(word, group) else "occurred")


def _is_habit(word: Token, group: list[Token]) -> bool:
    """We *meet* with them: whoever speaks of himself in the plain present tells of a habit."""
    if group or word.tag_ != "VBP" or cues.is_one_of(word, "reporting"):
        return False
    return any(subject.lower_ in {"we", "i", "you", "they"} for subject in syntax.subjects(word))


def _is_command(word: Token) -> bool:
    """Whether a base form opens its sentence without a subject, and so commands: *Sign* it now."""
    return word.head == word and word.left_edge == word and not cues.has_subject(word)


def _modal(group: list[Token]) -> Token | None:
    return next((helper for helper in group if helper.tag_ == "MD"), None)


def _is_perfect(group: list[Token]) -> bool:
    return any(lexicon.lemma(helper) == "have" or helper.lower_ == "have" for helper in group)


def _modal_verdict(word: Token, modal: Token, group: list[Token]) -> Verdict:
    later = [helper for helper in group if helper.i > modal.i]
    table = "modal_perfect" if _is_perfect(later) and word.tag_ != "VB" else "modal"
    status = cues.status_of(table, modal.lower_) or "conditional"
    return Verdict(status, (modal,))


def _infinitive_verdict(to: Token, group: list[Token]) -> Verdict | None:
    """Is to meet, was to have met; a plain infinitive is left to what governs it."""
    if (yet := not_yet(to)) is not None:
        return Verdict("denied", (yet,))
    be = [helper for helper in group if helper.i < to.i and lexicon.lemma(helper) == "be"]
    if not be:
        return None
    missed = be[0].tag_ == "VBD" and _is_perfect([helper for helper in group if helper.i > to.i])
    return Verdict("cancelled" if missed else "planned", (be[0], to))


def not_yet(to: Token) -> Token | None:
    """The *yet* of "has yet to meet": it did not happen."""
    return to.nbor(-1) if to.i > 0 and to.nbor(-1).lower_ == "yet" else None


def _progressive(word: Token, group: list[Token]) -> Verdict:
    if group[0].tag_ == "VBD" and not _is_perfect(group):
        return Verdict("occurred")
    if (time := future_time(word)) and not _is_perfect(group):
        return Verdict("planned", (time,))
    return Verdict("ongoing", (group[-1],))


def future_time(word: Token) -> Token | None:
    """The word that makes a present tense a timetable: is meeting him *tomorrow*."""
    if cues.is_one_of(word, "reporting"):
        return None
    for child in syntax.children(word, TIME_LINKS):
        for token in child.subtree:
            if token.lower_ in cues.words("future"):
                return token
            if _is_coming_weekday(token):
                return token
    return None


def _is_coming_weekday(token: Token) -> bool:
    before = {other.lower_ for other in token.lefts}
    return token.lower_ in cues.words("weekday") and not before & {"last", "since", "every", "each"}


def negation_of(word: Token) -> Token | None:
    """The word that denies the predicate, standing before it, in its subject or in its object."""
    direct = syntax.negation(word)
    if direct is not None and not _is_not_only(direct):
        return direct
    for child in word.children:
        if child.dep_ in {"advmod", "cc:preconj", "cc"} and child.lower_ in cues.words("hardly"):
            return child
        if child.dep_ in syntax.SUBJECT | syntax.PASSIVE_SUBJECT | syntax.OBJECT and (
            nobody := _denied_nominal(child)
        ):
            return nobody
    return _no_longer(word)


def _is_not_only(negation: Token) -> bool:
    following = negation.doc[negation.i + 1 : negation.i + 2]
    return following.text.lower() in {"only", "just", "least", "merely"}


def _denied_nominal(nominal: Token) -> Token | None:
    if nominal.lower_ in cues.words("nobody"):
        return nominal
    return next(
        (
            child
            for child in nominal.children
            if child.dep_ in DENYING and child.lower_ in {"no", "neither"}
        ),
        None,
    )


def _no_longer(word: Token) -> Token | None:
    return next(
        (
            child
            for child in word.children
            if child.lower_ == "longer" and any(left.lower_ == "no" for left in child.lefts)
        ),
        None,
    )
