"""A warehouse that an earlier version made goes on working.

`warehouses/` has one file for each released version, and for schemas before the first release.
Each was made from three stories, one of them edited, and is kept as it was.
"""

import lzma
import re
from pathlib import Path

import pytest

from readout import warehouse
from readout.warehouse.scripts import scripts
from tests.newsroom import Newsroom, Story, told

pytestmark = pytest.mark.promise(15)

KEPT = sorted(Path(__file__).with_name("warehouses").glob("*.duckdb.xz"))
CHANGELOG = Path(__file__).parents[2] / "CHANGELOG.md"
TEXT = "Gus Holm met Kai Lund in Oslo on Monday, the ministry said."
NEW = Story(TEXT, (told(TEXT, "meeting", "met", ["Gus Holm", "Kai Lund"]),))


@pytest.fixture(params=KEPT, ids=lambda path: path.name.split(".duckdb")[0])
def newsroom(request: pytest.FixtureRequest, tmp_path: Path) -> Newsroom:
    newsroom = Newsroom(tmp_path)
    newsroom.home.warehouse.write_bytes(lzma.decompress(request.param.read_bytes()))
    return newsroom


def test_it_opens_and_its_rows_are_those_that_were_loaded(newsroom: Newsroom) -> None:
    with warehouse.open(newsroom.home) as con:
        applied = con.execute("select max(version) from schema_migrations").fetchall()
        warehouse.publish(con, newsroom.home)
    (newest, *_) = sorted((step.stem for step in scripts("migrations")), reverse=True)
    assert applied == [(int(newest.partition("_")[0]),)]
    participants = "select participants from meetings_v1 order by all"
    assert newsroom.rows(participants) == [
        (["Anna Berg", "Carl Dahl"],),
        (["Eva Falk", "Carl Dahl"],),
    ]
    assert newsroom.rows("select count(*) from documents_v1") == [(2,)]
    assert newsroom.rows("select count(*) from store.documents") == [(3,)]
    for version in warehouse.versions():
        newsroom.rows(f"from {version.name}")


def test_a_run_loads_more_into_it(newsroom: Newsroom) -> None:
    assert newsroom.run(NEW, run_id="new").loaded == 1
    assert newsroom.rows("select count(*) from meetings_v1") == [(3,)]


def test_every_released_version_has_its_file() -> None:
    released = re.findall(r"^## (\S+) · (?!unreleased)", CHANGELOG.read_text("utf-8"), re.MULTILINE)
    assert KEPT
    assert {*released} <= {path.name.split(".duckdb")[0] for path in KEPT}
