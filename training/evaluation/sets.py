"""The test sets: the texts, and what is true of them."""

from collections.abc import Iterator
from dataclasses import dataclass

import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

from training import banks, documents, named_text, spelling, treebank
from training.banks import Treebanks
from training.conllu import Sentence, paragraphs
from training.corpora import OPEN_GENRES, Corpora, Split

# Names are compared without telling GPE from LOC, and without NORP: the corpora do not.
MERGED = {"GPE": "LOC"}
DROPPED = frozenset({"NORP"})
# Words of sentences about as long as headlines are.
FEWEST, MOST = 5, 14

NameKey = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class ParsedSet:
    """Documents with their true trees: in runs of ten sentences, and paragraph by paragraph."""

    name: str
    runs: tuple[Doc, ...]
    paragraphs: tuple[Doc, ...]


@dataclass(frozen=True, slots=True)
class NamedSet:
    """Texts with their true names."""

    name: str
    docs: tuple[Doc, ...]


def parsed(corpora: Corpora, split: Split, vocab: Vocab) -> Iterator[ParsedSet]:
    """EWT, all of GUM, and each of its genres."""
    yield _parsed_set("EWT", [corpora.ewt(split)], vocab)
    gum = {genre: corpora.gum(split, genre) for genre in OPEN_GENRES}
    yield _parsed_set("GUM", [document for found in gum.values() for document in found], vocab)
    for genre, found in gum.items():
        yield _parsed_set(f"GUM {genre}", found, vocab)


def _parsed_set(name: str, parts: list[list[Sentence]], vocab: Vocab) -> ParsedSet:
    return ParsedSet(
        name,
        tuple(treebank.document(vocab, run) for part in parts for run in documents.by_run(part)),
        tuple(treebank.document(vocab, group) for part in parts for group in paragraphs(part)),
    )


def headlines(corpora: Corpora, split: Split, vocab: Vocab) -> Iterator[ParsedSet]:
    """The short sentences of GUM one by one: as written, in title case, in capitals."""
    documents_of = (d for genre in OPEN_GENRES for d in corpora.gum(split, genre))
    short = [s for document in documents_of for s in document if FEWEST <= len(s.words) <= MOST]
    cases = (spelling.title, spelling.capitals)
    recased = [short, *(spelling.respelled(short, case) for case in cases)]
    for name, sentences in zip(("short", "title case", "CAPITALS"), recased, strict=True):
        docs = tuple(treebank.document(vocab, [sentence]) for sentence in sentences)
        yield ParsedSet(name, docs, docs)


def named(corpora: Corpora, split: Split) -> Iterator[NamedSet]:
    """Universal NER on EWT, CrossNER politics, and the names in GUM."""
    nlp = spacy.blank("en")
    both = banks.treebanks(corpora, split)
    news = tuple(tuple(document) for document in corpora.gum(split, "news"))
    for name, parts in (("EWT", both.parts[:1]), ("GUM", both.parts[1:]), ("GUM news", news)):
        texts = banks.treebank_texts(Treebanks(parts, both.names))
        yield NamedSet(name, tuple(named_text.documents(texts, nlp)))
    docs = named_text.documents(banks.listed(corpora.crossner("politics", split)), nlp)
    yield NamedSet("CrossNER politics", tuple(docs))


def names(doc: Doc) -> set[NameKey]:
    """The names of a document by character, with labels that every corpus knows."""
    return {
        (name.start_char, name.end_char, MERGED.get(name.label_, name.label_))
        for name in doc.ents
        if name.label_ not in DROPPED
    }
