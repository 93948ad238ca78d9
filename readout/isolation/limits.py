"""What a process may take, and what became of what took more."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What a process may take for a batch of items, by their size together.

    A busy machine does not make a document worse, so it is processor time that counts. Waiting
    counts only when it lasts many times as long.
    """

    seconds: float = 20.0
    size_per_second: float = 1_000.0  # characters; the model that ships does thirty times as many
    wall_factor: float = 10.0
    memory: int = 4 << 30  # bytes
    batch: int = 100_000

    def cpu_s(self, size: int) -> float:
        """Seconds of processor time for items of this size."""
        return self.seconds + size / self.size_per_second


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Lost:
    """What took its process with it, or broke what was done with it."""

    reason: str  # "crash", "timeout", "memory" or "failed"
    error: str
    attempts: int = 1
