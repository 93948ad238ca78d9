"""Byte streams that know where to stop."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from readout.sources.errors import IngestError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


def whole(stream: BinaryIO, limit: int) -> bytes:
    """All bytes of a stream; IngestError "too large" beyond the limit."""
    content = stream.read(limit + 1)
    if len(content) > limit:
        raise too_large(limit)
    return content


def bounded(stream: BinaryIO, limit: int) -> BinaryIO:
    """The same bytes; reading beyond the limit raises IngestError "too large"."""
    return io.BufferedReader(_Bounded(stream, limit))


def from_chunks(chunks: Iterator[bytes]) -> BinaryIO:
    """An iterator of bytes as a stream."""
    return io.BufferedReader(_Chunks(chunks))


def too_large(limit: int) -> IngestError:
    """The problem of something larger than this many bytes."""
    return IngestError("too large", f"more than {limit:,} bytes; the source's limits may be raised")


class _Bounded(io.RawIOBase):
    def __init__(self, stream: BinaryIO, limit: int) -> None:
        super().__init__()
        self._stream = stream
        self._limit = limit
        self._left = limit

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer)
        data = self._stream.read(min(len(view), self._left + 1))
        self._left -= len(data)
        if self._left < 0:
            raise too_large(self._limit)
        view[: len(data)] = data
        return len(data)


class _Chunks(io.RawIOBase):
    def __init__(self, chunks: Iterator[bytes]) -> None:
        super().__init__()
        self._chunks = chunks
        self._waiting = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer)
        while not self._waiting:
            following = next(self._chunks, None)
            if following is None:
                return 0
            self._waiting = following
        data, self._waiting = self._waiting[: len(view)], self._waiting[len(view) :]
        view[: len(data)] = data
        return len(data)
