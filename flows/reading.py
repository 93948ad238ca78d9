"""Cleaning and extraction, one after the other, with as many workers as there is work for."""

from flows.clean import clean
from flows.extract import extract
from flows.limits import called_in_time
from flows.naming import tagged
from flows.workers import runner
from readout import staging
from readout.home import Home


def read_documents(home: Home, workers: int) -> None:
    """Clean and extract what is staged."""
    waiting = {*staging.to_clean(home), *staging.to_extract(home)}
    with runner(home.settings.runner, min(workers, len(waiting))) as tasks:
        with tagged("clean"):
            called_in_time(home, clean.with_options(task_runner=tasks), home.path)
        with tagged("extract"):
            called_in_time(home, extract.with_options(task_runner=tasks), home.path)
