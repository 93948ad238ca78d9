"""The snapshot over HTTP: whole or in ranges, each answer of one snapshot, while runs go on."""

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import duckdb
import httpx
import pytest

from readout.serving import SnapshotServer, Stretch, stretch_of
from tests.newsroom import Newsroom, Story, told

FIRST = "Anna Berg met Carl Dahl in Oslo."
SECOND = "Eva Falk met Jo Ruiz in Lisbon."


def story(text: str) -> Story:
    return Story(text, (told(text, "meeting", "met", [text[: text.index(" met")]]),))


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    newsroom = Newsroom(tmp_path / "home")
    newsroom.run(story(FIRST), run_id="1")
    return newsroom


@pytest.fixture
def url(newsroom: Newsroom) -> Iterator[str]:
    with SnapshotServer(newsroom.home, "127.0.0.1", 0) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/readout.duckdb"
        server.shutdown()
        thread.join()


def get(url: str, **headers: str) -> httpx.Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx.get(url, headers=named, trust_env=False)


def meetings(path: Path) -> list[tuple[object, ...]]:
    with duckdb.connect(path, read_only=True) as con:
        return con.sql("select participants from meetings_v1 order by all").fetchall()


def test_a_copy_is_fetched_again_only_when_there_is_a_newer_snapshot(
    newsroom: Newsroom, url: str, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.duckdb"
    first = get(url)
    copy.write_bytes(first.content)
    assert meetings(copy) == [(["Anna Berg"],)]
    assert get(url, If_None_Match=first.headers["etag"]).status_code == 304
    newsroom.run(story(SECOND), run_id="2")
    second = get(url, If_None_Match=first.headers["etag"])
    assert second.status_code == 200
    copy.write_bytes(second.content)
    assert meetings(copy) == [(["Anna Berg"],), (["Eva Falk"],)]


def test_who_reads_in_ranges_never_gets_a_mixture_of_two_snapshots(
    newsroom: Newsroom, url: str
) -> None:
    whole = newsroom.home.snapshot.read_bytes()
    head = get(url, Range="bytes=0-4095")
    tag = head.headers["etag"]
    assert head.status_code == 206
    assert head.content == whole[:4096]
    assert head.headers["content-range"] == f"bytes 0-4095/{len(whole)}"
    assert get(url, Range="bytes=-10", If_Match=tag).content == whole[-10:]
    newsroom.run(story(SECOND), run_id="2")
    assert get(url, Range="bytes=4096-", If_Match=tag).status_code == 412
    anew = get(url, Range="bytes=4096-", If_Range=tag)
    assert anew.status_code == 200
    assert anew.content == newsroom.home.snapshot.read_bytes()


def test_a_download_that_has_begun_ends_with_the_snapshot_it_began(
    newsroom: Newsroom, url: str
) -> None:
    before = newsroom.home.snapshot.read_bytes()
    with httpx.Client(trust_env=False) as client, client.stream("GET", url) as answer:
        parts = answer.iter_bytes(1024)
        begun = next(parts)
        newsroom.run(story(SECOND), run_id="2")
        assert begun + b"".join(parts) == before


@pytest.mark.parametrize(
    "path", ["/", "/warehouse.duckdb", "/../lock", "/readout.duckdb/", "/lock"]
)
def test_nothing_else_of_the_home_is_served(url: str, path: str) -> None:
    assert get(url.removesuffix("/readout.duckdb") + path).status_code == 404


def test_it_can_only_be_read(url: str) -> None:
    assert httpx.put(url, content=b"x", trust_env=False).status_code == 501


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        (None, Stretch(0, 100)),
        ("bytes=0-0", Stretch(0, 1)),
        ("bytes=90-", Stretch(90, 100)),
        ("bytes=90-500", Stretch(90, 100)),
        ("bytes=-500", Stretch(0, 100)),
        ("bytes=0-1,5-6", Stretch(0, 100)),
        ("bytes=-", Stretch(0, 100)),
        ("lines=1-2", Stretch(0, 100)),
        ("bytes=100-", None),
        ("bytes=7-6", None),
        ("bytes=-0", None),
    ],
)
def test_a_range_is_what_the_standard_says(header: str | None, wanted: Stretch | None) -> None:
    assert stretch_of(header, 100) == wanted


@pytest.mark.skipif(shutil.which("curl") is None, reason="no curl on the path")
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_the_command_serves_until_it_is_told_to_end_and_curl_keeps_a_copy(
    ending: signal.Signals, newsroom: Newsroom, tmp_path: Path
) -> None:
    program = Path(sys.executable).with_name("readout")
    command = [str(program), "serve", "--home", str(newsroom.path)]
    with subprocess.Popen(
        [*command, "--port", "0"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as server:  # fmt: skip
        assert server.stdout
        url = server.stdout.readline().strip()
        fetch = ["curl", "--silent", "--fail", "--noproxy", "*", url, "--output", "copy.duckdb"]
        fetch += ["--etag-compare", "etag", "--etag-save", "etag"]
        for _ in range(2):
            subprocess.run(fetch, cwd=tmp_path, check=True, timeout=60)
            assert meetings(tmp_path / "copy.duckdb") == [(["Anna Berg"],)]
        server.send_signal(ending)
        assert server.wait(30) == 0
        assert server.stdout.read() == "stopped\n"
