"""Runs spaCy's training with the configurations beside this file."""

import sys
from importlib.resources import files
from pathlib import Path

from spacy.training.initialize import init_nlp
from spacy.training.loop import train as spacy_train
from spacy.util import load_config
from thinc.api import Config, use_ops

from training import tokenizing

PARSER, NAMES = "parse-silver", "names-more"
# Each stage, and the one it goes on from.
STAGES = {
    "parse": None,
    "parse-more": "parse",
    PARSER: "parse-more",
    "names": None,
    NAMES: "names",
}
# What the configurations name; imported, spaCy knows it.
REGISTERED = (tokenizing.NAME,)


def trained(stage: str, work: Path) -> Path:
    """Where the best pipeline of a stage lies, by the development files."""
    return work / stage / "model-best"


def corpus(work: Path, stage: str, part: str) -> Path:
    """The file of a stage that holds a part, `train` or `dev`."""
    return work / "corpus" / f"{stage}-{part}.spacy"


def train(stage: str, work: Path, vectors: Path, most_steps: int | None = None) -> None:
    """Train one stage on the files of `work/corpus`, into `work/<stage>`.

    A trial ends after `most_steps` batches.
    """
    config = configured(stage, work, vectors, most_steps)
    (work / stage).mkdir(parents=True, exist_ok=True)
    # Twice as fast as spaCy's own way of multiplying matrices.
    with use_ops("numpy", use_blis=False):
        spacy_train(init_nlp(config), work / stage, stdout=sys.stdout, stderr=sys.stderr)


def configured(stage: str, work: Path, vectors: Path, most_steps: int | None = None) -> Config:
    """The configuration of a stage, with the files it reads."""
    paths = {
        "train": corpus(work, stage, "train"),
        "dev": corpus(work, stage, "dev"),
        "vectors": vectors,
    }
    earlier = STAGES[stage]
    if earlier is not None:
        paths[earlier] = trained(earlier, work)
    overrides = {f"paths.{name}": str(path) for name, path in paths.items()}
    file = Path(str(files("training") / "configs" / f"{stage}.cfg"))
    config = load_config(file, overrides=overrides)
    if most_steps is not None:
        for setting in ("max_steps", "eval_frequency"):
            config["training"][setting] = min(config["training"][setting], most_steps)
    return config
