"""What better cleaning or extraction has to do again, staged for the steps that follow."""

from prefect import task
from prefect.cache_policies import NO_CACHE

from flows.ledger import versions
from readout import warehouse
from readout.home import Home


@task(name="stage backlog", task_run_name="stage what is out of date", cache_policy=NO_CACHE)
def stage_backlog(home: Home) -> int:
    """Stage the articles and documents that older versions made; returns how many parts they are.

    Articles first: while there are any, their documents will be made anew anyway.
    """
    current = versions()
    with warehouse.open(home) as con:
        return len(
            warehouse.stage_uncleaned(con, home, current["cleaning"])
            or warehouse.stage_outdated(con, home, current["extractor"])
        )
