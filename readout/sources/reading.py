"""A source, read: every article in it, or why not. Nothing in here raises."""

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from urllib.parse import urlsplit

from readout.records import Validators
from readout.sources import feeds, jsonlines, parquet, plain, sitemaps, warcs
from readout.sources.detection import HEAD_BYTES, detect
from readout.sources.errors import IngestError
from readout.sources.fetching import Fetcher
from readout.sources.files import files_of, open_regular
from readout.sources.gunzip import head_of, unpacked
from readout.sources.origin import Origin, Outcomes
from readout.sources.source import Format, Source
from readout.sources.urls import identifying
from readout.sources.visits import Visits, answered

_READERS: Mapping[Format, Callable[[BinaryIO, Origin], Outcomes]] = {
    "text": plain.text,
    "markdown": plain.markdown,
    "html": plain.html,
    "jsonl": jsonlines.articles,
    "parquet": parquet.articles,
    "warc": warcs.articles,
}
_LISTINGS: Mapping[Format, Callable[[BinaryIO, Origin, Visits], Outcomes]] = {
    "feed": feeds.articles,
    "sitemap": sitemaps.articles,
}


def read(
    source: Source,
    validators: Mapping[str, Validators],
    fetcher: Fetcher | None,
    now: datetime,
) -> Outcomes:
    """Every article of a source as it is read, each failure as a reject, each URL that answered.

    `validators` are by URL, from the `Fetched` of earlier runs; a URL that has not changed since
    gives its `Fetched` and no article. A `Fetched` comes after all that was read at its URL, so
    whoever keeps it has kept the articles. Without a fetcher, whatever is on the web is rejected.
    Never raises: one source's failure stops no other.
    """
    visits = Visits(fetcher, validators)
    if source.is_url:
        url = identifying(source.location)
        origin = Origin(source, url, now, url=url)
        yield from _guarded(origin, lambda: _from_web(origin, visits))
    else:
        origin = Origin(source, source.location, now)
        yield from _guarded(origin, lambda: _from_files(origin, visits))


def _guarded(origin: Origin, outcomes: Callable[[], Outcomes]) -> Outcomes:
    try:
        yield from outcomes()
    except IngestError as problem:
        yield origin.reject(problem)
    except OSError as error:
        yield origin.reject(IngestError("unreadable", f"reading failed: {error.strerror or error}"))
    except Exception as error:  # noqa: BLE001 - a parser's bug must not stop the other sources
        failure = f"{type(error).__name__} while it was read: {error}"
        yield origin.reject(IngestError("failed", failure))


def _from_files(origin: Origin, visits: Visits) -> Outcomes:
    for path, address in files_of(origin.source):
        here = replace(origin, address=address)
        yield from _guarded(here, partial(_from_file, path, here, visits))


def _from_file(path: Path, origin: Origin, visits: Visits) -> Outcomes:
    with os.fdopen(open_regular(path), "rb") as stream:
        yield from _contents(stream, path.name, origin, visits)


def _from_web(origin: Origin, visits: Visits) -> Outcomes:
    url = origin.source.location
    answer = visits.get(url, origin, origin.source.limits.download_bytes)
    here = replace(origin, url=answer.url, media_type=answer.media_type, encoding=answer.encoding)
    name = PurePosixPath(urlsplit(answer.url).path).name
    yield from answered(answer, url, origin, lambda: _contents(answer.body, name, here, visits))


def _contents(stream: BinaryIO, name: str, origin: Origin, visits: Visits) -> Outcomes:
    head = head_of(stream, HEAD_BYTES)
    form = origin.source.format or detect(head, name.removesuffix(".gz"), origin.media_type)
    # An archive's gzip members are its records, so it unpacks them itself.
    content = stream if form == "warc" else unpacked(stream)
    if form in _LISTINGS:
        yield from _LISTINGS[form](content, origin, visits)
    else:
        yield from _READERS[form](content, origin)
