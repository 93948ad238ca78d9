"""Trees over scores, and the pieces of a word that the teacher sees."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.teacher import forms
from training.teacher.trees import Heads, Scores, best_tree


def _is_tree(heads: tuple[int, ...]) -> bool:
    if sum(head == 0 for head in heads) != 1:
        return False
    for word in range(1, len(heads) + 1):
        seen, node = set(), word
        while node and node not in seen:
            seen.add(node)
            node = heads[node - 1]
        if node:
            return False
    return True


def _total(scores: Scores, heads: Heads | tuple[int, ...]) -> float:
    return sum(float(scores[word, head]) for word, head in enumerate(heads))


@given(
    st.integers(1, 4).flatmap(
        lambda n: st.lists(
            st.lists(st.integers(-9, 9), min_size=n + 1, max_size=n + 1), min_size=n, max_size=n
        )
    )
)
def test_no_tree_with_one_root_scores_more(rows: list[list[int]]) -> None:
    scores = np.array(rows, dtype=np.float64)
    every = [heads for heads in product(range(len(rows) + 1), repeat=len(rows)) if _is_tree(heads)]
    found = best_tree(scores)
    assert _is_tree(tuple(found.tolist()))
    assert _total(scores, found) == max(_total(scores, heads) for heads in every)


def test_a_single_word_is_the_root() -> None:
    assert best_tree(np.array([[0.5, 0.0]])).tolist() == [0]


def test_words_that_point_at_each_other_are_parted() -> None:
    scores = np.array([[1.0, 0.0, 9.0], [0.0, 9.0, 0.0]])
    assert best_tree(scores).tolist() == [0, 1]


@pytest.mark.parametrize(
    ("form", "shape"), [("Kyiv", "Xxxx"), ("2025", "ddd"), ("F-16s", "X-ddx"), ("NATO", "XXX")]
)
def test_a_shape_keeps_the_kinds_of_characters(form: str, shape: str) -> None:
    assert forms.shape(form) == shape


def test_typographic_marks_are_seen_as_plain_ones() -> None:
    assert [forms.plain(word) for word in ("“", "isn’t", "—")] == ['"', "isn't", "--"]


def test_two_spellings_of_one_word_share_the_row_of_the_word() -> None:
    assert forms.rows("Said")[0] == forms.rows("said")[0]
    assert forms.rows("Said")[-1] != forms.rows("said")[-1]
    assert all(0 < row < forms.ROWS for row in forms.rows("Zelenskyy"))
