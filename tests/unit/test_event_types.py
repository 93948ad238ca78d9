import csv
from itertools import combinations
from pathlib import Path
from typing import get_args

from readout.records import Status

SEED = Path(__file__).parents[2] / "seeds" / "event_types.csv"
CONDITIONS = ("status", "stage", "format", "speech_act")
ROWS = list(csv.DictReader(SEED.read_text("utf-8").splitlines()))


def conditions(row: dict[str, str]) -> set[tuple[str, str]]:
    return {(column, row[column]) for column in CONDITIONS if row[column]}


def both_can_apply(one: dict[str, str], other: dict[str, str]) -> bool:
    shared = [column for column in CONDITIONS if one[column] and other[column]]
    return one["kind"] == other["kind"] and all(one[column] == other[column] for column in shared)


def test_of_the_rows_that_fit_an_event_one_is_always_the_most_specific() -> None:
    for one, other in combinations(ROWS, 2):
        if both_can_apply(one, other):
            assert len(conditions(one)) != len(conditions(other)), (one, other)


def test_every_kind_has_a_row_for_whatever_no_other_row_fits() -> None:
    kinds = {row["kind"] for row in ROWS}
    assert kinds == {row["kind"] for row in ROWS if not conditions(row)}


def test_every_status_named_is_one_that_events_have() -> None:
    assert {row["status"] for row in ROWS} <= {"", *get_args(Status)}


def test_what_has_not_happened_is_never_coded_as_a_meeting_or_a_signing() -> None:
    for row in ROWS:
        if row["status"] not in {"", "occurred", "ongoing"}:
            assert row["cameo"] not in {"040", "041", "042", "043", "046", "057"}, row


def test_every_row_has_a_definition_of_one_sentence() -> None:
    for row in ROWS:
        assert row["definition"].endswith("."), row
        assert row["definition"].count(". ") == 0, row
