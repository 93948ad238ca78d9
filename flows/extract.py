"""The third flow: documents become event mentions."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from prefect import flow, task
from prefect.cache_policies import NO_CACHE

import extractors
from flows.naming import named
from flows.outcome import counted
from flows.workers import PRELOAD, given_up, in_parts
from flows.writing import writing
from readout import isolation, staging
from readout.home import Home
from readout.isolation import Work
from readout.records import Document, Extraction, Failure


@flow(name="extract", flow_run_name=named("extract"))
def extract(home: Path = Path("data")) -> Counter[str]:
    """Look for events in every staged document part in which nobody has; returns counts."""
    with writing(home) as place:
        return counted(in_parts("extract", extract_part, place, staging.to_extract(place)))


@task(name="extract", task_run_name="extract part {part}", cache_policy=NO_CACHE)
def extract_part(home: Home, part: str) -> Counter[str]:
    """Write what is found in the documents of one part; returns how many mentions of each kind."""
    documents = [*staging.read(home, staging.DOCUMENTS, part)]
    pairs = [*zip(documents, isolation.results(work(), documents), strict=True)]
    found = [outcome for _, outcome in pairs if isinstance(outcome, Extraction)]
    rejects = [
        given_up(document, "extract", outcome, datetime.now(UTC))
        for document, outcome in pairs
        if not isinstance(outcome, Extraction)
    ]
    staging.write_rejects(home, "extract", rejects, part)
    staging.write(home, staging.EXTRACTIONS, found, part, extractors.version())
    tally = Counter(mention.kind for extraction in found for mention in extraction.mentions)
    return tally + Counter(rejected=len(rejects))


def work() -> Work[Document, Extraction | Failure]:
    """Extraction, as it is done in a process of its own."""
    return Work(extractors.extract, lambda one: len(one.text), PRELOAD)
