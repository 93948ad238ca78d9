"""Web archives (WARC, ISO 28500): the HTML pages that were answered, one record at a time."""

from collections.abc import Iterator
from typing import BinaryIO, cast

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from readout.records import Article, Rejected
from readout.sources.detection import is_binary
from readout.sources.errors import IngestError
from readout.sources.gunzip import Gunzip, is_gzip
from readout.sources.origin import Origin
from readout.sources.streams import too_large
from readout.sources.urls import identifying, shown, web

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_OK = 200
_HEADERS = 32 * 1024  # what fastwarc allows for the headers of an answer
_END_OF_RECORD = b"\r\n\r\n"
# A record that claims to be longer than it is has swallowed the ones after it.
_NEXT_RECORD = (b"\r\n\r\nWARC/1.", b"\n\nWARC/1.")


class _DamagedError(IngestError):
    """The archive cannot be followed beyond this point, unless a gzip member ends here too."""


class _Counted:
    """A stream for fastwarc, which asks where it is and must not be told by seeking."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._position = 0
        self.last = b""

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._position += len(data)
        self.last = (self.last + data)[-len(_END_OF_RECORD) :]
        return data

    def tell(self) -> int:
        return self._position


def articles(stream: BinaryIO, origin: Origin) -> Iterator[Article | Rejected]:
    """The page of each response record that is HTML and was answered with 200; others are passed.

    A damaged record costs itself alone where each has its own gzip member, as the standard asks;
    elsewhere it ends the reading. Raises IngestError "truncated" or "corrupt" after all that is
    whole has been given, and "empty" if there was no page.
    """
    outcomes = _of_members(stream, origin) if is_gzip(stream) else _of_plain(stream, origin)
    first = next(outcomes, None)
    if first is None:
        raise IngestError("empty", "the archive holds no page that was answered with 200")
    yield first
    yield from outcomes


def _of_plain(stream: BinaryIO, origin: Origin) -> Iterator[Article | Rejected]:
    counted = _Counted(stream)
    yield from _pages(counted, origin)
    if counted.last != _END_OF_RECORD:
        raise IngestError("truncated", "the archive ends in the middle of a record")


def _of_members(stream: BinaryIO, origin: Origin) -> Iterator[Article | Rejected]:
    members = Gunzip(stream, stop_after_member=True)
    while members.next_member():
        try:
            yield from _pages(_Counted(cast("BinaryIO", members)), origin)
        except _DamagedError as damage:
            members.finish_member()  # it raises if the damage is the member's and not the record's
            yield origin.reject(damage)


def _pages(stream: _Counted, origin: Origin) -> Iterator[Article | Rejected]:
    try:
        records = ArchiveIterator(
            cast("BinaryIO", stream),
            record_types=WarcRecordType.response,
            parse_http=False,
            stream_detect=False,
        )
        for record in records:
            if url := web((record.headers.get("WARC-Target-URI") or "").strip("<>")):
                yield from _outcomes(record, url, origin)
    except (OSError, ValueError) as error:
        raise _DamagedError("corrupt", f"a record cannot be read: {error}") from error


def _outcomes(record: WarcRecord, url: str, origin: Origin) -> Iterator[Article | Rejected]:
    most = origin.source.limits.article_bytes + _HEADERS
    block = record.reader.read(most)
    # A cut in the record's own headers leaves it without a length.
    if not block or len(block) < min(record.content_length, most):
        raise _DamagedError("truncated", f"the record of {shown(url)} ends in the middle")
    if any(mark in block for mark in _NEXT_RECORD):
        raise _DamagedError("corrupt", f"the record of {shown(url)} is shorter than it says")
    try:
        article = _article(block, record, url, origin)
    except IngestError as problem:
        yield origin.reject(problem, address=identifying(url), url=url)
    else:
        yield from [article] if article else []


def _article(block: bytes, record: WarcRecord, url: str, origin: Origin) -> Article | None:
    answer = _answer(block, url)
    if answer.http_headers.status_code != _OK or answer.http_content_type not in _PAGES:
        return None
    if record.headers.get("WARC-Truncated"):
        raise IngestError("truncated", f"whoever archived {shown(url)} cut it short")
    limit = origin.source.limits.article_bytes
    content = answer.reader.read(limit + 1)
    if len(content) > limit or len(block) < record.content_length:
        raise too_large(limit)
    if not content.strip():
        raise IngestError("empty", f"the archived answer of {shown(url)} has no content")
    if is_binary(content):
        raise IngestError("binary", f"the archived answer of {shown(url)} has NUL bytes")
    return origin.article(
        content,
        "text/html",
        address=identifying(url),
        url=url,
        encoding=answer.http_charset,
        fetched_at=record.record_date,
    )


def _answer(block: bytes, url: str) -> WarcRecord:
    """The archived answer with its headers taken off and its transfer and packing undone."""
    answer = WarcRecord()
    answer.set_bytes_content(block)
    answer.is_http = True
    try:
        answer.parse_http(auto_decode="all")
        if not answer.is_http_parsed or answer.http_headers.status_code is None:
            raise IngestError("corrupt", f"the record of {shown(url)} holds no HTTP answer")
    except (OSError, ValueError) as error:
        raise IngestError(
            "corrupt", f"the archived answer of {shown(url)} is damaged: {error}"
        ) from error
    return answer
