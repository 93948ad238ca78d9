"""Inputs as people name them, made into sources."""

import glob
import os
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

from readout.sources.catalogue import Catalogue
from readout.sources.credentials import revealed
from readout.sources.files import root_of
from readout.sources.source import Source
from readout.sources.urls import host


def resolve(inputs: Sequence[str], catalogue: Catalogue) -> list[Source]:
    """One source an input, in order: a name in the catalogue, a URL, or else a path or glob.

    A name wins over a file of the same name, which `./name` still reaches. Never fails: an input
    that is nothing becomes a source whose reading is a reject. A path is named after the folder
    that its addresses are relative to; folders of equal name are told apart by their parents.
    """
    sources = [_source(one.strip(), catalogue) for one in inputs]
    return _told_apart(list(dict.fromkeys(sources)))


def _source(given: str, catalogue: Catalogue) -> Source:
    if given in catalogue.sources:
        return catalogue.sources[given]
    if "://" in given:
        return Source(name=host(given) or "url", location=revealed(given))
    if not (glob.has_magic(given) or os.path.lexists(given)):
        return Source(name=given, location=given)
    return Source(name=_trailing(root_of(given), 1) or given, location=given)


def _told_apart(sources: list[Source]) -> list[Source]:
    roots: dict[str, set[Path]] = defaultdict(set)
    for source in sources:
        if _is_plain_path(source):
            roots[source.name].add(root_of(source.location))
    return [
        replace(source, name=_distinct(root_of(source.location), roots[source.name]))
        if _is_plain_path(source) and len(roots[source.name]) > 1
        else source
        for source in sources
    ]


def _is_plain_path(source: Source) -> bool:
    return not source.catalogued and not source.is_url


def _distinct(root: Path, others: set[Path]) -> str:
    for parts in count(1):
        name = _trailing(root, parts)
        if sum(_trailing(other, parts) == name for other in others) == 1:
            return name
    raise AssertionError("two different absolute paths differ in some part")


def _trailing(root: Path, parts: int) -> str:
    return "/".join(root.parts[1:][-parts:])
