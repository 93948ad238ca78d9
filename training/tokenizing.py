"""The tokenizer of the model: spaCy's for English, nearer to how the treebanks part words.

The rules are kept in the model's folder: only training needs this file.
"""

import re
from collections.abc import Callable

from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # it has no stub
from spacy.util import compile_prefix_regex, compile_suffix_regex, registry

from training.word_lists import words

NAME = "readout.tokenizer.v1"
# Marks that stand together as one word: "!!!", "?!", "<<", "====".
RUNS = (r"[!?]{2,}", "={2,}", "_{2,}", r"\*{2,}", "<{2,}", ">{2,}", "~{2,}", "#{2,}")
# A hyphen after an affix keeps the word whole ("non-profit", "mid-1990s"); others part it.
AFFIXED = rf"(?i:{'|'.join(words('affixes'))})-\w+"
TELEPHONE = r"(?:\d-)?(?:\d{3}-)?\d{3}-\d{4}"
WHOLE = re.compile(rf"^(?:{AFFIXED}|{TELEPHONE})$")
# The half of the day written close to the hour: "7:30pm".
HALF_OF_DAY = r"(?<=[0-9])(?i:[ap]\.?m)"
# What spaCy takes for shortened words ("we'd" without its mark), for a face, for one word.
NOT_SPECIAL = frozenset({"id", "Id", "wed", "Wed", "):", "and/or", "And/or"})


@registry.callbacks(NAME)  # type: ignore[untyped-decorator]  # so in spaCy
def create() -> Callable[[Language], Language]:
    """What gives a pipeline this tokenizer when it is made; for a training configuration."""
    return equipped


def equipped(nlp: Language) -> Language:
    """The pipeline, its tokenizer changed.

    Raises:
        TypeError: when the pipeline has a tokenizer of another kind.
    """
    tokenizer = nlp.tokenizer
    if not isinstance(tokenizer, Tokenizer):
        raise TypeError("only spaCy's own tokenizer can be changed")
    prefixes, suffixes = nlp.Defaults.prefixes or (), nlp.Defaults.suffixes or ()
    tokenizer.prefix_search = compile_prefix_regex([*RUNS, *prefixes]).search
    tokenizer.suffix_search = compile_suffix_regex([*RUNS, HALF_OF_DAY, *suffixes]).search
    tokenizer.token_match = WHOLE.match
    tokenizer.rules = {
        word: parts for word, parts in (tokenizer.rules or {}).items() if word not in NOT_SPECIAL
    }
    for word in words("abbreviations"):
        tokenizer.add_special_case(word, [{"ORTH": word}])
    return nlp
