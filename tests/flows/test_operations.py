"""Every command of docs/operations.md does what it says."""

import gzip
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from prefect.settings import PREFECT_API_URL

from flows.pipeline import pipeline
from readout import warehouse
from readout.home import Home
from tests.flows.counts import everything
from tests.flows.servers import free_port
from tests.flows.services import REPORT
from tests.flows.test_backfill_killed import older_model

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
DOCUMENT = (ROOT / "docs" / "operations.md").read_text("utf-8")
BLOCK = re.compile(r"^ *```(\w+)\n(.*?)^ *```", flags=re.DOTALL | re.MULTILINE)
ADDRESS = "https://example.org/article"


def blocks(language: str) -> list[str]:
    return [text for kind, text in BLOCK.findall(DOCUMENT) if kind == language]


def commands() -> list[str]:
    """Each command of the shell, without its comment, as long as its quotation marks are open."""
    found: list[str] = []
    begun = ""
    for line in "".join(blocks("sh")).splitlines():
        begun = f"{begun}\n{line}" if begun else line.strip()
        try:
            shlex.split(begun, comments=True)
        except ValueError:
            continue
        found.append(re.sub(r"\s+# .*", "", begun))
        begun = ""
    return [one for one in found if one]


def chosen(*beginnings: str) -> list[str]:
    return [one for one in commands() if one.startswith(beginnings)]


# What the tests below run, in the order in which they stand in the document.
ASKING = chosen(
    "readout run", "readout sql", "readout diff", "readout explain", "readout resolve",
    "readout forget", "readout annotate", "zcat", "flock",
)  # fmt: skip
SERVING = chosen("readout serve", "curl")
CLUSTER = chosen("dask", "DASK")
SERVICE = chosen("readout up", "readout down")
# `export` sets a variable: those of it are in test_postgres and test_alarms. The others set up this
# very environment, or fetch another program.
ELSEWHERE = chosen("export", "make run", ".venv/bin/readout --help", "git pull")


def test_every_command_is_run_by_a_test() -> None:
    run = [*ASKING, *SERVING, *CLUSTER, *SERVICE, *ELSEWHERE]
    assert sorted(run) == sorted(commands())
    assert len(commands()) > 30


def test_the_settings_shown_are_those_that_there_are(tmp_path: Path) -> None:
    text = next(one for one in blocks("toml") if "runner" in one)
    (tmp_path / "settings.toml").write_text(text, "utf-8")
    settings = Home.configured(tmp_path).settings
    assert settings.staging == "s3://bucket/readout"
    assert settings.limits == Home(tmp_path).settings.limits, "the document shows the defaults"


@dataclass(frozen=True)
class Desk:
    """A folder in which somebody types, and where the paths of the document lie below it."""

    path: Path

    @property
    def home(self) -> Home:
        return Home(self.path / "srv" / "readout")

    def put(self, command: str) -> str:
        """The command with paths of this folder."""
        return command.replace("/srv/", f"{self.path}/srv/")

    def environment(self, **more: str) -> dict[str, str]:
        rest = {name: one for name, one in os.environ.items() if not name.startswith("PREFECT_")}
        return {**rest, "PATH": f"{BIN}:{os.environ['PATH']}", "COLUMNS": "200", **more}

    def type(self, command: str, **more: str) -> str:
        """What it says, on both streams, when it ends as it should."""
        done = subprocess.run(
            ["bash", "-c", self.put(command)],
            cwd=self.path, env=self.environment(**more),
            capture_output=True, text=True, timeout=600, check=False,
        )  # fmt: skip
        said = done.stdout + done.stderr
        assert done.returncode == 0 or "example.org/rss" in command, f"{command}\n{said}"
        return said


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("desk"))
    (desk.path / "srv").mkdir()
    (desk.path / "news").mkdir()
    (desk.path / "news" / "a.txt").write_text(f"---\npublished: 2025-03-05\n---\n{REPORT}", "utf-8")
    rows = [
        {"id": f"{n}", "url": url, "text": REPORT.replace("Silva", name), "published": "2025-03-05"}
        for n, (url, name) in enumerate([(ADDRESS, "Berg"), (f"{ADDRESS}/2", "Falk")])
    ]
    lines = "".join(f"{json.dumps(row)}\n" for row in rows)
    (desk.path / "articles.jsonl").write_text(lines, "utf-8")
    (desk.path / "articles.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    (desk.path / "news" / "articles.jsonl").write_text(lines, "utf-8")
    (desk.path / "feed.xml").write_text(
        "<rss version='2.0'><channel><title>Wire</title><item><title>Leaders meet</title>"
        f"<guid>1</guid><description>{REPORT.replace('Silva', 'Roth')}</description></item>"
        "</channel></rss>",
        "utf-8",
    )
    (desk.path / "sources.toml").write_text('[sources.wire]\nlocation = "news"\n', "utf-8")
    (desk.path / "mine.csv").write_text(
        "actor_id,name,kind,country,office,start,end,aliases\nmine.berg,Ana Berg,person,PT,,,,\n",
        "utf-8",
    )
    return desk


def filled_in(desk: Desk, command: str) -> str:
    """The command with ids and versions that are there for those that the document shows."""
    if command.startswith("readout explain"):
        query = "select min(event_id) as one from meetings_v1"
        return re.sub(r"[0-9a-f]{16}", first(Home(desk.path / "data"), query), command)
    if command.startswith("readout forget") and ADDRESS not in command:
        query = "select min(document_id) as one from documents_v1"
        return re.sub(r"[0-9a-f]{16}", first(desk.home, query), command)
    if command.startswith("readout diff") and '"' in command:
        found = warehouse.compare(desk.home)
        _, _, rest = command.rpartition('"')
        return f'readout diff "{found.earlier}" "{found.later}"{rest}'
    return command


def first(home: Home, query: str) -> str:
    (row,) = warehouse.query(home, query).to_pylist()
    return str(row["one"])


@contextmanager
def running(desk: Desk, command: str) -> Iterator[subprocess.Popen[str]]:
    """The command while it goes on."""
    process = subprocess.Popen(
        ["bash", "-c", f"exec {desk.put(command)}"],
        cwd=desk.path, env={**desk.environment(), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    try:
        yield process
    finally:
        process.terminate()
        process.communicate(timeout=180)


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.xdist_group("more flows")
@pytest.mark.usefixtures("prefect_api")
def test_what_is_asked_and_changed_by_hand(desk: Desk, tmp_path: Path) -> None:
    server = {"PREFECT_API_URL": str(PREFECT_API_URL.value()), "PREFECT_LOGGING_LEVEL": "ERROR"}
    older = {"READOUT_MODEL": str(older_model(tmp_path / "older"))}
    desk.type("readout run news/ --home /srv/readout", **server, **older)
    said = {one: desk.type(filled_in(desk, one), **server) for one in ASKING}
    assert "documents read by both" in said["readout diff --home /srv/readout"]
    assert "mentions" in next(said[one] for one in ASKING if one.startswith("readout forget"))
    assert "Ana Berg" in next(said[one] for one in ASKING if "mine.csv" in one)
    assert "rows" in next(said[one] for one in ASKING if "meetings_v1" in one)
    assert (desk.path / "statements.parquet").read_bytes().startswith(b"PAR1")
    assert (desk.path / "diff.csv").read_text("utf-8").startswith('"change","kind"')
    assert len((desk.path / "events.jsonl").read_text("utf-8").splitlines()) == 2
    assert (desk.path / "srv" / "backup" / "warehouse.duckdb").exists()
    for script in blocks("python"):
        shown = desk.type(f"{shlex.quote(sys.executable)} - <<'END'\n{script}END")
        assert "event_id" in shown

    serve, curl = SERVING
    with running(desk, serve) as server_of_snapshot:
        assert server_of_snapshot.stdout
        assert "http://127.0.0.1:4300/readout.duckdb" in server_of_snapshot.stdout.readline()
        desk.type(curl, NO_PROXY="*")
    assert (desk.path / "readout.duckdb").read_bytes() == desk.home.snapshot.read_bytes()


@pytest.mark.slow
@pytest.mark.server
@pytest.mark.timeout(1800)
@pytest.mark.xdist_group("service faults")
def test_the_service_is_started_upgraded_and_stopped(desk: Desk) -> None:
    port = free_port()
    foreground, *rest = SERVICE
    with running(desk, f"{foreground} --port {port}") as up:
        assert up.stdout
        assert "up: http://127.0.0.1" in until_said(up, "up: ")
    for command in rest:
        options = f" --port {port}" if command.startswith("readout up") else ""
        if command.startswith("readout down") and not is_up(port):
            continue  # the first of an upgrade, when nothing is up
        desk.type(command + options)
        assert is_up(port) == command.startswith("readout up")
    desk.type("readout down --home /srv/readout")


def until_said(process: subprocess.Popen[str], words: str) -> str:
    assert process.stdout
    for line in process.stdout:
        if words in line:
            return line
    raise AssertionError(f"it ended without saying {words!r}")


def is_up(port: int) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{port}/api/health", trust_env=False).is_success
    except httpx.TransportError:
        return False


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.xdist_group("runners")
@pytest.mark.usefixtures("prefect_api")
def test_a_dask_cluster_that_is_there_reads_the_same(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("readout.intake.PART_ARTICLES", 2)
    scheduler, worker = CLUSTER
    smaller = worker.replace("--nworkers 16", "--nworkers 2")
    address = f"tcp://127.0.0.1:{free_port()}"
    port = address.rpartition(":")[2]
    with (
        running(desk, f"{scheduler} --host 127.0.0.1 --port {port} --no-dashboard"),
        running(desk, f"env {smaller.replace('tcp://scheduler:8786', address)}"),
    ):
        for name, runner in (("here", "here"), ("there", address)):
            (tmp_path / name).mkdir()
            (tmp_path / name / "settings.toml").write_text(f'runner = "{runner}"', "utf-8")
            pipeline([str(desk.path / "news")], tmp_path / name, None, 2)
    here, there = (everything(Home(tmp_path / name)) for name in ("here", "there"))
    assert here == there
    assert here["meetings"]
