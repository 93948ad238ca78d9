"""What a reader can do: read the snapshot, and nothing else."""

import re
from pathlib import Path

import duckdb
import pytest

from readout import warehouse
from tests.newsroom import Newsroom, Story, told

pytestmark = pytest.mark.promise(9)

OPERATIONS = Path(__file__).parents[2] / "docs" / "operations.md"
TEXT = "Anna Berg met Carl Dahl."
STORY = Story(TEXT, (told(TEXT, "meeting", "met", ["Anna Berg", "Carl Dahl"]),))


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    newsroom = Newsroom(tmp_path_factory.mktemp("readers") / "home")
    newsroom.run(STORY)
    return newsroom


def test_a_result_cannot_use_up_the_memory_of_who_asks(newsroom: Newsroom) -> None:
    with pytest.raises(warehouse.QueryError, match="more than 1,000,000 bytes"):
        warehouse.query(newsroom.home, "from range(100_000_000_000)", most_bytes=1_000_000)


def test_a_result_that_comes_bit_by_bit_has_no_more_time_than_others(newsroom: Newsroom) -> None:
    endless = "select hash(range) from range(100_000_000_000)"
    with pytest.raises(warehouse.QueryError, match="execution time"):
        warehouse.query(newsroom.home, endless, max_seconds=0.2, most_bytes=10**12)


def test_the_way_that_is_written_down_for_readers_reaches_nothing_but_the_snapshot(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    (tmp_path / "secret.csv").write_text("a,b\n1,2\n")
    written = re.findall(
        r"^con = (duckdb\.connect\(.*?^\))", OPERATIONS.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    assert len(written) == 1
    code = written[0].replace("/srv/readout/readout.duckdb", str(newsroom.home.snapshot))
    con = eval(code, {"duckdb": duckdb})  # noqa: S307  it is our own page
    try:
        assert con.execute("select count(*) from documents_v1").fetchone() == (1,)
        for query in (
            f"from read_csv('{tmp_path}/secret.csv')",
            f"copy (select 1) to '{tmp_path}/out.csv'",
            f"attach '{newsroom.home.warehouse}' as w",
            "set enable_external_access = true",
            "create table mine (a int)",
        ):
            with pytest.raises(duckdb.Error):
                con.execute(query)
    finally:
        con.close()
    assert [path.name for path in tmp_path.iterdir()] == ["secret.csv"]
