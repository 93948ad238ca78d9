"""Word vectors from plain text: floret, whose hashed n-grams have a vector for every word."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

import floret
import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.training.initialize import convert_vectors

# 1 thread: with more, the threads' order decides the result.
THREADS = 1


class Vectors(Protocol):
    """What floret gives back."""

    def get_word_vector(self, word: str) -> NDArray[np.float32]:
        """The vector of any word."""

    def save_model(self, path: str) -> None:
        """Keep everything in a file."""

    def save_floret_vectors(self, path: str) -> None:
        """Keep the table alone, as text."""


@dataclass(frozen=True, slots=True)
class Table:
    """The size of a table of vectors, and of the shortest piece of a word that has a row."""

    dimensions: int
    rows: int
    shortest: int


SHIPPED = Table(96, 16_000, 4)
# The teacher does not ship.
TEACHER = Table(192, 60_000, 3)


def train(words: Path, table: Table) -> Vectors:
    """Vectors of every word there may be, learned from a file of words."""
    vectors: Vectors = floret.train_unsupervised(
        str(words),
        model="skipgram",
        mode="floret",
        dim=table.dimensions,
        minn=table.shortest,
        maxn=5,
        minCount=5,
        bucket=table.rows,
        hashCount=2,
        ws=3,
        neg=5,
        epoch=3,
        thread=THREADS,
    )
    return vectors


def write_pipeline(vectors: Vectors, folder: Path) -> None:
    """Keep vectors in `folder` as a blank pipeline."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as scratch:
        table = Path(scratch) / "vectors.floret"
        vectors.save_floret_vectors(str(table))
        nlp = spacy.blank("en")
        convert_vectors(nlp, table, truncate=0, prune=-1, mode="floret")
        nlp.to_disk(folder)


def of_words(file: Path) -> Callable[[str], NDArray[np.float32]]:
    """The vector of any word, from a file that the vectors' own `save_model` has written."""
    vectors: Vectors = floret.load_model(str(file))
    return vectors.get_word_vector
