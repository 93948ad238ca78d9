"""The command line: `python -m training VERB`."""

import argparse
import logging
import os
import sys
from importlib import import_module
from pathlib import Path

from training import inventory, running
from training.corpora import Corpora

STEPS = {
    "vectors": "word vectors from the raw text",
    "convert": "training and development files from the corpora",
    "teach": "a parser too slow to ship, for the model to learn from",
    "silver": "raw news parsed by the teacher, mixed with the treebanks",
    "train": "the parser in three stages, then the name finder in two",
    "package": "one folder of all the parts",
    "all": "from the corpora to the finished model, going on where it was stopped",
}


def main() -> None:
    """Run the verb given; what is missing is told in a line or a few."""
    given = _arguments()
    try:
        _evaluate(given) if given.verb == "evaluate" else _train(given)
    except (inventory.MissingCorpusError, running.OrderError) as error:
        sys.exit(str(error))


def _evaluate(given: argparse.Namespace) -> None:
    inventory.check_measured(given.corpora, given.split)
    table = import_module("training.evaluation.table")
    report = table.measured(given.model, Corpora(given.corpora), given.split, given.baseline)
    print("\n".join(table.lines(report)))


def _train(given: argparse.Namespace) -> None:
    inventory.check_training(given.corpora)
    # One thread: the same sums in the same order. It is read when numpy is first imported.
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    log = logging.getLogger("training")
    log.addHandler(logging.StreamHandler())
    log.setLevel(logging.INFO)
    try:
        steps = import_module("training.steps")
    except ModuleNotFoundError as error:
        # Measuring needs none of the packages that only training needs.
        sys.exit(f"{error.name} is not installed: see training/README.md, requirements.lock")
    steps.run(given.verb, steps.Workplace(Corpora(given.corpora), given.work, given.steps))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    for verb, what in STEPS.items():
        made = verbs.add_parser(verb, help=what)
        made.add_argument("--corpora", type=Path, required=True, help="folder of the corpora")
        made.add_argument("--work", type=Path, required=True, help="folder for what is made")
        made.add_argument(
            "--steps",
            type=_count,
            metavar="N",
            help="a trial: every stage stops after N batches, and reads as much of the raw text;"
            " the whole in minutes, and a model good for nothing",
        )
    measure = verbs.add_parser("evaluate", help="one table of figures of a model")
    measure.add_argument("model", type=_model, help="the folder of a model")
    measure.add_argument("--corpora", type=Path, required=True, help="folder of the corpora")
    measure.add_argument("--split", choices=("dev", "test"), default="test")
    measure.add_argument("--baseline", type=_model, help="a model to compare the speed with")
    return parser.parse_args()


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is no number of steps")
    return int(text)


def _model(text: str) -> Path:
    folder = Path(text)
    if not (folder / "meta.json").is_file():
        raise argparse.ArgumentTypeError(f"no model lies in {folder}")
    return folder


if __name__ == "__main__":
    main()
