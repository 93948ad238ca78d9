"""How well a grouping agrees with another: B³, and the pairs that were joined wrongly."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import combinations

Groups = Mapping[str, str]  # of what, the group it is in


@dataclass(frozen=True, slots=True)
class Agreement:
    """B³ after Bagga and Baldwin (1998): precision and recall, averaged over the items."""

    precision: float
    recall: float

    @property
    def f(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def b_cubed(gold: Groups, found: Groups, counted: Collection[str]) -> Agreement:
    """B³ of the groups found, over the items counted; the others are only their company.

    Both groupings have the same items, of which at least one is counted.
    """
    of_gold, of_found = members(gold), members(found)
    precision = recall = 0.0
    for item in counted:
        right, given = of_gold[gold[item]], of_found[found[item]]
        both = len(right & given)
        precision += both / len(given)
        recall += both / len(right)
    return Agreement(precision / len(counted), recall / len(counted))


def pairs(groups: Groups) -> set[tuple[str, str]]:
    """Every two items of one group."""
    together = members(groups).values()
    return {pair for items in together for pair in combinations(sorted(items), 2)}


def members(groups: Groups) -> dict[str, set[str]]:
    """The items of each group."""
    together: dict[str, set[str]] = defaultdict(set)
    for item, name in groups.items():
        together[name].add(item)
    return together
