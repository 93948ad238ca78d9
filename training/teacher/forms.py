"""What the teacher sees of a word: a vector from raw text, and hashed pieces of its spelling."""

import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float32]
Rows = NDArray[np.int64]
# Rows of the one table of embeddings that each attribute of a word is hashed into.
WORD_ROWS, PIECE_ROWS = 9_000, 3_000
PIECES = 5
ROWS = 1 + WORD_ROWS + PIECES * PIECE_ROWS
# Row 0 stands for a word that is hidden from the parser in training.
HIDDEN = 0
STRAIGHT = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "."})


def plain(form: str) -> str:
    """The word with straight marks and short dashes, as most of the treebanks write them."""
    if form in ("—", "–"):
        return "--"
    return form.translate(STRAIGHT)


def shape(form: str) -> str:
    """The word's letters as X and x, its digits as d, none more than three times in a row."""
    out = ""
    for letter in form:
        kind = "X" if letter.isupper() else "x" if letter.isalpha() else letter
        kind = "d" if letter.isdigit() else kind
        if not out.endswith(kind * 3):
            out += kind
    return out


def rows(form: str) -> list[int]:
    """The rows of the embeddings of a word: the word itself first, then its pieces."""
    low = form.lower()
    pieces = (low[:3], low[-2:], low[-3:], low[-4:], shape(form))
    hashed = (zlib.crc32(piece.encode()) % PIECE_ROWS for piece in pieces)
    whole = 1 + zlib.crc32(low.encode()) % WORD_ROWS
    offsets = range(1 + WORD_ROWS, ROWS, PIECE_ROWS)
    return [whole, *(offset + row for offset, row in zip(offsets, hashed, strict=True))]


@dataclass(slots=True)
class Forms:
    """Every different word seen so far, by number, with what the teacher sees of it.

    `vector` gives the vector of a word, of `width` numbers.
    """

    vector: Callable[[str], Vector]
    width: int
    _numbers: dict[str, int] = field(default_factory=dict)
    _vectors: list[Vector] = field(default_factory=list)
    _rows: list[list[int]] = field(default_factory=list)

    def numbers(self, words: Iterable[str]) -> Rows:
        """The number of each word; new words get the next ones."""
        return np.array([self._number(plain(word)) for word in words], dtype=np.int64)

    def _number(self, form: str) -> int:
        number = self._numbers.get(form)
        if number is None:
            number = self._numbers[form] = len(self._numbers)
            self._vectors.append(self.vector(form))
            self._rows.append(rows(form))
        return number

    def seen(self, numbers: Sequence[Rows]) -> tuple[Vector, Rows]:
        """Vectors and rows of these words, each of shape (all words, width), one after another."""
        flat = np.concatenate(numbers).tolist()
        vectors = np.stack([self._vectors[number] for number in flat])
        return vectors, np.array([self._rows[number] for number in flat], dtype=np.int64)
