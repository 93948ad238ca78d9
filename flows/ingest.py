"""The first flow: inputs become staged articles."""

from collections import Counter
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Any

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.futures import as_completed
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner

from flows.artifacts import Bar
from flows.naming import named, of_inputs, untagged
from flows.outcome import counted
from flows.parameters import Inputs
from flows.writing import writing
from readout import cleaning, intake, sources, warehouse
from readout.home import Home
from readout.progress import report
from readout.records import Validators
from readout.sources import Fetcher, Source
from readout.tombstones import Tombstones

# Requests to one host are paced, so threads only help with hosts that are slow to answer.
POOL: TaskRunner[Any] = ThreadPoolTaskRunner(max_workers=8)


@dataclass(frozen=True, slots=True)
class Known:
    """What the warehouse knows of the inputs: articles it holds, what it took down, answers.

    `now` is when all of them are read: never before an earlier run, whatever the clock says.
    """

    articles: AbstractSet[str]
    stones: Tombstones
    validators: Mapping[str, Validators]
    now: datetime


@flow(name="ingest", flow_run_name=named("ingest"), task_runner=POOL)
def ingest(
    inputs: Inputs, home: Path = Path("data"), catalogue: Path | None = None
) -> Counter[str]:
    """Stage everything new in the inputs; returns how many came in each state.

    An input is a file, a folder, a glob, a URL or a name in the catalogue. One that fails is a
    reject, and the others go on.
    """
    with writing(home) as place:
        given = sources.resolve(inputs or [], sources.load_catalogue(catalogue))
        known = _known(place)
        groups = _groups(given)
        fetcher = Fetcher()
        with untagged():
            futures = [
                read.with_options(task_run_name=f"read {of_inputs(_names(group))}").submit(
                    group, place, known, fetcher
                )
                for group in groups
            ]
        report("ingest", 0, len(futures))
        bar = Bar("ingest", len(futures))
        for done, future in enumerate(as_completed(futures), 1):
            future.wait()
            report("ingest", done, len(futures))
            bar.move(done)
        return counted(sum((future.result() for future in futures), Counter()))


@task(name="read", cache_policy=NO_CACHE)
def read(
    group: list[Source],
    home: Home,
    known: Known,
    fetcher: Fetcher,
) -> Counter[str]:
    """Read some sources one after the other and stage what they give."""
    outcomes = chain.from_iterable(
        sources.read(source, known.validators, fetcher, known.now) for source in group
    )
    return intake.stage(outcomes, home, known.articles, known.now, known.stones)


def _known(home: Home) -> Known:
    with warehouse.open(home) as con:
        return Known(
            warehouse.known_articles(con, cleaning.VERSION),
            warehouse.tombstones(con),
            warehouse.validators(con),
            warehouse.moment(con, datetime.now(UTC)),
        )


def _groups(given: list[Source]) -> list[list[Source]]:
    """One task for all that is on disk, and one for each source that is asked over a network."""
    local = [source for source in given if not source.is_url]
    return [*([local] if local else []), *([source] for source in given if source.is_url)]


def _names(group: list[Source]) -> list[str]:
    return list(dict.fromkeys(source.name for source in group))
