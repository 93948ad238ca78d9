"""Work that may crash, never end or eat the memory, done in processes that can be lost."""

from readout.isolation.batches import Work, results
from readout.isolation.limits import LIMITS, Limits, Lost

__all__ = ["LIMITS", "Limits", "Lost", "Work", "results"]
