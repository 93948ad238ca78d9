"""The whole way: what a schedule runs."""

import os
from pathlib import Path
from typing import cast

from prefect import flow
from prefect.states import Completed

from flows.backlog import stage_backlog
from flows.clean import clean
from flows.extract import extract
from flows.ingest import ingest
from flows.ledger import recorded
from flows.load import load, summary
from flows.workers import runner
from flows.writing import WAIT_S, writing
from readout import sources, staging
from readout.warehouse import Balance

WORKERS = os.cpu_count() or 1


@flow(name="pipeline", flow_run_name="pipeline into {home}")
def pipeline(
    inputs: list[str] | None = None,
    home: Path = Path("data"),
    catalogue: Path | None = None,
    workers: int = WORKERS,
    wait_s: float = WAIT_S,
) -> Balance:
    """Ingest, clean, extract, load, publish; what an earlier run left undone is done too.

    Args:
        inputs: files, folders, globs, URLs or names in the catalogue; none: all enabled in it.
        home: the folder of the warehouse, the staged parts and the snapshot.
        catalogue: a file of sources; none: the one that comes with the program.
        workers: processes for cleaning and extraction.
        wait_s: seconds to wait for another run in the same home to end.
    """
    with writing(home, wait_s) as place, recorded(place) as run_id:
        stage_backlog(place)
        ingest(given(inputs, catalogue), home, catalogue)
        cleaners = runner(min(workers, len(staging.to_clean(place))))
        clean.with_options(task_runner=cleaners)(home)
        extractors = runner(min(workers, len(staging.to_extract(place))))
        extract.with_options(task_runner=extractors)(home)
        balance = load(home, run_id)
    # Prefect shows the message, and gives the caller the data.
    return cast("Balance", Completed(message=summary(balance), data=balance))


def given(inputs: list[str] | None, catalogue: Path | None) -> list[str]:
    """The inputs named, or every enabled source."""
    return [*sources.load_catalogue(catalogue).enabled] if inputs is None else inputs
