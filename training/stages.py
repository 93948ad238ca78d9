"""Runs spaCy's training with the configurations beside this file."""

import sys
from importlib.resources import files
from pathlib import Path

from spacy.training.initialize import init_nlp
from spacy.training.loop import train as spacy_train
from spacy.util import load_config
from thinc.api import NumpyOps, set_current_ops

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


def train(stage: str, work: Path, vectors: Path) -> None:
    """Train one stage on the files of `work/corpus`, into `work/<stage>`."""
    # Twice as fast as spaCy's own way of multiplying matrices.
    set_current_ops(NumpyOps(use_blis=False))
    overrides = {
        "paths.train": str(corpus(work, stage, "train")),
        "paths.dev": str(corpus(work, stage, "dev")),
        "paths.vectors": str(vectors),
    }
    earlier = STAGES[stage]
    if earlier is not None:
        overrides[f"paths.{earlier}"] = str(trained(earlier, work))
    config = Path(str(files("training") / "configs" / f"{stage}.cfg"))
    nlp = init_nlp(load_config(config, overrides=overrides))
    (work / stage).mkdir(parents=True, exist_ok=True)
    spacy_train(nlp, work / stage, stdout=sys.stdout, stderr=sys.stderr)
