"""Every view over small tables: what is given in CSV files, and the rows that must come out."""

import re
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from duckdb import DuckDBPyConnection

from readout import warehouse
from readout.home import Home
from readout.warehouse import views
from readout.warehouse.scripts import Script, folders, scripts
from tests.newsroom import Newsroom
from tests.unit.test_warehouse_revisions import THREAD

HERE = Path(__file__).parent
PAGES = HERE.parents[1] / "docs" / "views"
VIEWS = folders("views")

_NOT_GIVEN = {
    "VARCHAR": "''",
    "BIGINT": "0",
    "DOUBLE": "1",
    "BOOLEAN": "true",
    "TIMESTAMP": "timestamp '2025-03-01'",
    "VARCHAR[]": "[]",
    "BIGINT[]": "[]",
    "MAP(VARCHAR, VARCHAR)": "map {}",
}


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DuckDBPyConnection]:
    con = warehouse.open(Home(tmp_path_factory.mktemp("views")))
    yield con
    con.close()


@pytest.fixture
def con(empty: DuckDBPyConnection) -> Iterator[DuckDBPyConnection]:
    empty.begin()
    yield empty
    empty.rollback()


def _columns(con: DuckDBPyConnection, table: str) -> list[tuple[str, str, bool]]:
    rows = con.execute(f"describe {table}").fetchall()
    return [(name, kind, null == "YES") for name, kind, null, *_ in rows]


def _value(name: str, kind: str, *, null: bool, given: bool) -> str:
    missing = "null" if null else _NOT_GIVEN[kind]
    return f'coalesce(cast("{name}" as {kind}), {missing})' if given else missing


def _fill(con: DuckDBPyConnection, file: Path) -> None:
    given = file.read_text("utf-8").split("\n", 1)[0].split(",")
    wanted = ", ".join(
        _value(name, kind, null=null, given=name in given)
        for name, kind, null in _columns(con, f"store.{file.stem}")
    )
    con.execute(
        f"insert into store.{file.stem} select {wanted} "  # noqa: S608 - names of our own tables
        f"from read_csv('{file}', header = true, all_varchar = true)"
    )


def _shown(rows: list[tuple[object, ...]]) -> list[str]:
    return sorted(map(repr, rows))


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_gives_the_expected_rows(con: DuckDBPyConnection, view: str) -> None:
    for file in sorted((HERE / view).glob("*.csv")):
        if file.stem != "expected":
            _fill(con, file)
    expected = HERE / view / "expected.csv"
    names = expected.read_text("utf-8").split("\n", 1)[0].split(",")
    kinds = {name: kind for name, kind, _ in _columns(con, f"{view}_v1")}
    shown = ", ".join(f'"{name}"' for name in names)
    wanted = ", ".join(f'cast("{name}" as {kinds[name]})' for name in names)
    found = con.execute(f"select {shown} from {view}_v1").fetchall()  # noqa: S608 - names of our own views
    rows = con.execute(
        f"select {wanted} from read_csv('{expected}', header = true, all_varchar = true)"  # noqa: S608
    ).fetchall()
    assert rows
    assert _shown(found) == _shown(rows)


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_says_what_one_row_is_and_names_its_columns(
    con: DuckDBPyConnection, view: str
) -> None:
    for version in scripts(f"views/{view}"):
        assert version.title.startswith("One row a")
        assert not re.search(r"(^|[\s.])\*\s*(,|\n|$)", version.text.rsplit("\nselect\n", 1)[-1])
        name = f"{view}_{version.stem}"
        (comment,) = con.execute(
            "select comment from duckdb_views() where view_name = $1", [name]
        ).fetchone() or ("no view",)
        assert comment == version.title


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_has_a_page_with_its_columns_and_a_query_that_runs(
    con: DuckDBPyConnection, view: str
) -> None:
    page = (PAGES / f"{view}.md").read_text("utf-8")
    assert re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE) == [
        name for name, *_ in _columns(con, view)
    ]
    (example,) = re.findall(r"```sql\n(.*?)```", page, re.DOTALL)
    con.execute(example)


def test_the_newest_version_has_the_plain_name(con: DuckDBPyConnection) -> None:
    for view in VIEWS:
        assert _columns(con, view) == _columns(con, f"{view}_v1")


def test_a_released_version_never_changes() -> None:
    now = {
        f"{view}_{file.stem}": file.sha256 for view in VIEWS for file in scripts(f"views/{view}")
    }
    assert views.released()
    assert {name: now.get(name) for name in views.released()} == views.released()


@pytest.mark.parametrize("check", list(scripts("checks")), ids=lambda check: check.stem)
def test_a_check_says_whether_it_stops_and_finds_nothing_in_an_empty_warehouse(
    con: DuckDBPyConnection, check: Script
) -> None:
    assert re.match(r"(stop|warn): \w", check.title)
    assert con.execute(check.text).fetchall() == []


BROKEN = {
    "extents_lie_within_their_text": "update store.arguments set end_char = 999",
    "ids_are_unique": "insert into store.events from store.events",
    "references_are_kept": "delete from store.events",
    "each_address_has_one_current_document": "update store.revisions set is_current = false",
    "every_input_ends_in_one_state": "update store.inputs set state = 'lost'",
    "a_plan_is_never_shown_as_held": "update store.events set status_mention = plan.mention_id "
    "from store.event_mentions join store.mentions as plan using (mention_id) "
    "where event_mentions.event_id = events.event_id and plan.status = 'planned'",
    "no_date_without_words": "update store.mentions set date_words_start = null",
    "values_are_known": "update store.mentions set confidence = 2",
    "every_mention_that_counts_has_an_event": "delete from store.event_mentions",
    "mentions_of_one_event_agree": "update store.mentions set country = 'C' || mention_id[1:2]",
    "dates_lie_near_their_report": "update store.mentions set date_start = '1900-01-01'",
    "an_event_is_told_once_by_a_document": "insert into store.event_mentions "
    "select event_mentions.* from store.event_mentions, range(30)",
}


@pytest.mark.parametrize("check", list(scripts("checks")), ids=lambda check: check.stem)
def test_a_check_finds_what_it_is_made_for(loaded: DuckDBPyConnection, check: Script) -> None:
    assert loaded.execute(check.text).fetchall() == []
    loaded.begin()
    try:
        loaded.execute(BROKEN[check.stem])
        assert loaded.execute(check.text).fetchall()
    finally:
        loaded.rollback()


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DuckDBPyConnection]:
    newsroom = Newsroom(tmp_path_factory.mktemp("loaded") / "home")
    newsroom.run(*THREAD)
    with duckdb.connect(newsroom.home.warehouse) as con:
        yield con


@pytest.mark.parametrize("example", list(scripts("examples")), ids=lambda example: example.stem)
def test_an_example_is_a_question_with_a_query_that_runs(
    loaded: DuckDBPyConnection, example: Script
) -> None:
    assert example.title.endswith("?")
    assert loaded.execute(example.text).description
