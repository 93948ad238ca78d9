"""What has to lie in the folder of corpora, and where it comes from."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Self

from training.corpora import Split


class MissingCorpusError(Exception):
    """Files that are not there, each corpus with its source."""

    @classmethod
    def of(cls, root: Path, lacking: Iterable[str]) -> Self:
        """The error for a folder and lines of what it lacks."""
        told = "".join(f"\n  {line}" for line in lacking)
        return cls(f"{root} lacks{told}\ntraining/README.md describes the folder.")


@dataclass(frozen=True, slots=True)
class Corpus:
    """A corpus: its name, where it comes from, and the files that training and measuring read."""

    name: str
    source: str
    training: tuple[str, ...]
    measured: tuple[str, ...]


def corpora() -> tuple[Corpus, ...]:
    """Every corpus that has to be there."""
    listed = tomllib.loads((files("training") / "inventory.toml").read_text("utf-8"))["corpus"]
    return tuple(
        Corpus(c["name"], c["source"], tuple(c["training"]), tuple(c["measured"])) for c in listed
    )


def check_training(root: Path) -> None:
    """Do nothing where all that training reads is there.

    Raises:
        MissingCorpusError: what is missing, and where it comes from.
    """
    _check(root, ((corpus, corpus.training) for corpus in corpora()))


def check_measured(root: Path, split: Split) -> None:
    """Do nothing where all that `evaluate` reads for a split is there.

    Raises:
        MissingCorpusError: what is missing, and where it comes from.
    """
    wanted = ((c, tuple(file.format(split=split) for file in c.measured)) for c in corpora())
    _check(root, wanted)


def _check(root: Path, wanted: Iterable[tuple[Corpus, tuple[str, ...]]]) -> None:
    lacking = [line for corpus, patterns in wanted for line in _lacking(root, corpus, patterns)]
    if lacking:
        raise MissingCorpusError.of(root, lacking)


def _lacking(root: Path, corpus: Corpus, patterns: tuple[str, ...]) -> Iterator[str]:
    missing = [pattern for pattern in patterns if not any(root.glob(pattern))]
    if missing:
        yield f"{corpus.name} ({corpus.source}):"
        yield from (f"  {pattern}" for pattern in missing)
