"""The snapshot over HTTP, whole or in ranges, for readers on other machines."""

import os
import re
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import BinaryIO

from readout.home import Home

_RANGE = re.compile(r"bytes=(\d*)-(\d*)")
_SENT_AT_ONCE = 1 << 20


@dataclass(frozen=True, slots=True)
class Stretch:
    """The bytes from `start` to `end`, that one outside."""

    start: int
    end: int


def stretch_of(header: str | None, size: int) -> Stretch | None:
    """What a Range header asks of a file of this size: all of it without one, None if impossible.

    Several ranges at once are answered with all of it, as RFC 9110 allows.
    """
    asked = _RANGE.fullmatch(header or "")
    if asked is None or not (asked[1] or asked[2]):
        return Stretch(0, size)
    if not asked[1]:
        return Stretch(max(size - int(asked[2]), 0), size) if int(asked[2]) else None
    start = int(asked[1])
    end = min(int(asked[2]) + 1, size) if asked[2] else size
    return Stretch(start, end) if start < end else None


def tag_of(file: BinaryIO) -> str:
    """What is another for every snapshot: a strong ETag."""
    found = os.fstat(file.fileno())
    return f'"{found.st_ino:x}-{found.st_mtime_ns:x}-{found.st_size:x}"'


class SnapshotServer(ThreadingHTTPServer):
    """Serves the home's snapshot, read-only, at `/readout.duckdb`, and nothing else.

    Each answer is of one snapshot. Who reads in ranges learns by the ETag, or by asking with
    If-Match, that a new one has taken its place.
    """

    daemon_threads = True

    def __init__(self, home: Home, host: str, port: int) -> None:
        super().__init__((host, port), _Handler)
        self.snapshot = home.snapshot


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 60
    server: SnapshotServer

    def do_GET(self) -> None:
        """Answer with the snapshot, or the range of it that is asked for."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Answer as to GET, without the bytes."""
        self._answer(with_body=False)

    def version_string(self) -> str:
        """Who answers, without versions."""
        return "readout"

    def _answer(self, *, with_body: bool) -> None:
        snapshot = self.server.snapshot
        if self.path != f"/{snapshot.name}" or not snapshot.exists():
            self._refuse(HTTPStatus.NOT_FOUND)
            return
        with snapshot.open("rb") as file:
            self._send(file, with_body=with_body)

    def _send(self, file: BinaryIO, *, with_body: bool) -> None:
        tag, size = tag_of(file), os.fstat(file.fileno()).st_size
        if self.headers.get("If-None-Match") == tag:
            self._refuse(HTTPStatus.NOT_MODIFIED, ETag=tag)
        elif self.headers.get("If-Match", tag) not in {tag, "*"}:
            self._refuse(HTTPStatus.PRECONDITION_FAILED, ETag=tag)
        elif (wanted := stretch_of(self._range(tag), size)) is None:
            missed = HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE
            self._refuse(missed, **{"Content-Range": f"bytes */{size}"})
        else:
            self._head(wanted, size, tag)
            if with_body:
                self._body(file, wanted)

    def _range(self, tag: str) -> str | None:
        """The range that is asked for, unless it is one of another snapshot."""
        return self.headers.get("Range") if self.headers.get("If-Range", tag) == tag else None

    def _head(self, wanted: Stretch, size: int, tag: str) -> None:
        whole = wanted == Stretch(0, size)
        self.send_response(HTTPStatus.OK if whole else HTTPStatus.PARTIAL_CONTENT)
        self.send_header("Content-Type", "application/vnd.duckdb")
        self.send_header("Content-Length", str(wanted.end - wanted.start))
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("ETag", tag)
        self.send_header("Cache-Control", "no-cache")
        if not whole:
            self.send_header("Content-Range", f"bytes {wanted.start}-{wanted.end - 1}/{size}")
        self.end_headers()

    def _body(self, file: BinaryIO, wanted: Stretch) -> None:
        file.seek(wanted.start)
        left = wanted.end - wanted.start
        try:
            while left and (read := file.read(min(left, _SENT_AT_ONCE))):
                self.wfile.write(read)
                left -= len(read)
        except ConnectionError:  # the reader has gone
            self.close_connection = True

    def _refuse(self, status: HTTPStatus, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the name there
        """Says nothing: a proxy in front of it keeps a log."""
