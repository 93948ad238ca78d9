"""Prefect's own records in PostgreSQL, by the usual setting."""

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from flows.service.service import Service as Settings
from tests.flows.servers import free_port
from tests.flows.services import service

pytestmark = [
    pytest.mark.slow,
    pytest.mark.server,
    pytest.mark.timeout(1200),
    pytest.mark.xdist_group("service faults"),
]
PLACES = os.pathsep.join((os.environ["PATH"], *map(str, Path("/usr/lib/postgresql").glob("*/bin"))))
INITDB, POSTGRES = (shutil.which(name, path=PLACES) for name in ("initdb", "postgres"))


def owner() -> str | None:
    """Who runs PostgreSQL, which refuses root."""
    if os.getuid():
        return None
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        pytest.skip("PostgreSQL does not run as root, and there is no user postgres")


@contextmanager
def postgresql() -> Iterator[int]:
    """The port of an empty server, which knows the user readout and its database prefect."""
    if INITDB is None or POSTGRES is None:
        pytest.skip("no PostgreSQL: neither on the path nor in /usr/lib/postgresql")
    user, port = owner(), free_port()
    folder = Path(tempfile.mkdtemp(prefix="readout-pg-"))
    if user:
        shutil.chown(folder, user)
    data = str(folder / "data")
    made = [INITDB, "--pgdata", data, "--auth", "trust", "--username", "readout"]
    subprocess.run(made, user=user, cwd=folder, check=True, capture_output=True)
    command = [POSTGRES, "-D", data, "-k", str(folder), "-h", "127.0.0.1", "-p", str(port)]
    with (
        (folder.parent / f"{folder.name}.log").open("wb") as log,
        subprocess.Popen(command, user=user, cwd=folder, stdout=log, stderr=log) as server,
    ):
        try:
            create(port)
            yield port
        finally:
            server.terminate()
            server.wait(60)
            shutil.rmtree(folder)
            (folder.parent / f"{folder.name}.log").unlink()


def create(port: int) -> None:
    deadline = time.monotonic() + 60
    while (made := asked(port, "create database prefect", "postgres")).returncode:
        assert time.monotonic() < deadline, made.stderr
        time.sleep(0.2)


def asked(port: int, query: str, database: str = "prefect") -> subprocess.CompletedProcess[str]:
    place = ["--host", "127.0.0.1", "--port", str(port), "--username", "readout"]
    command = ["psql", "--tuples-only", "--no-align", *place, "--command", query, database]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_records_of_runs_are_where_the_setting_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with postgresql() as port:
        url = f"postgresql+asyncpg://readout@127.0.0.1:{port}/prefect"
        monkeypatch.setenv("PREFECT_API_DATABASE_CONNECTION_URL", url)
        with service(tmp_path, "--every", "10") as up:
            deadline = time.monotonic() + 300
            while not (ended := up.ended()):
                assert time.monotonic() < deadline, "no scheduled run has ended"
                time.sleep(1)
            names = asked(port, "select name from flow_run").stdout.split("\n")
            assert ended[0].name in names
            assert "1 loaded" in str(ended[0].state and ended[0].state.message)
        assert not (Settings(up.home.path).folder / "prefect.db").exists()
