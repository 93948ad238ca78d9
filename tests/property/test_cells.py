"""Whatever the words are, a cell is harmless and gives them back."""

import csv
import io
import re

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout import cells, exchange

WORDS = st.text(st.sampled_from("=+-@＝'\"; ,|\t\r\n\u00a0<>ab1e2.")) | st.text()
RUNS = re.compile(r"[ \u00a0]*[=+\-@＝＋－＠]|[\t\r\n]")


def _table(words: list[str | None]) -> pa.RecordBatchReader:
    table = pa.table({"words": pa.array(words, pa.string()), "-listed": [[one] for one in words]})
    return table.to_reader(max_chunksize=3)


def _written(words: list[str | None], form: exchange.Form) -> str:
    out = io.BytesIO()
    assert exchange.write(_table(words), form, out)[exchange.WRITTEN] == len(words)
    return out.getvalue().decode("utf-8", "surrogatepass")


@pytest.mark.promise(10)
@given(WORDS)
def test_a_guarded_cell_is_run_by_no_spreadsheet_and_gives_its_words_back(words: str) -> None:
    cell = cells.guarded(words)
    assert not RUNS.match(cell)
    assert cells.unguarded(cell) == words


@pytest.mark.promise(10)
@given(WORDS)
def test_a_cell_for_spreadsheets_is_safe_wherever_they_part_it(words: str) -> None:
    cell = cells.for_spreadsheet(words)
    for part in re.split(r"[;,|\t\r\n]", cell):
        assert not RUNS.match(part)
    assert not re.fullmatch(r"\d+(e\d+)?", cell)
    assert cells.from_spreadsheet(cell) == words


@pytest.mark.promise(10)
@given(WORDS)
def test_words_on_one_line_have_neither_tabs_nor_ends_and_are_harmless(words: str) -> None:
    assert not re.search(r"[\x00-\x1f\x7f\x85\u2028\u2029]", cells.on_one_line(words))
    assert not RUNS.match(cells.on_one_line(words))


@pytest.mark.promise(10)
@given(st.lists(st.none() | WORDS))
def test_a_csv_file_holds_no_formula_and_reads_back_as_it_was(words: list[str | None]) -> None:
    header, *lines = csv.reader(io.StringIO(_written(words, "csv"), newline=""))
    assert header == ["words", "'-listed"]
    assert not any(RUNS.match(cell) for line in lines for cell in line)
    assert [cells.unguarded(cell) for cell, _ in lines] == [one or "" for one in words]


@pytest.mark.promise(10)
@given(st.lists(st.none() | WORDS))
def test_a_file_for_spreadsheets_holds_no_formula_and_reads_back(words: list[str | None]) -> None:
    text = _written(words, "xlsx-safe")
    assert text.startswith("\ufeff")
    _, *lines = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert not any(RUNS.match(cell) for line in lines for cell in line)
    assert [cells.from_spreadsheet(cell) for cell, _ in lines] == [one or "" for one in words]


@pytest.mark.promise(10)
@given(st.lists(st.none() | WORDS))
def test_a_tab_separated_file_has_as_many_cells_in_every_line(words: list[str | None]) -> None:
    *lines, end = _written(words, "gdelt").split("\n")
    assert end == ""
    assert [line.count("\t") for line in lines] == [1] * len(words)
