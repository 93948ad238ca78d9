"""The questions in sql/examples over a small world, given as rows of the views."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from duckdb import DuckDBPyConnection

from readout import warehouse
from readout.home import Home
from readout.warehouse.scripts import Script, scripts

HERE = Path(__file__).parent / "examples"
EXAMPLES = [*scripts("examples")]
by_name = pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.stem)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DuckDBPyConnection]:
    con = warehouse.open(Home(tmp_path_factory.mktemp("examples")))
    con.execute("create schema world")
    for file in sorted((HERE / "given").glob("*.csv")):
        con.execute(f"create table world.{file.stem} as from {file.stem} limit 0")
        con.execute(
            f"insert into world.{file.stem} by name {_typed(con, file, f'world.{file.stem}')}"
        )
    con.execute("set search_path = 'world'")
    yield con
    con.close()


def _typed(con: DuckDBPyConnection, file: Path, rows: str) -> str:
    """A query for the rows of the file, in the types that these rows have."""
    kinds = {name: kind for name, kind, *_ in con.execute(f"describe {rows}").fetchall()}
    named = file.read_text("utf-8").split("\n", 1)[0].split(",")
    cast = ", ".join(f'cast("{name}" as {kinds[name]}) as "{name}"' for name in named)
    return f"select {cast} from read_csv('{file}', header = true, all_varchar = true)"  # noqa: S608 - our own files


@by_name
def test_an_example_answers_with_the_rows_that_a_person_expects(
    world: DuckDBPyConnection, example: Script
) -> None:
    file = HERE / "expected" / f"{example.stem}.csv"
    world.execute(f"create or replace temp view answer as {example.text}")
    columns = file.read_text("utf-8").split("\n", 1)[0].split(",")
    assert columns == [name for name, *_ in world.execute("describe answer").fetchall()]
    expected = world.execute(_typed(world, file, "answer")).fetchall()
    assert expected
    assert world.execute("from answer").fetchall() == expected


def test_there_are_twenty_questions_and_each_has_its_answer() -> None:
    answers = {file.stem for file in (HERE / "expected").glob("*.csv")}
    assert len(EXAMPLES) == 20
    assert answers == {example.stem for example in EXAMPLES}


@by_name
def test_an_example_begins_with_its_question_and_gives_its_rows_one_order(example: Script) -> None:
    assert example.text.startswith("-- ")
    assert example.title.endswith("?")
    assert "\norder by " in example.text
    assert example.text.count(";") == 1
