"""Runs spaCy's training with the configurations beside this file."""

from importlib.resources import files
from pathlib import Path

from spacy.cli.train import train as spacy_train

PARSER, NAMES = "parse-more", "names-more"
# Each stage, and the one it goes on from.
STAGES = {"parse": None, PARSER: "parse", "names": None, NAMES: "names"}


def trained(stage: str, work: Path) -> Path:
    """Where the best pipeline of a stage lies, by the development files."""
    return work / stage / "model-best"


def train(stage: str, work: Path, vectors: Path) -> None:
    """Train one stage on the files of `work/corpus`, into `work/<stage>`."""
    overrides = {
        "paths.train": str(work / "corpus" / f"{stage}-train.spacy"),
        "paths.dev": str(work / "corpus" / f"{stage}-dev.spacy"),
        "paths.vectors": str(vectors),
    }
    earlier = STAGES[stage]
    if earlier is not None:
        overrides[f"paths.{earlier}"] = str(trained(earlier, work))
    config = Path(str(files("training") / "configs" / f"{stage}.cfg"))
    spacy_train(config, work / stage, overrides=overrides)
