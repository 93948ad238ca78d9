"""What hangs together along links."""

from collections.abc import Iterable


def components(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each one in a pair, one that stands for all that hang together with it."""
    parents: dict[str, str] = {}
    for one, other in pairs:
        first, second = _root(parents, one), _root(parents, other)
        if first != second:
            parents[max(first, second)] = min(first, second)
    return {one: _root(parents, one) for one in parents}


def _root(parents: dict[str, str], one: str) -> str:
    root = parents.setdefault(one, one)
    while parents[root] != root:
        root = parents[root]
    while parents[one] != root:
        parents[one], one = root, parents[one]
    return root
