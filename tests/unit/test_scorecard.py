"""Figures of a measurement, kept for the view of them."""

import csv
from datetime import date
from importlib.resources import files
from pathlib import Path

import extractors
from benchmarks.scorecard import COLUMNS, Figure, write
from tests.newsroom import Newsroom, Story


def test_a_new_measurement_replaces_its_own_figures_and_keeps_those_of_other_versions(
    tmp_path: Path,
) -> None:
    file = tmp_path / "scorecard.csv"
    old = "0,small,news,precision,0.500,2024-01-01"
    file.write_text(",".join(COLUMNS) + f"\n{old}\n", "utf-8")
    write(file, [Figure("news", "precision", 0.6)], date(2025, 3, 1))
    write(file, [Figure("news", "precision", 2 / 3)], date(2025, 3, 5))
    header, *rows = csv.reader(file.read_text("utf-8").splitlines())
    assert header == [*COLUMNS]
    assert rows[0] == old.split(",")
    assert [(row[0], row[4], row[5]) for row in rows[1:]] == [
        (extractors.version(), "0.667", "2025-03-05")
    ]


def test_the_figures_that_come_with_the_program_are_what_the_view_shows(tmp_path: Path) -> None:
    rows = csv.DictReader((files("seeds") / "scorecard.csv").read_text("utf-8").splitlines())
    assert rows.fieldnames == [*COLUMNS]
    figures = {tuple(row[name] for name in COLUMNS[:4]): float(row["value"]) for row in rows}
    assert figures
    assert all(0 <= value <= 1 for value in figures.values())
    newsroom = Newsroom(tmp_path / "home")
    newsroom.run(Story("Nobody met.", address="test:nobody"))
    shown = newsroom.rows('select extractor_version, model, "set", measure, "value" from scorecard')
    assert sorted(shown) == sorted((*names, value) for names, value in figures.items())
