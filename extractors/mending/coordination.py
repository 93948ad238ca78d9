"""Coordinations the parser broke, put together again: names and titles joined by *and*.

The parser was trained on little news. Of "Secretary Blinken and President Radev" it makes one name,
of "talks between Iran and the E3 were held" a second subject. In a sound tree *and* hangs on a
conjunct; where it hangs on anything else, the tree is broken, and mostly in one of these ways.
"""

from spacy.tokens import Token

from extractors.mending.tree import ARGUMENT, NAME_LIKE, attach, modified
from extractors.names.labels import is_person

CONJUNCTIONS = frozenset({"and", "&", "or"})
NAMES = frozenset({"PROPN", "NOUN", "PRON"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def mend(token: Token) -> None:
    """Rejoin what a conjunction joins, where the tree says otherwise."""
    _part_names(token)
    _raise_past_apposition(token)
    _open(token)
    if token.dep_ == "cc" and token.lower_ in CONJUNCTIONS:
        _mend_conjunction(token)


def _part_names(token: Token) -> None:
    """Volodymyr Zelenskyy and | *Emmanuel Macron*: no name goes on behind an *and* of its own."""
    if token.dep_ not in {"flat", "appos"} or token.head.i > token.i or not is_person(token):
        return
    if token.dep_ == "appos" and not is_person(token.head):
        return
    before = token.doc[token.left_edge.i]
    after_name = before.i > token.head.i and before.dep_ == "cc"
    if before.lower_ in CONJUNCTIONS and after_name:
        attach(token, token.head, "conj")
        attach(before, token, "cc")


def _mend_conjunction(conjunction: Token) -> None:
    if conjunction.head.i < conjunction.i or conjunction.i == conjunction.sent.start:
        return
    if conjunction.head.pos_ == "VERB":
        _join_subjects(conjunction)
        _part_from_noun(conjunction)
        return
    right = modified(conjunction.head)
    left = _word_before(conjunction)
    if left is None or right.pos_ not in NAMES:
        return
    if right.dep_ == "nmod:poss" and _is_second_subject(right.head):
        right = right.head  # between the operator and | the drivers' union were adjourned
    if right.dep_ == "nmod:poss":
        _join_owners(left, right, conjunction)
    if right.dep_ not in ARGUMENT:
        return
    if right.is_ancestor(left):
        _split_off(left, right, conjunction)
    elif right.dep_ in {"nsubj", "nsubj:pass", "obl", "obj"}:
        _rejoin(left, right, conjunction)


def _join_subjects(conjunction: Token) -> None:
    """Talks between the company and | the union broke down: no verb has two subjects."""
    verb = conjunction.head
    subjects = [child for child in verb.children if child.dep_ in {"nsubj", "nsubj:pass"}]
    before = [child for child in subjects if child.right_edge.i == conjunction.i - 1]
    after = [child for child in subjects if child.left_edge.i == conjunction.i + 1]
    if not before or not after:
        return
    left = conjunction.nbor(-1)
    while left.dep_ in NAME_LIKE or (left.head != verb and left.pos_ != after[0].pos_):
        left = left.head
    attach(after[0], left, "conj")
    attach(conjunction, after[0], "cc")


def _part_from_noun(conjunction: Token) -> None:
    """Negotiators from Hamas and | Israel held talks, he said: no verb is a noun's partner."""
    verb = conjunction.head
    noun = verb.head
    left = conjunction.nbor(-1)
    own = [child for child in verb.children if child.dep_ in {"nsubj", "nsubj:pass"}]
    if verb.dep_ != "conj" or noun.pos_ not in NAMES or not own or left.pos_ not in NAMES:
        return
    first = own[0]
    outer = noun.head
    if first.left_edge.i != conjunction.i + 1 or outer.pos_ != "VERB" or outer.i < verb.i:
        return
    if not any(child.dep_ == "nsubj" and child.i > verb.i for child in outer.children):
        return  # the noun is the outer verb's own subject
    label = first.dep_
    while left.dep_ in NAME_LIKE and left.head.i < conjunction.i:
        left = left.head
    attach(verb, outer, "ccomp")
    attach(noun, verb, label)
    attach(first, left, "conj")
    attach(conjunction, first, "cc")


def _raise_past_apposition(token: Token) -> None:
    """The leader, Le Goff, and the *minister*, Chabaud, met: partner of the leader, not a name.

    One name beside a singular is all it can have; a comma ends it.
    """
    name = token.head
    if token.dep_ != "conj" or name.dep_ != "appos" or name.pos_ != "PROPN":
        return
    noun = name.head
    partners = [child for child in name.children if child.dep_ == "conj"]
    conjunction = next((child for child in token.children if child.dep_ == "cc"), None)
    if len(partners) != 1 or noun.tag_ not in {"NN", "NNP"} or conjunction is None:
        return
    if conjunction.i == 0 or conjunction.nbor(-1).text != "," or noun.dep_ not in ARGUMENT:
        return
    beside = [child for child in name.children if child.dep_ == "appos" and child.i > token.i]
    attach(token, noun, "conj")
    for child in beside:
        attach(child, token, "appos")


def _open(token: Token) -> None:
    """Separately, A and B have ended it: an adverb before a comma is no partner of theirs."""
    name = token.head
    if token.pos_ != "ADV" or token.dep_ not in NAME_LIKE or token.i != token.sent.start:
        return
    partners = [child for child in token.children if child.dep_ == "conj"]
    if token.nbor().text != "," or name.dep_ not in ARGUMENT or not partners:
        return
    first, *others = partners
    attach(token, name.head, "advmod")
    attach(first, name.head, name.dep_)
    attach(name, first, "conj")
    for other in others:
        attach(other, name if other.nbor() == name else first, "nmod:desc")


def _word_before(conjunction: Token) -> Token | None:
    token = conjunction
    while token.i > conjunction.sent.start:
        token = token.nbor(-1)
        if not token.is_punct and not token.is_space:
            return token if token.pos_ in NAMES else None
    return None


def _split_off(left: Token, right: Token, conjunction: Token) -> None:
    """The left name was made a modifier of the right one: it gets its place, the right follows."""
    while left.head != right and left.head.i < conjunction.i:
        left = left.head
    named = left.ent_type_ == "PERSON" or right.ent_type_ == "PERSON" or _has_title(right, left)
    proper = left.pos_ == right.pos_ == "PROPN"
    if left.head != right or left.dep_ not in NAME_LIKE or not (named and proper):
        return
    earlier = [child for child in right.children if child.i < conjunction.i and child != left]
    attach(left, right.head, right.dep_)
    for child in earlier:
        attach(child, left, child.dep_)
    attach(right, left, "conj")
    attach(conjunction, right, "cc")


def _has_title(name: Token, left: Token) -> bool:
    return any(child.dep_ == "nmod:desc" and child.i > left.i for child in name.children)


def _join_owners(left: Token, right: Token, conjunction: Token) -> None:
    """Macron and Scholz's visit is the visit of both."""
    while left.head not in {left, right.head} and left.head.i < conjunction.i:
        left = left.head
    if left.head == right.head and left.pos_ == "PROPN" and left.dep_ in NAME_LIKE | ARGUMENT:
        attach(left, right.head, "nmod:poss")
        attach(right, left, "conj")
        attach(conjunction, right, "cc")


def _rejoin(left: Token, right: Token, conjunction: Token) -> None:
    """The right conjunct was made an argument of its own: it goes back to the left one."""
    while left.dep_ in NAME_LIKE and left.head.i < conjunction.i:
        left = left.head
    if left.dep_ not in ARGUMENT | {"conj"}:
        return
    if left.pos_ != right.pos_ and not (_is_second_subject(right) and left.pos_ == "NOUN"):
        return
    if left.is_ancestor(right) or not right.head.is_ancestor(left):
        return
    attach(right, left, "conj")
    attach(conjunction, right, "cc")


def _is_second_subject(token: Token) -> bool:
    """Whether its verb has another subject before it, which can't be."""
    return token.dep_ in SUBJECTS and any(
        child.dep_ in SUBJECTS and child.i < token.i for child in token.head.children
    )
