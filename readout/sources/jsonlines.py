"""JSON Lines: one article a line, read one line at a time."""

import json
from collections.abc import Iterator
from typing import BinaryIO

from readout.records import Article, Rejected
from readout.sources.errors import IngestError
from readout.sources.origin import Origin
from readout.sources.rows import article_of_row
from readout.sources.streams import too_large

_BOM = b"\xef\xbb\xbf"


def articles(stream: BinaryIO, origin: Origin) -> Iterator[Article | Rejected]:
    """Each line's article, or its reject with the line's number; blank lines are no rows.

    A line longer than an article may be is skipped without being kept. Raises IngestError
    "not json lines" when the file is one JSON value over several lines, and "empty" when it has
    nothing but blank lines.
    """
    rows = 0
    limit = origin.source.limits.article_bytes
    for number, line in enumerate(_lines(stream, limit), start=1):
        if number == 1 and line is not None and line.strip(b" \t\r\n" + _BOM) in {b"[", b"{"}:
            raise IngestError(
                "not json lines", "it must hold one JSON object a line, each complete"
            )
        if line is None or line.strip():
            rows += 1
            yield _outcome(line, number, origin)
    if not rows:
        raise IngestError("empty", "it has nothing but blank lines")


def _outcome(line: bytes | None, number: int, origin: Origin) -> Article | Rejected:
    place = f"line {number}"
    try:
        return article_of_row(_object(line, number, origin), origin, place)
    except IngestError as problem:
        return origin.reject(problem, address=f"{origin.address}#line-{number}")


def _object(line: bytes | None, number: int, origin: Origin) -> dict[str, object]:
    if line is None:
        limit = too_large(origin.source.limits.article_bytes)
        raise IngestError(limit.reason, f"line {number}: {limit.error}")
    try:
        row = json.loads((line.removeprefix(_BOM) if number == 1 else line).decode("utf-8"))
    except UnicodeDecodeError as error:
        raise IngestError("not utf-8", f"line {number} is not UTF-8: {error.reason}") from error
    except (ValueError, RecursionError) as error:
        raise IngestError("not json", f"line {number} is not JSON: {error}") from error
    if not isinstance(row, dict):
        raise IngestError("not json", f"line {number} is not a JSON object")
    return row


def _lines(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """Every line; None for one longer than the limit."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit or line.endswith(b"\n"):
            yield line
            continue
        while (rest := stream.readline(limit)) and not rest.endswith(b"\n"):
            pass
        yield None
