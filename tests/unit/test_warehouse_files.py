"""The files of a home: who may write them, who may read them, and what a reader can do."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from readout import warehouse
from readout.home import Home, HomeLockedError
from tests.newsroom import Newsroom, Story, told

TEXT = "Anna Berg met Carl Dahl."
STORY = Story(TEXT, (told(TEXT, "meeting", "met", ["Anna Berg", "Carl Dahl"]),))
OTHER = Story("Nobody met anybody.")

HOLD = """
import sys, pathlib
from readout.home import Home
with Home(pathlib.Path(sys.argv[1])).lock():
    print("held", flush=True)
    sys.stdin.read()
"""
READ = """
import sys, duckdb
con = duckdb.connect(sys.argv[1], read_only=True)
for line in sys.stdin:
    print(con.execute("select count(*) from documents").fetchone()[0], flush=True)
"""


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path / "home")


@contextmanager
def process(script: str, *arguments: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", script, *map(str, arguments)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as running:
        yield running
        if running.stdin:
            running.stdin.close()


def ask(reader: subprocess.Popen[str]) -> str:
    assert reader.stdin is not None
    assert reader.stdout is not None
    reader.stdin.write("again\n")
    reader.stdin.flush()
    return reader.stdout.readline().strip()


@pytest.mark.promise(4)
def test_a_second_run_waits_and_then_says_who_is_writing_since_when(tmp_path: Path) -> None:
    home = Home(tmp_path)
    with process(HOLD, tmp_path) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        started = time.monotonic()
        with (
            pytest.raises(HomeLockedError, match=rf"process {holder.pid} since 20\d\d-"),
            home.lock(0.3),
        ):
            pass
        assert time.monotonic() - started >= 0.3
    with home.lock():
        pass


@pytest.mark.promise(4)
def test_a_lock_ends_with_the_process_that_held_it(tmp_path: Path) -> None:
    with process(HOLD, tmp_path) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        holder.kill()
        holder.wait()
        with Home(tmp_path).lock(1):
            pass


@pytest.mark.promise(2)
def test_a_reader_who_keeps_the_snapshot_open_disturbs_nobody_and_sees_the_next_one_later(
    newsroom: Newsroom,
) -> None:
    newsroom.run(STORY, run_id="1")
    with process(READ, newsroom.home.snapshot) as reader:
        assert ask(reader) == "1"
        newsroom.run(OTHER, run_id="2")
        assert ask(reader) == "1"
    with process(READ, newsroom.home.snapshot) as reader:
        assert ask(reader) == "2"


def test_the_snapshot_cannot_be_written_and_a_log_left_beside_it_is_not_replayed(
    newsroom: Newsroom,
) -> None:
    newsroom.run(STORY, run_id="1")
    assert newsroom.home.snapshot.stat().st_mode & 0o222 == 0
    stray = newsroom.home.path / "readout.duckdb.wal"
    stray.write_bytes(os.urandom(1000))
    newsroom.run(OTHER, run_id="2")
    assert not stray.exists()
    assert newsroom.rows("select count(*) from documents") == [(2,)]


@pytest.mark.promise(9)
@pytest.mark.parametrize(
    "sql",
    [
        "copy (select 1) to '{folder}/out.csv'",
        "from read_csv('{folder}/secret.csv')",
        "from '{folder}/secret.csv'",
        "from read_text('{folder}/secret.csv')",
        "from glob('{folder}/*')",
        "attach '{folder}/warehouse.duckdb' as w",
        "attach '{folder}/new.duckdb' as w",
        "export database '{folder}/all'",
        "install httpfs",
        "set enable_external_access = true",
        "set memory_limit = '100GB'",
        "set max_execution_time = 0",
        "drop view documents",
        "delete from store.documents",
        "create table mine (a int)",
        "from seen_by_python",
    ],
)
def test_a_query_reaches_nothing_but_the_snapshot(newsroom_read: Newsroom, sql: str) -> None:
    folder = newsroom_read.home.path
    seen_by_python = [1]
    before = sorted(folder.iterdir())
    with pytest.raises(duckdb.Error):
        newsroom_read.rows(sql.format(folder=folder))
    assert sorted(folder.iterdir()) == before
    assert seen_by_python == [1]


@pytest.fixture(scope="module")
def newsroom_read(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    newsroom = Newsroom(tmp_path_factory.mktemp("read") / "home")
    newsroom.run(STORY)
    (newsroom.home.path / "secret.csv").write_text("a,b\n1,2\n")
    return newsroom


@pytest.mark.promise(9)
def test_a_query_that_never_ends_is_ended(newsroom_read: Newsroom) -> None:
    endless = "select max(hash(a.range, b.range)) from range(10000000) a, range(10000000) b"
    started = time.monotonic()
    with pytest.raises(duckdb.Error, match="execution time"):
        warehouse.query(newsroom_read.home, endless, max_seconds=0.3)
    assert time.monotonic() - started < 5


@pytest.mark.promise(9)
def test_a_query_cannot_use_up_the_memory(newsroom_read: Newsroom) -> None:
    greedy = "select list(range) from range(100000000)"
    with pytest.raises(duckdb.OutOfMemoryException):
        warehouse.query(newsroom_read.home, greedy, memory="50MB")


def test_a_query_takes_parameters_and_one_that_says_nothing_gives_nothing(
    newsroom_read: Newsroom,
) -> None:
    found = warehouse.query(newsroom_read.home, "select $1 || '!' as said", ["it's"])
    assert found.to_pylist() == [{"said": "it's!"}]
    assert warehouse.query(newsroom_read.home, "-- nothing").num_rows == 0


def test_without_a_snapshot_a_reader_is_told_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(warehouse.NoSnapshotError, match="readout run"):
        warehouse.query(Home(tmp_path), "select 1")


@pytest.mark.promise(15)
def test_a_warehouse_of_a_newer_program_is_refused(newsroom: Newsroom) -> None:
    warehouse.open(newsroom.home).close()
    with duckdb.connect(newsroom.home.warehouse) as con:
        con.execute("insert into schema_migrations values (9999, 'later', '', '2030-01-01')")
    with pytest.raises(warehouse.SchemaError, match="newer readout"):
        warehouse.open(newsroom.home)


@pytest.mark.promise(15)
def test_a_migration_that_was_edited_after_it_was_applied_is_refused(newsroom: Newsroom) -> None:
    warehouse.open(newsroom.home).close()
    with duckdb.connect(newsroom.home.warehouse) as con:
        con.execute("update schema_migrations set sha256 = 'other' where version = 1")
    with pytest.raises(warehouse.SchemaError, match="0001_store"):
        warehouse.open(newsroom.home)


@pytest.mark.promise(2)
def test_what_a_killed_creation_left_is_swept_away(newsroom: Newsroom) -> None:
    newsroom.home.path.mkdir()
    (newsroom.home.path / ".warehouse.duckdb.123").write_bytes(b"half")
    (newsroom.home.path / "warehouse.duckdb.wal").write_bytes(b"of a file that is gone")
    newsroom.run(STORY)
    assert {path.name for path in newsroom.home.path.iterdir()} == {
        "lock",
        "readout.duckdb",
        "staging",
        "warehouse.duckdb",
    }


def test_files_can_be_read_by_duckdb_1_5(newsroom_read: Newsroom) -> None:
    with duckdb.connect(newsroom_read.home.snapshot, read_only=True) as con:
        tags = con.execute("select tags from duckdb_databases() where not internal").fetchall()
    assert "v1.5" in str(tags)
