"""A Prefect server that is away for a minute, or gone, while a run reports to it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from readout import staging, warehouse
from readout.home import Home
from tests.faults.conftest import Keep
from tests.flows.servers import free_port, server_at, stop

pytestmark = [
    pytest.mark.slow,
    pytest.mark.server,
    pytest.mark.promise(12),
    pytest.mark.timeout(1500),
]
READOUT = Path(sys.executable).with_name("readout")
DOCUMENTS = 60
AWAY_S = 60.0
PATIENCE_S = 900.0


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Several parts, each of which takes seconds to read."""
    folder = tmp_path / "archive"
    folder.mkdir()
    for number in range(DOCUMENTS):
        name = f"{'ABCDEF'[number // 10]}{'abcdefghij'[number % 10]}"
        lines = (
            f"Chapter {number * 200 + line} describes the {line} piers of harbour {name}, the "
            f"price of grain in the year {1900 + number}, and what the weather does to its roofs."
            for line in range(150)
        )
        text = f"Mayor Anna {name}berg met Carl Dahl.\n\n" + "\n".join(lines)
        (folder / f"{number}.txt").write_text(text, "utf-8")
    return folder


@contextmanager
def running(
    archive: Path, home: Home, address: str, **settings: str
) -> Iterator[subprocess.Popen[str]]:
    """`readout run` in a process of its own, ended if it is still there."""
    command = [str(READOUT), "run", str(archive), "--home", str(home.path), "--workers", "1"]
    with subprocess.Popen(
        command, env={**os.environ, "PREFECT_API_URL": address, **settings}, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    ) as run:  # fmt: skip
        try:
            yield run
        finally:
            run.kill()


def until(is_so: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def said_by(run: subprocess.Popen[str]) -> str:
    out, _ = run.communicate(timeout=PATIENCE_S)
    return " ".join(out.split())


def loaded(home: Home) -> int:
    return len(warehouse.query(home, "from documents").to_pylist())


def test_a_server_away_for_a_minute_holds_up_a_run_and_no_more(
    archive: Path, tmp_path: Path, keep: Keep
) -> None:
    home, port = Home(tmp_path / "home"), free_port()
    with server_at(port, tmp_path) as (server, address), running(archive, home, address) as run:
        until(lambda: staging.parts(home, staging.EXTRACTIONS))
        stop(server)
        time.sleep(AWAY_S)
        with server_at(port, tmp_path):
            assert "Traceback" not in said_by(run)
    assert run.returncode == 0
    assert loaded(home) == DOCUMENTS
    keep(12, "seconds without a server that a run stood", AWAY_S)


def test_a_run_whose_server_is_gone_says_so_and_the_next_one_goes_on(
    archive: Path, tmp_path: Path, keep: Keep
) -> None:
    home = Home(tmp_path / "home")
    with (
        server_at(free_port(), tmp_path) as (server, address),
        running(archive, home, address, PREFECT_CLIENT_MAX_RETRIES="3") as run,
    ):
        until(lambda: staging.parts(home, staging.EXTRACTIONS))
        server.send_signal(signal.SIGKILL)
        begun = time.monotonic()
        said = said_by(run)
        took = time.monotonic() - begun
    assert run.returncode == 1
    last = said[said.rindex("the Prefect server at") :]
    assert last.startswith(f"the Prefect server at {address} does not answer any more")
    assert last.endswith("to do without one.")
    kept = {*staging.parts(home, staging.EXTRACTIONS)}
    assert kept
    with server_at(free_port(), tmp_path) as (_, address), running(archive, home, address) as run:
        said_by(run)
    assert run.returncode == 0
    assert loaded(home) == DOCUMENTS
    keep(12, "seconds until a run without its server has ended", took)
