"""Who does it, where a verb has no subject of its own: sentences of news judged by hand.

    python -m benchmarks.subjects ARTICLES.jsonl [FOUND.csv] [--unseen]

Of participles before a quotation (*…, adding, “…”*) and of verbs joined to another (*met and
signed*), the subject that the program finds is compared with the one a reader found. The places
are known by a hash of their paragraph; `subjects.csv` holds for each the verb's offset there and
the offsets of the heads that the reader accepts, and not a word of the text. READOUT_MODEL chooses
the model. With FOUND.csv, verdicts are compared with those of the run before, and kept there.
The rules were written with the 116 verbs of `subjects.csv` in view; `--unseen` counts the 100 of
`subjects_unseen.csv`, drawn by chance and judged afterwards, and shows none of them.
"""

import argparse
import csv
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extractors import parsing, syntax
from extractors.lexicon import verb_lemma
from readout.cleaning import as_given

JUDGED = Path(__file__).with_name("subjects.csv")
UNSEEN = Path(__file__).with_name("subjects_unseen.csv")
PARTICIPLE = re.compile(r"(?:[,;”\"] |[–—] ?)(?P<verb>[a-z]+ing)\b|\b(?P<before>[a-z]+ing),? [“\"]")
SAYING = frozenset(
    [
        "adding",
        "admitting",
        "announcing",
        "arguing",
        "asking",
        "asserting",
        "calling",
        "citing",
        "claiming",
        "concluding",
        "confirming",
        "declaring",
        "demanding",
        "denying",
        "describing",
        "emphasizing",
        "explaining",
        "expressing",
        "insisting",
        "noting",
        "pointing",
        "promising",
        "quoting",
        "reiterating",
        "remarking",
        "reminding",
        "repeating",
        "replying",
        "reporting",
        "revealing",
        "saying",
        "stating",
        "stressing",
        "suggesting",
        "telling",
        "tweeting",
        "urging",
        "vowing",
        "warning",
        "writing",
    ]
)
JOINED = re.compile(r"(?:\band|\bbut) (?:also |then |later |[a-z]+ly )?(?P<verb>[a-z]+)\b")


@dataclass(frozen=True, slots=True)
class Place:
    """A verb in a paragraph, by its offset."""

    kind: str
    paragraph: str
    verb: int

    @property
    def key(self) -> str:
        """The hash of the paragraph, and the offset of the verb."""
        return f"{hashlib.sha256(self.paragraph.encode()).hexdigest()[:12]}:{self.verb}"


def main(articles: Path, earlier: Path | None, *, unseen: bool = False) -> None:
    """Print what is found amiss, what is right by kind, and which verdicts have changed.

    Of the unseen sample nothing is printed but the counts, so that it stays unseen.
    """
    with (UNSEEN if unseen else JUDGED).open(encoding="utf-8") as lines:
        judged = {row["place"]: row["subjects"] for row in csv.DictReader(lines)}
    known = [
        place for place in {p.key: p for p in places(articles)}.values() if place.key in judged
    ]
    verdicts: dict[str, str] = {}
    counts: Counter[tuple[str, str]] = Counter()
    for place, (found, shown) in zip(known, subjects(known), strict=True):
        wanted = {int(offset) for offset in judged[place.key].split()}
        verdicts[place.key] = "right" if found and found <= wanted else "wrong"
        counts[place.kind, verdicts[place.key]] += 1
        if verdicts[place.key] == "wrong" and not unseen:
            print(place.key, shown)
    for kind in ("participle", "joined"):
        right = counts[kind, "right"]
        print(f"{kind:12} {right} of {right + counts[kind, 'wrong']} right")
    print(f"{len(judged) - len(known)} judged places are not in these articles")
    if earlier is not None:
        _compare(earlier, verdicts)


def places(articles: Path) -> Iterator[Place]:
    """Every place in the articles where such a verb may stand, by its spelling."""
    for line in articles.read_text("utf-8").splitlines():
        row = json.loads(line)
        document = as_given(row["url"], row["text"], row.get("title"), row.get("published"))
        for paragraph in parsing.paragraphs(document.text):
            for match in PARTICIPLE.finditer(paragraph):
                part = "verb" if match["verb"] else "before"
                if match[part] in SAYING:
                    yield Place("participle", paragraph, match.start(part))
            for match in JOINED.finditer(paragraph):
                if _is_finite(match["verb"]):
                    yield Place("joined", paragraph, match.start("verb"))


def _is_finite(form: str) -> bool:
    lemma = verb_lemma(form)
    return lemma is not None and form != lemma and not form.endswith("ing")


def subjects(known: list[Place]) -> Iterator[tuple[set[int], str]]:
    """The offsets of the heads found for each verb, and its sentence with both in brackets."""
    docs = parsing.parse(place.paragraph for place in known)
    for place, doc in zip(known, docs, strict=True):
        verb = next(token for token in doc if token.idx + len(token) > place.verb)
        found = {subject.idx: subject.text for subject in syntax.subjects(verb)}
        sentence = syntax.sentence(verb)
        text = sentence.text.replace("\n", " ")
        for offset, word in sorted({**found, verb.idx: verb.text}.items(), reverse=True):
            at = offset - sentence.start_char
            left, right = "<>" if offset == verb.idx else "[]"
            text = f"{text[:at]}{left}{word}{right}{text[at + len(word) :]}"
        yield set(found), text


def _compare(path: Path, verdicts: dict[str, str]) -> None:
    """Print each verdict that is another than in the file, then write these there."""
    if path.exists():
        with path.open(encoding="utf-8") as lines:
            before = {row["place"]: row["verdict"] for row in csv.DictReader(lines)}
        for key, verdict in verdicts.items():
            if before.get(key) != verdict:
                print(f"{key}: {before.get(key, 'not judged')} before, {verdict} now")
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerow(["place", "verdict"])
        writer.writerows(verdicts.items())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks.subjects")
    parser.add_argument("articles", type=Path)
    parser.add_argument("found", type=Path, nargs="?")
    parser.add_argument("--unseen", action="store_true")
    given = parser.parse_args()
    main(given.articles, given.found, unseen=given.unseen)
