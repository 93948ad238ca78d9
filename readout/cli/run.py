"""`readout run`: the main job."""

import os
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from readout import tabular, warehouse
from readout.cli.display import shown
from readout.cli.options import HomeOption
from readout.home import Home, HomeLockedError
from readout.sources import CatalogueError
from readout.warehouse import Balance

FOUND = (files("sql") / "queries" / "found.sql").read_text("utf-8")
EXAMPLES = {
    "meeting": "select participants, status, date_start, place, evidence from meetings",
    "statement": "select speaker, status, stated_on, content from statements",
    "deal signing": "select parties, status, date_start, deal, evidence from deal_signings",
}


def run(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(help="files, folders, globs, URLs, names in the catalogue"),
    ] = None,
    home: HomeOption = Path("data"),
    catalogue: Annotated[Path | None, typer.Option(help="a file of sources")] = None,
    workers: Annotated[int, typer.Option(min=1, help="processes")] = os.cpu_count() or 1,
) -> None:
    """Read articles, find events, load them and publish the snapshot.

    Without inputs, the small corpus that comes with the program is read.
    """
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "WARNING")
    console = Console()
    given = inputs or [str(files("seeds") / "articles")]
    try:
        balance = _run(given, home, catalogue, workers, console)
    except (HomeLockedError, CatalogueError, warehouse.SchemaError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    _print_balance(balance, console)
    _print_found(Home(home), console)
    if balance.inputs == balance.rejected > 0:
        raise typer.Exit(1)


def _run(
    inputs: list[str], home: Path, catalogue: Path | None, workers: int, console: Console
) -> Balance:
    from flows.pipeline import pipeline  # noqa: PLC0415  three seconds, which --help should not take
    from flows.server import api  # noqa: PLC0415  as above, three seconds

    with api(), shown(console):
        balance: Balance = pipeline(inputs, home, catalogue, workers)
        return balance


def _print_balance(balance: Balance, console: Console) -> None:
    table = Table("what became of the inputs", "")
    for state, inputs in balance.rows():
        table.add_row(Text(state), str(inputs))
    console.print(table)


def _print_found(home: Home, console: Console) -> None:
    table = Table("kind", "status", "mentions")
    for row in tabular.rows(warehouse.query(home, FOUND)):
        table.add_row(*(Text(str(value)) for value in row.values()))
    console.print(table)
    for kind, select in EXAMPLES.items():
        for row in tabular.rows(warehouse.query(home, select + " limit 1")):
            console.print(Text(f"a {kind}", style="bold"))
            for name, value in row.items():
                console.print(Text(f"  {name:<12} {tabular.cell(value)}"))
    console.print(f"\n{home.snapshot} is ready: ask it with `readout sql`")
