"""The second flow: articles become documents, or rejects."""

from collections import Counter
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from prefect import flow, task
from prefect.cache_policies import NO_CACHE

from flows.naming import named
from flows.outcome import counted
from flows.workers import PRELOAD, given_up, in_parts
from flows.writing import writing
from readout import cleaning, isolation, staging
from readout.home import Home
from readout.isolation import Lost, Work
from readout.records import Article, Document, Rejected


@flow(name="clean", flow_run_name=named("clean"))
def clean(home: Path = Path("data")) -> Counter[str]:
    """Make the documents of every staged article part that has none; returns counts."""
    with writing(home) as place:
        return counted(in_parts("clean", clean_part, place, staging.to_clean(place)))


@task(name="clean", task_run_name="clean part {part}", cache_policy=NO_CACHE)
def clean_part(home: Home, part: str) -> Counter[str]:
    """Write the documents and rejects of one part; returns how many there are of each."""
    now = datetime.now(UTC)
    articles = [*staging.read(home, staging.ARTICLES, part)]
    cleaned = isolation.results(work(now), articles)
    outcomes = [
        given_up(article, "clean", outcome, now) if isinstance(outcome, Lost) else outcome
        for article, outcome in zip(articles, cleaned, strict=True)
    ]
    documents = [outcome for outcome in outcomes if isinstance(outcome, Document)]
    rejects = [outcome for outcome in outcomes if isinstance(outcome, Rejected)]
    staging.write_rejects(home, "clean", rejects, part)
    staging.write(home, staging.DOCUMENTS, documents, part, cleaning.VERSION)
    return Counter(documents=len(documents), rejected=len(rejects))


def work(now: datetime) -> Work[Article, Document | Rejected]:
    """Cleaning, as it is done in a process of its own."""
    return Work(partial(cleaning.clean_all, now=now), lambda one: len(one.content), PRELOAD)
