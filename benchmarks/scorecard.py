"""Figures of a measurement as rows of `seeds/scorecard.csv`, which the view `scorecard` shows."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import extractors
from extractors.parsing import model_version

COLUMNS = ("extractor_version", "model", "set", "measure", "value", "measured_on")
_KEY = COLUMNS[:4]


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured on which texts; the value is from 0 to 1."""

    set: str
    measure: str
    value: float


def write(file: Path, figures: Iterable[Figure], measured_on: date) -> None:
    """Adds the figures of this program to the file; those measured before under the same names go.

    Figures of other versions stay.
    """
    new = [*_rows(figures, measured_on)]
    measured = {_key(row) for row in new}
    kept = [row for row in _read(file) if _key(row) not in measured]
    rows = sorted([*kept, *new], key=_key)
    with file.open("w", encoding="utf-8", newline="") as lines:
        table = csv.DictWriter(lines, COLUMNS, lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


def _read(file: Path) -> list[dict[str, str]]:
    return [*csv.DictReader(file.read_text("utf-8").splitlines())] if file.exists() else []


def _rows(figures: Iterable[Figure], measured_on: date) -> Iterator[dict[str, str]]:
    for one in figures:
        yield {
            "extractor_version": extractors.version(),
            "model": model_version(),
            "set": one.set,
            "measure": one.measure,
            "value": f"{one.value:.3f}",
            "measured_on": measured_on.isoformat(),
        }


def _key(row: dict[str, str]) -> tuple[str, ...]:
    return tuple(row[column] for column in _KEY)
