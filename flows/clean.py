"""The second flow: articles become documents, or rejects."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from prefect import flow, task
from prefect.cache_policies import NO_CACHE

from flows.naming import named
from flows.outcome import counted
from flows.workers import in_parts
from flows.writing import writing
from readout import cleaning, staging
from readout.home import Home
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
    outcomes = [*cleaned(staging.read(home, staging.ARTICLES, part), now)]
    documents = [outcome for outcome in outcomes if isinstance(outcome, Document)]
    rejects = [outcome for outcome in outcomes if isinstance(outcome, Rejected)]
    staging.write_rejects(home, "clean", rejects, part)
    staging.write(home, staging.DOCUMENTS, documents, part, cleaning.VERSION)
    return Counter(documents=len(documents), rejected=len(rejects))


def cleaned(articles: Iterator[Article], now: datetime) -> Iterator[Document | Rejected]:
    """Each article's document or reject, in order; one that breaks the cleaning is rejected."""
    for article in articles:
        try:
            yield cleaning.clean(article, now)
        except Exception as error:  # noqa: BLE001  whatever it is, it is this article's, and is kept
            message = f"{article.address}: cleaning failed with {type(error).__name__}: {error}"
            yield Rejected(
                article.source, article.address, "clean", "failed", message, now, article.url
            )
