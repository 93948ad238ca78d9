import gzip
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from readout.records import Article, Fetched, Rejected, Validators
from readout.sources import Catalogue, Fetcher, Limits, read, resolve
from tests.web import Web, at, cut_short, page, status, validated

NOW = datetime(2025, 3, 5, 12, tzinfo=UTC)
TEXT = (
    "<p>The two ministers met in Paris on Tuesday and spoke about fishing rights. "
    "They agreed to meet again in April, and said that their experts would go on working.</p>"
)
PAGE = b"<!DOCTYPE html><title>Talks</title><p>The ministers met in Paris.</p>"
Outcome = Article | Rejected | Fetched


def rss(*items: str) -> bytes:
    return (
        '<?xml version="1.0"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Desk</title>'
        + "".join(f"<item>{item}</item>" for item in items)
        + "</channel></rss>"
    ).encode()


def item(guid: str, link: str, content: str = "", teaser: str = "", title: str = "Talks") -> str:
    return (
        f"<title>{title}</title><link>{link}</link>"
        f'<guid isPermaLink="false">{guid}</guid><pubDate>Tue, 04 Mar 2025 10:00:00 GMT</pubDate>'
        f"<description><![CDATA[{teaser}]]></description>"
        + (f"<content:encoded><![CDATA[{content}]]></content:encoded>" if content else "")
    )


def from_file(folder: Path, content: bytes, name: str = "feed.xml") -> list[Outcome]:
    (folder / name).write_bytes(content)
    (source,) = resolve([str(folder / name)], Catalogue())
    return list(read(source, {}, None, NOW))


def articles(found: list[Outcome]) -> list[Article]:
    return [one for one in found if isinstance(one, Article)]


def reasons(found: list[Outcome]) -> list[str]:
    return [one.reason for one in found if isinstance(one, Rejected)]


# Items


def test_an_item_with_its_text_is_an_article(tmp_path: Path) -> None:
    (article,) = articles(
        from_file(tmp_path, rss(item("urn:x:1", "https://desk.example/1?a=1", TEXT)), "feed.txt")
    )
    assert article.address == "urn:x:1"
    assert article.url == "https://desk.example/1?a=1"
    assert (article.title, article.source) == ("Talks", "desk.example")
    assert article.published == "Tue, 04 Mar 2025 10:00:00 GMT"
    assert (article.content, article.media_type) == (TEXT, "text/html")


@pytest.mark.parametrize(
    ("guid", "address"),
    [
        ("https://desk.example/?p=7", "https://desk.example/?p=7"),
        ("https://desk.example/1#0", "https://desk.example/1"),
        ("tag:desk.example,2025:7", "tag:desk.example,2025:7"),
        ("7", "{folder}#7"),
        ("", "https://desk.example/1"),
    ],
)
def test_an_item_is_its_guid_or_else_its_page(tmp_path: Path, guid: str, address: str) -> None:
    (article,) = articles(from_file(tmp_path, rss(item(guid, "https://DESK.example/1", TEXT))))
    assert article.address == address.format(folder=tmp_path.name)


def test_items_told_apart_by_a_fragment_stay_apart(tmp_path: Path) -> None:
    links = [f"https://desk.example/live#{n}" for n in (1, 2)]
    found = articles(from_file(tmp_path, rss(*(item(link, link, TEXT) for link in links))))
    assert [one.address for one in found] == links


def test_atom_is_read_like_rss(tmp_path: Path) -> None:
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Desk</title><entry><id>urn:x:1</id>'
        '<title type="html">Talks &lt;b&gt;today&lt;/b&gt; &amp;amp; tomorrow</title>'
        '<link href="https://desk.example/1"/><updated>2025-03-04T10:00:00Z</updated>'
        f'<content type="text">{"They met. " * 30}</content></entry></feed>'
    )
    (article,) = articles(from_file(tmp_path, feed.encode()))
    assert (article.address, article.published) == ("urn:x:1", "2025-03-04T10:00:00Z")
    assert article.title == "Talks today & tomorrow"
    assert article.media_type == "text/plain"


def test_a_link_that_is_a_script_is_no_link(tmp_path: Path) -> None:
    (article,) = articles(from_file(tmp_path, rss(item("urn:x:1", "javascript:alert(1)", TEXT))))
    assert article.url is None


def test_a_feed_never_opens_a_file_that_its_bytes_name(tmp_path: Path) -> None:
    (tmp_path / "real.xml").write_bytes(rss(item("urn:x:1", "https://desk.example/1", TEXT)))
    (tmp_path / "feed.rss").write_text(str(tmp_path / "real.xml"))
    (source,) = resolve([str(tmp_path / "feed.rss")], Catalogue())
    assert reasons(list(read(source, {}, None, NOW))) == ["not a feed"]


def test_a_feed_that_is_cut_gives_its_whole_items(tmp_path: Path) -> None:
    feed = rss(*(item(f"urn:x:{n}", f"https://desk.example/{n}", TEXT) for n in range(3)))
    found = from_file(tmp_path, feed[: feed.rindex(b"spoke about")])
    assert [one.address for one in articles(found)] == ["urn:x:0", "urn:x:1"]
    assert reasons(found) == ["truncated"]


def test_a_stray_byte_spoils_no_other_letter(tmp_path: Path) -> None:
    text = TEXT.replace("fishing", "pêche “côtière”")
    feed = rss(item("urn:x:1", "https://desk.example/1", text)).replace("ô".encode(), b"\xf4")
    (article,) = articles(from_file(tmp_path, feed))
    assert article.content == text


def test_a_feed_in_another_encoding_is_read_in_it(tmp_path: Path) -> None:
    feed = rss(item("urn:x:1", "https://desk.example/1", TEXT, title="Café")).decode()
    latin = feed.replace('"1.0"?', '"1.0" encoding="iso-8859-1"?').encode("latin-1")
    (article,) = articles(from_file(tmp_path, latin))
    assert article.title == "Café"


def test_a_feed_without_items_is_a_reject(tmp_path: Path) -> None:
    assert reasons(from_file(tmp_path, rss())) == ["empty"]


def test_an_item_with_neither_text_nor_page_is_a_reject(tmp_path: Path) -> None:
    assert reasons(from_file(tmp_path, rss("<title>Talks</title>"))) == ["no text"]


def test_a_page_is_no_feed_where_a_feed_is_expected(web: Web, fetcher: Fetcher) -> None:
    url = web.script("/feed", page(PAGE))
    assert reasons(list(read(at(url, format="feed"), {}, fetcher, NOW))) == ["not a feed"]


# Pages that items lead to


@pytest.mark.parametrize("teaser", ["They met.", TEXT.replace("</p>", " […]</p>"), ""])
def test_of_a_teaser_the_page_is_read(web: Web, fetcher: Fetcher, teaser: str) -> None:
    link = web.script("/1", page(PAGE))
    url = web.script("/feed", page(rss(item("urn:x:1", link, teaser, teaser)), "text/xml"))
    article, visited, feed = read(at(url), {}, fetcher, NOW)
    assert isinstance(article, Article)
    assert (article.address, article.url) == ("urn:x:1", link)
    assert (article.content, article.title) == (PAGE, "Talks")
    assert isinstance(visited, Fetched)
    assert isinstance(feed, Fetched)
    assert (visited.url, feed.url) == (link, url)


def test_items_whose_page_fails_are_rejects_and_the_others_are_read(
    web: Web, fetcher: Fetcher
) -> None:
    good = web.script("/good", page(PAGE))
    gone = web.script("/gone", status(410))
    broken = web.script("/broken", cut_short(PAGE))
    feed = web.script("/scan.pdf", page(b"%PDF-1.7", "application/pdf"))
    items = [item(f"urn:x:{link}", link) for link in (gone, broken, feed, good)]
    whole = item("urn:x:whole", "https://desk.example/whole", TEXT)
    url = web.script("/feed", page(rss(*items, whole), ETag='"1"'))
    found = list(read(at(url), {}, fetcher, NOW))
    assert reasons(found) == ["http 410", "truncated", "binary"]
    assert [one.address for one in articles(found)] == [f"urn:x:{good}", "urn:x:whole"]
    # Asked for whole next time, or the failed items would never be tried again.
    assert found[-1] == Fetched("desk", url, 200, NOW, None, None)


def test_a_page_known_and_unchanged_is_not_given_again(web: Web, fetcher: Fetcher) -> None:
    link = web.script("/1", validated(PAGE, "text/html", '"1"'))
    url = web.script("/feed", page(rss(item("urn:x:1", link)), "text/xml"))
    found = list(read(at(url), {link: Validators('"1"', None, NOW)}, fetcher, NOW))
    assert articles(found) == []
    assert [one.status for one in found if isinstance(one, Fetched)] == [304, 200]


# Sitemaps


def sitemap(*urls: str, kind: str = "url", extra: str = "") -> bytes:
    root = "urlset" if kind == "url" else "sitemapindex"
    entries = "".join(f"<{kind}><loc>{url}</loc>{extra}</{kind}>" for url in urls)
    return (
        f'<?xml version="1.0"?><{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">{entries}</{root}>'
    ).encode()


def test_a_sitemap_index_leads_to_the_pages(web: Web, fetcher: Fetcher) -> None:
    one, two = (web.script(path, page(PAGE)) for path in ("/1", "/2"))
    news = "<news:news><news:title>Talks</news:title><news:publication_date>2025-03-04"
    news += "</news:publication_date></news:news>"
    packed = gzip.compress(sitemap(two, extra=news))
    maps = [
        web.script("/a.xml", page(sitemap(one), "text/xml")),
        web.script("/b.xml.gz", page(packed, "application/gzip")),
        web.url("/missing.xml"),
    ]
    url = web.script("/sitemap.xml", page(sitemap(*maps, kind="sitemap"), "text/xml"))
    found = list(read(at(url), {}, fetcher, NOW))
    assert [one.address for one in articles(found)] == [one, two]
    assert [(one.title, one.published) for one in articles(found)][1] == ("Talks", "2025-03-04")
    assert reasons(found) == ["http 404"]


def test_a_sitemap_of_itself_ends(web: Web, fetcher: Fetcher) -> None:
    url = web.url("/sitemap.xml")
    web.script("/sitemap.xml", page(sitemap(url, url, kind="sitemap"), "text/xml"))
    assert set(reasons(list(read(at(url), {}, fetcher, NOW)))) == {"too deep"}


def test_pages_beyond_the_limit_are_a_reject(web: Web, fetcher: Fetcher) -> None:
    pages = [web.script(f"/{n}", page(PAGE)) for n in range(5)]
    url = web.script("/sitemap.xml", page(sitemap(*pages), "text/xml"))
    found = list(read(at(url, limits=Limits(pages=3)), {}, fetcher, NOW))
    assert len(articles(found)) == 3
    assert reasons(found) == ["too many"]


@pytest.mark.parametrize(
    ("lastmod", "visits"),
    [("2025-03-04T11:00:00Z", 0), ("2025-03-03", 0), ("2025-03-04", 1), ("soon", 1)],
)
def test_a_page_is_visited_again_only_if_it_may_have_changed(
    web: Web, fetcher: Fetcher, lastmod: str, visits: int
) -> None:
    link = web.script("/1", page(PAGE))
    extra = f"<lastmod>{lastmod}</lastmod>"
    url = web.script("/sitemap.xml", page(sitemap(link, extra=extra), "text/xml"))
    known = {link: Validators('"1"', None, NOW - timedelta(days=1))}
    found = list(read(at(url), known, fetcher, NOW))
    assert web.paths().count("/1") == visits
    assert len(articles(found)) == visits


def test_a_sitemap_reads_no_files_of_this_machine(tmp_path: Path, fetcher: Fetcher) -> None:
    (tmp_path / "secret").write_text("https://desk.example/secret")
    attack = sitemap("&leak;").replace(
        b"<urlset", f'<!DOCTYPE urlset [<!ENTITY leak SYSTEM "{tmp_path}/secret">]><urlset'.encode()
    )
    (tmp_path / "sitemap.xml").write_bytes(attack)
    (source,) = resolve([str(tmp_path / "sitemap.xml")], Catalogue())
    assert reasons(list(read(source, {}, fetcher, NOW))) == ["empty"]


def test_a_cut_sitemap_gives_the_pages_before_the_cut(web: Web, fetcher: Fetcher) -> None:
    pages = [web.script(f"/{n}", page(PAGE)) for n in range(2)]
    url = web.script("/sitemap.xml", page(sitemap(*pages)[:-9], "text/xml"))
    found = list(read(at(url), {}, fetcher, NOW))
    assert len(articles(found)) == 2
    assert reasons(found) == ["truncated"]


# The life of real feeds


@pytest.mark.shared
@pytest.mark.parametrize(("feed", "items"), [("state_gov", 56), ("whitehouse", 79)])
def test_sixty_states_of_a_real_feed_are_each_item_once(
    shared: Path, web: Web, fetcher: Fetcher, feed: str, items: int
) -> None:
    states = [path.read_bytes() for path in sorted((shared / "articles/feeds" / feed).glob("*"))]
    url = web.script("/feed", *(page(state, "application/rss+xml") for state in states))
    found = [one for _ in states for one in read(at(url), {}, fetcher, NOW)]
    assert reasons(found) == []
    assert len(articles(found)) == 600
    links = {(one.address, one.url) for one in articles(found)}
    assert len(links) == items
    assert Counter(Counter(address for address, _ in links).values()) == {1: items}
