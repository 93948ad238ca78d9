"""The life of a feed, replayed from snapshots of a real one by a web server on this machine."""

import re
from pathlib import Path

import pytest

from flows.pipeline import pipeline
from readout import warehouse
from readout.home import Home
from tests.flows.counts import everything
from tests.web import page, serving, validated

pytestmark = [pytest.mark.xdist_group("flows"), pytest.mark.usefixtures("prefect_api")]
RSS = "application/rss+xml"
ITEM = """<item><title>{title}</title><guid isPermaLink="false">{guid}</guid>
<link>https://news.example/{guid}</link><pubDate>Wed, 05 Mar 2025 10:00:00 GMT</pubDate>
<description>{text}</description></item>"""
STORY = (
    "LISBON (Harbour News) - Prime Minister Ana Silva met President Jorge Ruiz in Lisbon on "
    "Tuesday. They spoke about the railway for two hours, officials of {place} said. "
)


def feed(*items: str) -> bytes:
    inside = "".join(items)
    return f'<rss version="2.0"><channel><title>News</title>{inside}</channel></rss>'.encode()


def item(guid: str, place: str = "Porto") -> str:
    return ITEM.format(
        guid=guid, title=f"Leaders meet ({guid})", text=STORY.format(place=place) * 8
    )


def catalogue(folder: Path, url: str) -> Path:
    path = folder / "sources.toml"
    path.write_text(
        f'[sources.live]\nlocation = "{url}"\nallow_private = true\npause = 0.01\n', "utf-8"
    )
    return path


def test_an_item_comes_once_and_an_edit_is_a_revision(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    with serving() as web:
        url = web.script(
            "/feed",
            page(feed(item("1"), item("2", "Faro")), RSS),
            page(feed(item("2", "Braga"), item("3", "Evora")), RSS),
        )
        known = catalogue(tmp_path, url)
        first = pipeline(["live"], home.path, known, 1)
        second = pipeline(["live"], home.path, known, 1)
    documents = warehouse.query(home, "select address, text from documents").to_pylist()
    assert first.inputs == 2
    assert second.loaded + second.duplicate == 2
    assert len(documents) == 3
    assert sum("Braga" in row["text"] for row in documents) == 1
    assert not any("Faro" in row["text"] for row in documents)


def test_a_feed_that_has_not_changed_is_not_sent_again(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    with serving() as web:
        url = web.script("/feed", validated(feed(item("1")), RSS, etag='"a"'))
        known = catalogue(tmp_path, url)
        pipeline(["live"], home.path, known, 1)
        before = everything(home)
        again = pipeline(["live"], home.path, known, 1)
    assert again.unchanged == again.inputs == 1
    assert everything(home) == before


@pytest.mark.shared
@pytest.mark.timeout(200)
@pytest.mark.parametrize("name", ["state_gov", pytest.param("whitehouse", marks=pytest.mark.slow)])
def test_snapshots_of_a_real_feed_give_each_item_once(
    shared: Path, tmp_path: Path, name: str
) -> None:
    snapshots = [path.read_bytes() for path in sorted((shared / "articles/feeds" / name).iterdir())]
    served = snapshots[:4] + snapshots[-1:]
    home = Home(tmp_path / "home")
    with serving() as web:
        url = web.script("/feed", *(page(snapshot, RSS) for snapshot in served))
        known = catalogue(tmp_path, url)
        for _ in served:
            pipeline(["live"], home.path, known, 1)
        before = everything(home)
        again = pipeline(["live"], home.path, known, 1)
    guids = {guid for one in served for guid in re.findall(rb"<guid[^>]*>([^<]+)", one)}
    documents = warehouse.query(home, "select address from documents").to_pylist()
    rejected = warehouse.query(home, "select count(distinct address) n from rejects").to_pylist()
    assert len({row["address"] for row in documents}) == len(documents)
    assert len(documents) + rejected[0]["n"] == len(guids)
    assert everything(home) == before
    assert again.unchanged == again.inputs - again.rejected
