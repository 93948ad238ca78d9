"""The best tree over scores of arcs: exactly one root, no cycle."""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
Heads = NDArray[np.int64]
# More than any tree can gain by a second root.
ROOT_COST = 1e6


def best_tree(scores: Scores) -> Heads:
    """The head of every word, from 1 up, 0 for the one root.

    `scores[d, h]` is the score of word `d + 1` under head `h` (0: the root), so of shape
    (n, n + 1). Chu-Liu-Edmonds; scores of roots are lowered together until one root is best.
    """
    full = np.full((len(scores) + 1, len(scores) + 1), -np.inf)
    full[1:] = scores
    np.fill_diagonal(full, -np.inf)
    heads = _spanning(full)
    if (heads[1:] == 0).sum() > 1:
        full[:, 0] -= ROOT_COST
        heads = _spanning(full)
    return heads[1:]


def _spanning(scores: Scores) -> Heads:
    """The best tree from node 0, however many words stand right under it."""
    heads = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    return heads if cycle is None else _expanded(scores, heads, cycle)


def _cycle(heads: Heads) -> Heads | None:
    """The nodes of one cycle, if there is any."""
    state = np.zeros(len(heads), dtype=np.int64)
    state[0] = -1
    for start in range(1, len(heads)):
        node = start
        while state[node] == 0:
            state[node] = start
            node = int(heads[node])
        if state[node] == start:
            return _around(heads, node)
        state[state == start] = -1
    return None


def _around(heads: Heads, start: int) -> Heads:
    nodes, node = [start], int(heads[start])
    while node != start:
        nodes.append(node)
        node = int(heads[node])
    return np.array(nodes)


def _expanded(scores: Scores, heads: Heads, cycle: Heads) -> Heads:
    """The best tree of the graph with the cycle drawn together to one node, laid out again."""
    outside = np.setdiff1d(np.arange(len(scores)), cycle)
    kept = scores[cycle, heads[cycle]]
    # Entering the cycle at a node breaks that node's arc in it.
    entering = scores[np.ix_(cycle, outside)] - kept[:, None]
    leaving = scores[np.ix_(outside, cycle)]
    size = len(outside)
    drawn = np.full((size + 1, size + 1), -np.inf)
    drawn[:size, :size] = scores[np.ix_(outside, outside)]
    drawn[size, :size] = entering.max(axis=0) + kept.sum()
    drawn[:size, size] = leaving.max(axis=1)
    solved = _spanning(drawn)
    whole = heads.copy()
    for place in range(1, size):
        head = solved[place]
        inner = cycle[leaving[place].argmax()] if head == size else outside[head]
        whole[outside[place]] = inner
    entry = cycle[entering[:, solved[size]].argmax()]
    whole[entry] = outside[solved[size]]
    return whole
