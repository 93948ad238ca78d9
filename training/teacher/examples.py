"""Sentences as numbers, in batches of like length."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.conllu import Sentence, Word
from training.teacher.forms import HIDDEN, Forms

Numbers = NDArray[np.int64]
# What is no word: padding of a batch, left out of every loss.
NOTHING = -100
WORDS_A_BATCH = 1_200
# A share of the words hide which word they are, so that their spelling is learned from.
HIDDEN_SHARE = 0.15


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


def batches(lengths: Sequence[int], random: Random) -> list[list[int]]:
    """Places of sentences of about the same length, `WORDS_A_BATCH` words each, in chance order."""
    order = sorted(range(len(lengths)), key=lambda place: lengths[place] + random.random())
    cut = list(in_batches(lengths, order))
    random.shuffle(cut)
    return cut


def in_batches(lengths: Sequence[int], order: Sequence[int]) -> Iterator[list[int]]:
    """The places in this order, cut so that no batch has many more words than `WORDS_A_BATCH`."""
    batch, words = list[int](), 0
    for place in order:
        batch.append(place)
        words += lengths[place]
        if words >= WORDS_A_BATCH:
            yield batch
            batch, words = [], 0
    if batch:
        yield batch


@dataclass(frozen=True, slots=True)
class Batch:
    """The words of some sentences as the network takes them."""

    vectors: Tensor
    rows: Tensor
    lengths: Tensor
    real: Tensor  # (B, N): which places are words


def batch(sentences: Sequence[Numbers], forms: Forms) -> Batch:
    """Sentences side by side, filled up to the longest."""
    lengths = torch.tensor([len(sentence) for sentence in sentences])
    real = torch.arange(int(lengths.max())) < lengths.unsqueeze(1)
    vectors, rows = forms.seen(sentences)
    return Batch(
        _filled(torch.from_numpy(vectors), real),
        _filled(torch.from_numpy(rows), real),
        lengths,
        real,
    )


def _filled(flat: Tensor, real: Tensor) -> Tensor:
    out = torch.zeros(*real.shape, flat.shape[1], dtype=flat.dtype)
    out[real] = flat
    return out


def hidden(rows: Tensor) -> Tensor:
    """The rows with a chance share of the words themselves hidden, their pieces left."""
    hide = torch.rand(rows.shape[:2]) < HIDDEN_SHARE
    out = rows.clone()
    out[..., 0][hide] = HIDDEN
    return out


def gold(sentences: Sequence[Annotated], longest: int) -> Tensor:
    """(4, B, N): heads, relations, tags and features, `NOTHING` beyond each sentence's end."""
    out = torch.full((4, len(sentences), longest), NOTHING)
    for place, sentence in enumerate(sentences):
        out[:, place, : len(sentence.words)] = torch.from_numpy(sentence.gold)
    return out
