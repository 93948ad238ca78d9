"""A run in the warehouse's own ledger: begun, and ended whatever happens."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from uuid import uuid4

from prefect.runtime import flow_run

import extractors
from readout import cleaning, warehouse
from readout.home import Home


def versions() -> Mapping[str, str]:
    """Versions of what makes the rows."""
    return {"cleaning": cleaning.VERSION, "extractor": extractors.version()}


@contextmanager
def recorded(home: Home) -> Iterator[str]:
    """The id of a run that is in the ledger from now on; if the block fails, so it says there.

    The id is that of the flow run, so that the ledger and Prefect's pages speak of the same thing.
    A run that succeeds is closed by `load`, before the snapshot is taken.
    """
    run_id = str(flow_run.id or uuid4())
    with warehouse.open(home) as con:
        warehouse.start_run(con, run_id, versions(), datetime.now(UTC))
    try:
        yield run_id
    except BaseException as error:
        _note_failure(home, run_id, error)
        raise


def _note_failure(home: Home, run_id: str, error: BaseException) -> None:
    """Puts the failure into the ledger, where that can be written: on a full disk it cannot.

    The next run then finds one that never ended, and says that it was interrupted.
    """
    message = f"{type(error).__name__}: {error}"
    try:
        with warehouse.open(home) as con:
            warehouse.finish_run(con, run_id, "failed", datetime.now(UTC), message)
    except (warehouse.QueryError, OSError) as second:
        error.add_note(f"The ledger could not be written either: {second}")
