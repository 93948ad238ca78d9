"""Whatever happens to a file, reading it ends in articles and rejects."""

import gzip
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readout.records import Article, Rejected
from readout.sources import Source, read
from readout.sources.urls import identifying, shown

LENIENT = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
NOW = datetime(2025, 3, 5, 12, tzinfo=UTC)
_WARC = b"".join(
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://desk.example/%d\r\n"
    b"WARC-Date: 2025-03-04T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
    b"Content-Length: 60\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>They met.</p>"
    b"\r\n\r\n" % n
    for n in range(3)
)
_FEED = (
    b'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Desk</title>'
    b"<item><title>Talks</title><link>https://desk.example/1</link><guid>urn:x:1</guid>"
    b"<pubDate>Tue, 04 Mar 2025 10:00:00 GMT</pubDate><description>They met.</description></item>"
    b"</channel></rss>"
)
_SITEMAP = b"<urlset><url><loc>https://desk.example/1</loc></url></urlset>"
_ROWS = b'{"id": "urn:x:1", "text": "They met.", "published": "2025-03-04"}\n' * 3
WHOLE: Final = {
    "pages.warc": _WARC,
    "pages.warc.gz": gzip.compress(_WARC),
    "feed.xml": _FEED,
    "sitemap.xml": _SITEMAP,
    "rows.jsonl": _ROWS,
    "rows.jsonl.gz": gzip.compress(_ROWS),
    "text.md": b"---\ntitle: Talks\n---\nThey met.\n",
    "page.html": b"<!DOCTYPE html><title>Talks</title><p>They met.",
}


@pytest.fixture(scope="module")
def parquet(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("parquet") / "rows.parquet"
    pq.write_table(pa.table({"id": ["urn:x:1"] * 9, "text": ["They met."] * 9}), path)
    return path.read_bytes()


def damaged(data: st.DataObject, whole: bytes) -> bytes:
    content = bytearray(whole)
    for _ in range(data.draw(st.integers(0, 4), "changes")):
        at = data.draw(st.integers(0, len(content) - 1), "at")
        content[at : at + data.draw(st.integers(0, 9), "cut")] = data.draw(
            st.binary(max_size=9), "put"
        )
        if not content:
            return b""
    return bytes(content[: data.draw(st.integers(0, len(content)), "end")])


def check(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    outcomes = list(read(Source("desk", str(path)), {}, None, NOW))
    assert outcomes or path.name.startswith("pages")
    for outcome in outcomes:
        assert isinstance(outcome, Article | Rejected)
        if isinstance(outcome, Rejected):
            assert outcome.reason != "failed", outcome.error


@pytest.mark.promise(6)
@pytest.mark.parametrize("name", sorted(WHOLE))
@given(data=st.data())
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_damage_to_a_file_raises(tmp_path: Path, name: str, data: st.DataObject) -> None:
    check(tmp_path / name, damaged(data, WHOLE[name]))


@pytest.mark.promise(6)
@given(data=st.data())
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_damage_to_a_parquet_file_raises(
    tmp_path: Path, parquet: bytes, data: st.DataObject
) -> None:
    check(tmp_path / "rows.parquet", damaged(data, parquet))


@pytest.mark.promise(13)
@given(
    st.from_regex(
        r"https?://[a-z]{1,9}:[a-z0-9]{8}@[\w.\[\]:-]{1,20}(/[^\s]{0,20})?", fullmatch=True
    )
)
def test_a_password_is_never_part_of_a_shown_url(url: str) -> None:
    password = url.partition("@")[0].rpartition(":")[2]
    assert f":{password}@" not in shown(url)
    assert f":{password}@" not in identifying(url)


@given(st.sampled_from(["https://desk.example/", "HTTP://jo:pw@Desk.example:80/"]), st.text())
def test_identifying_twice_is_identifying_once(host: str, text: str) -> None:
    assert identifying(identifying(f"{host}{text}")) == identifying(f"{host}{text}")
