"""`readout views`: what can be asked, in which versions, and until when."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from readout import warehouse


def views(
    view: Annotated[str | None, typer.Argument(help="its page, with every column")] = None,
    pages: Annotated[
        Path | None, typer.Option("--pages", help="a folder to write the page of each into")
    ] = None,
) -> None:
    """List the views: their versions, what one row is, and when a version will go."""
    if pages is not None:
        for name, text in warehouse.pages().items():
            (pages / name).write_text(text, "utf-8")
    elif view is not None:
        _show(view)
    else:
        _list()


def _show(view: str) -> None:
    page = warehouse.pages().get(f"{view}.md")
    if page is None:
        typer.echo(f"no view {view!r}: `readout views` lists them", err=True)
        raise typer.Exit(1)
    typer.echo(page)


def _list() -> None:
    table = Table("view", "version", "one row", "until")
    for version in warehouse.versions():
        number = f"v{version.number}, newest" if version.is_newest else f"v{version.number}"
        until = version.deprecated_on.isoformat() if version.deprecated_on else ""
        table.add_row(version.view, number, version.row.removeprefix("One row "), until)
    Console().print(table)
