"""Right, wrong and missed: what precision, recall and F are made of."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of the things found are right, and how many things were missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @classmethod
    def of(cls, found: Iterable[Hashable], true: Iterable[Hashable]) -> Self:
        """The counts of one set of findings against the true ones."""
        ours, theirs = set(found), set(true)
        return cls(len(ours & theirs), len(ours - theirs), len(theirs - ours))

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.right + other.right, self.wrong + other.wrong, self.missed + other.missed
        )

    @property
    def precision(self) -> float:
        """The share of the findings that are right, in per cent; 0 where nothing was found."""
        return _percent(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of the true things that were found, in per cent."""
        return _percent(self.right, self.right + self.missed)

    @property
    def f(self) -> float:
        """The harmonic mean of precision and recall, in per cent."""
        return _percent(2 * self.right, 2 * self.right + self.wrong + self.missed)


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0
