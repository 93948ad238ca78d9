"""A run is compared with its own past."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from readout import warehouse
from readout.drift import Drift, Figures, drift, drifts
from readout.warehouse.scripts import script
from tests.newsroom import NOW, Newsroom, Story, told


def run(
    documents: int = 50, mentions: int = 250, undated: int = 100, unknown: int = 150
) -> Figures:
    return Figures("run", documents, mentions, undated, actors=300, unknown=unknown)


USUAL = [run(documents=40 + n, undated=95 + n, unknown=145 + n) for n in range(6)]


def judged(current: Figures, past: list[Figures]) -> dict[str, Drift]:
    return {one.measure: one for one in drift(current, past)}


def unusual(current: Figures, past: list[Figures]) -> set[str]:
    return {name for name, one in judged(current, past).items() if one.is_unusual}


def test_a_run_like_those_before_it_is_not_unusual() -> None:
    assert unusual(run(), USUAL) == set()


def test_a_feed_that_falls_silent_is_unusual() -> None:
    assert unusual(run(documents=0, mentions=0), USUAL) == {"documents"}


def test_ten_times_the_documents_are_unusual() -> None:
    assert "documents" in unusual(run(documents=450, mentions=2250, undated=900), USUAL)


@pytest.mark.parametrize(
    ("figures", "measure"),
    [
        (run(undated=240), "share of mentions without a date"),
        (run(unknown=300), "share of actors on no list"),
        (run(mentions=1250, undated=500), "mentions per document"),
    ],
)
def test_a_share_far_from_its_past_is_unusual(figures: Figures, measure: str) -> None:
    assert unusual(figures, USUAL) == {measure}


def test_without_enough_of_a_past_nothing_is_unusual() -> None:
    found = judged(run(documents=0), USUAL[:4])
    assert not any(one.is_unusual for one in found.values())
    assert found["documents"].low is None


def test_a_share_of_few_cases_is_not_measured() -> None:
    assert (
        judged(run(mentions=10, undated=10), USUAL)["share of mentions without a date"].value
        is None
    )


def test_one_wild_run_among_many_does_not_widen_what_is_usual() -> None:
    past = [*USUAL, *USUAL, run(documents=100_000)]
    assert judged(run(), past)["documents"].high == 45


def test_only_the_latest_runs_count() -> None:
    past = [*USUAL * 4, *[run(documents=0, mentions=0)] * 50]
    assert judged(run(), past)["documents"].low == 40


def test_mentions_are_counted_by_sentence_too() -> None:
    current = replace(run(mentions=250), sentences=1_000)
    found = {one.measure: one.value for one in drift(current, USUAL)}
    assert found["mentions per 1,000 sentences"] == 250


def test_each_source_is_compared_with_its_own_past_alone() -> None:
    figures = [
        replace(run(documents), run_id=name, source=source)
        for name, wire in [("now", 0), *((f"{n}", 50) for n in range(6))]
        for source, documents in [(None, wire + 500), ("desk", 500), ("wire", wire)]
    ]
    found = {one.source: one for one in drifts("now", figures) if one.measure == "documents"}
    assert [*found] == [None, "desk", "wire"]
    assert {source: one.is_unusual for source, one in found.items()} == {
        None: False,
        "desk": False,
        "wire": True,
    }
    assert [one.source for one in found.values() if one.is_alarming] == ["wire"]


def test_a_source_that_is_only_unusual_alarms_nobody() -> None:
    past = [replace(one, source="wire", run_id=f"{n}") for n, one in enumerate(USUAL)]
    current = replace(run(documents=450, mentions=2250), run_id="now", source="wire")
    found = drifts("now", [current, *past])
    assert any(one.is_unusual for one in found)
    assert not any(one.is_alarming for one in found)


def test_figures_without_the_run_give_nothing() -> None:
    assert drifts("another", USUAL) == []


def heard(text: str, source: str, days: int) -> Story:
    mention = told(text, "meeting", "met", [text.split(maxsplit=1)[0]])
    at = NOW + timedelta(days=days)
    return Story(text, (mention,), f"https://{source}.example/{days}", source, fetched_at=at)


def test_the_figures_of_a_run_are_counted_by_source_with_its_sentences(tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path)
    first = (
        heard("Anna met Carl. He left. “It ended.”", "wire", 0),
        heard("Eva met Jo.", "desk", 0),
    )
    newsroom.run(*first, run_id="1")
    newsroom.run(
        heard("Li met Max. It rained.", "wire", 1), run_id="2", now=NOW + timedelta(days=1)
    )
    rows = warehouse.query(
        newsroom.home, script("queries/figures_of_runs").text, ["2", 21]
    ).to_pylist()
    shown = [
        (row["run_id"], row["source"], row["documents"], row["mentions"], row["sentences"])
        for row in rows
    ]
    assert shown == [
        ("2", None, 1, 1, 2),
        ("2", "desk", 0, 0, 0),
        ("2", "wire", 1, 1, 2),
        ("1", None, 2, 2, 4),
        ("1", "desk", 1, 1, 1),
        ("1", "wire", 1, 1, 3),
    ]
    assert drifts("2", [Figures(**row) for row in rows])


def test_the_scorecard_shown_is_that_of_the_version_that_has_read(tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path)
    newsroom.run(heard("Anna met Carl.", "wire", 0))
    query = script("queries/scorecard_shown").text
    others = warehouse.query(newsroom.home, query)["extractor_version"].to_pylist()
    assert "e1" not in others
    with newsroom.home.lock():
        con = warehouse.open(newsroom.home)
        con.execute(
            "insert into store.scorecard values "
            "('e1', 'small', 'news', 'recall', 0.5, '2025-01-01'), "
            "('e0', 'small', 'news', 'recall', 0.4, '2025-02-01')"
        )
        warehouse.publish(con, newsroom.home)
    (row,) = warehouse.query(newsroom.home, query).to_pylist()
    assert (row["extractor_version"], row["value"]) == ("e1", 0.5)
