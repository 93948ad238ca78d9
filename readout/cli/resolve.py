"""`readout resolve`: a line added to a list of actors tells the past as well."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated
from uuid import uuid4

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from readout import additions, warehouse
from readout.cli.changing import WAIT_S, WaitOption, changing
from readout.cli.options import HomeOption
from readout.home import Home
from readout.warehouse import Resolved

SHOWN_NAMES = 40


def resolve(
    actors: Annotated[
        Path | None,
        typer.Option(help="a list of actors that becomes the home's own, its actors.csv"),
    ] = None,
    home: HomeOption = Path("data"),
    wait: WaitOption = WAIT_S,
) -> None:
    """Say again who is meant by every name in the warehouse, after a list of actors has changed.

    The lists are the program's seeds/actors.csv and the home's own actors.csv, with the same
    columns. No document is read again: who was unknown gets the name and id of the line, the
    mentions are linked again, and a new snapshot is published.
    """
    with changing(home, wait) as place:
        if actors is not None:
            _take(place, actors)
        with warehouse.open(place) as con:
            resolved = warehouse.resolve(con, place, str(uuid4()), datetime.now(UTC))
            warehouse.publish(con, place)
    _report(place, resolved, Console())


def _take(home: Home, actors: Path) -> None:
    additions.read(actors)
    kept = additions.keep(home, actors)
    if kept is not None:
        typer.echo(f"the list that the home had is now {kept}")


def _report(home: Home, resolved: Resolved, console: Console) -> None:
    if resolved.renamings:
        table = Table("name until now", "actor", "id", "mentions", "documents")
        for one in resolved.renamings[:SHOWN_NAMES]:
            numbers = (str(one.mentions), str(one.documents))
            table.add_row(*map(Text, (one.old_name, one.name, one.actor_id, *numbers)))
        console.print(table)
    left = len(resolved.renamings) - SHOWN_NAMES
    if left > 0:
        console.print(f"… and {left} more names")
    for actor_id in resolved.unmentioned:
        console.print(Text(f"no document names {actor_id}", style="yellow"))
    console.print(Text(resolved.summary))
    console.print(f"{home.snapshot} is ready: ask it with `readout sql`", highlight=False)
