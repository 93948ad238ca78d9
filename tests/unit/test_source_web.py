import socket
import time
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import httpcore
import pytest

from readout.records import Article, Fetched, Rejected, Validators
from readout.sources import Fetcher, Limits, Source, read
from readout.sources.addresses import is_public
from readout.sources.connecting import Network
from tests.web import (
    Reply,
    Web,
    at,
    cut_short,
    dripping,
    dripping_head,
    endless,
    page,
    redirect,
    silent,
    status,
    validated,
    zipped,
)

NOW = datetime(2025, 3, 5, 12, tzinfo=UTC)
PAGE = b"<title>Talks</title><p>The ministers met in Paris.</p>"


def outcome(
    source: Source, fetcher: Fetcher, validators: dict[str, Validators] | None = None
) -> Article | Rejected | Fetched:
    first, *rest = read(source, validators or {}, fetcher, NOW)
    assert len(rest) == isinstance(first, Article), rest
    return first


def the_reject(source: Source, fetcher: Fetcher) -> Rejected:
    found = outcome(source, fetcher)
    assert isinstance(found, Rejected), found
    assert found.stage == "ingest"
    return found


def test_a_page_is_an_article_and_the_memory_of_its_validators(web: Web, fetcher: Fetcher) -> None:
    reply = page(PAGE, "text/html; charset=iso-8859-1", ETag='"1"', Last_Modified="then")
    url = web.script("/talks", reply)
    article, fetched = read(at(url), {}, fetcher, NOW)
    assert isinstance(article, Article)
    assert (article.content, article.media_type) == (PAGE, "text/html")
    assert (article.address, article.url, article.encoding) == (url, url, "iso-8859-1")
    assert article.source == "127.0.0.1"
    assert fetched == Fetched("desk", url, 200, NOW, '"1"', "then")
    assert web.visits[-1].headers["user-agent"].startswith("readout/")


def test_what_has_not_changed_gives_no_article(web: Web, fetcher: Fetcher) -> None:
    url = web.script("/talks", validated(PAGE, "text/html", '"1"', "yesterday"))
    known = {url: Validators('"1"', "yesterday", NOW)}
    found = outcome(at(url), fetcher, known)
    assert found == Fetched("desk", url, 304, NOW, '"1"', "yesterday")


def test_a_packed_page_is_unpacked(web: Web, fetcher: Fetcher) -> None:
    found = outcome(at(web.script("/talks", zipped(PAGE))), fetcher)
    assert isinstance(found, Article)
    assert found.content == PAGE


def test_a_redirect_is_followed_and_the_address_stays(web: Web, fetcher: Fetcher) -> None:
    url = web.script("/old", redirect("/new"))
    web.script("/new", page(PAGE))
    found = outcome(at(url), fetcher)
    assert isinstance(found, Article)
    assert (found.address, found.url) == (url, web.url("/new"))


# Servers that fail


@pytest.mark.parametrize(
    ("reply", "reason", "visits"),
    [
        (status(404), "http 404", 1),
        (status(403), "http 403", 1),
        (status(500), "http 500", 3),
        (status(429), "http 429", 3),
        (status(302), "http 302", 1),
        (page(b""), "empty", 1),
        (page(b"%PDF-1.7 ...", "application/pdf"), "binary", 1),
        (page(b"a,b", "text/csv"), "unknown format", 1),
        (page(PAGE, Content_Encoding="br"), "encoding", 1),
        (page(PAGE, Content_Encoding="gzip"), "corrupt", 1),
        (cut_short(PAGE), "truncated", 3),
        (redirect("/page"), "redirects", 6),
        (redirect("file:///etc/passwd"), "scheme", 1),
        (redirect("http://[nowhere/"), "bad url", 1),
        (redirect("http://:80/"), "bad url", 1),
    ],
)
def test_an_answer_that_is_no_article_is_a_reject(
    web: Web, fetcher: Fetcher, reply: Reply, reason: str, visits: int
) -> None:
    reject = the_reject(at(web.script("/page", reply)), fetcher)
    assert reject.reason == reason
    assert web.paths() == ["/page"] * visits
    assert reject.attempts == (visits if visits == 3 else 1)


def test_a_server_that_recovers_is_read(web: Web, fetcher: Fetcher) -> None:
    url = web.script("/page", status(503), cut_short(PAGE), page(PAGE))
    assert isinstance(outcome(at(url), fetcher), Article)


@pytest.mark.promise(8)
def test_retry_after_is_kept_to(web: Web, fetcher: Fetcher) -> None:
    url = web.script("/page", status(429, Retry_After="1"), page(PAGE))
    assert isinstance(outcome(at(url), fetcher), Article)
    first, second = (visit.at for visit in web.visits if visit.path == "/page")
    assert 1.0 <= second - first < 2.0


@pytest.mark.promise(8)
def test_a_server_that_wants_an_hour_is_left_alone(web: Web, fetcher: Fetcher) -> None:
    url = web.script("/page", status(503, Retry_After="3600"))
    assert the_reject(at(url), fetcher).reason == "http 503"
    assert web.paths() == ["/page"]


@pytest.mark.promise(8)
@pytest.mark.parametrize("reply", [dripping(PAGE, 0.1), dripping_head(0.1), silent])
def test_the_whole_answer_has_one_deadline(web: Web, fetcher: Fetcher, reply: Reply) -> None:
    started = time.monotonic()
    source = at(web.script("/page", reply), limits=Limits(seconds=0.5))
    assert the_reject(source, fetcher).reason == "timeout"
    assert time.monotonic() - started < 1.5


@pytest.mark.promise(8)
def test_an_endless_answer_ends_at_the_limit(web: Web, fetcher: Fetcher) -> None:
    source = at(web.script("/page", endless), limits=Limits(download_bytes=1_000_000))
    assert the_reject(source, fetcher).reason == "too large"


@pytest.mark.promise(8)
def test_a_packed_answer_is_weighed_unpacked(web: Web, fetcher: Fetcher) -> None:
    source = at(web.script("/", zipped(b"x" * 3_000_000)), limits=Limits(download_bytes=1_000_000))
    assert the_reject(source, fetcher).reason == "too large"


def test_a_host_that_does_not_answer_or_exist_is_unreachable(fetcher: Fetcher) -> None:
    with socket.socket() as unheard:
        unheard.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{unheard.getsockname()[1]}/"
        assert the_reject(at(url), fetcher).reason == "unreachable"
    assert the_reject(at("http://nowhere.invalid/"), fetcher).reason == "unreachable"


@pytest.mark.promise(8)
def test_a_scheme_that_is_not_the_webs_is_refused(fetcher: Fetcher) -> None:
    assert the_reject(at("ftp://desk.example/feed"), fetcher).reason == "scheme"
    assert the_reject(at("file:///etc/passwd"), fetcher).reason == "scheme"


@pytest.mark.promise(13)
def test_credentials_are_used_and_never_shown(web: Web, fetcher: Fetcher) -> None:
    web.script("/page", status(404))
    url = web.url("/page?api_key=hush").replace("//", "//jo:secret@")
    reject = the_reject(at(url), fetcher)
    assert web.visits[-1].headers["authorization"].startswith("Basic ")
    assert "secret" not in repr(reject)
    assert "hush" not in reject.error


# Robots and pace


@pytest.mark.promise(8)
def test_robots_txt_is_asked_once_and_kept_to(web: Web, fetcher: Fetcher) -> None:
    web.script("/robots.txt", page(b"User-agent: readout\nDisallow: /closed\n", "text/plain"))
    web.script("/open", page(PAGE))
    closed = web.script("/closed", page(PAGE))
    assert isinstance(outcome(at(web.url("/open")), fetcher), Article)
    assert the_reject(at(closed), fetcher).reason == "robots"
    assert [visit.path for visit in web.visits] == ["/robots.txt", "/open"]


@pytest.mark.promise(8)
def test_a_redirect_into_what_robots_may_not_see_is_not_followed(
    web: Web, fetcher: Fetcher
) -> None:
    web.script("/robots.txt", page(b"User-agent: *\nDisallow: /closed\n", "text/plain"))
    url = web.script("/open", redirect("/closed"))
    assert the_reject(at(url), fetcher).reason == "robots"
    assert web.paths() == ["/open"]


def test_where_robots_txt_is_broken_nothing_is_visited(web: Web, fetcher: Fetcher) -> None:
    web.script("/robots.txt", status(500))
    url = web.script("/page", page(PAGE))
    assert the_reject(at(url), fetcher).reason == "robots"
    assert web.paths() == []


@pytest.mark.parametrize(("rules", "pause"), [(b"", 2.0), (b"User-agent: *\nCrawl-delay: 7", 7.0)])
def test_visits_to_a_host_are_spaced(web: Web, rules: bytes, pause: float) -> None:
    web.script("/robots.txt", page(rules, "text/plain"))
    source = at(web.script("/page", page(PAGE)), pause=2.0)
    slept: list[float] = []
    fetcher = Fetcher(clock=lambda: sum(slept), sleep=slept.append)
    for _ in range(3):
        assert isinstance(outcome(source, fetcher), Article)
    assert slept == [2.0, pause, pause]


def test_a_host_that_wants_an_hour_between_visits_is_not_visited(
    web: Web, fetcher: Fetcher
) -> None:
    web.script("/robots.txt", page(b"User-agent: *\nCrawl-delay: 3600", "text/plain"))
    assert the_reject(at(web.script("/page", page(PAGE))), fetcher).reason == "robots"


# Private addresses


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "0.0.0.0", "224.0.0.1", "240.0.0.1", "255.255.255.255", "168.63.129.16", "::1", "::",  # noqa: S104 - nothing is bound
        "fe80::1%eth0", "fc00::1", "fec0::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
        "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::1", "2001:db8::1",
    ],
)  # fmt: skip
def test_an_address_that_is_not_one_public_host_is_private(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:8.8.8.8"])
def test_a_public_address_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.promise(8)
@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0x7f000001", "2130706433", "[::1]"])
def test_no_spelling_of_this_machine_is_visited(web: Web, fetcher: Fetcher, host: str) -> None:
    url = web.script("/page", page(PAGE)).replace("127.0.0.1", host)
    assert the_reject(at(url, allow_private=False), fetcher).reason == "private address"
    assert web.visits == []


class Routed(httpcore.SyncBackend):
    """A network on which one public address leads to the local server; it notes who is called."""

    def __init__(self, web: Web) -> None:
        self._port = int(web.root.rpartition(":")[2])
        self.called: list[tuple[str, int]] = []

    def connect_tcp(self, host: str, port: int, *rest: Any, **named: Any) -> Any:
        self.called.append((host, port))
        return super().connect_tcp("127.0.0.1", self._port, *rest, **named)


@pytest.mark.promise(8)
def test_a_second_lookup_cannot_lead_elsewhere(web: Web) -> None:
    web.script("/page", page(PAGE))
    routed = Routed(web)
    answers = iter([["93.184.216.34"], ["93.184.216.34"], ["127.0.0.1"]])
    network = Network(lambda *_: next(answers), routed)
    fetcher = Fetcher(network=network, back_off=0.001)
    source = at("http://desk.example/page", allow_private=False)
    assert isinstance(outcome(source, fetcher), Article)
    assert routed.called == [("93.184.216.34", 80)] * 2  # robots.txt and the page, each as vetted
    assert the_reject(source, fetcher).reason == "private address"
    assert web.visits[-1].headers["host"] == "desk.example"


@pytest.mark.promise(8)
def test_one_private_address_among_public_ones_is_enough(web: Web) -> None:
    network = Network(lambda *_: ["93.184.216.34", "10.0.0.1"], Routed(web))
    reject = the_reject(
        at("http://desk.example/page", allow_private=False), Fetcher(network=network)
    )
    assert reject.reason == "private address"
    assert web.visits == []


@pytest.mark.promise(8)
def test_a_redirect_into_a_private_network_is_not_followed(web: Web) -> None:
    web.script("/page", redirect("http://inside.example/secrets"))
    web.script("/secrets", page(PAGE))
    addresses = {"desk.example": ["93.184.216.34"], "inside.example": ["192.168.0.1"]}
    fetcher = Fetcher(network=Network(lambda host, *_: addresses[host], Routed(web)))
    reject = the_reject(at("http://desk.example/page", allow_private=False), fetcher)
    assert reject.reason == "private address"
    assert "inside.example" in reject.error
    assert web.paths() == ["/page"]


def test_what_one_source_may_not_reach_another_may(web: Web, fetcher: Fetcher) -> None:
    source = at(web.script("/page", page(PAGE)))
    refused = replace(source, allow_private=False)
    assert the_reject(refused, fetcher).reason == "private address"
    assert isinstance(outcome(source, fetcher), Article)


def test_without_a_fetcher_the_web_is_a_reject() -> None:
    (reject,) = read(at("https://desk.example/"), {}, None, NOW)
    assert isinstance(reject, Rejected)
    assert reject.reason == "not fetched"
