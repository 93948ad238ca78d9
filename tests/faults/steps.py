"""The steps of a run one after the other, without Prefect, so that many runs take little time.

Imported by processes that are to be killed, so it has to stand in a module of its own.
"""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import extractors
from readout import cleaning, intake, sources, staging, warehouse
from readout.home import Home
from readout.records import Document, Extraction, Failure, Rejected
from readout.warehouse import Balance

NOW = datetime(2025, 3, 5, 12, tzinfo=UTC)

# What Python tells of before it does it. DuckDB's own writes lie between these.
TOUCHES = frozenset({"open", "os.rename", "os.remove", "os.truncate", "os.chmod", "os.mkdir"})


def ingest(home: Home, inputs: Path, now: datetime = NOW) -> None:
    """Stages what is new in a folder."""
    with warehouse.open(home) as con:
        known = warehouse.known_articles(con, cleaning.VERSION)
        stones = warehouse.tombstones(con)
        now = warehouse.moment(con, now)
    (source,) = sources.resolve([str(inputs)], sources.Catalogue())
    intake.stage(sources.read(source, {}, None, now), home, known, now, stones)


def clean(home: Home, now: datetime = NOW) -> None:
    """Makes the documents of what is staged."""
    for part in staging.to_clean(home):
        outcomes = [*cleaning.clean_all(staging.read(home, staging.ARTICLES, part), now)]
        documents = [one for one in outcomes if isinstance(one, Document)]
        rejects = [one for one in outcomes if isinstance(one, Rejected)]
        staging.write_rejects(home, "clean", rejects, part)
        staging.write(home, staging.DOCUMENTS, documents, part, cleaning.VERSION)


def extract(home: Home, now: datetime = NOW) -> None:
    """Looks for events in what is cleaned."""
    for part in staging.to_extract(home):
        documents = [*staging.read(home, staging.DOCUMENTS, part)]
        pairs = [*zip(documents, extractors.extract(documents), strict=True)]
        found = [one for _, one in pairs if isinstance(one, Extraction)]
        rejects = [
            Rejected(d.source, d.address, "extract", "failed", one.error, now)
            for d, one in pairs
            if isinstance(one, Failure)
        ]
        staging.write_rejects(home, "extract", rejects, part)
        staging.write(home, staging.EXTRACTIONS, found, part, extractors.version())


def load(home: Home, run_id: str, now: datetime = NOW) -> Balance:
    """Merges what has come all the way, and publishes."""
    with warehouse.open(home) as con:
        balance = warehouse.load(con, home, run_id, versions(), now)
        warehouse.finish_run(con, run_id, "completed", now)
        warehouse.publish(con, home)
    return balance


def merge(home: Home, run_id: str, now: datetime = NOW) -> None:
    """Merges what has come all the way."""
    with warehouse.open(home) as con:
        warehouse.load(con, home, run_id, versions(), now)


def publish(home: Home) -> None:
    """Publishes the warehouse as it is."""
    with warehouse.open(home) as con:
        warehouse.publish(con, home)


def versions() -> dict[str, str]:
    """Those of this program."""
    return {"cleaning": cleaning.VERSION, "extractor": extractors.version()}


def run(home: Home, inputs: Path, run_id: str = "run", now: datetime = NOW) -> Balance:
    """A whole run."""
    with home.lock():
        with warehouse.open(home) as con:
            warehouse.start_run(con, run_id, versions(), now)
        ingest(home, inputs, now)
        clean(home, now)
        extract(home, now)
        return load(home, run_id, now)


@contextmanager
def killed_at(home: Home, touch: int | None) -> Iterator[list[str]]:
    """Within the block, what touches files of the home; the process ends before this touch."""
    seen: list[str] = []
    root = str(home.path)
    active = [True]

    def noted(event: str, arguments: tuple[object, ...]) -> None:
        if active and event in TOUCHES and str(arguments[0]).startswith(root):
            seen.append(f"{event} {str(arguments[0])[len(root) :]}")
            if touch is not None and len(seen) == touch:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(noted)
    try:
        yield seen
    finally:
        active.clear()


def doomed(path: Path, inputs: Path, started: threading.Event, touch: int | None) -> None:
    """A run in a process that is killed, at this touch or from without."""
    home = Home(path)
    extractors.version()  # the model is loaded
    started.set()
    with killed_at(home, touch):
        run(home, inputs, "killed")
