"""Words a second of the parser alone and of everything else, as ratios on one machine.

    python -m benchmarks.speed ARTICLES.jsonl

Each figure is the median of three rounds in turn, so that a slow minute of the machine hits all.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import extractors
from extractors import parsing
from readout import cleaning
from readout.records import Article, Document

ROUNDS = 3
ARTICLES = 120


def main(path: Path) -> None:
    """Print one line a step: words a second, and its time as a share of the parser's."""
    articles = _articles(path)
    documents = [_document(article) for article in articles]
    words = sum(len(document.text.split()) for document in documents)
    steps: dict[str, Callable[[], object]] = {
        "clean": lambda: [_document(article) for article in articles],
        "parse": lambda: Counter(len(doc) for doc in parsing.parse(d.text for d in documents)),
        "parse and extract": lambda: [*extractors.extract(documents)],
    }
    parsing.model()
    times = {name: median(column) for name, column in _rounds(steps).items()}
    print(f"{len(documents)} articles, {words:,} words, medians of {ROUNDS}")
    for name, seconds in times.items():
        share = seconds / times["parse"]
        print(f"{name:20}{words / seconds:10,.0f} words/s{share:8.2f} of the parser's time")


def _articles(path: Path) -> list[Article]:
    lines = path.read_text("utf-8").splitlines()
    lines = lines[:: max(1, len(lines) // ARTICLES)]
    rows = [json.loads(line) for line in lines]
    now = datetime.now(UTC)
    return [
        Article("speed", row["url"], "text/plain", row["text"], now, title=row.get("title"))
        for row in rows
    ]


def _document(article: Article) -> Document:
    outcome = cleaning.clean(article, article.fetched_at)
    if not isinstance(outcome, Document):
        raise SystemExit(f"give it clean English articles: {outcome.error}")
    return outcome


def _rounds(steps: dict[str, Callable[[], object]]) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {name: [] for name in steps}
    for _ in range(ROUNDS):
        for name, step in steps.items():
            start = time.perf_counter()
            step()
            times[name].append(time.perf_counter() - start)
    return times


if __name__ == "__main__":
    main(Path(sys.argv[1]))
