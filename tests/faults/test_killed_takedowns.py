"""A takedown that is killed at any moment is finished by doing it again, or by the next run."""

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
from readout.warehouse import Takedown
from tests.newsroom import NOW, Newsroom
from tests.unit.test_forget import ADDRESS, COPY, MARKER, OTHER, UNWANTED, forget, holding, meeting

KILLS = 6  # spread over the whole takedown, from before its first write to after its last
OTHERS = [meeting(f"Person {n}", "Carl Dahl", f"https://news.example/{n}") for n in range(30)]
READABLE = "select count(*) from documents_v1"


def _take_down(path: Path, started: threading.Event) -> None:
    started.set()
    forget(Newsroom(path), ADDRESS, run_id="killed")


def _kill_after(process: BaseProcess, delay_s: float) -> None:
    process.join(delay_s)
    if process.pid and process.is_alive():
        os.kill(process.pid, signal.SIGKILL)
    process.join()


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    newsroom = Newsroom(tmp_path_factory.mktemp("takedown") / "loaded")
    newsroom.run(UNWANTED, COPY, OTHER, *OTHERS)
    newsroom.stage([UNWANTED])
    return newsroom.path


@pytest.mark.promise(11)
def test_a_killed_takedown_is_finished_whatever_comes_next(loaded: Path, tmp_path: Path) -> None:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.unit.test_forget"])
    whole = Newsroom(shutil.copytree(loaded, tmp_path / "whole"))
    begun = time.monotonic()
    forget(whole, ADDRESS)
    took_s = time.monotonic() - begun
    expected = whole.contents()
    killed = 0
    for point in range(KILLS):
        newsroom = Newsroom(shutil.copytree(loaded, tmp_path / f"killed {point}"))
        started = context.Event()
        process = context.Process(target=_take_down, args=(newsroom.path, started))
        process.start()
        started.wait(60)
        _kill_after(process, took_s * 1.2 * point / KILLS)
        killed += process.exitcode == -signal.SIGKILL
        assert newsroom.rows(READABLE) in ([(len(OTHERS) + 3,)], [(len(OTHERS) + 1,)])
        forget(newsroom, ADDRESS, run_id="again")
        assert [*holding(newsroom.home, MARKER)] == []
        assert newsroom.contents() == expected
    assert killed


@pytest.mark.promise(11)
def test_a_run_finishes_a_takedown_that_was_committed(loaded: Path, tmp_path: Path) -> None:
    newsroom = Newsroom(shutil.copytree(loaded, tmp_path / "committed"))
    con = warehouse.open(newsroom.home)
    warehouse.forget(con, newsroom.home, Takedown(frozenset({ADDRESS})), "committed", NOW)
    con.close()
    balance = newsroom.load("next")
    assert [why.reason for why in balance.refusals] == ["forgotten"]
    assert [*holding(newsroom.home, MARKER)] == []
