"""Abbreviations, whose full stop ends a sentence only sometimes: Sen., No., U.S., a.m."""

from functools import cache

from spacy.tokens import Token

from extractors.lexicon import load
from extractors.sentences.marks import DASHES, OPENING, first_word

GOES_ON = frozenset({"and", "or", "of", "for", "to", "on", "in", "by", "at", "with", "'s", "’s"})
ROMAN = frozenset("IVXLC")


def ending_in(stop: Token) -> str | None:
    """The abbreviation that ends here, without its last full stop; None where there is none.

    Letters joined by hyphens are none: ISIS-K, N-O.
    """
    if stop.text == ".":
        return _word_before(stop)
    if not stop.text.endswith(".") or stop.text.startswith("."):
        return None
    word = stop.text[:-1]
    spelled = len(word) > 1 and set(word[1::2]) == {"-"}
    return None if spelled or (len(word) == 1 and _is_end_of_acronym(stop)) else word


def _word_before(stop: Token) -> str | None:
    """Lt | . and No | . are two tokens; a word that is no abbreviation is none."""
    if stop.i == 0 or stop.nbor(-1).whitespace_:
        return None
    word = stop.nbor(-1)
    known = _words("before_numbers") | _words("never_last") | _words("clock")
    title = word.lower_ in _words("before_names") and word.text[0].isupper()
    return word.text if title or word.lower_ in known else None


def _is_end_of_acronym(letter: Token) -> bool:
    """Whether the letter is the end of a longer name, and no initial: ISIS-K."""
    if letter.i < 2 or letter.nbor(-1).whitespace_ or letter.nbor(-1).text not in DASHES:  # noqa: PLR2004  a word and a hyphen
        return False
    return letter.nbor(-2).text.isupper()


def ends(short: str, token: Token) -> bool:
    """Whether the sentence ends after this abbreviation, before this token."""
    following = first_word(token)
    by_kind = {
        "never_last": False,
        "before_names": following.lower_ == short.lower(),
        "before_numbers": not _is_number(following),
        "clock": token.text not in {"(", "["} and not _tells_time(following),
    }
    kind = next((kind for kind in by_kind if _is_of(short, kind)), None)
    return _ends_name(short, token, following) if kind is None else by_kind[kind]


def _is_of(short: str, kind: str) -> bool:
    """Titles have a capital; a capital before a name is an initial, and no page."""
    written = {"before_names": short[0].isupper(), "before_numbers": not short.isupper()}
    return short.lower() in _words(kind) and written.get(kind, True)


def _ends_name(short: str, token: Token, following: Token) -> bool:
    if following.text.isdigit():
        return False
    if _opens(following) and len(short) > 1:
        return True
    return short.lower() in _words("countries") and _is_place(token) and _is_alone(following)


def _is_number(token: Token) -> bool:
    return token.text[0].isdigit() or set(token.text) <= ROMAN - {"I"} or token.text == "II"


def _tells_time(token: Token) -> bool:
    """Eastern, Monday, Beijing *time*, BST."""
    named = token.i + 1 < len(token.doc) and token.nbor().lower_ == "time"
    return named or token.lower_.rstrip(".") in _words("after_clock")


def _opens(token: Token) -> bool:
    """A small word that opens a sentence, no part of a name: Both sides, not Under Secretary."""
    if token.lower_ not in _words("openers") or not token.text[0].isupper():
        return False
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    if after is None or (after.text in DASHES and not token.whitespace_):
        return False
    if token.lower_ in {"no", "now"}:
        return after.text != "."
    return token.lower_ != "under" or after.lower_ not in {"secretary", "secretaries"}


def _is_place(token: Token) -> bool:
    """Whether the country before the token is a place, and no part of a name: in the U.S."""
    country = token.i - 1
    while country > 0 and token.doc[country].is_space:
        country -= 1
    before = country - 1
    if before > 0 and token.doc[before].lower_ == "the":
        before -= 1
    return before >= 0 and token.doc[before].lower_ in _words("place_prepositions")


def _is_alone(token: Token) -> bool:
    """A capital that a name does not account for: Rural women, not Air Force, not Navy ships."""
    if token.i + 1 >= len(token.doc) or not token.text.istitle():
        return False
    if token.lower_ in _words("after_countries") or token.nbor(-1).text in OPENING:
        return False
    after = token.nbor()
    return after.text.isalpha() and after.text.islower() and after.text not in GOES_ON


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("sentences")[name].split())
