"""The warehouse: the only place that knows DuckDB. SQL is in `sql/`."""

from duckdb import Error as QueryError

from readout.warehouse.backlog import (
    Range,
    known_articles,
    outdated,
    stage_documents,
    stage_outdated,
    stage_uncleaned,
    validators,
)
from readout.warehouse.balance import Balance, Refusals, Warned
from readout.warehouse.checks import ChecksFailedError, check
from readout.warehouse.comparing import Comparison, UnknownVersionError, compare
from readout.warehouse.export import (
    ExportError,
    Selection,
    exported_events,
    exported_view,
    layouts,
)
from readout.warehouse.forgetting import (
    Alike,
    Forgotten,
    NothingToForgetError,
    Takedown,
    forget,
)
from readout.warehouse.loading import BalanceError, TakenOverError, load
from readout.warehouse.migrations import SchemaError
from readout.warehouse.opening import open  # noqa: A004 - warehouse.open(home), as with any file
from readout.warehouse.pages import pages
from readout.warehouse.resolving import Renaming, Resolved, resolve
from readout.warehouse.runs import finish_run, moment, start_run
from readout.warehouse.snapshot import NoSnapshotError, connect, publish, query
from readout.warehouse.tombstones import tombstones
from readout.warehouse.views import versions

__all__ = [
    "Alike",
    "Balance",
    "BalanceError",
    "ChecksFailedError",
    "Comparison",
    "ExportError",
    "Forgotten",
    "NoSnapshotError",
    "NothingToForgetError",
    "QueryError",
    "Range",
    "Refusals",
    "Renaming",
    "Resolved",
    "SchemaError",
    "Selection",
    "Takedown",
    "TakenOverError",
    "UnknownVersionError",
    "Warned",
    "check",
    "compare",
    "connect",
    "exported_events",
    "exported_view",
    "finish_run",
    "forget",
    "known_articles",
    "layouts",
    "load",
    "moment",
    "open",
    "outdated",
    "pages",
    "publish",
    "query",
    "resolve",
    "stage_documents",
    "stage_outdated",
    "stage_uncleaned",
    "start_run",
    "tombstones",
    "validators",
    "versions",
]
