"""`readout check`: what must hold, asked of everything."""

from pathlib import Path
from typing import Annotated

import typer

from readout import warehouse
from readout.cli.changing import refuse
from readout.cli.options import HomeOption
from readout.home import Home


def check(
    home: HomeOption = Path("data"),
    shown: Annotated[int, typer.Option(help="how many offending rows of a check to show")] = 3,
) -> None:
    """Run all checks on all rows of the snapshot; the exit status is 1 where one does not hold.

    A run into a large warehouse checks the rows that it may have changed. This looks at all.
    """
    try:
        found = warehouse.check(Home(home))
    except warehouse.NoSnapshotError as error:
        refuse(str(error), error)
    for one in found:
        typer.echo(f"{len(one.rows):>8,} offend: {one.title}")
        for row in one.rows[:shown]:
            typer.echo(f"         {row}")
    raise typer.Exit(int(any(one.stops and one.rows for one in found)))
