"""Finds tokens by attribute without making a Python object of every one of them.

Passing once over a document's tokens costs as much as all that is done with the few that count.
"""

from collections.abc import Iterable

from spacy.strings import get_string_id
from spacy.tokens import Doc


def ids(words: Iterable[str]) -> frozenset[int]:
    """Words as the numbers spaCy knows them by, whatever the vocabulary."""
    return frozenset(get_string_id(word) for word in words)


def with_lower(doc: Doc, words: frozenset[int]) -> list[int]:
    """The tokens whose lower-case form is one of these."""
    return [i for i, word in enumerate(doc.to_array("LOWER").tolist()) if word in words]


def with_label(doc: Doc, labels: frozenset[int]) -> list[int]:
    """The tokens whose dependency is one of these."""
    return [i for i, label in enumerate(doc.to_array("DEP").tolist()) if label in labels]


def offsets(doc: Doc) -> tuple[list[int], list[int]]:
    """Where each token starts and ends in the text."""
    starts: list[int] = doc.to_array("IDX").tolist()
    lengths: list[int] = doc.to_array("LENGTH").tolist()
    return starts, [start + length for start, length in zip(starts, lengths, strict=True)]


def sentence_starts(doc: Doc) -> list[int]:
    """The first token of every sentence."""
    return [i for i, starts in enumerate(doc.to_array("SENT_START").tolist()) if starts == 1]
