"""Reads files of words and name tags: IOB and IOB2, with or without sentence identifiers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.treebank import Name

OUTSIDE = "O"


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence's words and the names in it, labelled as in the file."""

    identifier: str
    words: tuple[str, ...]
    names: tuple[Name, ...]


def read(path: Path) -> Iterator[Tagged]:
    """The sentences of a file whose lines are a word and its tag (CrossNER, WikiGold)."""
    for _, rows in _sentences(path):
        cells = [row.split() for row in rows]
        yield Tagged("", tuple(c[0] for c in cells), tuple(names([c[-1] for c in cells])))


def read_numbered(path: Path) -> Iterator[Tagged]:
    """The sentences of a file whose lines are number, word, tag, … (Universal NER)."""
    for identifier, rows in _sentences(path):
        cells = [row.split("\t") for row in rows]
        yield Tagged(identifier, tuple(c[1] for c in cells), tuple(names([c[2] for c in cells])))


def _sentences(path: Path) -> Iterator[tuple[str, list[str]]]:
    identifier, rows = "", list[str]()
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if match := re.match(r"# (?:sent_id = (\S+))?", line):
            identifier = match[1] or identifier
        elif line.strip():
            rows.append(line)
        elif rows:
            yield identifier, rows
            rows = []


def names(tags: Sequence[str]) -> list[Name]:
    """The names that IOB or IOB2 tags mark."""
    found: list[Name] = []
    start, label = 0, ""
    for place, tag in enumerate([*tags, OUTSIDE]):
        kind = tag.partition("-")[2]
        if label and (kind != label or tag.startswith("B-")):
            found.append((start, place, label))
            label = ""
        if kind and not label:
            start, label = place, kind
    return found


def moved(names_there: Sequence[Name], there: Sequence[str], here: Sequence[str]) -> list[Name]:
    """Names over one cutting into words, on another cutting of the same letters.

    A name that ends inside a word takes the whole word.

    Raises:
        ValueError: when the letters are not the same.
    """
    if "".join(there) != "".join(here):
        raise ValueError(f"not the same text: {' '.join(there)!r} and {' '.join(here)!r}")
    owner = [place for place, word in enumerate(here) for _ in word]
    ends = [0]
    for word in there:
        ends.append(ends[-1] + len(word))
    return [(owner[ends[a]], owner[ends[b] - 1] + 1, label) for a, b, label in names_there]
