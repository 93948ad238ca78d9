"""`readout annotate`: JSON lines in, JSON lines out, no database."""

import json
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, TextIO

import typer

from readout.annotation import annotation, document_of
from readout.records import Document, Failure

STANDARD = Path("-")


def annotate(
    source: Annotated[Path, typer.Argument(metavar="IN.jsonl", help="`-` for standard input")],
    target: Annotated[Path, typer.Argument(metavar="OUT.jsonl", help="`-` for standard output")],
) -> None:
    """Read documents, write what is found in each, in the same order; no database.

    A line in is an object with `id`, `text` and maybe `title` and `published`; a line that is
    not comes out as an object with an `error`, and the command ends with status 1.
    """
    with ExitStack() as stack:
        lines = sys.stdin if source == STANDARD else stack.enter_context(_open_to_read(source))
        out = sys.stdout if target == STANDARD else stack.enter_context(_open_to_write(target))
        failed = write_annotations(lines, out)
    if failed:
        typer.echo(f'{failed} lines could not be read: look for "error" in the output', err=True)
        raise typer.Exit(1)


def _open_to_read(path: Path) -> TextIO:
    try:
        return path.open(encoding="utf-8", errors="replace", newline="\n")
    except OSError as error:
        raise typer.BadParameter(f"cannot read {path}: {error.strerror}") from error


def _open_to_write(path: Path) -> TextIO:
    try:
        return path.open("w", encoding="utf-8")
    except OSError as error:
        raise typer.BadParameter(f"cannot write {path}: {error.strerror}") from error


def write_annotations(lines: TextIO, out: TextIO) -> int:
    """Write one line for each line read, in order; returns how many of them are errors."""
    from extractors import extract  # noqa: PLC0415  spaCy takes a second, and --help needs none

    waiting: deque[Document | str] = deque()
    failed = 0
    for found in extract(_documents(lines, waiting)):
        failed += _write_errors(waiting, out)
        document = waiting.popleft()
        if isinstance(found, Failure) or isinstance(document, str):
            failed += _write_error(f"document {found.document_id}: {found}", out)
        else:
            _write(annotation(document, found), out)
    return failed + _write_errors(waiting, out)


def _documents(lines: TextIO, waiting: deque[Document | str]) -> Iterator[Document]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            document = document_of(line, number)
        except ValueError as error:
            waiting.append(str(error))
            continue
        waiting.append(document)
        yield document


def _write_errors(waiting: deque[Document | str], out: TextIO) -> int:
    failed = 0
    while waiting and isinstance(waiting[0], str):
        failed += _write_error(str(waiting.popleft()), out)
    return failed


def _write_error(message: str, out: TextIO) -> int:
    _write({"error": message}, out)
    return 1


def _write(row: object, out: TextIO) -> None:
    out.write(json.dumps(row, ensure_ascii=False) + "\n")
