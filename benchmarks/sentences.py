"""Where sentences end: against GUM's annotators, and at 300 places of news judged by hand.

    python -m benchmarks.sentences GUM ARTICLES.jsonl

GUM is a folder of `.conllu` files with `splits.md`; its documents are read paragraph by paragraph,
as the program reads. The places are found in the articles, and known by a hash: what was judged of
each stands in `sentences.csv` (*ends* or *goes on*), without a word of the article.
"""

import csv
import hashlib
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extractors import parsing
from readout.cleaning import as_given

JUDGED = Path(__file__).with_name("sentences.csv")
AROUND = 40  # characters on each side that make the hash of a place
SHOWN = 70
SHORT = (
    "Sen|Sens|Rep|Reps|Gov|St|No|Nos|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Capt|Maj|Adm|Sgt|Cpl|Amb|Rev|Hon"
    "|Inc|Corp|Co|Ltd|Jr|Sr|Bros|vs|etc|al|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|Mt|Ft|Ave|Blvd"
    r"|Dept|Pres|Min|Sec|Art|Ph\.D|[A-Z]"
)
ABBREVIATION = re.compile(
    rf"(?<![\w.])(?P<word>(?:[A-Za-z]\.){{2,}}|(?:{SHORT})\.)[ \xa0]+(?=[“\"‘']?[A-Z])"
)
QUOTATION_ENDS = re.compile(r"[.?!…][”\"’']+[ \xa0]+(?=\S)")
QUOTATION = re.compile(r"“[^“”\n]{20,}”|(?<!\S)\"[^\"\n]{20,}\"(?!\w)")
INNER_END = re.compile(r"[.?!…:;–—-][’']?[ \xa0]+(?=[“‘'\"]?[A-Z])")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence may end: the offset of what follows, in its paragraph."""

    kind: str
    paragraph: str
    offset: int
    stop: int

    @property
    def key(self) -> str:
        """The hash of the place and of the words around it."""
        around = self.paragraph[max(0, self.offset - AROUND) : self.offset + AROUND]
        return hashlib.sha256(" ".join(around.split()).encode()).hexdigest()[:12]

    def shown(self) -> str:
        """The words around the place, which it divides with a bar."""
        before = self.paragraph[max(0, self.offset - SHOWN) : self.offset]
        return f"{before}|{self.paragraph[self.offset : self.offset + SHOWN]}".replace("\n", " ")


def main(gum: Path, articles: Path) -> None:
    """Print sentence F on GUM, then each judged place where the program is of another opinion."""
    _print_gum(gum)
    judged = {row["place"]: row["verdict"] for row in csv.DictReader(JUDGED.open(encoding="utf-8"))}
    found = {place.key: place for place in places(articles)}
    known = [found[key] for key in judged if key in found]
    counts: Counter[tuple[str, bool]] = Counter()
    for place, verdict in zip(known, verdicts(known), strict=True):
        agreed = verdict == judged[place.key]
        counts[place.kind, agreed] += 1
        if not agreed:
            print(f"{place.key} {verdict:8} {place.shown()}")
    for kind in sorted({kind for kind, _ in counts}):
        right = counts[kind, True]
        print(f"{kind:15} {right} of {right + counts[kind, False]} right")
    print(f"{len(judged) - len(known)} judged places are not in these articles")


def places(articles: Path) -> Iterator[Place]:
    """Every place in the articles where a careless reader would be unsure."""
    for line in articles.read_text("utf-8").splitlines():
        row = json.loads(line)
        document = as_given(row["url"], row["text"], row.get("title"), row.get("published"))
        for paragraph in parsing.paragraphs(document.text):
            yield from _places(paragraph)


def _places(paragraph: str) -> Iterator[Place]:
    for match in ABBREVIATION.finditer(paragraph):
        yield Place("abbreviation", paragraph, match.end(), match.end("word"))
    for match in QUOTATION_ENDS.finditer(paragraph):
        yield Place("quotation ends", paragraph, match.end(), match.start() + 1)
    for quotation in QUOTATION.finditer(paragraph):
        for match in INNER_END.finditer(paragraph, quotation.start() + 1, quotation.end() - 1):
            if not ABBREVIATION.search(paragraph[max(0, match.start() - 8) : match.end() + 1]):
                yield Place("in a quotation", paragraph, match.end(), match.start() + 1)


def verdicts(known: list[Place]) -> Iterator[str]:
    """What the program does at each place; *torn* where a sentence opens with what closes one."""
    docs = parsing.parse(place.paragraph for place in known)
    for place, doc in zip(known, docs, strict=True):
        opened = {
            next((token.idx for token in sentence if not token.is_space), -1)
            for sentence in doc.sents
        }
        torn = any(place.stop <= start < place.offset for start in opened)
        yield "torn" if torn else "ends" if place.offset in opened else "goes on"


def _print_gum(folder: Path) -> None:
    splits = _splits(folder / "splits.md")
    print("sentences of GUM                P      R      F")
    for split in ("train", "dev", "test"):
        names = [name for name in splits[split] if (folder / f"{name}.conllu").exists()]
        for genre in ("news", ""):
            chosen = [name for name in names if name.startswith(f"GUM_{genre}")]
            print(f"{split} {genre or 'all':20}", *_scores(folder, chosen))


def _splits(path: Path) -> dict[str, list[str]]:
    splits: dict[str, list[str]] = defaultdict(list)
    split = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("## "):
            split = line.removeprefix("## ")
        elif line.strip().startswith("* "):
            splits[split].append(line.strip().removeprefix("* "))
    return splits


def _scores(folder: Path, names: Iterable[str]) -> tuple[str, ...]:
    gold = [sentences for name in names for sentences in _paragraphs(folder / f"{name}.conllu")]
    docs = parsing.parse(" ".join(sentences) for sentences in gold)
    right = given = 0
    for sentences, doc in zip(gold, docs, strict=True):
        wanted = {*_edges(sentences)}
        found = {
            (words[0].idx, words[-1].idx + len(words[-1]))
            for sentence in doc.sents
            if (words := [token for token in sentence if not token.is_space])
        }
        right += len(wanted & found)
        given += len(found)
    marked = sum(len(sentences) for sentences in gold)
    precision, recall = right / given, right / marked
    f = 2 * precision * recall / (precision + recall)
    return tuple(f"{100 * figure:6.1f}" for figure in (precision, recall, f))


def _edges(sentences: list[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for sentence in sentences:
        yield start, start + len(sentence)
        start += len(sentence) + 1


def _paragraphs(path: Path) -> list[list[str]]:
    """The sentences of each paragraph, as annotated."""
    paragraphs: list[list[str]] = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# newpar") and not line.startswith("# newpar_block"):
            paragraphs.append([])
        elif line.startswith("# text = "):
            paragraphs = paragraphs or [[]]
            paragraphs[-1].append(line.removeprefix("# text = "))
    return [sentences for sentences in paragraphs if sentences]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
