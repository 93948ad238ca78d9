"""What a home holds, for telling whether a run changed anything."""

from readout import warehouse
from readout.home import Home

VIEWS = (
    "documents",
    "mentions",
    "arguments",
    "statements",
    "meetings",
    "deal_signings",
    "events",
    "actors",
    "rejects",
)
# Which row it is, what it says and how often it was tried; not when.
PASSING = {"at", "last_at", "first_at", "fetched_at", "first_seen", "last_seen", "attempts"}


def rows(home: Home, view: str) -> list[tuple[object, ...]]:
    """Every row of a view but for the moments at which things were done, in one order."""
    table = warehouse.query(home, f"select * from {view}")  # noqa: S608  a name from the list above
    kept = [name for name in table.column_names if name not in PASSING]
    return sorted((tuple(row.values()) for row in table.select(kept).to_pylist()), key=repr)


def everything(home: Home) -> dict[str, list[tuple[object, ...]]]:
    """The rows of every view."""
    return {view: rows(home, view) for view in VIEWS}
