"""Names of runs that say what ran, and tags to find them by."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC
from pathlib import Path
from urllib.parse import urlsplit

from prefect import tags
from prefect.context import TagsContext
from prefect.runtime import flow_run

TAGGED_SOURCES = 20


def named(step: str) -> Callable[[], str]:
    """Names a run after its step, its inputs and its hour: `ingest un_news 2026-03-01T06:00`."""

    def name() -> str:
        minute = flow_run.scheduled_start_time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M")
        given = flow_run.parameters.get("inputs")
        return " ".join(filter(None, (step, of_inputs(given) if given else "", minute)))

    return name


def of_inputs(inputs: Sequence[str]) -> str:
    """A few words for some inputs: the first, and how many more."""
    first = short(inputs[0])
    return first if len(inputs) == 1 else f"{first} and {len(inputs) - 1} more"


def short(given: str) -> str:
    """One input in a word: a host, the last part of a path, or the name that it is."""
    if "://" in given:
        return urlsplit(given).hostname or "url"
    return Path(given).name or given


@contextmanager
def tagged(step: str, sources: Iterable[str] = ()) -> Iterator[None]:
    """Within this block, runs are found by their step and, while they are few, their sources."""
    names = sorted({f"source:{short(source)}" for source in sources})
    with tags(f"step:{step}", *(names if len(names) <= TAGGED_SOURCES else ())):
        yield


@contextmanager
def untagged() -> Iterator[None]:
    """Within this block, tasks have no tags: they are found by the run that they are part of.

    For each task with a tag, Prefect asks the server for a slot of a limit of the tag's name,
    whether there is one or not. On SQLite the answer often is that the database is locked: two
    seconds until it is asked again, and on a bad day a minute in which the server stands still
    (docs/decisions.md).
    """
    with TagsContext(current_tags=set()):
        yield
