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
        message = f"{type(error).__name__}: {error}"
        with warehouse.open(home) as con:
            warehouse.finish_run(con, run_id, "failed", datetime.now(UTC), message)
        raise
