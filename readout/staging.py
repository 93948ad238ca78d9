"""Staged parts: Parquet files that are either whole or not there.

On disk, a part is written under a temporary name, synced, then renamed; in an object store it
appears whole when it is closed. Its name follows from what is in it, so a run that was killed
writes the same names again and finds the work it had finished.
"""

import io
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, Generic, TypeVar

import pyarrow as pa
import pyarrow.parquet as pq

from readout import disk, parquet, places
from readout.cleaning.fingerprint import bands
from readout.home import Home
from readout.identity import article_id, hash_id, mention_ids
from readout.records import (
    Article,
    Document,
    Extraction,
    Fetched,
    Rejected,
    Stage,
    Unchanged,
)

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Kind(Generic[Record]):
    """One folder of parts: what a row is, what names it, and the ids that SQL cannot compute."""

    folder: str
    record: type[Record]
    key: Callable[[Record], object]
    derived: tuple[tuple[str, pa.DataType, Callable[[Record], Any]], ...] = ()

    @property
    def schema(self) -> pa.Schema:
        """The columns of a part."""
        columns = list(parquet.schema_of(self.record))
        columns += [pa.field(name, type_) for name, type_, _ in self.derived]
        return pa.schema([*columns, pa.field("version", pa.string())])


ARTICLES = Kind("articles", Article, article_id, (("article_id", pa.string(), article_id),))
DOCUMENTS = Kind(
    "documents",
    Document,
    lambda document: document.document_id,
    (("bands", pa.list_(pa.int64()), lambda document: bands(document.signature)),),
)
EXTRACTIONS = Kind(
    "extractions",
    Extraction,
    lambda extraction: extraction.document_id,
    (("mention_ids", pa.list_(pa.string()), mention_ids),),
)
REJECTS = Kind("rejects", Rejected, lambda row: (row.source, row.address, row.stage, row.reason))
UNCHANGED = Kind("unchanged", Unchanged, lambda row: (row.source, row.address, row.article_id))
FETCHES = Kind("fetches", Fetched, lambda row: (row.source, row.url, row.etag, row.last_modified))
KINDS: tuple[Kind[Any], ...] = (ARTICLES, DOCUMENTS, EXTRACTIONS, REJECTS, UNCHANGED, FETCHES)


def part_path(home: Home, kind: Kind[Any], part: str) -> Path:
    """Where a part of this name lies."""
    return home.staging / kind.folder / f"{part}.parquet"


def parts(home: Home, kind: Kind[Any]) -> list[str]:
    """The names of the whole parts of a kind, in order."""
    return sorted(path.stem for path in (home.staging / kind.folder).glob("*.parquet"))


def part_name(kind: Kind[Record], records: Iterable[Record]) -> str:
    """The name that follows from the keys of the records, in their order."""
    return hash_id(kind.folder, *(kind.key(record) for record in records))


def write(
    home: Home,
    kind: Kind[Record],
    records: Sequence[Record],
    part: str | None = None,
    version: str = "",
) -> str:
    """Writes a part, whole or not at all; its name, unless given, follows from what is in it.

    `version` is that of the program that made the records: cleaning for documents, the extractor
    for extractions. A part may be empty: it says that the step was done and gave nothing.
    """
    part = part or part_name(kind, records)
    rows = [_row(kind, record, version) for record in records]
    write_whole(part_path(home, kind, part), pa.Table.from_pylist(rows, kind.schema))
    return part


def write_whole(path: Path, rows: pa.Table) -> None:
    """Writes the file of a part, whole or not at all."""
    if not places.is_on_disk(path):
        _put(path, rows)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    with disk.writing(unfinished), unfinished.open("wb") as file:
        pq.write_table(rows, file, compression="zstd")
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
    sync(path.parent)


def _put(path: Path, rows: pa.Table) -> None:
    whole = io.BytesIO()
    pq.write_table(rows, whole, compression="zstd")
    path.write_bytes(whole.getvalue())


def _row(kind: Kind[Record], record: Record, version: str) -> Mapping[str, Any]:
    ids = {name: compute(record) for name, _, compute in kind.derived}
    return {**parquet.encode(record), **ids, "version": version}


def sync(folder: Path) -> None:
    """Makes a rename outlive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read(home: Home, kind: Kind[Record], part: str) -> Iterator[Record]:
    """The records of a part, in the order they were written; memory does not grow with it."""
    decode = parquet.decoder(kind.record)
    yield from map(decode, parquet.rows(part_path(home, kind, part)))


def to_clean(home: Home) -> list[str]:
    """Names of the article parts whose documents have not been made."""
    return sorted({*parts(home, ARTICLES)} - {*parts(home, DOCUMENTS)})


def to_extract(home: Home) -> list[str]:
    """Names of the document parts in which nothing has been looked for."""
    return sorted({*parts(home, DOCUMENTS)} - {*parts(home, EXTRACTIONS)})


def complete(home: Home) -> list[str]:
    """Names of the parts that have come all the way and can be loaded."""
    return sorted({*parts(home, DOCUMENTS)} & {*parts(home, EXTRACTIONS)})


def write_rejects(home: Home, stage: Stage, rejects: Sequence[Rejected], part: str = "") -> None:
    """Stages what a step turned away.

    Cleaning and extraction name the part that it was in: these rejects are loaded with that part,
    and are written before the part that says the step is done.
    """
    if rejects:
        write(home, REJECTS, rejects, f"{part or part_name(REJECTS, rejects)}-{stage}")


def loadable_rejects(home: Home) -> list[str]:
    """Names of the reject parts that wait for no other part."""
    whole = {*complete(home)}
    named = ((part, *part.rsplit("-", 1)) for part in parts(home, REJECTS))
    return [part for part, of, stage in named if stage == "ingest" or of in whole]


def remove(paths: Iterable[Path]) -> None:
    """Removes parts that were loaded; those already gone are no matter."""
    for path in paths:
        path.unlink(missing_ok=True)


def sweep(home: Home) -> None:
    """Removes what writers that were killed left unfinished. Only for who holds the lock."""
    folders = (home.staging / kind.folder for kind in KINDS)
    remove(chain.from_iterable(folder.glob(".*.parquet.*") for folder in folders))
