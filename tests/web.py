"""A real web server on this machine, which answers as it is told: well, badly, slowly or never.

with serving() as web:
    web.script("/feed", page(b"..."), status(500))
    ...  # fetch web.url("/feed") twice
    assert [visit.path for visit in web.visits] == ["/feed", "/feed"]
"""

import gzip
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from readout.sources import Source

Reply = Callable[["Visit", "Connection"], None]


@dataclass(frozen=True)
class Visit:
    """A request as it came in."""

    path: str
    headers: Mapping[str, str]
    at: float


class Connection:
    """The way back to who asked."""

    def __init__(self, handler: BaseHTTPRequestHandler, closing: threading.Event) -> None:
        self._handler = handler
        self.closing = closing

    def head(self, status: int, headers: Mapping[str, str]) -> None:
        self._handler.send_response(status)
        for name, value in headers.items():
            self._handler.send_header(name, value)
        self._handler.end_headers()

    def write(self, data: bytes) -> None:
        self._handler.wfile.write(data)
        self._handler.wfile.flush()


@dataclass
class Web:
    """The server, its scripts by path, and who came by. Without a script, a path answers 404."""

    root: str
    scripts: dict[str, list[Reply]] = field(default_factory=lambda: defaultdict(list))
    visits: list[Visit] = field(default_factory=list)

    def url(self, path: str) -> str:
        return self.root + path

    def script(self, path: str, *replies: Reply) -> str:
        """One reply after the other, the last one from then on; gives the URL."""
        self.scripts[path] = list(replies)
        return self.url(path)

    def paths(self) -> list[str]:
        """What was asked for, but for robots.txt."""
        return [visit.path for visit in self.visits if visit.path != "/robots.txt"]

    def next_reply(self, path: str) -> Reply:
        replies = self.scripts.get(path) or [status(404)]
        return replies.pop(0) if len(replies) > 1 else replies[0]


def at(url: str, **terms: Any) -> Source:
    """A source on this machine, asked without a pause."""
    return Source("desk", url, **{"allow_private": True, "pause": 0.0, **terms})


def page(body: bytes, media_type: str = "text/html", code: int = 200, **headers: str) -> Reply:
    """A whole answer; headers are named with underscores for hyphens."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}

    def reply(_: Visit, to: Connection) -> None:
        to.head(code, {"Content-Type": media_type, "Content-Length": str(len(body)), **named})
        to.write(body)

    return reply


def status(code: int, **headers: str) -> Reply:
    """An answer that is only a status."""
    return page(b"", code=code, **headers)


def redirect(location: str, code: int = 302) -> Reply:
    """Go there."""
    return status(code, Location=location)


def validated(body: bytes, media_type: str, etag: str = "", last_modified: str = "") -> Reply:
    """The body, or 304 to whoever shows that they have it."""
    validators = {"ETag": etag} if etag else {}
    if last_modified:
        validators["Last_Modified"] = last_modified
    whole, unchanged = page(body, media_type, 200, **validators), status(304, **validators)

    def reply(visit: Visit, to: Connection) -> None:
        known = visit.headers.get("if-none-match"), visit.headers.get("if-modified-since")
        (unchanged if known == (etag or None, last_modified or None) else whole)(visit, to)

    return reply


def zipped(body: bytes, media_type: str = "text/html") -> Reply:
    """The body under Content-Encoding: gzip."""
    return page(gzip.compress(body), media_type, Content_Encoding="gzip")


def dripping(body: bytes, every: float) -> Reply:
    """One byte, and then another, and then another."""

    def reply(_: Visit, to: Connection) -> None:
        to.head(200, {"Content-Type": "text/html", "Content-Length": str(len(body))})
        for byte in body:
            if to.closing.wait(every):
                return
            to.write(bytes([byte]))

    return reply


def dripping_head(every: float) -> Reply:
    """Headers without end, one byte at a time."""

    def reply(_: Visit, to: Connection) -> None:
        to.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        while not to.closing.wait(every):
            to.write(b"x")

    return reply


def endless(_: Visit, to: Connection) -> None:
    """A body that never ends, as fast as it is taken."""
    to.head(200, {"Content-Type": "text/html"})
    while not to.closing.is_set():
        to.write(b"<p>and so on</p>" * 4096)


def silent(_: Visit, to: Connection) -> None:
    """Takes the request and says nothing."""
    to.closing.wait()


def cut_short(body: bytes, media_type: str = "text/html", missing: int = 100) -> Reply:
    """Promises more than it sends."""

    def reply(_: Visit, to: Connection) -> None:
        to.head(200, {"Content-Type": media_type, "Content-Length": str(len(body) + missing)})
        to.write(body)

    return reply


@contextmanager
def serving(host: str = "127.0.0.1") -> Iterator[Web]:
    """A server for as long as the block runs; what it was in the middle of then ends."""
    closing = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            visit = Visit(self.path, headers, time.monotonic())
            web.visits.append(visit)
            try:
                web.next_reply(self.path)(visit, Connection(self, closing))
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - theirs
            """Says nothing: the visits are kept."""

    server = ThreadingHTTPServer((host, 0), Handler)
    server.daemon_threads = True
    web = Web(f"http://{host}:{server.server_address[1]}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield web
    finally:
        closing.set()
        server.shutdown()
        server.server_close()
        thread.join()
