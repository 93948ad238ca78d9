"""Surnames of people whom the text has named in full before, or names after."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from extractors import gazetteer
from extractors.actors import words
from extractors.names.claims import Claim, overlapped

SHORTEST = 3  # an initial with its full stop is no surname


def claims(doc: Doc, names: Sequence[Claim]) -> Iterator[Claim]:
    """Single words that are the last word of a person's full name elsewhere in the document."""
    surnames = _surnames(doc, names)
    if not surnames:
        return
    for token in doc:
        if token.lower_ not in surnames or not words.is_name_word(token):
            continue
        over = overlapped(names, token.i, token.i + 1)
        if any(name.end - name.start > 1 or name.label == "PERSON" for name in over):
            continue
        known = gazetteer.named(token.text)
        if known is not None and known.sense("country", "demonym", "metonym", "place"):
            continue
        if not _in_longer_name(doc, token.i):
            yield Claim(token.i, token.i + 1, "PERSON")


def _surnames(doc: Doc, names: Sequence[Claim]) -> frozenset[str]:
    return frozenset(
        doc[name.end - 1].lower_
        for name in names
        if name.label == "PERSON"
        and name.end - name.start > 1
        and len(doc[name.end - 1]) >= SHORTEST
    )


def _in_longer_name(doc: Doc, i: int) -> bool:
    """Whether capitals stand beside it that the person is not called: the Lincoln Memorial."""
    token = doc[i]
    following = doc[i + 1] if i + 1 < len(doc) else None
    return bool(
        token.whitespace_
        and following is not None
        and following.pos_ == "PROPN"
        and words.is_capitalised(following)
    )
