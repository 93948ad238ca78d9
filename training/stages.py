"""Runs spaCy's training with the configurations beside this file."""

import sys
from importlib.resources import files
from pathlib import Path

from spacy.training.initialize import init_nlp
from spacy.training.loop import train as spacy_train
from spacy.util import load_config
from thinc.api import NumpyOps, set_current_ops

from extractors import embedding
from training import tokenizing

PARSER, NAMES = "parse", "names"
STAGES = (PARSER, NAMES)
# What the configurations name; imported, spaCy knows them.
REGISTERED = (embedding.NAME, tokenizing.NAME)


def trained(stage: str, work: Path) -> Path:
    """Where the best pipeline of a stage lies, by the development files."""
    return work / stage / "model-best"


def corpus(work: Path, stage: str, part: str) -> Path:
    """The file of a stage that holds a part: `train` or `dev` of the treebanks, or `mixed`."""
    return work / "corpus" / f"{stage}-{part}.spacy"


def train(stage: str, work: Path, vectors: Path) -> None:
    """Train one stage into `work/<stage>`: labels of the treebanks, then the mixed text."""
    # Twice as fast as spaCy's own way of multiplying matrices.
    set_current_ops(NumpyOps(use_blis=False))
    config = load_config(
        Path(str(files("training") / "configs" / f"{stage}.cfg")),
        overrides={
            "paths.train": str(corpus(work, stage, "train")),
            "paths.dev": str(corpus(work, stage, "dev")),
            "paths.vectors": str(vectors),
        },
    )
    nlp = init_nlp(config)
    (work / stage).mkdir(parents=True, exist_ok=True)
    nlp.config["corpora"]["train"]["path"] = str(corpus(work, stage, "mixed"))
    spacy_train(nlp, work / stage, stdout=sys.stdout, stderr=sys.stderr)
