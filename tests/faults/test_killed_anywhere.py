"""A run that is killed, at any of many moments, ends in the same database when it is run again.

Half of the moments are just before a file of the home is touched, half lie between, by time.
"""

import multiprocessing
import os
import shutil
import signal
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from readout.home import Home
from tests.faults import steps
from tests.faults.conftest import Keep
from tests.newsroom import Newsroom

pytestmark = pytest.mark.promise(2)

REPORT = (
    "LISBON, March 4 (Harbour News) - The prime minister, {who}, met President Jorge Ruiz in "
    "Lisbon on Tuesday. “We agreed on the railway,” {who} said after the meeting. They signed an "
    "agreement worth {n} million euros.\n"
)
NAMES = ("Ana Silva", "Bruno Dias", "Carla Nunes", "Duarte Reis")
STORY = "select list(document_id order by document_id), list(text order by text) from documents"
EVENTS = "select list(event_id order by event_id) from events"
CONTEXT = multiprocessing.get_context("forkserver")


@dataclass(frozen=True)
class Editions:
    """Two editions of a folder of reports, and homes that hold one or both of them whole."""

    first: Path
    second: Path
    empty: Path
    before: Path
    seconds: float  # what a run takes
    touches: int  # files that a run touches
    expected: dict[Path, dict[str, list[str]]]  # contents after the second edition, by start
    readable: dict[Path, list[object]]  # what a reader may see, by start


def write(folder: Path, reports: dict[str, str]) -> Path:
    folder.mkdir()
    for name, text in reports.items():
        (folder / name).write_text(f"---\npublished: 2025-03-05\n---\n{text}", "utf-8")
    return folder


def seen(home: Home) -> object:
    """What a reader sees; None where there is nothing yet."""
    if not home.snapshot.exists():
        return None
    newsroom = Newsroom(home.path)
    return newsroom.rows(f"select ({STORY.replace('), list', ') || list')}), ({EVENTS})")


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    CONTEXT.set_forkserver_preload(["tests.faults.steps", "extractors.preloaded"])
    folder = tmp_path_factory.mktemp("editions")
    reports = {f"{n}.txt": REPORT.format(who=who, n=n + 2) for n, who in enumerate(NAMES)}
    first = write(folder / "first", reports)
    edited = {**reports, "1.txt": reports["1.txt"].replace("Tuesday", "Monday")}
    new = REPORT.format(who="Eva Melo", n=90)
    second = write(folder / "second", {**edited, "9.txt": new, "none.txt": ""})
    empty, before = folder / "empty", folder / "before"
    empty.mkdir()
    steps.run(Home(before), first, "first")
    (before / "lock").unlink()
    expected, readable = {}, {}
    for start in (empty, before):
        home = Home(Path(shutil.copytree(start, folder / f"{start.name} whole")))
        sights = [seen(home)]
        begun = time.monotonic()
        with steps.killed_at(home, None) as touched:
            steps.run(home, second, "second")
        seconds = time.monotonic() - begun
        expected[start] = Newsroom(home.path).timeless()
        readable[start] = [*sights, seen(home)]
    return Editions(first, second, empty, before, seconds, len(touched), expected, readable)


@dataclass(frozen=True)
class Moment:
    """When a run is killed: before a touch, or after a time; from which start."""

    start: Path
    touch: int | None = None
    after_s: float = 0.0


def moments(editions: Editions, number: int) -> Iterator[Moment]:
    """So many, evenly spread over a whole run."""
    for place in range(number):
        start = (editions.empty, editions.before)[place % 2]
        share = (place + 0.5) / number
        if place % 4 < 2:
            yield Moment(start, touch=1 + int(share * editions.touches))
        else:
            yield Moment(start, after_s=share * editions.seconds * 1.1)


def kill(process: BaseProcess, moment: Moment, home: Home, allowed: list[object]) -> int:
    """Kills it at its moment, reading all the while; returns how often was read."""
    deadline = time.monotonic() + (60 if moment.touch else moment.after_s)
    reads = 0
    while process.is_alive() and time.monotonic() < deadline:
        assert seen(home) in allowed
        reads += 1
        process.join(0.02)
    if process.is_alive() and process.pid:
        os.kill(process.pid, signal.SIGKILL)
    process.join()
    return reads


def step_of(home: Home) -> str:
    """How far a run had come when it was killed."""
    if not home.warehouse.exists():
        return "creation of the warehouse"
    staged = [kind for kind in ("articles", "documents", "extractions")
              if [*(home.staging / kind).glob("*.parquet")]]  # fmt: skip
    unfinished = [*home.path.glob(".readout.duckdb.*")]
    return "publication" if unfinished else (staged or ["no parts staged"])[-1]


def kill_and_run_again(editions: Editions, folder: Path, number: int) -> Counter[str]:
    """Kills so many runs, each finished by another; returns in which step how many were."""
    found: Counter[str] = Counter()
    for place, moment in enumerate(moments(editions, number)):
        home = Home(Path(shutil.copytree(moment.start, folder / str(place))))
        started = CONTEXT.Event()
        arguments = (home.path, editions.second, started, moment.touch)
        process = CONTEXT.Process(target=steps.doomed, args=arguments)
        process.start()
        assert started.wait(120)
        found["reads"] += kill(process, moment, home, editions.readable[moment.start])
        found["killed"] += process.exitcode == -signal.SIGKILL
        found[step_of(home)] += 1
        assert seen(home) in editions.readable[moment.start]
        steps.run(home, editions.second, "again")
        assert Newsroom(home.path).timeless() == editions.expected[moment.start], moment
        assert seen(home) == editions.readable[moment.start][-1]
        assert not [*home.staging.rglob("*.parquet*")]
        shutil.rmtree(home.path)
    return found


def test_a_run_killed_at_a_few_moments_is_finished_by_the_next(
    editions: Editions, tmp_path: Path
) -> None:
    assert kill_and_run_again(editions, tmp_path, 4)["killed"] >= 3


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_a_run_killed_at_a_hundred_moments_is_finished_by_the_next(
    editions: Editions, tmp_path: Path, keep: Keep
) -> None:
    found = kill_and_run_again(editions, tmp_path, 115)
    assert found["killed"] >= 100
    for step in ("creation of the warehouse", "articles", "documents", "extractions"):
        assert found[step], found
    keep(2, "moments at which a run was killed", found["killed"])
    keep(2, "looks of readers meanwhile", found["reads"])
