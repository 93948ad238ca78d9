"""Rows of the snapshot for other programs: a view, or events in another data set's own columns."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from itertools import chain, pairwise

import duckdb
import pyarrow as pa
from duckdb import ColumnExpression, ConstantExpression, DuckDBPyConnection, DuckDBPyRelation

from readout import codes
from readout.home import Home
from readout.warehouse.scripts import script, scripts
from readout.warehouse.snapshot import connect

_MAX_SECONDS = 3600.0
_MEMORY = "4GB"
_AT_ONCE = 2_000
_MENTIONS_AT_ONCE = 200_000
_IDS = 1 << 16  # ids are hexadecimal: so many beginnings of four digits there are
_FOREIGN_CODES = ("numeric", "fips", "cameo")
# Which column says when a row is of, in a view that has it; and where that time ends.
_DAYS = {"date_start": "date_end", "published_at": None, "started_at": None, "at": None}


class ExportError(ValueError):
    """What is asked for is not there; the message says what is."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which rows are wanted: those of these kinds, statuses and days; None is any."""

    kinds: tuple[str, ...] | None = None
    statuses: tuple[str, ...] | None = None
    since: date | None = None
    until: date | None = None  # this day included


def layouts() -> tuple[str, ...]:
    """The data sets in whose columns events can be exported."""
    return tuple(file.stem for file in scripts("exports") if file.stem != "events")


@contextmanager
def exported_events(
    home: Home, layout: str, wanted: Selection, *, report_dates: bool = False
) -> Iterator[pa.RecordBatchReader]:
    """The events in the columns of another data set, one row an event, in the order of their ids.

    A row with words in `left_out` does not fit there, for this reason; words in `noted` say what
    of the event the row has no room for. With `report_dates`, an event that no words date has the
    day of its first report.

    Raises:
        NoSnapshotError: when no run has published one yet.
    """
    asked = {
        "since": wanted.since,
        "until": wanted.until,
        "kinds": wanted.kinds and [*wanted.kinds],
        "statuses": wanted.statuses and [*wanted.statuses],
        "report_dates": report_dates,
    }
    with connect(home, max_seconds=_MAX_SECONDS, memory=_MEMORY) as con:
        con.register("countries", _countries())
        con.register("places", _places())
        con.execute(script("exports/events").text)
        yield _joined(_sliced(con, script(f"exports/{layout}").text, asked))


def _sliced(
    con: DuckDBPyConnection, query: str, asked: Mapping[str, object]
) -> Iterator[pa.RecordBatchReader]:
    """The rows in the order of their ids, so many mentions at a time that memory is enough."""
    ((mentions,),) = con.view("event_mentions_v1").aggregate("count(*)").fetchall()
    slices = 1 + mentions // _MENTIONS_AT_ONCE
    bounds = ["", *(f"{place * _IDS // slices:04x}" for place in range(1, slices)), None]
    for first_id, last_id in pairwise(bounds):
        bounded = {**asked, "first_id": first_id, "last_id": last_id}
        yield con.sql(query, params=bounded).to_arrow_reader(_AT_ONCE)


def _joined(readers: Iterator[pa.RecordBatchReader]) -> pa.RecordBatchReader:
    first = next(readers)
    return pa.RecordBatchReader.from_batches(
        first.schema, chain(first, chain.from_iterable(readers))
    )


@contextmanager
def exported_view(
    home: Home, view: str, wanted: Selection
) -> Iterator[tuple[pa.RecordBatchReader, int]]:
    """The rows of a published view, and how many have no day although days are asked for.

    Raises:
        NoSnapshotError: when no run has published one yet.
        ExportError: when there is no such view, or it has nothing that could be so selected.
    """
    with connect(home, max_seconds=_MAX_SECONDS, memory=_MEMORY) as con:
        rows = _among(_published(con, view), view, "kind", wanted.kinds)
        rows = _among(rows, view, "status", wanted.statuses)
        undated = 0
        if wanted.since or wanted.until:
            start, end = _day_columns(rows, view)
            ((undated,),) = rows.filter(start.isnull()).aggregate("count(*)").fetchall()
            rows = rows.filter(_within(start, end, wanted))
        yield rows.order(f'"{rows.columns[0]}"').to_arrow_reader(_AT_ONCE), undated


def _published(con: DuckDBPyConnection, view: str) -> DuckDBPyRelation:
    names = [name for name, _ in con.execute(script("queries/views_published").text).fetchall()]
    if view not in names:
        raise ExportError(f"no view {view!r} is published; there are {', '.join(names)}")
    return con.view(view)


def _among(
    rows: DuckDBPyRelation, view: str, column: str, values: tuple[str, ...] | None
) -> DuckDBPyRelation:
    if values is None:
        return rows
    if column not in rows.columns:
        raise ExportError(f"{view} has no {column}; it has {', '.join(rows.columns)}")
    return rows.filter(ColumnExpression(column).isin(*map(ConstantExpression, values)))


def _day_columns(
    rows: DuckDBPyRelation, view: str
) -> tuple[duckdb.Expression, duckdb.Expression | None]:
    for start, end in _DAYS.items():
        if start in rows.columns:
            return ColumnExpression(start), ColumnExpression(end) if end else None
    raise ExportError(f"{view} has no days; it has {', '.join(rows.columns)}")


def _within(
    start: duckdb.Expression, end: duckdb.Expression | None, wanted: Selection
) -> duckdb.Expression:
    within = start.isnotnull()
    if wanted.since:
        since = ConstantExpression(wanted.since)
        within &= start >= since if end is None else end > since
    if wanted.until:
        within &= start < ConstantExpression(wanted.until + timedelta(days=1))
    return within


def _countries() -> pa.Table:
    lines = (files("seeds") / "country_codes.csv").read_text("utf-8").splitlines()
    foreign = {row["alpha2"]: row for row in csv.DictReader(lines)}
    return _table(
        {
            "alpha2": country.alpha2,
            "alpha3": country.alpha3,
            "name": country.name,
            **{
                name: foreign[country.alpha2][name] or None for name in ("numeric", "fips", "cameo")
            },
        }
        for country in codes.countries().values()
    )


def _places() -> pa.Table:
    """The kind of each place that is of one kind only: Singapore is a country and a city."""
    kinds: dict[tuple[str, str | None], set[str]] = {}
    for place in codes.places():
        for name in (place.name, *place.other_names):
            kinds.setdefault((name, place.country), set()).add(place.kind)
    for country in codes.countries().values():
        for name in (country.name, *country.other_names):
            kinds.setdefault((name, country.alpha2), set()).add("country")
    return _table(
        {"name": name, "country": country, "kind": found.pop()}
        for (name, country), found in kinds.items()
        if len(found) == 1
    )


def _table(rows: Iterable[Mapping[str, str | None]]) -> pa.Table:
    found = [*rows]
    return pa.Table.from_pylist(found, pa.schema([(name, pa.string()) for name in found[0]]))
