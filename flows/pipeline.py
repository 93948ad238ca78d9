"""The whole way: what a schedule runs."""

from pathlib import Path
from typing import cast

from prefect import flow

from flows.backlog import stage_backlog
from flows.ingest import ingest
from flows.ledger import recorded
from flows.limits import called_in_time
from flows.load import load, summary
from flows.naming import named, tagged
from flows.outcome import ended
from flows.parameters import WORKERS, Documents, Inputs, Seconds, Workers
from flows.reading import read_documents
from flows.reporting import complaints
from flows.writing import WAIT_S, writing
from readout import additions, sources
from readout.warehouse import Balance

CATCH_UP = 5_000  # old documents a run: some minutes on two cores, less than a schedule's pause


@flow(name="pipeline", flow_run_name=named("pipeline"))
def pipeline(  # noqa: PLR0913, PLR0917  the fields of a form
    inputs: Inputs = None,
    home: Path = Path("data"),
    catalogue: Path | None = None,
    workers: Workers = WORKERS,
    wait_s: Seconds = WAIT_S,
    catch_up: Documents = CATCH_UP,
) -> Balance:
    """Ingest, clean, extract, load, publish; what an earlier run left undone is done too.

    Args:
        inputs: Files, folders, globs, URLs or names in the catalogue. None: every source that is
            enabled in the catalogue.
        home: The folder of the warehouse, the staged parts and the snapshot.
        catalogue: A TOML file of sources. None: the one that comes with the program.
        workers: Processes for cleaning and extraction.
        wait_s: Seconds to wait for another run in the same home to end.
        catch_up: How many documents that an older version has read are read again in this run at
            most. A large archive is better read again by a backfill.
    """
    with writing(home, wait_s) as place, recorded(place) as run_id:
        additions.of_home(place)  # a list that cannot be used is said now, not after an hour
        backlog = stage_backlog(place, catch_up)
        chosen = given(inputs, catalogue)
        with tagged("ingest", chosen):
            called_in_time(place, ingest, chosen, home, catalogue)
        read_documents(place, workers)
        with tagged("load"):
            balance = called_in_time(place, load, home, run_id)
        complained = complaints(place, balance, is_usual=not backlog)
    # Prefect shows the message, and gives the caller the data.
    return cast("Balance", ended(summary(balance), balance, complained))


def given(inputs: list[str] | None, catalogue: Path | None) -> list[str]:
    """The inputs named, or every enabled source."""
    return [*sources.load_catalogue(catalogue).enabled] if inputs is None else inputs
