"""Plain text with its names by character: what the name finder learns from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from training.conllu import Sentence
from training.treebank import Name
from training.word_lists import words as listed

# Marks that touch the word before them, and those that touch the word after.
CLOSE_UP = frozenset(listed("close_up"))
OPEN_UP = frozenset(listed("open_up"))
WRITTEN = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}


@dataclass(frozen=True, slots=True)
class NamedText:
    """A text and its names: first character, the one after the last, label."""

    text: str
    names: tuple[Name, ...]


def from_sentences(sentences: Sequence[Sentence], names: Sequence[Sequence[Name]]) -> NamedText:
    """The text of sentences that stand one after the other."""
    text, found = "", list[Name]()
    for sentence, named in zip(sentences, names, strict=True):
        text += " " if text else ""
        offsets = []
        for word in sentence.words:
            offsets.append((len(text), len(text) + len(word.form)))
            text += word.form + " " * word.space_after
        text = text.rstrip()
        found += [(offsets[a][0], offsets[b - 1][1], label) for a, b, label in named]
    return NamedText(text, tuple(found))


def from_words(words: Sequence[str], names: Sequence[Name]) -> NamedText:
    """A text put together from words alone, spaced as English is written."""
    text, offsets, quoted = "", list[tuple[int, int]](), False
    joined = True
    for word in words:
        closes = word in CLOSE_UP or (word == '"' and quoted)
        text += "" if joined or closes else " "
        written = WRITTEN.get(word, word)
        offsets.append((len(text), len(text) + len(written)))
        text += written
        joined = word in OPEN_UP or (word == '"' and not quoted)
        quoted ^= word == '"'
    return NamedText(text, tuple((offsets[a][0], offsets[b - 1][1], la) for a, b, la in names))


def documents(texts: Iterable[NamedText], nlp: Language) -> list[Doc]:
    """The texts cut into words by the pipeline's own tokenizer, with their names marked."""
    docs = []
    for named in texts:
        doc = nlp.make_doc(named.text)
        spans = (doc.char_span(*name, alignment_mode="expand") for name in named.names)
        doc.set_ents(filter_spans([s for s in spans if s is not None]), default="outside")
        docs.append(doc)
    return docs
