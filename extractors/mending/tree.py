"""Moving a branch of the tree."""

from spacy.tokens import Token

NAME_LIKE = frozenset({"compound", "nmod:desc", "flat"})
MODIFIER = NAME_LIKE | {"amod", "nummod", "det"}
ARGUMENT = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "appos", "iobj"})


def attach(token: Token, head: Token, label: str) -> None:
    """Hang the token, with all below it, on another head under this label."""
    token.head = head
    token.dep_ = label


def modified(token: Token) -> Token:
    """The noun or name that a modifier before it belongs to; the token itself when it is none."""
    while token.dep_ in MODIFIER and token.head.i > token.i:
        token = token.head
    return token
