"""Turns sentences of a treebank into spaCy documents, and back into raw text to be measured on."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from spacy.tokens import Doc, DocBin, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from training.conllu import ROOT, Sentence

# Start and end (exclusive) of a name, in words of its sentence, and its label.
Name = tuple[int, int, str]
ATTRIBUTES = (
    "ORTH",
    "TAG",
    "HEAD",
    "DEP",
    "ENT_IOB",
    "ENT_TYPE",
    "ENT_KB_ID",
    "LEMMA",
    "MORPH",
    "POS",
    "SENT_START",
    "SPACY",
)


def document(
    vocab: Vocab, sentences: Sequence[Sentence], names: Sequence[Sequence[Name]] | None = None
) -> Doc:
    """One document of these sentences; its names are given by sentence, or unknown (`None`)."""
    words = [word for sentence in sentences for word in sentence.words]
    starts = _starts(sentences)
    doc = Doc(
        vocab,
        words=[word.form for word in words],
        spaces=_spaces(sentences),
        tags=[word.xpos for word in words],
        pos=[word.upos for word in words],
        morphs=[word.feats for word in words],
        lemmas=[word.lemma for word in words],
        heads=[
            start + (word.head - 1 if word.head != ROOT else place)
            for start, sentence in zip(starts, sentences, strict=True)
            for place, word in enumerate(sentence.words)
        ],
        deps=["ROOT" if word.head == ROOT else word.deprel for word in words],
        sent_starts=[place == 0 for s in sentences for place in range(len(s.words))],
    )
    _set_names(doc, starts, names)
    return doc


def _starts(sentences: Sequence[Sentence]) -> list[int]:
    starts = [0]
    for sentence in sentences:
        starts.append(starts[-1] + len(sentence.words))
    return starts[:-1]


def _spaces(sentences: Sequence[Sentence]) -> list[bool]:
    """Whether white space follows each word; between sentences always, after the last never.

    Paragraphs of a treebank come without the line ends between them.
    """
    spaces: list[bool] = []
    for sentence, following in zip(sentences, [*sentences[1:], None], strict=True):
        spaces.extend(word.space_after for word in sentence.words)
        if following is None:
            spaces[-1] = False
        elif following.opens_paragraph:
            spaces[-1] = True
    return spaces


def _set_names(doc: Doc, starts: Sequence[int], names: Sequence[Sequence[Name]] | None) -> None:
    if names is None:
        doc.set_ents([], default="missing")
        return
    spans = [
        Span(doc, start + a, start + b, label=label)
        for start, named in zip(starts, names, strict=True)
        for a, b, label in named
    ]
    doc.set_ents(filter_spans(spans), default="outside")


def write(docs: Iterable[Doc], file: Path) -> None:
    """Keep documents, with all that is annotated, in one file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    DocBin(attrs=ATTRIBUTES, docs=docs, store_user_data=False).to_disk(file)


def read(file: Path, vocab: Vocab) -> list[Doc]:
    """The documents of a file that `write` has written."""
    return list(DocBin().from_disk(file).get_docs(vocab))
