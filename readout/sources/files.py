"""Files under a path: which ones, in what order, and what each is called everywhere."""

import glob
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from readout.sources.errors import IngestError
from readout.sources.source import Source

# Beside a corpus, what must come out of it: answers, not articles.
_ANSWERS = "expected"


def root_of(location: str) -> Path:
    """The absolute folder that addresses are relative to.

    The folder itself, the folder of a file, or the part of a glob before its first wild card.
    """
    path = Path(location).absolute()
    if path.is_dir():
        return path.resolve()
    if path.exists() or not glob.has_magic(location):
        return path.parent.resolve()
    steady = Path(*_before_wildcard(path.parts))
    return steady.resolve()


def files_of(source: Source) -> Iterator[tuple[Path, str]]:
    """Every file with its address, sorted by address within a folder.

    The address is the source's name and the path relative to the root, with slashes: the same on
    every machine. Hidden files, hidden folders and folders called `expected` are passed over.
    Raises IngestError "missing" or "empty".
    """
    root = root_of(source.location)
    for path in _paths(source.location):
        relative = Path(os.path.relpath(path.absolute(), root)).as_posix()
        yield path, f"{source.name}/{relative}"


def open_regular(path: Path) -> int:
    """A descriptor on a regular file. A pipe or device would be waited on for ever: IngestError."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except OSError as error:
        raise IngestError("unreadable", f"{path} cannot be opened: {error.strerror}") from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise IngestError("not a file", f"{path} is not a regular file")
    return descriptor


def _paths(location: str) -> Iterator[Path]:
    path = Path(location)
    if path.is_dir():
        yield from _given(_walked(path), "empty", f"the folder {location} has no files to read")
    elif os.path.lexists(path):
        yield path
    elif glob.has_magic(location):
        # Path.glob takes no absolute pattern.
        names = glob.glob(location, recursive=True)  # noqa: PTH207 - see above
        matches = (Path(name) for name in sorted(names))
        found = (match for match in matches if not match.is_dir())
        yield from _given(found, "missing", f"no file matches {location}")
    else:
        raise IngestError(
            "missing", f"{location} is neither a file, a folder, a URL nor a name in the catalogue"
        )


def _given(paths: Iterator[Path], reason: str, error: str) -> Iterator[Path]:
    first = next(paths, None)
    if first is None:
        raise IngestError(reason, error)
    yield first
    yield from paths


def _walked(folder: Path) -> Iterator[Path]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if entry.name != _ANSWERS and not entry.is_symlink():
                yield from _walked(entry)
        else:
            yield entry


def _before_wildcard(parts: tuple[str, ...]) -> Iterator[str]:
    for part in parts[:-1]:
        if glob.has_magic(part):
            return
        yield part
