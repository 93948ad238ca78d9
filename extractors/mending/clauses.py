"""Clauses that the parser took for something else: infinitives, questions, and who was quoted."""

from spacy.tokens import Token

from extractors.lexicon import verb_lemma
from extractors.mending.relatives import PEOPLE
from extractors.mending.speaking import quoting_verbs
from extractors.mending.tree import attach

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "expl", "nsubj:outer"})
CLOSING = frozenset({"”", '"', "''", "’"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
WANTING = frozenset({"offer", "agree", "refuse", "decide", "pledge", "promise", "vow", "seek"})
ASKING = frozenset({"ask", "clarify", "enquire", "explain", "inquire", "know", "specify", "wonder"})


def mend(token: Token) -> None:
    """Mend the clause that this word heads, or the speaker that it is."""
    _infinitive(token)
    _due(token)
    _open_clause(token)
    _question(token)
    _inverted(token)
    _speaker(token)


def _infinitive(token: Token) -> None:
    """Offered to | *host* talks: behind *to*, a base form before a noun is no part of its name."""
    noun = token.head
    if token.tag_ == "VB" and token.dep_ == "obl" and noun.pos_ == "VERB" and _has_to(token):
        token.dep_ = "xcomp"
    base = token.tag_ == "VB" or (token.tag_ == "NN" and _is_wanted(token))
    if not base or token.dep_ not in {"compound", "amod"} or noun.i < token.i:
        return
    to = token.nbor(-1) if token.i > token.sent.start else None
    if to is None or to.lower_ != "to" or noun.head == noun or noun.head.i > to.i:
        return
    attach(token, noun.head, "xcomp")
    attach(noun, token, "obj")
    attach(to, token, "mark")
    to.tag_, to.pos_ = "TO", "PART"
    token.tag_, token.pos_ = "VB", "VERB"


def _has_to(verb: Token) -> bool:
    return any(child.lower_ == "to" for child in verb.lefts)


def _is_wanted(word: Token) -> bool:
    """Offered to | *host* talks: what is offered to no one is done."""
    noun = word.head
    verb = verb_lemma(noun.head.lower_)
    return noun.tag_ == "NNS" and verb in WANTING and verb_lemma(word.lower_) == word.lower_


def _due(token: Token) -> None:
    """Is *due to* enter into force: what is due is still to come, and *to* belongs to the verb."""
    if token.lower_ != "due" or token.dep_ != "mark":
        return
    verb = token.head
    to = token.nbor() if token.i + 1 < token.sent.end else token
    if to.head != token or verb.tag_ != "VB":
        return
    above, label = verb.head, verb.dep_
    attach(token, token if above == verb else above, label)
    for child in [*verb.lefts]:
        if child.i < token.i:
            attach(child, token, "nsubj" if child.dep_ == "nsubj:outer" else child.dep_)
    attach(verb, token, "xcomp")
    attach(to, verb, "mark")
    to.tag_, to.pos_ = "TO", "PART"


def _open_clause(token: Token) -> None:
    """Xi is due *to visit*: who has a subject already has not the clause behind it for another."""
    head = token.head
    if token.dep_ != "csubj" or token.i < head.i or token.tag_ != "VB":
        return
    if any(child.dep_ in SUBJECTS and child.i < head.i for child in head.children):
        token.dep_ = "xcomp"


def _question(token: Token) -> None:
    """Asked *when* they would meet: right behind a verb of asking, that is what is asked."""
    if token.dep_ != "advcl":
        return
    verb, opening = token.head, token.left_edge
    if opening.i == verb.i + 1 and opening.tag_ == "WRB" and verb_lemma(verb.lower_) in ASKING:
        token.dep_ = "ccomp"


def _inverted(token: Token) -> None:
    """…, said | *Old Tom*: a name alone behind a verb of speaking is who says it."""
    verb = token.head
    if token.dep_ not in {"ccomp", "obj", "xcomp"} or token.i < verb.i or not _speaks(token):
        return
    if any(child.dep_ in SUBJECTS | {"cop", "case", "aux"} for child in token.children):
        return
    if any(child.dep_ in SUBJECTS and child.i > verb.i for child in verb.children):
        return
    behind = verb.i > verb.sent.start and verb.nbor(-1).text in CLOSING | {","}
    between = verb.doc[verb.i + 1 : token.left_edge.i]
    near = all(word.is_punct and word.text != "," for word in between)
    if behind and near and verb_lemma(verb.lower_) in quoting_verbs():
        for child in verb.children:
            if child.dep_ in SUBJECTS and child.i < verb.i:
                child.dep_ = "ccomp"
        attach(token, verb, "nsubj")


def _speaks(token: Token) -> bool:
    """A name, or who says so; behind other verbs one of those who speak, and nothing more."""
    verb = token.head
    if token.pos_ == "PROPN" or (token.pos_ == "NOUN" and verb.lower_ in {"said", "says"}):
        return True
    ends = all(
        word.is_punct or word.is_space
        for word in token.doc[token.right_edge.i + 1 : token.sent.end]
    )
    return token.lower_ in PEOPLE and ends and verb.tag_ in {"VBD", "VBZ"} and verb.dep_ != "conj"


def _speaker(token: Token) -> None:
    """“We lost it,” | *Roe*, a teacher, said: behind the mark nobody is part of the quotation."""
    inside = token.head
    if token.pos_ not in NOMINAL or inside.i > token.i or inside.dep_ not in {"ccomp", "parataxis"}:
        return
    verb = inside.head
    first = token.left_edge.i
    if verb.i < token.i or first == 0 or token.doc[first - 1].text not in CLOSING:
        return
    bare = not any(child.dep_ in SUBJECTS for child in verb.children)
    if bare and verb_lemma(verb.lower_) in quoting_verbs():
        attach(token, verb, "nsubj")
