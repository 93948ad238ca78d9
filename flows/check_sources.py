"""Whether each source can be read: one article of each is asked for, and nothing is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from prefect import flow, task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State

from flows.ingest import POOL
from flows.naming import named, short
from flows.outcome import ended
from flows.parameters import Inputs
from readout import sources
from readout.markdown import table, words
from readout.records import Article, Rejected
from readout.sources import Fetcher, Source


@dataclass(frozen=True, slots=True)
class Found:
    """What a source gives when it is asked for one article."""

    source: str
    title: str = ""
    error: str = ""


@flow(
    name="check sources",
    flow_run_name=named("check-sources"),
    task_runner=POOL,
    timeout_seconds=3600,  # each answer of each source has a limit of its own
)
def check_sources(inputs: Inputs = None, catalogue: Path | None = None) -> State[object]:
    """Ask each source for its first article and write nothing; degraded if one gives none.

    Args:
        inputs: Files, folders, globs, URLs or names in the catalogue. None: every source that is
            enabled in the catalogue.
        catalogue: A TOML file of sources. None: the one that comes with the program.
    """
    listed = sources.load_catalogue(catalogue)
    given = [*listed.enabled] if inputs is None else inputs
    fetcher = Fetcher()
    futures = [
        check.with_options(task_run_name=f"ask {short(source.name)}").submit(source, fetcher)
        for source in sources.resolve(given, listed)
    ]
    found = [future.result() for future in futures]
    _show(found)
    failed = [one for one in found if one.error]
    return ended(
        f"{len(found) - len(failed)} of {len(found)} sources can be read",
        found,
        [f"{one.source}: {one.error}" for one in failed],
    )


@task(name="ask", cache_policy=NO_CACHE)
def check(source: Source, fetcher: Fetcher) -> Found:
    """The first article of a source, or why there is none."""
    rejected = None
    for outcome in sources.read(source, {}, fetcher, datetime.now(UTC)):
        if isinstance(outcome, Article):
            return Found(source.name, outcome.title or outcome.address)
        rejected = rejected or (outcome if isinstance(outcome, Rejected) else None)
    error = f"{rejected.reason}: {rejected.error}" if rejected else "it is empty"
    return Found(source.name, error=error)


def _show(found: Sequence[Found]) -> None:
    rows = [(words(one.source), words(one.title), words(one.error)) for one in found]
    create_markdown_artifact(
        key="sources-checked",
        markdown=table(("source", "first article", "error"), rows) if rows else "No source is on.",
        description=f"{len(found)} sources",
    )
