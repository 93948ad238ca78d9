"""B³ on groupings small enough to count by hand."""

import pytest

from benchmarks.coreference import b_cubed, pairs

# Bagga and Baldwin's example: one group of five, two of two and five; the found joins the last two.
GOLD = dict(zip("123456789abc", "AAAAABBCCCCC", strict=True))


def test_what_is_right_has_full_marks() -> None:
    agreement = b_cubed(GOLD, GOLD, GOLD)
    assert agreement.precision == agreement.recall == agreement.f == 1


def test_two_large_groups_joined_cost_precision() -> None:
    found = {item: "A" if name == "A" else "BC" for item, name in GOLD.items()}
    agreement = b_cubed(GOLD, found, GOLD)
    assert agreement.precision == pytest.approx((5 * 1 + 2 * 2 / 7 + 5 * 5 / 7) / 12)
    assert agreement.recall == 1


def test_items_all_alone_cost_recall() -> None:
    agreement = b_cubed(GOLD, {item: item for item in GOLD}, GOLD)
    assert agreement.precision == 1
    assert agreement.recall == pytest.approx(3 / 12)
    assert agreement.f == pytest.approx(0.4)


def test_company_that_is_not_counted_still_costs_precision() -> None:
    agreement = b_cubed({"1": "A", "2": "B"}, {"1": "x", "2": "x"}, ["1"])
    assert agreement.precision == 0.5


def test_pairs_are_those_of_one_group() -> None:
    assert pairs({"1": "x", "2": "x", "3": "y"}) == {("1", "2")}
