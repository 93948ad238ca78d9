"""`readout diff`: what another version of the extractors found in the same documents."""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from readout import tabular, warehouse
from readout.cli.changing import refuse
from readout.cli.options import HomeOption
from readout.home import Home
from readout.warehouse import Comparison

CHANGES = ("kept", "changed", "gained", "lost")
SHOWN = 100
STYLES = {"gained": "green", "lost": "red", "changed": "yellow"}

Row = dict[str, Any]


def diff(
    earlier: Annotated[
        str | None,
        typer.Argument(help="a version, or how it begins; without one, the last but one"),
    ] = None,
    later: Annotated[str | None, typer.Argument(help="another; without one, the last")] = None,
    form: Annotated[
        Literal["table", "csv", "json", "parquet"], typer.Option("--format", help="of the result")
    ] = "table",
    home: HomeOption = Path("data"),
) -> None:
    """Compare what two versions of the extractors found, in the documents that both have read.

    A mention is the same if it is of the same kind at the same words. The table shows how many of
    each kind were kept, changed, gained and lost, and then the words of those that were not kept;
    the other formats have a row for every mention.
    """
    try:
        comparison = warehouse.compare(Home(home), earlier, later)
    except (warehouse.UnknownVersionError, warehouse.NoSnapshotError) as error:
        refuse(str(error), error)
    if form == "table":
        _show(comparison, Console())
    else:
        sys.stdout.buffer.write(tabular.rendered(comparison.mentions, form))


def _show(comparison: Comparison, console: Console) -> None:
    rows = tabular.rows(comparison.mentions)
    versions = f"{comparison.earlier} → {comparison.later}"
    console.print(Text(f"{versions}: {comparison.documents} documents read by both"))
    console.print(_counts(rows))
    differing = [row for row in rows if row["change"] != "kept"]
    for row in differing[:SHOWN]:
        console.print(_line(row))
    if len(differing) > SHOWN:
        console.print(f"… and {len(differing) - SHOWN} more: --format csv has all", highlight=False)


def _counts(rows: Sequence[Row]) -> Table:
    counted = Counter((row["kind"], row["change"]) for row in rows)
    table = Table("kind", *CHANGES)
    for kind in sorted({row["kind"] for row in rows}):
        table.add_row(kind, *(str(counted[kind, change]) for change in CHANGES))
    return table


def _line(row: Row) -> Text:
    before = f"{row['earlier_status']} → " if "status" in row["differs"] else ""
    status = f"{before}{row['status'] or row['earlier_status']}"
    differs = f" ({', '.join(row['differs'])})" if row["differs"] else ""
    return Text.assemble(
        (f"{row['change']}{differs} ", STYLES[row["change"]]),
        f"{row['kind']}, {status}: “{row['trigger_text']}” in: {row['evidence']}",
        (f"  {row['url'] or row['source']}", "dim"),
    )
