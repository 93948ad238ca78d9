"""Sentences and trees as numbers: what the teacher learns, and what it says."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from training.conllu import Sentence, Word
from training.teacher.forms import Forms

Numbers = NDArray[np.int64]
# What is no word: padding of a batch, left out of every loss.
NOTHING = -100


def features(word: Word) -> str:
    """Part of speech and features in one, as the shipped model's morphologizer has them."""
    return f"{word.upos} {word.feats}"


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of the treebanks, each list in the alphabet's order."""

    relations: tuple[str, ...]
    tags: tuple[str, ...]
    features: tuple[str, ...]

    @classmethod
    def of(cls, sentences: Sequence[Sentence]) -> Self:
        """All the labels that these sentences have."""
        words = [word for sentence in sentences for word in sentence.words]
        return cls(
            tuple(sorted({word.deprel for word in words})),
            tuple(sorted({word.xpos for word in words})),
            tuple(sorted({features(word) for word in words})),
        )


@dataclass(frozen=True, slots=True)
class Annotated:
    """A sentence by numbers: its words, and under each word head, relation, tag and features."""

    words: Numbers
    gold: Numbers  # (4, words)


def annotated(sentences: Sequence[Sentence], labels: Labels, forms: Forms) -> list[Annotated]:
    """The sentences with what is true of them."""
    kinds = (labels.relations, labels.tags, labels.features)
    numbered = [{label: number for number, label in enumerate(kind)} for kind in kinds]
    out = []
    for sentence in sentences:
        said = ((w.deprel, w.xpos, features(w)) for w in sentence.words)
        rows = [
            [n.get(label, NOTHING) for n, label in zip(numbered, row, strict=True)] for row in said
        ]
        heads = [[word.head] for word in sentence.words]
        gold = np.concatenate([np.array(heads), np.array(rows)], axis=1).T
        out.append(Annotated(forms.numbers(w.form for w in sentence.words), gold))
    return out


@dataclass(frozen=True, slots=True)
class Parse:
    """One sentence: heads from 1 up (0: the root), and labels by number."""

    heads: Numbers
    relations: Numbers
    tags: Numbers
    features: Numbers
