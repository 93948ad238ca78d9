"""Cleaning and extraction, one after the other, with as many processes as there is work for."""

from flows.clean import clean
from flows.extract import extract
from flows.naming import tagged
from flows.outcome import called
from flows.workers import runner
from readout import staging
from readout.home import Home


def read_documents(home: Home, workers: int) -> None:
    """Clean and extract what is staged."""
    cleaners = runner(min(workers, len(staging.to_clean(home))))
    with tagged("clean"):
        called(clean.with_options(task_runner=cleaners), home.path)
    readers = runner(min(workers, len(staging.to_extract(home))))
    with tagged("extract"):
        called(extract.with_options(task_runner=readers), home.path)
