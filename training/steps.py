"""The steps from the corpora to the model, each from files to files."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from training import convert, packaging, stages, teaching, vectors
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
    """Word vectors from the raw text: small ones that ship, and larger ones for the teacher."""
    place.folder.mkdir(parents=True, exist_ok=True)
    words = place.folder / "words.txt"
    vectors.write_words(place.corpora, words)
    vectors.write_pipeline(vectors.train(words, vectors.SHIPPED), place.vectors)
    large = teaching.vectors_file(place.folder)
    large.parent.mkdir(exist_ok=True)
    vectors.train(words, vectors.TEACHER).save_model(str(large))


def convert_corpora(place: Workplace) -> None:
    """Training and development files from the corpora."""
    convert.convert(place.corpora, place.folder / "corpus")


def teach(place: Workplace) -> None:
    """The teacher, a parser too slow to ship."""
    teaching.teach(place.corpora, place.folder)


def write_silver(place: Workplace) -> None:
    """Raw news parsed by the teacher, mixed with the treebanks."""
    teaching.write_silver(place.corpora, place.folder)


def train(place: Workplace) -> None:
    """The parser, then the name finder in two stages."""
    for stage in stages.STAGES:
        stages.train(stage, place.folder, place.vectors)


def package(place: Workplace) -> None:
    """One folder of all the parts."""
    parser = stages.trained(stages.PARSER, place.folder)
    names = stages.trained(stages.NAMES, place.folder)
    packaging.assemble(parser, names, place.corpora, place.package)


def everything(place: Workplace) -> None:
    """From the corpora to the finished model."""
    for step in (learn_vectors, convert_corpora, teach, write_silver, train, package):
        step(place)


STEPS: dict[str, Callable[[Workplace], None]] = {
    "vectors": learn_vectors,
    "convert": convert_corpora,
    "teach": teach,
    "silver": write_silver,
    "train": train,
    "package": package,
    "all": everything,
}
