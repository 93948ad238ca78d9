import gzip
from datetime import UTC, datetime
from pathlib import Path

import pytest

from readout.records import Article, Fetched, Rejected
from readout.sources import Catalogue, Limits, Source, read, resolve

NOW = datetime(2025, 3, 5, 12, tzinfo=UTC)
PAGE = "<!DOCTYPE html><title>Talks</title><p>The ministers met in Paris, day {}.</p>"
Outcome = Article | Rejected | Fetched


def record(
    number: int,
    body: bytes | None = None,
    *,
    http: str = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=iso-8859-1\r\n",
    more: str = "",
    length: int | None = None,
) -> bytes:
    block = f"{http}\r\n".encode() + (PAGE.format(number).encode() if body is None else body)
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://desk.example/{number}\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
        f"WARC-Date: 2025-03-04T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"{more}Content-Length: {len(block) if length is None else length}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def from_archive(folder: Path, content: bytes, name: str = "pages.warc") -> list[Outcome]:
    (folder / name).write_bytes(content)
    (source,) = resolve([str(folder / name)], Catalogue())
    return list(read(source, {}, None, NOW))


def numbers(found: list[Outcome]) -> list[int]:
    return [int(one.address.rpartition("/")[2]) for one in found if isinstance(one, Article)]


def reasons(found: list[Outcome]) -> list[str]:
    return [one.reason for one in found if isinstance(one, Rejected)]


@pytest.mark.parametrize("name", ["pages.warc", "pages.warc.gz", "pages"])
def test_each_archived_page_is_an_article_of_its_time(tmp_path: Path, name: str) -> None:
    records = [record(n) for n in range(3)]
    archive = b"".join(gzip.compress(one) if name.endswith("gz") else one for one in records)
    first, *rest = from_archive(tmp_path, archive, name)
    assert isinstance(first, Article)
    assert (first.address, first.url) == ("https://desk.example/0",) * 2
    assert (first.content, first.media_type) == (PAGE.format(0).encode(), "text/html")
    assert (first.source, first.encoding) == ("desk.example", "iso-8859-1")
    assert first.fetched_at == datetime(2025, 3, 4, 10, tzinfo=UTC)
    assert numbers(rest) == [1, 2]


def test_only_pages_that_were_answered_count(tmp_path: Path) -> None:
    archive = b"".join(
        [
            record(0).replace(b"WARC-Type: response", b"WARC-Type: request"),
            record(1, http="HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n"),
            record(2, http="HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n"),
            record(3),
        ]
    )
    found = from_archive(tmp_path, archive)
    assert numbers(found) == [3]
    assert reasons(found) == []


def test_a_packed_and_chunked_answer_is_undone(tmp_path: Path) -> None:
    packed = gzip.compress(PAGE.format(0).encode())
    chunked = b"%x\r\n%b\r\n0\r\n\r\n" % (len(packed), packed)
    http = (
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
        "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"
    )
    (article,) = from_archive(tmp_path, record(0, chunked, http=http))
    assert isinstance(article, Article)
    assert article.content == PAGE.format(0).encode()


@pytest.mark.promise(6)
def test_every_cut_of_a_packed_archive_is_seen(tmp_path: Path) -> None:
    members = [gzip.compress(record(n)) for n in range(3)]
    archive = b"".join(members)
    ends = {sum(map(len, members[:n])): n for n in range(4)}
    for cut in range(3, len(archive)):
        found = from_archive(tmp_path, archive[:cut], "pages.warc.gz")
        whole = max(n for end, n in ends.items() if end <= cut)
        assert numbers(found)[:whole] == list(range(whole)), cut
        assert reasons(found) == ([] if cut in ends else ["truncated"]), cut


@pytest.mark.promise(6)
def test_every_cut_of_a_plain_archive_gives_only_whole_pages(tmp_path: Path) -> None:
    archive = b"".join(record(n) for n in range(2))
    for cut in range(10, len(archive)):
        found = from_archive(tmp_path, archive[:cut])
        pages = [one.content for one in found if isinstance(one, Article)]
        assert pages == [PAGE.format(n).encode() for n in range(len(pages))], cut
        assert len(reasons(found)) == (cut != len(record(0))), cut


@pytest.mark.promise(6)
def test_a_wrong_length_costs_one_record_where_each_is_packed_alone(tmp_path: Path) -> None:
    wrong = [record(0), record(1, length=5000), record(2), record(3, length=80), record(4)]
    found = from_archive(tmp_path, b"".join(map(gzip.compress, wrong)), "pages.warc.gz")
    assert {0, 2, 4} <= set(numbers(found))
    assert 1 not in numbers(found)
    assert reasons(found)


@pytest.mark.promise(6)
def test_a_record_that_swallowed_others_is_a_reject(tmp_path: Path) -> None:
    archive = record(0) + record(1, length=1500) + b"".join(record(n) for n in range(2, 50))
    found = from_archive(tmp_path, archive)
    assert numbers(found) == [0]
    assert reasons(found) == ["corrupt"]


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (record(0, b""), "empty"),
        (record(0, b"<p>\0</p>"), "binary"),
        (record(0, more="WARC-Truncated: length\r\n"), "truncated"),
        (record(0, b"x" * 200_000), "too large"),
        (
            record(
                0,
                gzip.compress(b"x" * 10_000_000),
                http="HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n",
            ),
            "too large",
        ),
        (
            record(
                0,
                b"not packed",
                http="HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n",
            ),
            "corrupt",
        ),
        (record(0, http="no answer\r\n"), "corrupt"),
    ],
)
def test_a_bad_record_is_one_reject(tmp_path: Path, bad: bytes, reason: str) -> None:
    (tmp_path / "pages.warc").write_bytes(bad + record(1))
    source = Source("desk", str(tmp_path / "pages.warc"), limits=Limits(article_bytes=100_000))
    found = list(read(source, {}, None, NOW))
    assert numbers(found) == [1]
    assert reasons(found) == [reason]
