"""The command line: `python -m training VERB`."""

import argparse
from importlib import import_module
from pathlib import Path

from training.corpora import Corpora
from training.evaluation import table

STEPS = {
    "vectors": "word vectors from the raw text",
    "convert": "training and development files from the corpora",
    "teach": "a parser too slow to ship, for the model to learn from",
    "silver": "raw news parsed by the teacher, mixed with the treebanks",
    "train": "the parser, then the name finder in two stages",
    "package": "one folder of all the parts",
    "all": "from the corpora to the finished model",
}


def main() -> None:
    """Run the verb given."""
    given = _arguments()
    corpora = Corpora(given.corpora)
    if given.verb == "evaluate":
        report = table.measured(given.model, corpora, given.split, given.baseline)
        print("\n".join(table.lines(report)))
        return
    # Measuring needs none of the packages that only training needs.
    steps = import_module("training.steps")
    steps.STEPS[given.verb](steps.Workplace(corpora, given.work))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    for verb, what in STEPS.items():
        made = verbs.add_parser(verb, help=what)
        made.add_argument("--corpora", type=Path, required=True, help="folder of the corpora")
        made.add_argument("--work", type=Path, required=True, help="folder for what is made")
    measure = verbs.add_parser("evaluate", help="one table of figures of a model")
    measure.add_argument("model", type=Path)
    measure.add_argument("--corpora", type=Path, required=True, help="folder of the corpora")
    measure.add_argument("--split", choices=("dev", "test"), default="test")
    measure.add_argument("--baseline", type=Path, help="a model to compare the speed with")
    return parser.parse_args()


if __name__ == "__main__":
    main()
