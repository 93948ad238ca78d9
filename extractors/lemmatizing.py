"""Lemmas by the tag, a table of what is irregular, and the rules of English spelling for the rest.

The table belongs to the model and lies in its folder; `training` makes it.
"""

import gzip
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Self

import numpy as np
import srsly
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example
from spacy.vocab import Vocab

NAME = "readout_lemmas"
VOWELS = "aeiou"
# Tags whose words are looked up together, so that a participle taken for a past is still right.
INFLECTED = dict.fromkeys(("VBD", "VBG", "VBN", "VBZ"), "inflected verb")
BASE = dict.fromkeys(("VB", "VBP"), "base verb")
GROUPS: Mapping[str, str] = INFLECTED | BASE
# Words that keep their capitals: names, foreign words, symbols, numbers.
AS_WRITTEN = frozenset({"NNP", "FW", "ADD", "SYM", "CD", "GW", "LS", "NFP"})
# Words with their tags whose lemma is remembered; as many as a long run of texts has.
MOST_KNOWN = 200_000
# Endings of adjectives that are written with a capital for good: Ukrainian, Chinese, Iraqi.
OF_PLACES = ("an", "ese", "ish", "i", "ite")
# The lengths of what is left of a word that its ending may be cut from: "bring", "red" stay.
SHORTEST_STEM = 2

Table = Mapping[str, Mapping[str, str]]


class Lemmas:
    """The pipeline component: a table, and the lemmas found so far."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self.table: Table = {}
        self._known: dict[tuple[int, int], str] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set every token's lemma; tags have to be there."""
        keys = (tuple(pair) for pair in doc.to_array(["ORTH", "TAG"]).tolist())
        found = (self._known.get(key) or self._learned(*key) for key in keys)
        # Stored anew for every document: a memory zone forgets its strings when it ends.
        lemmas = [self.vocab.strings.add(text) for text in found]
        column = np.array(lemmas, dtype=np.uint64)
        return doc.from_array(["LEMMA"], column)  # type: ignore[arg-type]  # its stub knows no 1d

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """Documents one after the other; nothing is gained by batches."""
        del batch_size
        yield from map(self, stream)

    def _learned(self, word: int, tag: int) -> str:
        strings = self.vocab.strings
        if len(self._known) > MOST_KNOWN:
            self._known.clear()
        found = lemma(strings[word], strings[tag], self.table)
        self._known[word, tag] = found
        return found

    def score(self, examples: Iterable[Example], **settings: Any) -> dict[str, Any]:
        """The share of lemmas that are right, as spaCy's own lemmatizers report it."""
        return Scorer.score_token_attr(examples, "lemma", **settings)

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Keep the table in a folder."""
        del exclude
        Path(path).mkdir(parents=True, exist_ok=True)
        # Without the time of writing: the same table gives the same bytes.
        packed = gzip.compress(srsly.json_dumps(self.table).encode(), mtime=0)
        (Path(path) / "table.json.gz").write_bytes(packed)

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> Self:
        """Take the table from a folder."""
        del exclude
        self._known.clear()
        self.table = srsly.read_gzip_json(Path(path) / "table.json.gz")
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The table as bytes."""
        del exclude
        packed: bytes = srsly.msgpack_dumps(self.table)
        return packed

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Self:
        """Take the table from bytes."""
        del exclude
        self._known.clear()
        self.table = srsly.msgpack_loads(data)
        return self


@Language.factory(NAME, assigns=["token.lemma"], requires=["token.tag"])
def create(nlp: Language, name: str) -> Lemmas:
    """A component without a table yet: only the rules."""
    del name
    return Lemmas(nlp.vocab)


def lemma(word: str, tag: str, table: Table) -> str:
    """The lemma of a word with a Penn Treebank tag.

    The table counts before the rules, a word as it is written before the word in small letters.
    """
    entries = table.get(GROUPS.get(tag, tag), {})
    known = entries.get(word)
    if known is None and tag not in AS_WRITTEN:
        known = entries.get(word.lower())
    return by_rule(word, tag) if known is None else known


def by_rule(word: str, tag: str) -> str:
    """The lemma that the spelling alone suggests."""
    if tag in AS_WRITTEN or (tag == "JJ" and _of_a_place(word)):
        return word
    if tag == "NNPS":
        return _singular(word)
    return RULES.get(GROUPS.get(tag, tag), str)(word.lower())


def _of_a_place(word: str) -> bool:
    return word[0].isupper() and not word.isupper() and word.endswith(OF_PLACES)


def _singular(word: str) -> str:
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > len("ties"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _infinitive(word: str) -> str:
    if word.endswith("s"):
        return word[:-2] if word.endswith("oes") else _singular(word)
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= SHORTEST_STEM and not set(stem).isdisjoint("aeiouy"):
            return _whole(stem) if ending == "ing" or stem[-1] != "i" else stem[:-1] + "y"
    return word


def _positive(word: str) -> str:
    for ending in ("est", "er"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > SHORTEST_STEM:
            return stem[:-1] + "y" if stem[-1] == "i" else _whole(stem)
    return word


def _whole(stem: str) -> str:
    """A stem with the e that its ending took, or without the letter it doubled."""
    last, before = stem[-1], stem[-2]
    if last == before and last not in "aeioulsfz":
        return stem[:-1]
    if last in "cuvz" or (last == "g" and before in VOWELS + "dr"):
        return stem + "e"
    if last == "s" and before not in "su":
        return stem + "e"
    long = stem.endswith(("at", "iz", "ir", "ur", "bl", "pl", "tl", "dl", "gl"))
    return stem + "e" if long and len(stem) > SHORTEST_STEM + 1 else stem


RULES: Mapping[str, Callable[[str], str]] = {
    "inflected verb": _infinitive,
    "JJR": _positive,
    "JJS": _positive,
    "NNS": _singular,
    "RBR": _positive,
    "RBS": _positive,
}
