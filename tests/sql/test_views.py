"""Every view over small tables: what is given in CSV files, and the rows that must come out."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from duckdb import DuckDBPyConnection

from readout import warehouse
from readout.home import Home
from readout.warehouse import merging
from readout.warehouse.describing import describe
from readout.warehouse.scripts import folders, scripts

HERE = Path(__file__).parent
PAGES = HERE.parents[1] / "docs" / "views"
VIEWS = folders("views")

_NOT_GIVEN = {
    "VARCHAR": "''",
    "BIGINT": "0",
    "DATE": "date '2025-03-01'",
    "DOUBLE": "1",
    "BOOLEAN": "true",
    "TIMESTAMP": "timestamp '2025-03-01'",
    "VARCHAR[]": "[]",
    "BIGINT[]": "[]",
    "MAP(VARCHAR, VARCHAR)": "map {}",
}
# Words given instead of offsets, and the offsets that they stand for in the document's text.
_PLACED = {
    "trigger": ("trigger_start", "trigger_end"),
    "evidence": ("evidence_start", "evidence_end"),
    "date_words": ("date_words_start", "date_words_end"),
    "words": ("start_char", "end_char"),
}
_WORDS = """
update store.mentions
set trigger_text = coalesce(trigger_text, store.words("text", trigger_start, trigger_end)),
    evidence = coalesce(evidence, store.words("text", evidence_start, evidence_end)),
    date_text = coalesce(date_text, store.words("text", date_words_start, date_words_end))
from store.documents where documents.document_id = mentions.document_id;
update store.arguments set "text" = store.words(documents."text", start_char, end_char)
from store.documents
where documents.document_id = arguments.document_id and arguments."text" is null;
"""


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
    rows = f"from read_csv('{file}', header = true, all_varchar = true) as given"
    placed = _placed(file)
    if placed:
        offsets = ", ".join(f"{offset} as {name}" for name, offset in placed.items())
        rows = f"from (select given.*, {offsets} {rows} join store.documents using (document_id))"
    given = {*_header(file), *placed}
    wanted = ", ".join(
        _value(name, kind, null=null, given=name in given)
        for name, kind, null in _columns(con, f"store.{file.stem}")
    )
    con.execute(f"insert into store.{file.stem} select {wanted} {rows}")


def _header(file: Path) -> list[str]:
    return file.read_text("utf-8").split("\n", 1)[0].split(",")


def _placed(file: Path) -> dict[str, str]:
    """The offsets of the words that a file gives; without evidence, the whole text is."""
    given = _header(file)
    found = {}
    for words, (start, end) in _PLACED.items():
        if words in given and "document_id" in given:
            found[start] = f'strpos(documents."text", given."{words}") - 1'
            found[end] = f'{found[start]} + length(given."{words}")'
    if "trigger" in given and "evidence" not in given:
        found |= {"evidence_start": "0", "evidence_end": 'length(documents."text")'}
    return found


def _shown(rows: list[tuple[object, ...]]) -> list[str]:
    return sorted(map(repr, rows))


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_gives_the_expected_rows(con: DuckDBPyConnection, view: str) -> None:
    given = {file.stem: file for file in (HERE / view).glob("*.csv") if file.stem != "expected"}
    for table in sorted(given, key=lambda table: (table != "documents", table)):
        _fill(con, given[table])
    con.execute(_WORDS)
    merging.merge_all(con)
    expected = HERE / view / "expected.csv"
    names = _header(expected)
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
def test_a_view_says_what_one_row_is_and_what_every_column_holds(
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
        columns = con.execute(
            "select comment from duckdb_columns() where table_name = $1 order by column_index",
            [name],
        ).fetchall()
        assert [text for (text,) in columns] == [*describe(version).columns]
        assert all(re.match(r"[\w`“]", text) and text.rstrip("…")[-1] != "," for (text,) in columns)


@pytest.mark.parametrize("view", VIEWS)
def test_the_example_of_a_view_is_a_query_that_runs(con: DuckDBPyConnection, view: str) -> None:
    for version in scripts(f"views/{view}"):
        example = describe(version).example
        assert re.search(rf"\b(from|join) {view}\b", example)
        assert con.execute(example).description


def test_every_view_has_the_page_that_is_made_from_its_comments() -> None:
    pages = warehouse.pages()
    assert {path.name for path in PAGES.glob("*.md")} == pages.keys()
    stale = [name for name, text in pages.items() if (PAGES / name).read_text("utf-8") != text]
    assert stale == [], "readout views --pages docs/views"
