"""What the pipeline finds in reports becomes the same events in whatever order they arrive."""

from pathlib import Path
from random import Random

import pytest

from benchmarks.order import Read, loaded, read, split
from readout.home import Home

ARTICLES = Path(__file__).parents[2] / "seeds" / "articles"


@pytest.fixture(scope="module")
def rows() -> list[Read]:
    return read([str(ARTICLES)])


@pytest.fixture(scope="module")
def at_once(rows: list[Read], tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    return loaded(Home(tmp_path_factory.mktemp("at_once")), [rows])


@pytest.mark.parametrize("batches", [1, 3])
def test_events_and_ids_are_the_same_in_any_order_and_in_any_batches(
    rows: list[Read], at_once: dict[str, list[str]], batches: int, tmp_path: Path
) -> None:
    shuffled = Random(batches).sample(rows, len(rows))
    assert loaded(Home(tmp_path), split(shuffled, batches)) == at_once


def test_the_articles_tell_of_events_in_several_reports(at_once: dict[str, list[str]]) -> None:
    assert len(at_once["events"]) < len(at_once["event_mentions"])
    assert at_once["links"]
