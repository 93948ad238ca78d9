"""Coordinations the parser broke, put together again: names and titles joined by *and*.

The parser was trained on little news. Of "Secretary Blinken and President Radev" it makes one name,
of "talks between Iran and the E3 were held" a second subject. In a sound tree *and* hangs on a
conjunct; where it hangs on anything else, the tree is broken, and mostly in one of these ways.
"""

from spacy.tokens import Token

from extractors.mending.tree import ARGUMENT, NAME_LIKE, attach, modified

CONJUNCTIONS = frozenset({"and", "&", "or"})
NAMES = frozenset({"PROPN", "NOUN", "PRON"})


def mend(token: Token) -> None:
    """Rejoin what a conjunction joins, where the tree says otherwise."""
    if token.dep_ == "cc" and token.lower_ in CONJUNCTIONS:
        _mend_conjunction(token)


def _mend_conjunction(conjunction: Token) -> None:
    if conjunction.head.i < conjunction.i or conjunction.i == conjunction.sent.start:
        return
    if conjunction.head.pos_ == "VERB":
        _join_subjects(conjunction)
        return
    right = modified(conjunction.head)
    left = _word_before(conjunction)
    if left is None or right.pos_ not in NAMES:
        return
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
    if left.pos_ != right.pos_ or left.dep_ not in ARGUMENT | {"conj"}:
        return
    if left.is_ancestor(right) or not right.head.is_ancestor(left):
        return
    attach(right, left, "conj")
    attach(conjunction, right, "cc")
