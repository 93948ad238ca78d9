"""Names to stand in for the names of the corpora."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

INITIALS = "ABCDEFGHJKLMNPRSTVW"
ONE_WORD, TWO_WORDS = 1, 2

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pools:
    """What a name may be replaced by: given names, surnames, and whole names by label."""

    given: tuple[str, ...]
    surnames: tuple[str, ...]
    whole: Mapping[str, Mapping[int, tuple[Words, ...]]]  # label, number of words, names

    def draw(self, label: str, length: int, random: Random) -> Words | None:
        """A name of this label and so many words; `None` if there is none."""
        if label == "PERSON":
            return self._person(length, random)
        names = self.whole.get(label, {}).get(length, ())
        return random.choice(names) if names else None

    def _person(self, length: int, random: Random) -> Words | None:
        given, surname = random.choice(self.given), random.choice(self.surnames)
        if length == ONE_WORD:
            return (surname,) if random.random() < 0.75 else (given,)
        if length == TWO_WORDS:
            return (given, surname)
        if length == TWO_WORDS + 1:
            middle = random.choice(INITIALS) + "." if random.random() < 0.5 else None
            return (given, middle or random.choice(self.given), surname)
        return None
