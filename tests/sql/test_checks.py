"""Every check: it finds nothing where nothing is wrong, and what it is made for; and it stops."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from duckdb import DuckDBPyConnection
from typer.testing import CliRunner

from readout import warehouse
from readout.cli import app
from readout.warehouse.scripts import Script, script, scripts
from tests.newsroom import Newsroom, Story, told
from tests.unit.test_warehouse_revisions import THREAD

CHECKS = [*scripts("checks")]
SAID = "“The talks were useful,” Anna Berg said."
STATEMENT = Story(
    SAID,
    (
        told(
            SAID,
            "statement",
            "said",
            ["Anna Berg"],
            arguments={"content": "The talks were useful"},
            attributes={"quote_type": "direct"},
        ),
    ),
    "test:said",
)
# For each check the faults that it must find, each by the words that the row must have in it.
FAULTS = {
    "words_are_those_of_their_text": {
        "an argument beyond the text": "update store.arguments set end_char = 999",
        "another evidence": "update store.mentions set evidence = 'Nobody met.'",
        "evidence elsewhere": "update store.mentions set evidence_start = evidence_start + 1",
        "another text": 'update store.documents set "text" = \'x\' || "text"',
        "a cue without words": "update store.mentions set cue = 'will'",
        "a place without an end": "update store.mentions set place_words_start = 1",
        "another content": "update store.statements set content = 'All is well'",
    },
    "ids_are_unique": {
        "an event twice": "insert into store.events from store.events",
        "a merged event twice": "insert into store.merged_events from store.merged_events",
        "a statement twice": "insert into store.statements from store.statements",
    },
    "references_are_kept": {
        "no events": "delete from store.events",
        "no mentions": "delete from store.mentions",
        "no documents": "delete from store.documents",
        "a statement of another event": "update store.statements set event_id = 'e'",
        "a step of another event": "update store.steps set event_id = 'e'",
        "an example that is gone": "update store.actor_counts set example_mention = 'm'",
        "a link to nothing": "insert into store.links "
        "select mention_id, 'n', 1, [] from store.mentions",
    },
    "each_address_has_one_current_document": {
        "none": "update store.revisions set is_current = false",
    },
    "every_input_ends_in_one_state": {
        "lost": "update store.inputs set state = 'lost'",
        "twice": "insert into store.inputs from store.inputs",
    },
    "the_balance_adds_up": {
        "a state of which nothing is shown": "update store.inputs set state = 'lost'",
    },
    "a_plan_is_never_shown_as_held": {
        "the plan of what was held": "update store.events set status_mention = plan.mention_id "
        "from store.event_mentions join store.mentions as plan using (mention_id) "
        "where event_mentions.event_id = events.event_id and plan.status = 'planned'",
        "shown as held": "update store.merged_events set status = 'occurred'",
    },
    "no_date_without_words": {
        "no words": "update store.mentions set date_words_start = null",
        "no end": "update store.mentions set date_end = null",
    },
    "intervals_are_in_order": {
        "a day that ends before it starts": "update store.mentions "
        "set date_start = date_end, date_end = date_start where date_start is not null",
        "a trigger outside its evidence": "update store.mentions set evidence_end = trigger_start",
        "a run": "update store.runs set finished_at = '2000-01-01'",
    },
    "values_are_known": {
        "too sure": "update store.mentions set confidence = 2",
        "a kind": "update store.mentions set kind = 'eclipse'",
        "a role": "update store.arguments set \"role\" = 'hero'",
        "a stage": "update store.mentions set attributes = map {'stage': 'dreamt of'}",
        "a run": "update store.runs set state = 'lost'",
    },
    "no_event_without_a_mention": {
        "no mentions": "delete from store.event_mentions",
        "no events": "delete from store.events",
        "not shown": "delete from store.merged_events",
        "shown with too many": "update store.merged_events set n_mentions = n_mentions + 1",
    },
    "every_mention_that_counts_has_an_event": {
        "none has": "delete from store.event_mentions",
    },
    "what_was_taken_down_stays_away": {
        "an address that is back": "insert into store.tombstones by name "
        "select 'address' as kind, sha256(address) as fingerprint, now()::timestamp as \"at\", "
        "'run' as run_id, true as is_erased from store.documents",
    },
    "mentions_of_one_event_agree": {
        "countries": "update store.mentions set country = 'C' || mention_id[1:2]",
    },
    "no_source_fails_twice_as_often": {
        "a run in which all fails": "insert into store.inputs select 'later', source, address, "
        "null, null, null, 'rejected', null, 'ingest', 'http 500', \"at\" + interval 1 hour "
        "from store.inputs, range(30)",
    },
    "dates_lie_near_their_report": {
        "long ago": "update store.mentions set date_start = '1900-01-01'",
    },
    "an_event_is_told_once_by_a_document": {
        "thirty times": "insert into store.event_mentions "
        "select event_mentions.* from store.event_mentions, range(30)",
    },
}
STOPPING = [check for check in CHECKS if check.title.startswith("stop")]


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    newsroom = Newsroom(tmp_path_factory.mktemp("checks") / "home")
    newsroom.run(*THREAD, STATEMENT)
    return newsroom


@pytest.fixture(scope="module")
def loaded(
    newsroom: Newsroom, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[DuckDBPyConnection]:
    file = shutil.copy(newsroom.home.warehouse, tmp_path_factory.mktemp("loaded"))
    with duckdb.connect(file) as con:
        con.execute(script("checking/all").text)
        yield con


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.stem)
def test_a_check_says_what_must_hold_and_finds_nothing_where_it_does(
    loaded: DuckDBPyConnection, check: Script
) -> None:
    assert re.match(r"(stop|warn): \w", check.title)
    assert loaded.execute(check.text).fetchall() == []


@pytest.mark.parametrize(
    ("check", "fault"), [(check, fault) for check, all_ in FAULTS.items() for fault in all_]
)
def test_a_check_sees_the_rows_with_the_fault(
    loaded: DuckDBPyConnection, check: str, fault: str
) -> None:
    (script,) = [one for one in CHECKS if one.stem == check]
    loaded.begin()
    try:
        loaded.execute(FAULTS[check][fault])
        assert loaded.execute(script.text).fetchall()
    finally:
        loaded.rollback()


# A load that has to do with every row.
TOUCHED = """
create or replace temp table loading as select document_id from store.documents;
create or replace temp table replaced as from loading;
create or replace temp table changed_documents as from loading;
create or replace temp table renamed as from loading;
create or replace temp table changed_mentions as select mention_id from store.mentions;
create or replace temp table touched as from changed_mentions;
create or replace temp table dirty as select event_id from store.events;
create or replace temp table recounted as select actor_id from store.actors;
"""


@pytest.mark.parametrize(
    ("check", "fault"), [(check, fault) for check, all_ in FAULTS.items() for fault in all_]
)
def test_a_check_of_what_a_load_has_touched_sees_the_fault_there(
    loaded: DuckDBPyConnection, check: str, fault: str
) -> None:
    (one,) = [one for one in CHECKS if one.stem == check]
    loaded.begin()
    try:
        loaded.execute(TOUCHED)
        loaded.execute(script("checking/changed").text)
        assert loaded.execute(one.text).fetchall() == []
        loaded.execute(FAULTS[check][fault])
        loaded.execute(script("checking/changed").text)
        assert loaded.execute(one.text).fetchall()
    finally:
        loaded.rollback()


def test_every_check_has_a_fault_that_it_finds() -> None:
    assert {check.stem for check in CHECKS} <= FAULTS.keys()


@pytest.mark.parametrize("check", STOPPING, ids=lambda check: check.stem)
def test_with_a_fault_nothing_is_published(
    newsroom: Newsroom, tmp_path: Path, check: Script
) -> None:
    home = Newsroom(shutil.copytree(newsroom.path, tmp_path / "home"))
    fault, *_ = FAULTS[check.stem].values()
    with duckdb.connect(home.home.warehouse) as con:
        con.execute(fault)
    before = home.home.snapshot.stat()
    with pytest.raises(warehouse.ChecksFailedError, match="the snapshot is as it was"):
        home.load("second")
    assert home.home.snapshot.stat() == before
    assert home.rows("select count(*) from events_v1") == [(3,)]


def test_readout_check_looks_at_everything(newsroom: Newsroom, tmp_path: Path) -> None:
    whole = CliRunner().invoke(app, ["check", "--home", str(newsroom.home.path)])
    assert whole.exit_code == 0, whole.output
    home = Newsroom(shutil.copytree(newsroom.path, tmp_path / "home")).home
    home.snapshot.chmod(0o644)
    with duckdb.connect(home.snapshot) as con:
        con.execute("update store.mentions set evidence = 'Nobody met.'")
    broken = CliRunner().invoke(app, ["check", "--home", str(home.path)])
    assert broken.exit_code == 1
    assert "Nobody met." in broken.output
