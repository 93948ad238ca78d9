"""The balance of a run: every input in exactly one state."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Refusals:
    """How many inputs a step turned away for one reason."""

    stage: str
    reason: str
    inputs: int


@dataclass(frozen=True, slots=True)
class Warned:
    """A check that does not stop a load, and how many rows offend it."""

    check: str
    rows: int


@dataclass(frozen=True, slots=True)
class Balance:
    """How the inputs of a run ended. The five states add up to all of them."""

    run_id: str
    loaded: int = 0  # documents in which events were found
    nothing_found: int = 0
    unchanged: int = 0  # already in the warehouse, as they are
    duplicate: int = 0  # the same text, or nearly, as an earlier document
    rejected: int = 0
    refusals: tuple[Refusals, ...] = ()  # the rejected ones by stage and reason
    mentions: int = 0  # found in the documents loaded by this run
    warnings: tuple[Warned, ...] = field(default=())

    @property
    def inputs(self) -> int:
        """All inputs."""
        return self.loaded + self.nothing_found + self.unchanged + self.duplicate + self.rejected

    def rows(self) -> list[tuple[str, int]]:
        """The states in words, and how many inputs ended in each: a table for a reader."""
        return [
            ("loaded", self.loaded),
            ("nothing found", self.nothing_found),
            ("unchanged", self.unchanged),
            ("duplicate", self.duplicate),
            *((f"rejected: {why.stage}, {why.reason}", why.inputs) for why in self.refusals),
            ("all inputs", self.inputs),
        ]
