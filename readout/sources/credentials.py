"""User names and passwords in URLs, kept apart from what is shown, logged and stored."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from readout.sources.urls import bare

_apart: ContextVar[Mapping[str, str]] = ContextVar("apart")


@contextmanager
def kept_apart(inputs: Sequence[str]) -> Iterator[list[str]]:
    """The inputs without user names and passwords; within the block, `revealed` knows them."""
    given = {bare(one): one for one in inputs}
    token = _apart.set(given)
    try:
        yield list(given)
    finally:
        _apart.reset(token)


def revealed(one: str) -> str:
    """An input as it was given, with the user name and password that were kept apart."""
    return _apart.get({}).get(one, one)
