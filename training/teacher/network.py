"""The teacher of trees: a deep biaffine parser and two taggers over one reading of the words.

Dozat and Manning, Deep Biaffine Attention for Neural Dependency Parsing, 2017.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from training.teacher.reading import READ, LockedDropout, Reader, gathered

LAYERS = 3
ARC = 384
RELATION = 128
TAGGED = 256
SLOPE = 0.1  # of the units below zero
IMPOSSIBLE = -1e4


@dataclass(frozen=True, slots=True)
class Sizes:
    """The width of the vectors, and how many labels there are to choose from."""

    vectors: int
    relations: int
    tags: int
    features: int


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says of a batch; B sentences of at most N words.

    `arcs`: (B, N, N + 1), the score of each head, 0 the root. `dependents` and `heads` are what
    `Teacher.relations` reads; `tags` and `features` are (B, N, labels).
    """

    arcs: Tensor
    dependents: Tensor
    heads: Tensor
    tags: Tensor
    features: Tensor


class Teacher(nn.Module):
    """Words in, scores of trees and tags out."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.reader = Reader(sizes.vectors, LAYERS)
        self.root = nn.Parameter(torch.zeros(READ))
        self.drop = LockedDropout()
        self.dependent = nn.Linear(READ, ARC + RELATION)
        self.head = nn.Linear(READ, ARC + RELATION)
        self.arc = nn.Linear(ARC, ARC, bias=False)
        nn.init.zeros_(self.arc.weight)
        self.as_head = nn.Linear(ARC, 1, bias=False)
        self.pair = nn.Linear(RELATION, sizes.relations * RELATION, bias=False)
        nn.init.zeros_(self.pair.weight)
        self.single = nn.Linear(2 * RELATION, sizes.relations)
        self.tagged = nn.Linear(READ, TAGGED)
        self.tags = nn.Linear(TAGGED, sizes.tags)
        self.features = nn.Linear(TAGGED, sizes.features)

    def forward(self, vectors: Tensor, rows: Tensor, lengths: Tensor) -> Scores:
        """Scores of a batch of words: (B, N, vectors), (B, N, attributes), (B,)."""
        read = self.drop(self.reader(vectors, rows, lengths))
        root = self.root.to(read.dtype).expand(len(read), 1, -1)
        dependents = self._layer(self.dependent, read)
        heads = self._layer(self.head, torch.cat([root, read], dim=1))
        pointed = self.arc(dependents[..., :ARC]) @ heads[..., :ARC].mT
        told = self._layer(self.tagged, read)
        return Scores(
            arcs=(pointed + self.as_head(heads[..., :ARC]).mT).float(),
            dependents=dependents[..., ARC:],
            heads=heads[..., ARC:],
            tags=self.tags(told).float(),
            features=self.features(told).float(),
        )

    def _layer(self, layer: nn.Linear, read: Tensor) -> Tensor:
        dropped: Tensor = self.drop(nn.functional.leaky_relu(layer(read), SLOPE))
        return dropped

    def relations(self, scores: Scores, heads: Tensor) -> Tensor:
        """(B, N, relations): scores of the relation of each word to the head given for it."""
        dependents, chosen = scores.dependents, gathered(scores.heads, heads)
        paired = self.pair(dependents).unflatten(2, (self.sizes.relations, RELATION))
        both = torch.einsum("bnrw,bnw->bnr", paired, chosen)
        return (both + self.single(torch.cat([dependents, chosen], dim=-1))).float()


def masked(scores: Scores, real: Tensor) -> Tensor:
    """The scores of arcs, (B, N, N + 1), with no way to a head beyond the sentence's end."""
    root = torch.ones(len(real), 1, dtype=torch.bool)
    heads = torch.cat([root, real], dim=1).unsqueeze(1)
    return scores.arcs.masked_fill(~heads, IMPOSSIBLE)
