"""`readout forget`: a document taken down, with all that rests on it."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated
from uuid import uuid4

import typer

from readout import warehouse
from readout.cli.changing import WAIT_S, WaitOption, changing
from readout.cli.options import HomeOption
from readout.sources.urls import identifying
from readout.warehouse import Forgotten, Takedown


def forget(
    names: Annotated[
        list[str],
        typer.Argument(metavar="URL|ID...", help="URLs, addresses, or ids of documents"),
    ],
    why: Annotated[str, typer.Option(help="a reason, kept with the tombstone")] = "",
    home: HomeOption = Path("data"),
    wait: WaitOption = WAIT_S,
) -> None:
    """Take documents down for good: this cannot be undone.

    All that was ever at the address goes, and every exact copy of it, with articles, mentions,
    statements, and events that nobody else tells of. The files are written anew without it. What
    stays is a tombstone (fingerprints, when and why), so that no later run brings it back.
    """
    asked = Takedown(frozenset({*names, *map(identifying, names)}), why)
    with changing(home, wait) as place, warehouse.open(place) as con:
        forgotten = warehouse.forget(con, place, asked, str(uuid4()), datetime.now(UTC))
        warehouse.publish(con, place)
    _report(forgotten)


def _report(forgotten: Forgotten) -> None:
    typer.echo(forgotten.summary)
    if forgotten.was_known:
        typer.echo("some of it had been taken down before; its files have been written anew")
    for one in forgotten.alike:
        typer.echo(
            f"still there, {one.similarity:.0%} the same text: {one.document_id} at {one.address}"
        )
    typer.echo("whoever has an older snapshot open, or copied it, still has it")
