"""What a spreadsheet would make of words."""

import pytest

from readout import cells


@pytest.mark.parametrize(
    "words",
    ["=1+1", "+49 30", "-2 degrees", "@home", " =1", "\t=1", "\r=1", "\nx", "＝1", "'=1", "''-1"],
)
def test_what_looks_like_a_formula_has_an_apostrophe_before_it(words: str) -> None:
    assert cells.guarded(words) == f"'{words}"


@pytest.mark.parametrize(
    "words",
    [
        "Robert'); DROP TABLE students;--",
        "<script>alert(1)</script>",
        "'t Hooft met Zelenskyy",
        "a = b",
        "",
    ],
)
def test_other_words_stay_as_they_are(words: str) -> None:
    assert cells.guarded(words) == words


def test_a_formula_behind_the_semicolon_of_another_country_is_guarded_too() -> None:
    assert cells.for_spreadsheet("x;=1+1") == "x;'=1+1"


@pytest.mark.parametrize("identity", ["1234567890123e45", "1234567890123456", "0012"])
def test_an_id_that_looks_like_a_number_stays_an_id(identity: str) -> None:
    assert cells.for_spreadsheet(identity) == f"'{identity}"
    assert cells.from_spreadsheet(f"'{identity}") == identity


def test_what_is_longer_than_a_cell_ends_in_a_sign_that_it_is_cut() -> None:
    cell = cells.for_spreadsheet("x" * 40_000)
    assert len(cell) == cells.LONGEST
    assert cell.endswith(cells.CUT)
