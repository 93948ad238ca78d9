"""The steps from the corpora to the model, each from files to files."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from training import convert, packaging, stages, vectors
from training.corpora import Corpora


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where the corpora lie, and where everything made from them goes."""

    corpora: Corpora
    folder: Path

    @property
    def vectors(self) -> Path:
        """The pipeline that holds the vectors alone."""
        return self.folder / "vectors" / "pipeline"

    @property
    def package(self) -> Path:
        """The finished model."""
        return self.folder / "package"


def learn_vectors(place: Workplace) -> None:
    """Word vectors from the raw text."""
    place.folder.mkdir(parents=True, exist_ok=True)
    words = place.folder / "words.txt"
    vectors.write_words(place.corpora, words)
    vectors.train(words, place.folder / "vectors")


def convert_corpora(place: Workplace) -> None:
    """Training and development files from the corpora."""
    convert.convert(place.corpora, place.folder / "corpus")


def train(place: Workplace) -> None:
    """The parser in two stages, then the name finder in two."""
    for stage in stages.STAGES:
        stages.train(stage, place.folder, place.vectors)


def package(place: Workplace) -> None:
    """One folder of all the parts."""
    parser = stages.trained(stages.PARSER, place.folder)
    names = stages.trained(stages.NAMES, place.folder)
    packaging.assemble(parser, names, place.corpora, place.package)


def everything(place: Workplace) -> None:
    """From the corpora to the finished model."""
    for step in (learn_vectors, convert_corpora, train, package):
        step(place)


STEPS: dict[str, Callable[[Workplace], None]] = {
    "vectors": learn_vectors,
    "convert": convert_corpora,
    "train": train,
    "package": package,
    "all": everything,
}
