"""What better cleaning or extraction has to do again, staged for the steps that follow."""

from collections.abc import Sequence

from prefect import task
from prefect.cache_policies import NO_CACHE

from flows.ledger import versions
from readout import warehouse
from readout.home import Home
from readout.warehouse import Range


@task(name="stage backlog", task_run_name="stage what is out of date", cache_policy=NO_CACHE)
def stage_backlog(home: Home, most: int) -> int:
    """Stage what older versions made: all such articles, else so many documents at most.

    Articles first: while there are any, their documents will be made anew anyway. Returns how many
    parts were staged.
    """
    current = versions()
    with warehouse.open(home) as con:
        if articles := warehouse.stage_uncleaned(con, home, current["cleaning"]):
            return len(articles)
        extractor = current["extractor"]
        ids = warehouse.outdated(con, extractor)[:most] if most else []
        return len(warehouse.stage_documents(con, home, extractor, ids)) if ids else 0


@task(name="stage slice", cache_policy=NO_CACHE)
def stage_slice(home: Home, document_ids: Sequence[str]) -> int:
    """Stage these documents to be read again; returns how many parts they are."""
    with warehouse.open(home) as con:
        return len(warehouse.stage_documents(con, home, versions()["extractor"], document_ids))


def out_of_date(home: Home, within: Range) -> list[str]:
    """The ids of the documents in the range that an older version has read, in a lasting order."""
    with warehouse.open(home) as con:
        return warehouse.outdated(con, versions()["extractor"], within)
