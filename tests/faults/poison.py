"""Texts that do what they say to the process that reads them, and readers that let them.

Imported by the processes that are to be lost, so it has to stand in a module of its own.
"""

import ctypes
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from itertools import count

import extractors
from readout.records import Document, Extraction, Failure

MARK = "Beware"


def _crash() -> None:
    ctypes.string_at(0)


def _never_end() -> None:
    for _ in count():
        pass


def _eat() -> None:
    eaten = []
    while True:
        eaten.append(bytearray(1 << 26))


def _raise() -> None:
    raise ValueError("this text is poison")


def _leave() -> None:
    os._exit(3)


def _be_killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


DEEDS: dict[str, Callable[[], None]] = {
    "crash": _crash,
    "endless": _never_end,
    "memory": _eat,
    "exception": _raise,
    "exit": _leave,
    "killed": _be_killed,
}
REASONS = {
    "crash": "crash",
    "endless": "timeout",
    "memory": "memory",
    "exception": "failed",
    "exit": "crash",
    "killed": "crash",
}


def text(deed: str) -> str:
    """A text that does this to whoever reads it."""
    return f"{MARK} of the {deed}, said the minister after the talks in Lisbon on Tuesday."


def _do(words: str) -> None:
    for deed, do in DEEDS.items():
        if f"{MARK} of the {deed}," in words:
            do()


def extract(documents: Sequence[Document]) -> Iterator[Extraction | Failure]:
    """What extraction gives, but for poison."""
    for document in documents:
        _do(document.text)
    yield from extractors.extract(documents)


def shout(words: Sequence[str]) -> Iterator[str]:
    """Words in capitals, but for poison."""
    for one in words:
        _do(one)
        yield one.upper()
