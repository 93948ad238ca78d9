"""The steps from the corpora to the model, each from files to files."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from training import (
    convert,
    name_sources,
    packaging,
    raw_text,
    running,
    stages,
    teaching,
    vectors,
)
from training.corpora import Corpora


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where the corpora lie, and where everything made from them goes.

    A trial stops every stage after `most_steps` batches.
    """

    corpora: Corpora
    folder: Path
    most_steps: int | None = None

    @property
    def vectors(self) -> Path:
        """The pipeline that holds the vectors alone."""
        return self.folder / "vectors" / "pipeline"

    @property
    def package(self) -> Path:
        """The finished model."""
        return self.folder / "package"


def run(verb: str, place: Workplace) -> None:
    """Do what a verb of the command line says: `all` goes on where it was stopped.

    Raises:
        OrderError: when a step is not yet possible, or the folder was begun under another limit.
    """
    steps = in_order(place)
    record = running.Record(place.folder / "finished.json", place.most_steps)
    if verb == "all":
        running.go_on(steps, record)
    else:
        running.again(stages.STAGES if verb == "train" else [verb], steps, record)


def in_order(place: Workplace) -> running.Steps:
    """Every step by its name, in the order of the files they need."""
    return {
        "vectors": partial(learn_vectors, place),
        "convert": partial(convert_corpora, place),
        "teach": partial(teaching.teach, place.corpora, place.folder, place.most_steps),
        "silver": partial(teaching.write_silver, place.corpora, place.folder, place.most_steps),
        **{
            stage: partial(stages.train, stage, place.folder, place.vectors, place.most_steps)
            for stage in stages.STAGES
        },
        "package": partial(package, place),
    }


def learn_vectors(place: Workplace) -> None:
    """Word vectors from the raw text: small ones that ship, and larger ones for the teacher."""
    place.folder.mkdir(parents=True, exist_ok=True)
    words = place.folder / "words.txt"
    raw_text.write_words(raw_text.texts(place.corpora, place.most_steps), words)
    vectors.write_pipeline(vectors.train(words, vectors.SHIPPED), place.vectors)
    large = teaching.vectors_file(place.folder)
    large.parent.mkdir(exist_ok=True)
    vectors.train(words, vectors.TEACHER).save_model(str(large))


def convert_corpora(place: Workplace) -> None:
    """Training and development files from the corpora."""
    convert.convert(place.corpora, place.folder / "corpus", name_sources.build)


def package(place: Workplace) -> None:
    """One folder of all the parts."""
    parser = stages.trained(stages.PARSER, place.folder)
    names = stages.trained(stages.NAMES, place.folder)
    packaging.assemble(parser, names, place.corpora, place.package)
