"""A full disk: the run says which file, readers keep what they had, the next run goes on."""

import json
import multiprocessing
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from prefect.client.schemas.objects import StateType

from flows.pipeline import pipeline
from readout.home import Home
from tests.faults import steps
from tests.faults.conftest import Keep
from tests.faults.test_killed_anywhere import NAMES, REPORT, write
from tests.newsroom import Newsroom

pytestmark = pytest.mark.promise(3)

CONTEXT = multiprocessing.get_context("forkserver")
STEPS: dict[str, Callable[[Home, Path], object]] = {
    "ingest": steps.ingest,
    "clean": lambda home, _: steps.clean(home),
    "extract": lambda home, _: steps.extract(home),
    "load": lambda home, _: steps.merge(home, "full"),
    "publish": lambda home, _: steps.publish(home),
}
REPORTS = {f"{n}.txt": REPORT.format(who=who, n=n + 2) for n, who in enumerate(NAMES)}


def stopped(path: Path, inputs: Path, full: str, largest: int, out: Connection) -> None:
    """A run of which one step can write no file beyond this size; says what came of it."""
    home = Home(path)
    with home.lock():
        for name, step in STEPS.items():
            if name == full:
                _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
                resource.setrlimit(resource.RLIMIT_FSIZE, (largest, most))
            try:
                step(home, inputs)
            except Exception as error:  # noqa: BLE001  whatever it is, it is to be looked at
                out.send(f"{type(error).__name__}: {error}")
                return
    out.send("")


def run_into(full: str, largest: int, home: Home, inputs: Path) -> str:
    here, there = CONTEXT.Pipe()
    arguments = (home.path, inputs, full, largest, there)
    process = CONTEXT.Process(target=stopped, args=arguments)
    process.start()
    there.close()
    said: str = here.recv()
    process.join(30)
    assert process.exitcode == 0
    return said


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    CONTEXT.set_forkserver_preload(["tests.faults.steps", "extractors.preloaded"])
    folder = tmp_path_factory.mktemp("full")
    first = write(folder / "first", REPORTS)
    edited = REPORTS["1.txt"].replace("Tuesday", "Monday")
    write(
        folder / "second", {**REPORTS, "1.txt": edited, "9.txt": REPORT.format(who="Eva Melo", n=9)}
    )
    steps.run(Home(folder / "before"), first, "first")
    steps.run(
        Home(Path(shutil.copytree(folder / "before", folder / "whole"))),
        folder / "second",
        "second",
    )
    return folder


@pytest.mark.parametrize(
    ("full", "largest", "file"),
    [
        ("ingest", 500, ".parquet"),
        ("clean", 500, ".parquet"),
        ("extract", 500, ".parquet"),
        ("load", 20_000, "warehouse.duckdb"),
        ("load", 1_000_000, "warehouse.duckdb"),
        ("publish", 1_000_000, "readout.duckdb"),
    ],
)
def test_the_step_that_finds_the_disk_full_names_the_file_and_the_next_run_recovers(
    folders: Path, tmp_path: Path, full: str, largest: int, file: str
) -> None:
    home = Home(Path(shutil.copytree(folders / "before", tmp_path / "home")))
    newsroom = Newsroom(home.path)
    before = newsroom.contents()
    said = run_into(full, largest, home, folders / "second")
    assert file in said
    assert newsroom.contents() == before
    assert not [*home.path.rglob(".*.parquet.*"), *home.path.glob(".readout.duckdb.*")]
    steps.run(home, folders / "second", "again")
    assert newsroom.timeless() == Newsroom(folders / "whole").timeless()


def can_mount() -> bool:
    """Whether a disk of one's own can be had here, as users with namespaces can on Linux."""
    unshare = shutil.which("unshare")
    if unshare is None:
        return False
    command = [unshare, "--mount", "--map-root-user", "mount", "-t", "tmpfs", "none", "/mnt"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_a_disk_of_any_size_too_small_leaves_what_was_there_and_the_next_run_recovers(
    folders: Path, tmp_path: Path, keep: Keep
) -> None:
    if not can_mount():
        pytest.skip("no file system can be mounted here")
    size = sum(path.stat().st_size for path in (folders / "before").rglob("*"))
    expected = Newsroom(folders / "whole").timeless()
    full = 0
    for more in range(0, 24_000_000, 2_000_000):
        command = [
            "unshare", "--mount", "--map-root-user", sys.executable, "-m",
            "tests.faults.small_disk", str(folders / "before"), str(folders / "second"),
            str(tmp_path), str(size + 65_536 + more),
        ]  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        told = json.loads(done.stdout.splitlines()[-1])
        assert told["is_kept"]
        assert told["contents"] == expected
        assert not told["said"] or str(tmp_path / "home") in told["said"], told["said"]
        full += bool(told["said"])
    assert full
    keep(3, "disks too small", full)


@pytest.mark.xdist_group("flows")
@pytest.mark.usefixtures("prefect_api")
def test_a_run_on_a_full_disk_ends_as_failed_and_its_message_names_the_file(
    folders: Path, tmp_path: Path
) -> None:
    soft, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, most))
    try:
        state = pipeline([str(folders / "first")], tmp_path / "home", None, 1, return_state=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, most))
    assert state.type is StateType.FAILED
    assert "warehouse.duckdb" in str(state.message)
    again = pipeline([str(folders / "first")], tmp_path / "home", None, 1)
    # A disk may turn out full when what is committed is moved into the file: then it is there.
    assert again.loaded + again.unchanged == len(NAMES)
