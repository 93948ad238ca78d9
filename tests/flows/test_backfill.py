"""Old documents are read again by a new version: some, a slice at a time, and each once."""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from prefect.client.schemas.objects import State

from flows.backfill import backfill
from flows.pipeline import pipeline
from flows.publish import publish
from readout import warehouse
from readout.home import Home

pytestmark = [pytest.mark.xdist_group("more flows"), pytest.mark.usefixtures("prefect_api")]
TOLD = (
    "LISBON, March 4 (Wire) - Portuguese Prime Minister Ana Silva met {} in Lisbon on Tuesday. "
    "“We agreed on the railway,” Silva said after the meeting. The talks lasted three hours.\n"
)


def versions(home: Home) -> Counter[str]:
    """How many documents each version of the extractors has read last, by its first word."""
    query = "select extractor_version as version from store.extractions"
    return Counter(
        str(row["version"]).split()[0] for row in warehouse.query(home, query).to_pylist()
    )


def message(state: State[Any]) -> str:
    return f"{state.name}: {state.message}"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """Three documents in two sources, read by an older version."""
    for source, day, name in (("a", 3, "Eva Berg"), ("a", 5, "Jo Ruiz"), ("b", 5, "Li Wei")):
        (tmp_path / source).mkdir(exist_ok=True)
        text = f"---\npublished: 2025-03-0{day}\n---\n{TOLD.format(name)}"
        (tmp_path / source / f"{day}.txt").write_text(text, "utf-8")
    monkeypatch.setattr("extractors.VERSION", "old")
    pipeline([str(tmp_path / "a"), str(tmp_path / "b")], tmp_path / "home", None, 1)
    monkeypatch.setattr("extractors.VERSION", "new")
    return Home(tmp_path / "home")


def test_a_backfill_reads_its_range_again_and_goes_on_where_it_was(home: Home) -> None:
    early = backfill(
        home.path, source="a", published_before=date(2025, 3, 4), workers=1, return_state=True
    )
    assert message(early) == "Completed: 1 of 1 documents were read again"
    assert versions(home) == {"old": 2, "new": 1}
    rest = backfill(home.path, slice_size=1, workers=1, return_state=True)
    assert message(rest) == "Completed: 2 of 2 documents were read again"
    assert versions(home) == {"new": 3}
    again = backfill(home.path, workers=1, return_state=True)
    assert message(again) == "Completed: 0 of 0 documents were read again"


def test_a_run_catches_up_no_more_than_it_may(home: Home) -> None:
    pipeline([], home.path, None, 1, catch_up=0)
    assert versions(home) == {"old": 3}
    pipeline([], home.path, None, 1, catch_up=2)
    assert versions(home) == {"old": 1, "new": 2}


def test_a_lost_snapshot_is_made_again_from_the_warehouse(home: Home) -> None:
    home.snapshot.unlink()
    assert publish(home.path, return_state=True).is_completed()
    assert versions(home) == {"old": 3}
