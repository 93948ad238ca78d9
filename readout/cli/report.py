"""What a run tells whoever started it: the balance, what was refused, what was found."""

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from readout import cells, tabular, warehouse
from readout.home import Home
from readout.warehouse import Balance

QUERIES = files("sql") / "queries"
KINDS = {"meeting": "a meeting", "statement": "a statement", "deal_signing": "a deal signing"}
SHOWN_REFUSALS = 5


def report(home: Home, balance: Balance, console: Console) -> None:
    """Print the balance of a run, why inputs were refused, counts and an example of each kind."""
    for part in (_balance(balance), *_refused(home, balance), *_found(home), *_examples(home)):
        console.print(part)
    console.print(f"\n{home.snapshot} is ready: ask it with `readout sql`", highlight=False)


def _balance(balance: Balance) -> Table:
    table = Table("what became of the inputs", "")
    for state, inputs in balance.rows():
        table.add_row(Text(state), str(inputs))
    return table


def _refused(home: Home, balance: Balance) -> Iterator[RenderableType]:
    refused = _rows(home, "refused_in_run", [balance.run_id])
    for row in refused[:SHOWN_REFUSALS]:
        error = row["error"].removeprefix(f"{row['address']}: ")
        yield Text(cells.for_terminal(f"rejected {row['address']}: {error}"), style="yellow")
    if len(refused) > SHOWN_REFUSALS:
        yield Text(f"… and {len(refused) - SHOWN_REFUSALS} more, in rejects", style="yellow")


def _found(home: Home) -> Iterator[RenderableType]:
    table = Table("kind", "status", "mentions")
    for row in _rows(home, "found"):
        table.add_row(*(Text(str(value)) for value in row.values()))
    if table.row_count:
        yield table


def _examples(home: Home) -> Iterator[RenderableType]:
    for kind, title in KINDS.items():
        for row in _rows(home, f"example_{kind}"):
            yield Text(title, style="bold")
            yield from (
                Text(f"  {name:<12} {tabular.cell(value)}") for name, value in row.items() if value
            )


def _rows(home: Home, name: str, parameters: object = None) -> list[dict[str, Any]]:
    query = (QUERIES / f"{name}.sql").read_text("utf-8")
    return tabular.rows(warehouse.query(home, query, parameters))
