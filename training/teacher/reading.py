"""Words as vectors, read by LSTMs in both directions."""

import torch
from torch import Tensor, nn

from training.teacher import forms

DROPOUT = 0.33
EMBEDDED = 128
HIDDEN = 256
# Of each word's reading: what both directions say.
READ = 2 * HIDDEN


class LockedDropout(nn.Module):
    """Drops the same units at every word of a sentence."""

    def forward(self, x: Tensor) -> Tensor:
        """The input, (B, N, width), a share of its columns gone; as it is outside training."""
        if not self.training:
            return x
        kept = torch.rand(x.shape[0], 1, x.shape[2]) >= DROPOUT
        return x * kept.to(x.dtype) / (1 - DROPOUT)


class Reader(nn.Module):
    """LSTMs in both directions; the backward one starts at each sentence's own last word."""

    def __init__(self, vectors: int, layers: int) -> None:
        super().__init__()
        self.spelling = nn.EmbeddingBag(forms.ROWS, EMBEDDED, mode="sum")
        nn.init.normal_(self.spelling.weight, std=0.1)
        self.meaning = nn.Linear(vectors, EMBEDDED)
        widths = [2 * EMBEDDED, *[READ] * (layers - 1)]
        self.forwards = nn.ModuleList(nn.LSTM(w, HIDDEN, batch_first=True) for w in widths)
        self.backwards = nn.ModuleList(nn.LSTM(w, HIDDEN, batch_first=True) for w in widths)
        self.drop = LockedDropout()

    def forward(self, vectors: Tensor, rows: Tensor, lengths: Tensor) -> Tensor:
        """(B, N, vectors), (B, N, attributes) and (B,) to (B, N, READ)."""
        many, longest, attributes = rows.shape
        spelt = self.spelling(rows.view(-1, attributes)).view(many, longest, -1)
        x = torch.cat([self.meaning(vectors), spelt], dim=-1)
        turned = _turned(lengths, longest)
        for ahead, back in zip(self.forwards, self.backwards, strict=True):
            x = self.drop(x)
            left, _ = ahead(x)
            right, _ = back(gathered(x, turned))
            x = torch.cat([left, gathered(right, turned)], dim=-1)
        return x


def _turned(lengths: Tensor, longest: int) -> Tensor:
    places = torch.arange(longest).expand(len(lengths), longest)
    back = lengths.unsqueeze(1) - 1 - places
    return torch.where(back >= 0, back, places)


def gathered(x: Tensor, places: Tensor) -> Tensor:
    """The rows of (B, M, width) at these places, (B, N), as (B, N, width)."""
    return x.gather(1, places.unsqueeze(2).expand(-1, -1, x.shape[2]))
