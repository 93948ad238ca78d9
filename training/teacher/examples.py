"""Sentences in batches of like length, as the network takes them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

import torch
from torch import Tensor

from training.teacher.annotation import NOTHING, Annotated, Numbers
from training.teacher.forms import HIDDEN, Forms

WORDS_A_BATCH = 1_200
# A share of the words hide which word they are, so that their spelling is learned from.
HIDDEN_SHARE = 0.15


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
