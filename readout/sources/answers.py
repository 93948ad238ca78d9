"""What a server answers: its body in full and within bounds, or why not."""

import time
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

import httpx

from readout.sources.errors import IngestError, TransientError
from readout.sources.gunzip import Gunzip
from readout.sources.streams import bounded, from_chunks
from readout.sources.urls import shown

_KEPT_IN_MEMORY = 1_000_000
_CHUNK = 64 * 1024
_PACKINGS = {"", "identity", "gzip", "x-gzip"}
_PASSING = {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS}


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer with status 2xx or 304. `url` is where it came from, after redirects.

    `body` is at its start, unpacked as far as HTTP packed it, and to be closed.
    """

    url: str
    status: int
    body: BinaryIO
    media_type: str | None = None
    encoding: str | None = None
    etag: str | None = None
    last_modified: str | None = None


def answer_of(response: httpx.Response, url: str, limit: int) -> Answer:
    """The answer, read to its end.

    Raises IngestError "http NNN", "too large", "truncated", "corrupt" or "encoding".
    """
    if response.status_code != HTTPStatus.NOT_MODIFIED:
        _require_success(response, url)
    headers = response.headers
    return Answer(
        url=url,
        status=response.status_code,
        body=_body(response, url, limit),
        media_type=headers.get("content-type", "").partition(";")[0].strip().lower() or None,
        encoding=response.charset_encoding,
        etag=headers.get("etag"),
        last_modified=headers.get("last-modified"),
    )


def _require_success(response: httpx.Response, url: str) -> None:
    status = response.status_code
    if response.is_success:
        return
    reason, error = f"http {status}", f"{shown(url)} answers {status} {response.reason_phrase}"
    if status in _PASSING or response.is_server_error:
        raise TransientError(reason, error, _retry_after(response))
    raise IngestError(reason, error)


def _retry_after(response: httpx.Response) -> float | None:
    """The seconds that the server asks for, given as such or as a date (RFC 9110, 10.2.3)."""
    stated = response.headers.get("retry-after", "").strip()
    if stated.isascii() and stated.isdigit():
        return float(stated)
    try:
        moment = parsedate_to_datetime(stated)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, moment.timestamp() - time.time())


def _body(response: httpx.Response, url: str, limit: int) -> BinaryIO:
    packing = response.headers.get("content-encoding", "").strip().lower()
    if packing not in _PACKINGS:
        raise IngestError(
            "encoding", f"{shown(url)} is packed as {packing}, which nobody asked for"
        )
    try:
        body = _spooled(from_chunks(response.iter_raw(_CHUNK)), limit)
    except httpx.RemoteProtocolError as error:
        raise TransientError("truncated", f"{shown(url)} breaks off: {error}") from error
    if "gzip" not in packing:
        return body
    with body:
        return _spooled(cast("BinaryIO", Gunzip(body)), limit)


def _spooled(stream: BinaryIO, limit: int) -> BinaryIO:
    spool = cast("BinaryIO", SpooledTemporaryFile(_KEPT_IN_MEMORY))  # noqa: SIM115 - it is given on
    try:
        within = bounded(stream, limit)
        while chunk := within.read(_CHUNK):
            spool.write(chunk)
        spool.seek(0)
    except BaseException:
        spool.close()
        raise
    return spool
