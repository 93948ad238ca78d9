"""Corpora of a few made-up sentences, in every format that the training reads."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from training.corpora import OPEN_GENRES

NAMES = {
    slot: tuple(names.split())
    for slot, names in {
        "$GIVEN": "Ana Eva Olena Luis Kofi Mei Tariq Sven Ines Paul Rana Igor",
        "$SURNAME": "Silva Roth Kovalenko Prado Mensah Lin Aziz Holm Costa Weber Das Petrov",
        "$PLACE": "Ghana Lisbon Accra Chile Norway Quito Kenya Oslo Peru Vienna",
        "$BODY": "Airbus Shell Nestle Siemens Toyota Unilever",
    }.items()
}
# A word a line: form, lemma, part of speech, tag, head, relation, name (B- and I-), then `*` where
# no space follows, `+` where the word is written together with the next as one token.
MET = """
President president PROPN NNP 2 compound O
$GIVEN $GIVEN PROPN NNP 4 nsubj B-PER
$SURNAME $SURNAME PROPN NNP 2 flat I-PER
met meet VERB VBD 0 root O
$GIVEN $GIVEN PROPN NNP 4 obj B-PER
$SURNAME $SURNAME PROPN NNP 5 flat I-PER
in in ADP IN 8 case O
$PLACE $PLACE PROPN NNP 4 obl B-LOC *
. . PUNCT . 4 punct O
"""
SAID = """
$SURNAME $SURNAME PROPN NNP 2 nsubj B-PER
said say VERB VBD 0 root O
that that SCONJ IN 7 mark O
it it PRON PRP 7 expl O
did do AUX VBD 7 aux O +
n't not PART RB 7 advmod O
rain rain VERB VB 2 ccomp O
in in ADP IN 9 case O
$PLACE $PLACE PROPN NNP 7 obl B-LOC *
. . PUNCT . 2 punct O
"""
QUOTED = """
" " PUNCT `` 4 punct O *
We we PRON PRP 4 nsubj O
will will AUX MD 4 aux O
sign sign VERB VB 8 ccomp O *
, , PUNCT , 4 punct O *
" " PUNCT '' 4 punct O
$SURNAME $SURNAME PROPN NNP 8 nsubj B-PER
said say VERB VBD 0 root O *
. . PUNCT . 8 punct O
"""
SIGNED = """
The the DET DT 2 det O
company company NOUN NN 4 nsubj O
$BODY $BODY PROPN NNP 2 appos B-ORG
signed sign VERB VBD 0 root O
a a DET DT 6 det O
treaty treaty NOUN NN 4 obj O
with with ADP IN 8 case O
$PLACE $PLACE PROPN NNP 4 obl B-LOC
on on ADP IN 10 case O
Monday Monday PROPN NNP 4 obl O *
. . PUNCT . 4 punct O
"""
AGREED = """
The the DET DT 2 det O
mayors mayor NOUN NNS 8 nsubj O
of of ADP IN 5 case O
both both DET DT 5 det O
towns town NOUN NNS 2 nmod O
near near ADP IN 7 case O
$PLACE $PLACE PROPN NNP 5 nmod B-LOC
agreed agree VERB VBD 0 root O
to to PART TO 10 mark O
build build VERB VB 8 xcomp O
a a DET DT 13 det O
new new ADJ JJ 13 amod O
bridge bridge NOUN NN 10 obj O
over over ADP IN 16 case O
the the DET DT 16 det O
river river NOUN NN 10 obl O *
. . PUNCT . 8 punct O
"""
TEMPLATES = (MET, SAID, QUOTED, SIGNED, AGREED)
FEATURES = {
    "NNP": "Number=Sing",
    "NN": "Number=Sing",
    "NNS": "Number=Plur",
    "VBD": "Mood=Ind|Tense=Past|VerbForm=Fin",
    "VB": "VerbForm=Inf",
}
ENTITIES = {"PER": "person", "ORG": "organization", "LOC": "place"}
POLITICAL = {"PER": "politician", "ORG": "organisation", "LOC": "location"}


@dataclass(frozen=True)
class Word:
    """A word of a made-up sentence; `name` is its tag in IOB2."""

    form: str
    lemma: str
    upos: str
    xpos: str
    head: str
    deprel: str
    name: str
    joined: str = ""


Sentence = list[Word]


def sentences(count: int, random: Random) -> list[Sentence]:
    """So many sentences, of all kinds in turn, with names drawn by chance."""
    return [_drawn(TEMPLATES[n % len(TEMPLATES)], random) for n in range(count)]


def _drawn(template: str, random: Random) -> Sentence:
    words = [Word(*row.split()) for row in template.strip().splitlines()]
    return [_named(word, random) if word.form in NAMES else word for word in words]


def _named(word: Word, random: Random) -> Word:
    name = random.choice(NAMES[word.form])
    return replace(word, form=name, lemma=name)


def text(sentence: Sentence) -> str:
    """The sentence as it is written."""
    return "".join(w.form + " " * (w.joined == "") for w in sentence).rstrip()


def write(folder: Path, *, seed: int = 1) -> Path:
    """Corpora in `folder/corpora`, articles beside them; returns the folder of the corpora."""
    root, random = folder / "corpora", Random(seed)
    _write_ewt(root, random)
    _write_gum(root, random)
    for field in ("politics", "ai", "literature", "music", "science"):
        for split in ("train", "dev", "test"):
            tagged = _tagged(sentences(5, random), POLITICAL)
            _put(root / "crossner" / f"{field}-{split}.txt", tagged)
    inside = {label: label for label in ENTITIES}
    wikigold = _tagged(sentences(10, random), inside).replace("B-", "I-")
    _put(root / "wikigold" / "CONLL-format" / "data" / "wikigold.conll.txt", wikigold)
    _write_raw(folder, random)
    return root


def _put(file: Path, content: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf-8")


def _write_ewt(root: Path, random: Random) -> None:
    for split, count in (("train", 60), ("dev", 10), ("test", 15)):
        made = sentences(count, random)
        conllu = _conllu(f"hamlet-{split}", made, entities=False)
        _put(root / "ud_ewt" / f"en_ewt-ud-{split}.conllu", conllu)
        numbered = "".join(_iob2(f"hamlet-{split}-{n}", s) for n, s in enumerate(made, 1))
        _put(root / "uner_ewt" / f"uner_en_ewt-ud-{split}.iob2", numbered)


def _write_gum(root: Path, random: Random) -> None:
    listed = ""
    for split, count in (("train", 10), ("dev", 5), ("test", 5)):
        listed += f"## {split}\n\n"
        for genre in OPEN_GENRES:
            name = f"GUM_{genre}_{split}"
            listed += f"  * {name}\n"
            made = sentences(count, random)
            _put(root / "gum" / f"{name}.conllu", _conllu(name, made, entities=True))
        listed += "\n"
    _put(root / "gum" / "splits.md", listed)


def _conllu(name: str, made: list[Sentence], *, entities: bool) -> str:
    """A document whose paragraphs have three sentences each."""
    lines = [f"# newdoc id = {name}"]
    for number, sentence in enumerate(made, 1):
        lines += ["# newpar"] * (number % 3 == 1)
        lines += [f"# sent_id = {name}-{number}", f"# text = {text(sentence)}"]
        lines += [*_rows(sentence, entities=entities), ""]
    return "\n".join(lines) + "\n"


def _rows(sentence: Sentence, *, entities: bool) -> Iterator[str]:
    for place, word in enumerate(sentence, 1):
        marks = ["SpaceAfter=No"] * (word.joined == "*")
        if entities and word.name != "O":
            marks += _entity(sentence, place)
        misc = "|".join(marks) or "_"
        if word.joined == "+":
            fused = word.form + sentence[place].form
            yield "\t".join([f"{place}-{place + 1}", fused, *["_"] * 8])
        feats = FEATURES.get(word.xpos, "_")
        cells = [word.form, word.lemma, word.upos, word.xpos, feats, word.head, word.deprel]
        yield "\t".join([str(place), *cells, "_", misc])


def _entity(sentence: Sentence, place: int) -> list[str]:
    """The brackets at a word of a name, as GUM writes them; none inside a name."""
    name, following = sentence[place - 1].name, sentence[place].name
    first = max(n for n in range(1, place + 1) if sentence[n - 1].name.startswith("B-"))
    opening = f"({first}-{ENTITIES[name[2:]]}-new" if first == place else ""
    closing = "" if following.startswith("I-") else ")" if opening else f"{first})"
    return [f"Entity={opening}{closing}"] if opening or closing else []


def _iob2(identifier: str, sentence: Sentence) -> str:
    rows = [f"{n}\t{w.form}\t{w.name}\t-\t-" for n, w in enumerate(sentence, 1)]
    return "\n".join([f"# sent_id = {identifier}", f"# text = {text(sentence)}", *rows]) + "\n\n"


def _tagged(made: list[Sentence], labels: dict[str, str]) -> str:
    """Words and tags, a word a line, an empty line after each sentence."""
    out = ""
    for sentence in made:
        for word in sentence:
            label = labels.get(word.name[2:], "")
            out += f"{word.form} {word.name[:2] + label if label else 'O'}\n"
        out += "\n"
    return out


def _write_raw(folder: Path, random: Random) -> None:
    paragraphs = [" ".join(map(text, sentences(4, random))) for _ in range(300)]
    file = folder / "corpora" / "raw" / "senate_releases.txt.gz"
    file.parent.mkdir(parents=True)
    with gzip.open(file, "wt", encoding="utf-8") as out:
        out.write("\n\n".join(paragraphs) + "\n")
    articles = ["\n".join(" ".join(map(text, sentences(3, random))) for _ in "abc") for _ in "de"]
    rows = [json.dumps({"url": str(n), "text": article}) for n, article in enumerate(articles)]
    _put(folder / "articles" / "articles.jsonl", "\n".join(rows) + "\n")
