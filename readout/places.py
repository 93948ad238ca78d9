"""Folders in object stores and the like, used as those on disk are."""

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import cast


def at(url: str) -> Path:
    """What fsspec calls by this URL, as a path.

    Listings are not kept: others write there too.

    Raises:
        ModuleNotFoundError: when the extra `storage`, or what this kind of URL needs, is missing.
    """
    from upath import UPath  # noqa: PLC0415  of the extra `storage`, which most can do without

    # A UPath has the methods of a Path and is none by inheritance.
    return cast("Path", UPath(url, use_listings_cache=False))


def is_on_disk(path: Path) -> bool:
    """Whether it is a path of this machine, on which files can be renamed and synced."""
    return isinstance(path, Path)


def on_disk(paths: Iterable[Path], folder: Path) -> list[Path]:
    """The same files on this machine: those from elsewhere copied into the folder, same names."""
    return [path if is_on_disk(path) else _copied(path, folder) for path in paths]


def _copied(path: Path, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    with path.open("rb") as source, (folder / path.name).open("wb") as target:
        shutil.copyfileobj(source, target)
    return folder / path.name
