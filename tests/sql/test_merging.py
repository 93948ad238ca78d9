"""What is made anew after each load is what comes out when everything is made anew."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import permutations
from pathlib import Path

import duckdb
import pytest
from duckdb import DuckDBPyConnection

from readout.warehouse import merging
from tests.newsroom import NOW, Newsroom, Story, day, told
from tests.unit.test_warehouse_revisions import COPY, CUT, ONE, ORIGINAL, THREAD, TWO

TABLES = (
    "merged_events", "statements", "actor_counts", "statements_about", "steps", "contradictions",
)  # fmt: skip
PAIR = ["Anna Berg", "Carl Dahl"]
SAYS = "“The talks were useful,” Anna Berg said. Anna Berg met Carl Dahl."
SPOKEN = Story(
    SAYS,
    (
        told(SAYS, "meeting", "met", PAIR),
        told(
            SAYS,
            "statement",
            "said",
            ["Anna Berg"],
            arguments={"content": "The talks were useful"},
        ),
    ),
    "test:spoken",
)
AS_DR = "Minister Anna Berg met Eva Falk. Eva Falk met Nils Lund."
RENAMED = Story(AS_DR, (told(AS_DR, "meeting", "met", ["Anna Berg", "Eva Falk"]),), "test:renamed")
QUIETER = replace(SPOKEN, mentions=SPOKEN.mentions[:1], text=SAYS + " It was late.")
DENIED = "Anna Berg did not meet Carl Dahl in Oslo on Monday."
DENIAL = Story(
    DENIED,
    (told(DENIED, "meeting", "meet", PAIR, "denied", when=day(DENIED, "Monday", "2025-03-10")),),
    "test:denied",
    published_at=NOW + timedelta(days=6),
)


def rows(con: DuckDBPyConnection) -> dict[str, list[str]]:
    return {
        table: sorted(map(repr, con.execute(f"from store.{table}").fetchall())) for table in TABLES
    }


@pytest.mark.parametrize(
    "loads",
    [
        *permutations([ORIGINAL, COPY, CUT], 3),
        [ONE, replace(TWO, fetched_at=NOW + timedelta(hours=1))],
        [*THREAD, SPOKEN, DENIAL, RENAMED],
        [SPOKEN, RENAMED, replace(QUIETER, fetched_at=NOW + timedelta(hours=1))],
    ],
    ids=lambda loads: " ".join(one.address for one in loads),
)
def test_what_is_made_anew_for_a_load_is_what_making_all_anew_gives(
    tmp_path: Path, loads: Sequence[Story]
) -> None:
    newsroom = Newsroom(tmp_path / "home")
    for number, one in enumerate(loads):
        newsroom.run(one, run_id=f"run {number}")
    with duckdb.connect(newsroom.home.warehouse) as con:
        kept = rows(con)
        merging.merge_all(con)
        assert rows(con) == kept
    assert kept["merged_events"]


def test_other_rules_make_all_anew(tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path / "home")
    newsroom.run(SPOKEN)
    before = newsroom.rows("from meetings_v1")
    with duckdb.connect(newsroom.home.warehouse) as con:
        con.execute("delete from store.merged_events")
        con.execute("update store.merged_with set rules = 'those of another program'")
    newsroom.load("second")
    assert newsroom.rows("from meetings_v1") == before
    assert newsroom.rows("select content, actors, reason from statements_about") == [
        (
            "The talks were useful",
            ["Anna Berg", "Carl Dahl"],
            "one who takes part speaks of the meeting",
        )
    ]


def test_every_step_of_a_thread_has_its_date_and_its_words(tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path / "home")
    newsroom.run(*THREAD)
    held, planned = newsroom.rows(
        "select outcome, steps from threads order by outcome is null, thread_id"
    )
    assert [held[0], planned[0]] == ["occurred", None]
    assert [
        (step["status"], step["date_start"].date().isoformat(), step["evidence"])
        for step in held[1]
    ] == [
        ("planned", "2025-03-10", THREAD[0].text),
        ("occurred", "2025-03-10", THREAD[1].text),
    ]
    assert [step["evidence"] for step in planned[1]] == [THREAD[2].text]
