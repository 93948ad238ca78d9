"""Verbs joined to another by *and* or *but* that the parser hung too low, or took for adjectives.

He noted that a storm exists and *ordered* aid: a past tense is joined to a past tense. She met the
king and *reaffirmed* Jordan's support: a verb, and no adjective, stands before an owner.
"""

from spacy.tokens import Token

from extractors.lexicon import verb_lemma
from extractors.mending.speaking import speaking_verbs
from extractors.mending.tree import attach

CONJUNCTIONS = frozenset({"and", "but"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "expl", "nsubj:outer"})
AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})
EMBEDDED = frozenset({"ccomp", "acl", "acl:relcl", "advcl", "xcomp", "advcl:relcl"})
PAST = frozenset({"VBD"})
PRESENT = frozenset({"VBZ", "VBP"})


def mend(token: Token) -> None:
    """Join a verb to the one whose subject it shares."""
    _as_verb(token)
    if token.dep_ == "conj" and token.pos_ in {"VERB", "NOUN"}:
        _raise(token)


def _as_verb(token: Token) -> None:
    """… and | reaffirmed Jordan's support: no *the* between, so it is no adjective."""
    noun = token.head
    if token.dep_ != "amod" or token.tag_ not in {"VBD", "VBN"} or noun.i < token.i:
        return
    conjunction = _conjunction_before(token)
    surely = token.tag_ == "VBD" or (noun.i > token.i + 1 and token.nbor().pos_ == "PROPN")
    if conjunction is None or not (surely or verb_lemma(token.lower_) in speaking_verbs()):
        return
    articles = [child for child in noun.lefts if child.dep_ == "det" and child.i < token.i]
    if any(article != conjunction for article in articles):
        return
    verb = next((v for v in noun.ancestors if v.i < token.i and _tense(v) == PAST), None)
    if verb is None or not (surely or noun.dep_ in {"obj", "conj"}):
        return
    token.pos_, token.tag_ = "VERB", "VBD"
    attach(token, verb, "conj")
    attach(noun, token, "obj")
    attach(conjunction, token, "cc")


def _conjunction_before(token: Token) -> Token | None:
    """The *and* right before the verb, an adverb between or not."""
    for i in range(token.i - 1, max(token.sent.start, token.i - 2) - 1, -1):
        word = token.doc[i]
        if word.lower_ in CONJUNCTIONS:
            return word
        if word.pos_ != "ADV":
            return None
    return None


def _raise(token: Token) -> None:
    """Hang it on the verb above that has its tense, where the one it hangs on has another."""
    own = [child.dep_ for child in token.children]
    conjunction = _conjunction_before(token)
    if conjunction is None or AUXILIARIES & set(own) or SUBJECTS & set(own):
        return
    first = token.head
    tense = _tense(token) or (PAST if _is_active_past(token, first) else None)
    if tense is None or not _is_below(first) or _shares_auxiliary(token, first):
        return
    verb = _above(token, first, tense)
    if verb is not None and (_tense(first) != tense or _is_parallel(token)):
        if token.tag_ == "VBN":
            token.tag_ = "VBD"
        attach(token, verb, "conj")


def _shares_auxiliary(token: Token, first: Token) -> bool:
    """Until they are free and *returned* home: a participle that the auxiliary goes on to."""
    has_object = any(child.dep_ == "obj" for child in token.children)
    helped = any(child.dep_ in AUXILIARIES for child in first.children)
    return helped and not has_object and token.lower_.endswith("ed")


def _is_below(first: Token) -> bool:
    """Whether the verb it hangs on is inside another's clause, or no verb at all."""
    nominal = first.pos_ in {"NOUN", "PROPN"} and not any(c.dep_ == "cop" for c in first.children)
    return nominal or first.dep_ in EMBEDDED


def _above(token: Token, first: Token, tense: frozenset[str]) -> Token | None:
    found = [v for v in first.ancestors if v.i < token.i and _tense(v) == tense]
    same = [v for v in found if verb_lemma(v.lower_) == verb_lemma(token.lower_)]
    return next(iter(same or found), None)


def _is_parallel(token: Token) -> bool:
    """…, and *urges* them: after a comma, a verb of speaking goes on with the sentence."""
    comma = token.doc[max(token.sent.start, token.left_edge.i)]
    conjunction = _conjunction_before(token)
    before = conjunction.nbor(-1) if conjunction is not None and conjunction.i > 0 else comma
    above = [v for v in token.head.ancestors if verb_lemma(v.lower_) in speaking_verbs()]
    return before.text == "," and verb_lemma(token.lower_) in speaking_verbs() and bool(above)


def _is_active_past(token: Token, first: Token) -> bool:
    """A participle with an object is a past tense, joined to no participle: expressed resolve."""
    has_object = any(child.dep_ in {"obj", "ccomp", "xcomp"} for child in token.children)
    reduced = first.tag_ in {"VBN", "VBG"} and first.dep_ == "acl"
    return token.tag_ == "VBN" and has_object and reduced


def _tense(verb: Token) -> frozenset[str] | None:
    """Past or present of a finite verb without auxiliary, as a set of tags."""
    if any(child.dep_ in AUXILIARIES for child in verb.children):
        return None
    return next((tags for tags in (PAST, PRESENT) if verb.tag_ in tags), None)
