"""The corpora as the training and the measurement need them: sentences with their names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from training import documents, iob, labels, mentions, named_text
from training.conllu import Sentence
from training.corpora import OPEN_GENRES, Corpora, Split
from training.named_text import NamedText
from training.treebank import Name


@dataclass(frozen=True, slots=True)
class Treebanks:
    """A split of EWT and of GUM's open genres, with the names of each sentence where known."""

    parts: tuple[tuple[Sentence, ...], ...]
    names: Mapping[str, tuple[Name, ...]]

    def names_of(self, sentences: Sequence[Sentence]) -> list[tuple[Name, ...]]:
        """The names of each sentence; none where they are not known."""
        return [self.names.get(sentence.identifier, ()) for sentence in sentences]

    def named(self, sentences: Sequence[Sentence]) -> list[Sentence]:
        """The sentences whose names are known."""
        return [sentence for sentence in sentences if sentence.identifier in self.names]


def treebanks(corpora: Corpora, split: Split) -> Treebanks:
    """EWT with the names of Universal NER, and GUM with those of its own entities."""
    ewt = corpora.ewt(split)
    gum = [document for genre in OPEN_GENRES for document in corpora.gum(split, genre)]
    names = dict(_uner(corpora, split, ewt))
    for document in gum:
        for sentence in document:
            forms = [word.form for word in sentence.words]
            names[sentence.identifier] = tuple(labels.relabelled(forms, mentions.names(sentence)))
    return Treebanks((tuple(ewt), *(tuple(document) for document in gum)), names)


def _uner(
    corpora: Corpora, split: Split, ewt: Sequence[Sentence]
) -> Iterator[tuple[str, tuple[Name, ...]]]:
    """Names by sentence; the four sentences that differ between the two releases have none."""
    tagged = {sentence.identifier: sentence for sentence in iob.read_numbered(corpora.uner(split))}
    for sentence in ewt:
        forms = [word.form for word in sentence.words]
        known = tagged.get(sentence.identifier)
        if known is not None and "".join(known.words) == "".join(forms):
            moved = iob.moved(known.names, known.words, forms)
            yield sentence.identifier, tuple(labels.relabelled(forms, moved))


def treebank_texts(banks: Treebanks) -> Iterator[NamedText]:
    """The paragraphs of treebanks, without the sentences whose names are not known."""
    for part in banks.parts:
        for paragraph in documents.by_paragraph(part):
            known = banks.named(paragraph)
            if known:
                yield named_text.from_sentences(known, banks.names_of(known))


def listed(file: Path) -> Iterator[NamedText]:
    """The sentences of a file of words and name tags, with the program's labels."""
    for tagged in iob.read(file):
        names = labels.relabelled(tagged.words, tagged.names)
        yield named_text.from_words(tagged.words, names)
