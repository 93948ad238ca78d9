"""`readout run`: the main job."""

import logging
import os
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from flows.lost_server import LostServerError
from readout import warehouse
from readout.additions import AdditionsError
from readout.cli.changing import refuse
from readout.cli.display import shown
from readout.cli.options import HomeOption
from readout.cli.report import report
from readout.home import Home, HomeLockedError
from readout.settings import SettingsError
from readout.sources import CatalogueError, kept_apart
from readout.warehouse import Balance

_REFUSALS = (
    AdditionsError,
    CatalogueError,
    HomeLockedError,
    LostServerError,
    SettingsError,
    warehouse.SchemaError,
)


def run(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(help="files, folders, globs, URLs, names in the catalogue"),
    ] = None,
    home: HomeOption = Path("data"),
    catalogue: Annotated[Path | None, typer.Option(help="a file of sources")] = None,
    workers: Annotated[int, typer.Option(min=1, help="processes")] = os.cpu_count() or 1,
    wait: Annotated[float, typer.Option(help="seconds to wait for another run to end")] = 60.0,
) -> None:
    """Read articles, find events, load them and publish the snapshot.

    Without inputs, the small corpus that comes with the program is read.
    """
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "WARNING")
    logging.getLogger("stamina").setLevel(logging.ERROR)  # a retry is no news; a reject is, below
    console = Console()
    given = inputs or [str(files("seeds") / "articles")]
    try:
        with kept_apart(given) as bare:  # Prefect keeps the parameters of a run
            balance = _run(console, bare, home, catalogue, workers, wait)
    except _REFUSALS as error:
        refuse(str(error), error)
    report(Home(home), balance, console)
    if balance.inputs == balance.rejected > 0:
        raise typer.Exit(1)


def _run(console: Console, *parameters: Any) -> Balance:
    from flows.outcome import called  # noqa: PLC0415  three seconds, which --help should not take
    from flows.pipeline import pipeline  # noqa: PLC0415  as above, three seconds
    from flows.server import api  # noqa: PLC0415  as above, three seconds

    with api(), shown(console):
        balance: Balance = called(pipeline, *parameters)
        return balance
