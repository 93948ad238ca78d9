"""Whole runs over the same articles: one process, two, a local Dask cluster, and without Prefect.

    python -m benchmarks.workers ARTICLES.jsonl [HOW_MANY]

Each run has a home and a process of its own, and reports to one Prefect server. Prints seconds,
ratios to one process, whether the rows are the same, and Prefect's share: the part of a run in one
process in which none of its tasks works. It is taken within that run, because two runs one after
the other differ by more than that, whatever they do.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import wraps
from itertools import islice
from pathlib import Path
from typing import Any

from flows.server import api
from readout import intake, sources, staging
from readout.home import Home
from readout.settings import DASK, HERE, PROCESSES
from readout.sources import Fetcher
from tests.flows.counts import everything

PLAIN = "without Prefect"
SHARE = "share in which no task worked"
WORKERS = 2


def main(articles: Path, most: int | None) -> None:
    """Print a line a way of running, then Prefect's share."""
    with tempfile.TemporaryDirectory(prefix="readout-") as place, api() as address:
        folder = Path(place)
        given = _first(articles, most, folder)
        seconds = {}
        rows = {}
        for way in (HERE, PLAIN, PROCESSES, DASK):
            home = Home(folder / way)
            seconds[way] = _timed(way, given, home, address)
            rows[way] = everything(home)
            same = "the same rows" if rows[way] == rows[HERE] else "OTHER ROWS"
            ratio = seconds[HERE] / seconds[way]
            print(f"{way:16}{seconds[way]:8.1f} s{ratio:7.2f} times one process   {same}")
        share = float((folder / HERE / SHARE).read_text("ascii"))
        print(f"Prefect's share of a run in one process: {share:.1%}")


def _first(articles: Path, most: int | None, folder: Path) -> Path:
    with articles.open(encoding="utf-8") as lines:
        (folder / "articles.jsonl").write_text("".join(islice(lines, most)), "utf-8")
    return folder / "articles.jsonl"


def _timed(way: str, given: Path, home: Home, address: str) -> float:
    home.path.mkdir()
    if way != PLAIN:
        (home.path / "settings.toml").write_text(f'runner = "{way}"\n', "utf-8")
    environment = {"PREFECT_API_URL": address, "PREFECT_LOGGING_LEVEL": "WARNING"}
    begun = time.perf_counter()
    subprocess.run(  # noqa: S603  this very Python
        [sys.executable, "-m", "benchmarks.workers", "--one", way, str(given), str(home.path)],
        env={**os.environ, **environment},
        check=True,
    )
    return time.perf_counter() - begun


def _one(way: str, given: str, home: Home) -> None:
    """One run, in this process and those that it starts."""
    from flows.pipeline import pipeline  # noqa: PLC0415  its seconds are those of a run

    begun = time.perf_counter()
    if way == PLAIN:
        _steps(given, home)
    elif way == HERE:
        with _watched() as worked:
            pipeline([given], home.path, None, WORKERS)
        took = time.perf_counter() - begun
        (home.path / SHARE).write_text(str(1 - sum(worked) / took), "ascii")
    else:
        pipeline([given], home.path, None, WORKERS)


@contextmanager
def _watched() -> Iterator[list[float]]:
    """The seconds that each task works which ends within this block and in this process."""
    from flows import backlog, clean, extract, ingest, load  # noqa: PLC0415  as above

    worked: list[float] = []
    tasks: list[Any] = [
        backlog.stage_backlog,
        ingest.read,
        clean.clean_part,
        extract.extract_part,
        load.merge_and_publish,
    ]
    functions = [task.fn for task in tasks]
    for task in tasks:
        task.fn = _timing(task.fn, worked)
    try:
        yield worked
    finally:
        for task, function in zip(tasks, functions, strict=True):
            task.fn = function


def _timing(function: Callable[..., Any], worked: list[float]) -> Callable[..., Any]:
    @wraps(function)
    def timed(*args: Any, **kwargs: Any) -> Any:
        begun = time.perf_counter()
        try:
            return function(*args, **kwargs)
        finally:
            worked.append(time.perf_counter() - begun)

    return timed


def _steps(given: str, home: Home) -> None:
    """What a run of the pipeline does, one after the other, and nothing of Prefect."""
    from flows.clean import clean_part  # noqa: PLC0415  as above
    from flows.extract import extract_part  # noqa: PLC0415  as above
    from flows.ledger import recorded  # noqa: PLC0415  as above
    from flows.load import merge_and_publish  # noqa: PLC0415  as above

    now = datetime.now(UTC)
    with home.lock(), recorded(home) as run_id:
        (source,) = sources.resolve([given], sources.load_catalogue())
        intake.stage(sources.read(source, {}, Fetcher(), now), home, frozenset(), now)
        for part in staging.to_clean(home):
            clean_part.fn(home, part)
        for part in staging.to_extract(home):
            extract_part.fn(home, part)
        merge_and_publish.fn(home, run_id)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--one", way, given, home]:
            _one(way, given, Home(Path(home)))
        case [articles]:
            main(Path(articles), None)
        case [articles, most]:
            main(Path(articles), int(most))
        case _:
            raise SystemExit(__doc__)
