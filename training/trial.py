"""A trial: every stage stops after a few steps, to see in minutes that the whole works."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
# Of plain text, as many words for a step as a batch of training has.
WORDS_A_STEP = 1_000


def opening(paragraphs: Iterable[str], most_steps: int | None) -> Iterator[str]:
    """The first paragraphs, about `WORDS_A_STEP` words a step; without a limit, all of them."""
    words = 0
    for paragraph in paragraphs:
        if most_steps is not None and words >= most_steps * WORDS_A_STEP:
            return
        words += len(paragraph.split())
        yield paragraph


def rounds(batches: Iterable[Sequence[T]], most_steps: int | None) -> list[Sequence[T]]:
    """Rounds of batches, no more batches in all than `most_steps`; without a limit, all."""
    kept, left = list[Sequence[T]](), most_steps
    for one in batches:
        kept.append(one[:left])
        left = None if left is None else left - len(kept[-1])
    return [one for one in kept if one]
