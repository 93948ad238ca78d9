"""Silver text: raw news parsed by the teacher, for the shipped model to learn from."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from random import Random

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span

from training.corpora import Corpora
from training.teacher.annotation import Labels, Numbers, Parse
from training.teacher.forms import Forms

# A parse of every sentence.
Parser = Callable[[Sequence[Numbers]], Sequence[Parse]]

# Words of press releases beside all the words of the articles, which are news.
RELEASE_WORDS = 1_500_000
# Paragraphs of fewer words are captions and lists; of more, texts without line ends.
FEWEST, MOST = 4, 250
LONGEST_SENTENCE = 90
# Paragraphs parsed at a time: enough to find sentences of like length.
BATCH = 2_000


def paragraphs(corpora: Corpora, random: Random) -> Iterator[str]:
    """All the articles' paragraphs, and a draw of those of the press releases."""
    drawn, releases, words = list(corpora.articles()), list(corpora.releases()), 0
    random.shuffle(releases)
    for text in releases:
        words += len(text.split())
        if words > RELEASE_WORDS:
            break
        drawn.append(text)
    random.shuffle(drawn)
    for text in drawn:
        if FEWEST <= len(text.split()) <= MOST:
            yield " ".join(text.split())


def documents(
    texts: Iterable[str],
    splitter: Language,
    parser: Parser,
    labels: Labels,
    forms: Forms,
) -> Iterator[Doc]:
    """The paragraphs with trees, tags and features; `splitter` finds words and sentences.

    `parser` takes words by the numbers that `forms` gives them, and says `labels` by number. A
    paragraph with a sentence too long to be one is left out.
    """
    remaining = iter(texts)
    while batch := list(islice(remaining, BATCH)):
        split = [list(doc.sents) for doc in splitter.pipe(batch)]
        kept = [found for found in split if max(map(len, found)) <= LONGEST_SENTENCE]
        words = [forms.numbers(token.text for token in s) for found in kept for s in found]
        parses = iter(parser(words))
        for found in kept:
            yield _document(splitter, found, list(islice(parses, len(found))), labels)


def _document(nlp: Language, sentences: list[Span], parses: list[Parse], labels: Labels) -> Doc:
    doc = sentences[0].doc
    features = [labels.features[number].partition(" ") for p in parses for number in p.features]
    made = Doc(
        nlp.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        tags=[labels.tags[number] for p in parses for number in p.tags],
        pos=[part for part, _, _ in features],
        morphs=[feats for _, _, feats in features],
        heads=[int(h) for s, p in zip(sentences, parses, strict=True) for h in _heads(s, p)],
        deps=[relation for parse in parses for relation in _relations(parse, labels)],
        sent_starts=[token.is_sent_start for token in doc],
    )
    made.set_ents([], default="missing")
    return made


def _heads(sentence: Span, parse: Parse) -> NDArray[np.int64]:
    """Heads by place in the document; a root is its own."""
    places = np.arange(len(parse.heads))
    return sentence.start + np.where(parse.heads == 0, places, parse.heads - 1)


def _relations(parse: Parse, labels: Labels) -> Iterator[str]:
    for number, head in zip(parse.relations, parse.heads, strict=True):
        yield "ROOT" if head == 0 else labels.relations[number]
