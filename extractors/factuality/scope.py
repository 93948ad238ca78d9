"""The status of an event by the words that govern it: the nearest cue wins, the rest inherit."""

from spacy.tokens import Token

from extractors import syntax
from extractors.factuality import clauses, complements, nominals, predicate
from extractors.factuality.verdict import FACT, OPEN, Verdict, composed, negated, weakened
from extractors.lexicon import lemma

MAX_DEPTH = 12  # governors looked through; deeper ones are the parser's doing
PREDICATE_POS = frozenset({"VERB", "AUX"})
FINITE_CONTENT = syntax.CONTENT_CLAUSE | syntax.OPEN_CLAUSE | {"acl", "csubj", "csubj:outer"}


def verdict_of(word: Token, depth: int = 0) -> Verdict:
    """The status of what a verb, noun or adjective tells of, with the words that decide it."""
    if depth > MAX_DEPTH:
        return Verdict("occurred")
    if word.pos_ in PREDICATE_POS or predicate.helpers(word) or complements.infinitive_mark(word):
        return _of_predicate(word, depth)
    if word.pos_ in syntax.NOMINAL:
        return _of_noun(word, depth)
    return _of_loose_predicate(word, depth)


def _of_predicate(word: Token, depth: int) -> Verdict:
    own = predicate.own_verdict(word)
    opened = clauses.opening(word)
    if opened is not None:
        status, mark = opened
        if own is None or own.status not in {"denied", "cancelled", "postponed"}:
            return Verdict(status, (mark,))
    if own is None and (free := _of_any(word)) is not None:
        return Verdict("conditional", (free,))
    if own is None:
        return _by_governor(word, depth)
    if own.status in OPEN and (condition := clauses.condition_on(word)):
        return Verdict("conditional", (condition,))
    if own.status == "conditional" and clauses.is_reported_future(word):
        own = Verdict("planned", own.cue)
    if own.status in FACT and clauses.is_polar_question(word):
        return Verdict("conditional", own.cue)
    return _as_content(word, own, depth)


def _of_any(participle: Token) -> Token | None:
    """The *any* of "any agreement reached": there may be none."""
    if participle.dep_ not in syntax.NOUN_CLAUSE or participle.tag_ != "VBN":
        return None
    return next((word for word in participle.head.lefts if word.lower_ == "any"), None)


def _as_content(word: Token, own: Verdict, depth: int) -> Verdict:
    """A clause's own status under what it is the content of: denied *that they met*."""
    clause = syntax.first_conjunct(word)
    if clause.dep_ not in FINITE_CONTENT or clause.head == clause:
        return own
    frame, cue = complements.content_frame(clause)
    if frame is None:
        return own
    return weakened(own, frame, cue, verdict_of(cue, depth + 1))


def _by_governor(word: Token, depth: int) -> Verdict:
    """The status of a participle, an infinitive or a bare verb, from what it hangs on."""
    first = clauses.first_alike(word)
    if first != word:
        shared = verdict_of(first, depth + 1)
    elif clauses.is_free(word):
        shared = clauses.free_verdict(word)
    else:
        shared = _below(word, depth)
    negation = predicate.negation_of(word)
    return shared if negation is None else negated(shared, negation)


def _below(word: Token, depth: int) -> Verdict:
    head = word.head
    frame, cue = complements.governed_frame(word)
    if frame is None:
        return Verdict("occurred")
    if frame == "inherit" and (word.dep_ in syntax.NOUN_CLAUSE or complements.is_timed(word)):
        return _unknown_governor(head, depth)
    if frame == "inherit" and cue == head and complements.looks_forward(head):
        return Verdict("planned", (head,))
    if frame == "inherit" and cue == head and word.tag_ == "VBG":
        head = complements.speaking_governor(word)
    return composed(frame, cue, verdict_of(head, depth + 1))


def _of_loose_predicate(word: Token, depth: int) -> Verdict:
    """An adjective or particle without a copula: *ready* to meet, *likely* to sign."""
    if word.head == word or word.dep_ in {"parataxis", "acl", "amod", "acl:relcl"}:
        return Verdict("occurred")
    if word.dep_ in syntax.COORDINATED:
        return verdict_of(syntax.first_conjunct(word), depth + 1)
    if word.dep_ in syntax.OPEN_CLAUSE | syntax.CONTENT_CLAUSE | syntax.ADVERBIAL_CLAUSE:
        return verdict_of(word.head, depth + 1)
    return Verdict("occurred")


def _of_noun(noun: Token, depth: int) -> Verdict:
    own = nominals.own_verdict(noun) or _told_aside(noun, depth)
    if own is None:
        found = _by_what_governs(noun, depth)
        asked = depth == 0 and found.status in FACT and clauses.is_asked_about(noun)
        return Verdict("conditional", found.cue) if asked else found
    return _fate(noun, depth) or own if own.status in {"planned", "ongoing"} else own


def _told_aside(noun: Token, depth: int) -> Verdict | None:
    """What a clause behind the noun says of it: talks *that never began*."""
    after = nominals.following_predicate(noun)
    if after is None:
        return None
    frame, cue = nominals.frame_of_predicate(noun, after)
    return composed(frame, cue, verdict_of(after, depth + 1))


def _fate(noun: Token, depth: int) -> Verdict | None:
    """What became of what its own words call a plan: talks *set for Friday* were called off.

    Only what cannot be said of a plan that stands decides; the rest speaks of the plan.
    """
    outer = _by_what_governs(noun, depth)
    if outer.status in {"cancelled", "postponed", "denied"} or _not_begun(noun, outer):
        return outer
    head = nominals.effective_governor(noun)
    if head is None or outer.status != "occurred" or lemma(head) in {"be", "have"}:
        return None
    frame, _ = nominals.frame_of_governor(noun, head)
    past = (predicate.helpers(head) or [head])[0].tag_ == "VBD"
    return outer if frame == "inherit" and past else None


def _not_begun(noun: Token, outer: Verdict) -> bool:
    """Whether what a clause aside says is on has yet to be: will attend the fair that *is on*."""
    return outer.status in OPEN and nominals.own_verdict(noun) is None


def _by_what_governs(noun: Token, depth: int) -> Verdict:
    first = syntax.first_conjunct(noun)
    if noun.dep_ in syntax.APPOSITION:
        first = noun.head
    if first != noun:
        return verdict_of(first, depth + 1)
    head = nominals.effective_governor(noun)
    if head is None:
        return Verdict("occurred")
    return _of_governed_noun(noun, head, depth)


def _of_governed_noun(noun: Token, head: Token, depth: int) -> Verdict:
    frame, cue = nominals.frame_of_governor(noun, head)
    if frame is None:
        return _unknown_governor(head, depth)
    if nominals.presupposes(cue) and noun.dep_ not in syntax.SUBJECT:
        return _unknown_governor(head, depth) if frame == "inherit" else Verdict("planned", (cue,))
    return composed(frame, cue, verdict_of(head, depth + 1))


def _unknown_governor(head: Token, depth: int) -> Verdict:
    """A noun keeps what is open about its clause, but a denial of something else is not its own.

    The talks *did not bring* a deal: they were held. If they *will not*, they are still to come.
    """
    outer = verdict_of(head, depth + 1)
    if outer.status in OPEN:
        return outer
    if outer.status == "denied" and any(token.tag_ == "MD" for token in outer.cue):
        return Verdict("planned", outer.cue)
    return Verdict("occurred")
