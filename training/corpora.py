"""Where the corpora lie in the folder given, and which documents are for training."""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from training import conllu
from training.conllu import Sentence

Split = Literal["train", "dev", "test"]
# The genres of GUM under open terms; the others may not be used commercially.
OPEN_GENRES = (
    "academic",
    "bio",
    "court",
    "interview",
    "news",
    "speech",
    "textbook",
    "vlog",
    "voyage",
)
# A sentence of this many letters that stands in two texts was copied.
COPIED = 60


@dataclass(frozen=True, slots=True)
class Corpora:
    """A folder of corpora, laid out as `training/README.md` says."""

    root: Path

    def ewt(self, split: Split) -> list[Sentence]:
        """The sentences of a split of UD English EWT."""
        return conllu.read(self.root / "ud_ewt" / f"en_ewt-ud-{split}.conllu")

    def gum(self, split: Split, genre: str) -> list[list[Sentence]]:
        """The documents of one genre of GUM that belong to a split."""
        files = sorted((self.root / "gum").glob(f"GUM_{genre}_*.conllu"))
        named = self._gum_splits()
        return [conllu.read(file) for file in files if named.get(file.stem, "") == split]

    def training_sentences(self) -> list[Sentence]:
        """Every sentence of the treebanks' training parts."""
        gum = [document for genre in OPEN_GENRES for document in self.gum("train", genre)]
        return [*self.ewt("train"), *(sentence for document in gum for sentence in document)]

    def _gum_splits(self) -> dict[str, str]:
        named: dict[str, str] = {}
        heading = ""
        for line in (self.root / "gum" / "splits.md").read_text(encoding="utf-8").splitlines():
            if line.startswith("## "):
                heading = line[3:].strip()
            elif match := re.match(r"\s+\* (\w+)", line):
                named[match[1]] = heading
        return named

    def uner(self, split: Split) -> Path:
        """The names of a split of EWT, in IOB2."""
        return self.root / "uner_ewt" / f"uner_en_ewt-ud-{split}.iob2"

    def crossner(self, field: str, split: Split) -> Path:
        """The names of a split of one field of CrossNER, in IOB2."""
        return self.root / "crossner" / f"{field}-{split}.txt"

    def wikigold(self) -> Path:
        """The names of WikiGold, in IOB."""
        return self.root / "wikigold" / "CONLL-format" / "data" / "wikigold.conll.txt"

    def raw(self) -> Iterator[str]:
        """Paragraphs of plain text: press releases, and articles if the folder has them."""
        yield from self.releases()
        yield from self.articles()

    def releases(self) -> Iterator[str]:
        """Paragraphs of press releases."""
        with gzip.open(self.root / "raw" / "senate_releases.txt.gz", "rt", encoding="utf-8") as f:
            yield from (line.strip() for line in f if line.strip())

    def articles(self) -> Iterator[str]:
        """Paragraphs of articles, without those that share a sentence with a measured text."""
        file = self.root.parent / "articles" / "articles.jsonl"
        if not file.exists():
            return
        held_out = self._held_out()
        with file.open(encoding="utf-8") as lines:
            for line in lines:
                text = json.loads(line)["text"]
                squeezed = "".join(text.split())
                if not any(sentence in squeezed for sentence in held_out):
                    yield from (part.strip() for part in text.splitlines() if part.strip())

    def _held_out(self) -> list[str]:
        splits: tuple[Split, ...] = ("dev", "test")
        texts = [
            "".join(sentence.text.split())
            for split in splits
            for genre in OPEN_GENRES
            for document in self.gum(split, genre)
            for sentence in document
        ]
        return [text for text in texts if len(text) >= COPIED]
