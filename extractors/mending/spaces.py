"""White space that the parser took for a word: what hangs on it belongs to the word before."""

from spacy.tokens import Token

from extractors.mending.tree import attach


def mend(token: Token) -> None:
    """Take the branches off white space; it hangs on the word before it, if there is one."""
    if not token.is_space or token.i == token.sent.start:
        return
    word = token.nbor(-1)
    if word.is_space or token.is_ancestor(word):
        return
    for child in list(token.children):
        attach(child, word, child.dep_)
    attach(token, word, "dep")
