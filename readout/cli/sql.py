"""`readout sql`: questions to the snapshot."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

import pyarrow as pa
import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from readout import tabular, warehouse
from readout.cli.changing import refuse
from readout.cli.options import HomeOption
from readout.home import Home

SHOWN_ROWS = 200


def sql(
    query: Annotated[str | None, typer.Argument(help="without one, a prompt")] = None,
    file: Annotated[
        typer.FileText | None, typer.Option("--file", encoding="utf-8", help="ask what it says")
    ] = None,
    form: Annotated[
        Literal["table", "csv", "json", "parquet"], typer.Option("--format", help="of the result")
    ] = "table",
    home: HomeOption = Path("data"),
) -> None:
    """Ask the snapshot: it can be read only, and so can no other file."""
    if file is not None:
        if query is not None:
            raise typer.BadParameter("a query or --file, not both")
        query = file.read()
    if query is None:
        _converse(Home(home))
        return
    try:
        _answer(Home(home), query, form)
    except (warehouse.QueryError, warehouse.NoSnapshotError) as error:
        refuse(str(error), error)


def _answer(home: Home, query: str, form: Literal["table", "csv", "json", "parquet"]) -> None:
    rows = warehouse.query(home, query)
    if form == "table":
        show(rows)
    else:
        sys.stdout.buffer.write(tabular.rendered(rows, form))


def show(rows: pa.Table) -> None:
    """Print the first rows as a table, and how many there are."""
    console = Console()
    table = Table(*rows.column_names)
    for row in tabular.rows(rows.slice(0, SHOWN_ROWS)):
        table.add_row(*(Text(tabular.cell(value)) for value in row.values()))
    console.print(table)
    more = f", {SHOWN_ROWS} shown" if rows.num_rows > SHOWN_ROWS else ""
    console.print(f"{rows.num_rows} rows{more}", highlight=False)


def _converse(home: Home) -> None:
    """Read queries from the prompt, each ended by a semicolon, until the input ends."""
    typer.echo("Queries end with a semicolon; control-D leaves. `show tables;` lists the views.")
    for query in _queries():
        try:
            _answer(home, query, "table")
        except (warehouse.QueryError, warehouse.NoSnapshotError) as error:
            typer.echo(str(error), err=True)


def _queries() -> Iterator[str]:
    lines: list[str] = []
    while True:
        try:
            lines.append(input("     ...> " if lines else "readout> "))
        except EOFError:
            typer.echo("")
            return
        if lines[-1].rstrip().endswith(";"):
            yield "\n".join(lines)
            lines = []
