"""A run is compared with its own past."""

import pytest

from readout.drift import Drift, Figures, drift


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
