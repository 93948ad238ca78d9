"""Forms of reporting verbs that report nothing: needless to say, the said Congress."""

from functools import cache

from spacy.tokens import Token

from extractors import lexicon


@cache
def _idioms() -> dict[str, list[tuple[int, list[str]]]]:
    """For each word, the expressions it stands in and its place there."""
    table: dict[str, list[tuple[int, list[str]]]] = {}
    for phrase in lexicon.load("reporting")["idioms"]["phrases"]:
        words = phrase.split()
        for place, word in enumerate(words):
            table.setdefault(word, []).append((place, words))
    return table


def in_idiom(token: Token) -> bool:
    """Whether the verb stands in a fixed expression in which nobody says anything."""
    for place, words in _idioms().get(token.lower_, ()):
        start = token.i - place
        if start >= 0 and [t.lower_ for t in token.doc[start : start + len(words)]] == words:
            return True
    return False


def stands_for_the_same(token: Token) -> bool:
    """The said Congress: the one named before."""
    before, after = (
        token.nbor(-1) if token.i else token,
        token.nbor() if token.i + 1 < len(token.doc) else token,
    )
    return (
        token.lower_ == "said"
        and before.pos_ == "DET"
        and after.pos_ in {"NOUN", "PROPN"}
        and before.lower_ in {"the", "this"}
    )
