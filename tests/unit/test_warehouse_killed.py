"""A load that is killed at any moment is simply run again."""

import multiprocessing
import os
import shutil
import signal
import threading
import time
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from readout import warehouse
from tests.newsroom import Newsroom, Story, day, told

KILLS = 8  # spread over the whole load, from before its first write to after its last
PAIRS = [("Anna Berg", "Carl Dahl"), ("Eva Falk", "Gus Holm"), ("Ida Juul", "Kai Lund")]


def _story(number: int) -> Story:
    one, other = PAIRS[number % len(PAIRS)]
    text = f"{one} met {other} on 3 March 2025, says report {number}."
    when = day(text, "3 March 2025", "2025-03-03")
    return Story(text, (told(text, "meeting", "met", [one, other], when=when),), f"test:{number}")


STORIES = [_story(number) for number in range(60)]


def _load(path: Path, started: threading.Event) -> None:
    newsroom = Newsroom(path)
    started.set()
    newsroom.load("killed")


def _staged(path: Path) -> Newsroom:
    newsroom = Newsroom(path)
    newsroom.stage(STORIES[:30])
    newsroom.stage(STORIES[30:])
    return newsroom


def _kill_after(process: BaseProcess, delay_s: float) -> None:
    process.join(delay_s)
    if process.pid and process.is_alive():
        os.kill(process.pid, signal.SIGKILL)
    process.join()


@pytest.mark.promise(2)
def test_a_killed_load_run_again_ends_in_the_same_database(tmp_path: Path) -> None:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.newsroom"])
    _staged(tmp_path / "staged")
    whole = Newsroom(shutil.copytree(tmp_path / "staged", tmp_path / "whole"))
    begun = time.monotonic()
    whole.load("whole")
    took_s = time.monotonic() - begun
    expected = whole.contents()
    killed = 0
    for point in range(KILLS):
        newsroom = Newsroom(shutil.copytree(tmp_path / "staged", tmp_path / f"killed {point}"))
        started = context.Event()
        process = context.Process(target=_load, args=(newsroom.path, started))
        process.start()
        started.wait(30)
        _kill_after(process, took_s * 1.2 * point / KILLS)
        killed += process.exitcode == -signal.SIGKILL
        if newsroom.home.snapshot.exists():
            assert newsroom.rows("select count(*) from documents_v1") == [(60,)]
        newsroom.load("again")
        assert newsroom.contents() == expected
    assert killed >= KILLS // 2


@pytest.mark.promise(2)
def test_parts_that_were_merged_before_the_kill_are_not_merged_again(tmp_path: Path) -> None:
    newsroom = _staged(tmp_path)
    parts = {path: path.read_bytes() for path in newsroom.home.staging.rglob("*.parquet")}
    con = warehouse.open(newsroom.home)
    warehouse.load(con, newsroom.home, "first", newsroom.versions, STORIES[0].fetched_at)
    names = [(path.parent.name, path.stem) for path in parts]
    con.executemany("insert into store.loaded_parts values ($1, $2)", names)
    con.close()
    for path, content in parts.items():
        path.write_bytes(content)
    assert newsroom.load("second").inputs == 0
    assert not [*newsroom.home.staging.rglob("*.parquet")]
