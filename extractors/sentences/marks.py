"""The marks that end, open and close, and which of the two a straight mark does."""

from spacy.tokens import Token

TERMINAL = frozenset({".", "?", "!", "…", "...", "?!", "!!", "??", "!?", "!!!", "???", "...."})
PARENTHESES = frozenset({")", "]", "}"})
CLOSING = frozenset({"”", '"', "''", "’", "'", "»"}) | PARENTHESES
OPENING = frozenset({"“", '"', "``", "‘", "'", "(", "[", "«"})
DASHES = "-–—"


def closes(token: Token) -> bool:
    """Whether a mark closes: a straight one when it touches the word before it alone."""
    if token.text not in CLOSING:
        return False
    if token.text not in OPENING and token.text != "’":
        return True
    before = token.i > 0 and not token.nbor(-1).whitespace_ and not token.nbor(-1).is_space
    return before and _nothing_touches(token)


def _nothing_touches(token: Token) -> bool:
    if token.whitespace_ or token.i + 1 == len(token.doc):
        return True
    after = token.nbor()
    return after.is_space or after.text in CLOSING or (after.is_punct and after.text not in OPENING)


def first_word(token: Token) -> Token:
    """The first word after the marks that open here; the token itself when none does."""
    while token.text in OPENING | set(DASHES) and token.i + 1 < len(token.doc):
        token = token.nbor()
    return token


def is_reference(token: Token) -> bool:
    """Whether a number in brackets stands here, which belongs to what is before it: [4], (1965)."""
    if token.text not in {"[", "("} or token.i + 2 >= len(token.doc):
        return False
    return token.nbor().text.isdigit() and token.nbor(2).text in PARENTHESES


def reference_before(bracket: Token) -> bool:
    """Whether this bracket closes such a number."""
    return bracket.text in PARENTHESES and bracket.i > 1 and is_reference(bracket.nbor(-2))
