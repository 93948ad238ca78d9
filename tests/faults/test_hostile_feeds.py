"""Feeds that are broken, endless or packed to burst: each item is an article or a reject.

`malformed_feeds.tar.xz` holds the tests that feedparser keeps of broken, oddly encoded and packed
feeds (release 6.0.14; its licence lies with them). What each says about itself in its first comment
is for feedparser; here they only have to end in rows.
"""

import gzip
import io
import tarfile
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from readout import cleaning
from readout.records import Article, Fetched, Rejected
from readout.sources import Catalogue, Fetcher, read, resolve
from tests.faults.conftest import Keep
from tests.web import Web, at, page, serving

pytestmark = pytest.mark.promise(6)

MALFORMED = Path(__file__).with_name("malformed_feeds.tar.xz")
NOW = datetime(2025, 3, 5, 12, tzinfo=UTC)
TEXT = "The minister met the mayor in Lisbon on Tuesday, and they spoke about the harbour. " * 3
ITEMS = 100_000
BOMB_BYTES = 300_000_000
Outcome = Article | Rejected | Fetched


def malformed() -> dict[str, bytes]:
    """Every file of the archive but its licence, by name."""
    with tarfile.open(MALFORMED) as archive:
        files = [(one.name, archive.extractfile(one)) for one in archive if one.isfile()]
        return {name: file.read() for name, file in files if file and name != "LICENSE"}


def given(folder: Path, name: str, content: bytes) -> list[Outcome]:
    path = folder / name
    path.write_bytes(content)
    (source,) = resolve([str(path)], Catalogue())
    return [*read(source, {}, None, NOW)]


def reasons(found: list[Outcome]) -> list[str]:
    return [one.reason for one in found if isinstance(one, Rejected)]


def feed(items: int) -> bytes:
    head = '<?xml version="1.0"?><rss version="2.0"><channel><title>Desk</title>'
    whole = "".join(
        f"<item><guid>urn:x:{n}</guid><title>Talks {n}</title>"
        f"<description>{TEXT}</description></item>"
        for n in range(items)
    )
    return f"{head}{whole}</channel></rss>".encode()


def test_every_malformed_feed_of_feedparsers_own_tests_ends_in_rows(
    tmp_path: Path, keep: Keep
) -> None:
    feeds = malformed()
    found = {
        name: given(tmp_path, f"{at}.xml", content)
        for at, (name, content) in enumerate(feeds.items())
    }
    silent = [name for name, outcomes in found.items() if not outcomes]
    failed = {name: outcomes for name, outcomes in found.items() if "failed" in reasons(outcomes)}
    assert len(found) >= 480
    assert not silent
    assert not failed
    keep(6, "malformed feeds", len(found))


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_of_a_feed_of_a_hundred_thousand_items_none_is_lost(tmp_path: Path, keep: Keep) -> None:
    started = time.process_time()
    found = given(tmp_path, "feed.xml", feed(ITEMS))
    took = time.process_time() - started
    assert Counter(type(one) for one in found) == {Article: ITEMS}
    assert len({one.address for one in found if isinstance(one, Article)}) == ITEMS
    keep(6, "items of one feed", ITEMS)
    keep(6, "seconds to read them", took)


def test_a_feed_that_is_packed_to_burst_is_a_reject(tmp_path: Path) -> None:
    bomb = gzip.compress(b"<rss>" + b" " * BOMB_BYTES)
    assert reasons(given(tmp_path, "feed.xml.gz", bomb)) == ["too large"]


def test_a_zip_archive_is_refused_unopened(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("news.txt", b" " * BOMB_BYTES)
    assert reasons(given(tmp_path, "news.zip", packed.getvalue())) == ["binary"]


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as one:
        yield one


@pytest.mark.parametrize("said", ["-1", "many", "0", "5", "999999"])
def test_an_answer_whose_length_is_not_what_it_says_is_whole_or_a_reject(
    web: Web, said: str
) -> None:
    whole = f"<!DOCTYPE html><title>Talks</title><p>{TEXT * 4}</p></html>"
    source = at(web.script("/page", page(whole.encode(), Content_Length=said)))
    fetcher = Fetcher(sleep=lambda _: None, back_off=0.0)
    (one,) = [one for one in read(source, {}, fetcher, NOW) if not isinstance(one, Fetched)]
    if isinstance(one, Article) and one.content not in {whole, whole.encode()}:
        assert isinstance(cleaning.clean(one, NOW), Rejected)
