"""The loop of training: batches, rates, gradients."""

import logging
import time
from collections.abc import Callable, Sequence

import torch
from torch import Tensor, nn

LOG = logging.getLogger(__name__)
RATE = 2e-3
WARM_UP = 100
LARGEST_GRADIENT = 5.0


def fit(
    network: nn.Module,
    lengths: Sequence[int],
    loss: Callable[[list[int]], Tensor],
    rounds: Sequence[Sequence[list[int]]],
) -> None:
    """Read sentences of these lengths in rounds of batches; `loss` is that of a batch."""
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, betas=(0.9, 0.95))
    rates = _rates(optimizer, sum(map(len, rounds)))
    network.train()
    for number, read in enumerate(rounds, 1):
        started, total, words = time.perf_counter(), 0.0, 0
        for places in read:
            found = loss(places)
            optimizer.zero_grad()
            found.backward()
            nn.utils.clip_grad_norm_(network.parameters(), LARGEST_GRADIENT)
            optimizer.step()
            rates.step()
            total += found.item()
            words += sum(lengths[place] for place in places)
        pace = words / (time.perf_counter() - started)
        LOG.info("round %d: loss %.3f, %.0f words a second", number, total / len(read), pace)
    network.eval()


def _rates(optimizer: torch.optim.Optimizer, steps: int) -> torch.optim.lr_scheduler.LRScheduler:
    """Up in a line over the warm-up, then down in a line to nothing."""
    left = max(steps - WARM_UP, 1)
    return torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / WARM_UP, (steps - step) / left)
    )
