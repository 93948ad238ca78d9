"""What scripts refer to by `getvariable`."""

from datetime import UTC, datetime

from duckdb import DuckDBPyConnection


def assign(con: DuckDBPyConnection, **variables: object) -> None:
    """Gives each variable its value for this connection."""
    for name, value in variables.items():
        con.execute(f"set variable {name} = $1", [value])


def utc(moment: datetime) -> datetime:
    """The moment as the warehouse keeps it: in UTC, without a zone."""
    return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment
