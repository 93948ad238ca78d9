"""White space that the parser took for a word: what hangs on it belongs to the word before."""

from spacy.tokens import Token

from extractors.mending.tree import attach


def mend(token: Token) -> None:
    """Take the branches off white space; it hangs on the word before it, if there is one."""
    if not token.is_space or token.i == token.sent.start:
        return
    word = token.nbor(-1)
    if not word.is_space and token.is_ancestor(word):
        _abdicate(token)
    if word.is_space or token.is_ancestor(word):
        return
    for child in list(token.children):
        attach(child, word, child.dep_)
    attach(token, word, "dep")


def _abdicate(space: Token) -> None:
    """Give the place of white space that heads a clause to the first word below it."""
    words = [child for child in space.lefts if not child.is_punct and not child.is_space]
    if not words:
        return
    first, *others = words
    attach(first, first if space.head == space else space.head, space.dep_)
    for child in [*others, *(child for child in space.children if child not in words)]:
        attach(child, first, child.dep_)
