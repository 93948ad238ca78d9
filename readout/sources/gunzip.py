"""Gzip, unpacked with care: what is cut, damaged or a bomb ends in an error, not in silence."""

import io
import zlib
from typing import TYPE_CHECKING, BinaryIO

from readout.sources.errors import IngestError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_GZIP_MAGIC = b"\x1f\x8b"
_CHUNK = 64 * 1024
# Deflate reaches 1,032 to 1; text and markup stay below 50. Beyond this much, nobody meant it.
_BOMB_RATIO = 200
_BOMB_FLOOR = 50_000_000


def is_gzip(stream: BinaryIO) -> bool:
    """Whether a stream that can be rewound begins as gzip does; it is at its start again."""
    magic = stream.read(len(_GZIP_MAGIC))
    stream.seek(0)
    return magic == _GZIP_MAGIC


def unpacked(stream: BinaryIO) -> BinaryIO:
    """The stream, gunzipped if it is gzip. Reading raises as Gunzip does."""
    return io.BufferedReader(Gunzip(stream)) if is_gzip(stream) else stream


def head_of(stream: BinaryIO, size: int) -> bytes:
    """The first bytes, unpacked; the stream is at its start again.

    Damage behind the first byte is left to be found, and told, by whoever reads on.
    """
    source = Gunzip(stream) if is_gzip(stream) else stream
    head = b""
    try:
        while len(head) < size and (more := source.read(size - len(head))):
            head += more
    except IngestError:
        if not head:
            raise
    stream.seek(0)
    return head


class Gunzip(io.RawIOBase):
    """The bytes inside gzip members, one after the other or stopping after each.

    Reading raises IngestError "truncated" where a member is cut off, "corrupt" where the bytes are
    not gzip or fail their checksum, and "too large" for what expands as no text does. What was
    read before that is sound, save for the checksum of the member it stands in.
    """

    def __init__(self, packed: BinaryIO, *, stop_after_member: bool = False) -> None:
        super().__init__()
        self._packed = packed
        self._stops = stop_after_member
        self._waiting = b""
        self._consumed = 0
        self._produced = 0
        self._decoder: zlib._Decompress | None = None
        self._stopped = False

    def readable(self) -> bool:
        """Yes."""
        return True

    def next_member(self) -> bool:
        """Goes to the next member, past what is left of this one; whether there is one."""
        self.finish_member()
        self._stopped = False
        return self._begun() is not None

    def finish_member(self) -> None:
        """Reads to the end of this member, only to see that it is sound."""
        while self._decoder is not None:
            self.read(_CHUNK)

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Fills the buffer; 0 at the end, or at the end of a member if it stops there."""
        view = memoryview(buffer)
        while not self._stopped and (decoder := self._decoder or self._begun()):
            data = self._inflated(decoder, len(view))
            if data:
                view[: len(data)] = data
                return len(data)
        return 0

    def _begun(self) -> "zlib._Decompress | None":
        """The decoder of the next member; None where there is none."""
        # Padding with zeros after a member is legal (tape blocks), anything else is not.
        while not (waiting := self._waiting.lstrip(b"\0")):
            if not self._refill():
                return None
        self._waiting = waiting
        self._decoder = zlib.decompressobj(16 + zlib.MAX_WBITS)
        return self._decoder

    def _inflated(self, decoder: "zlib._Decompress", size: int) -> bytes:
        at_end = not self._waiting and not self._refill()
        try:
            data = decoder.decompress(self._waiting, size)
        except zlib.error as error:
            raise IngestError("corrupt", f"the gzip data is damaged: {error}") from error
        self._waiting = decoder.unconsumed_tail
        if decoder.eof:
            self._waiting = decoder.unused_data
            self._decoder = None
            self._stopped = self._stops
        elif at_end and not data:
            raise IngestError("truncated", "the gzip data ends in the middle")
        self._weigh(len(data))
        return data

    def _refill(self) -> bool:
        self._waiting = self._packed.read(_CHUNK)
        self._consumed += len(self._waiting)
        return bool(self._waiting)

    def _weigh(self, size: int) -> None:
        self._produced += size
        if self._produced > max(_BOMB_FLOOR, _BOMB_RATIO * self._consumed):
            raise IngestError("too large", f"the gzip data expands more than {_BOMB_RATIO} times")
