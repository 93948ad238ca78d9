"""The language model: loaded once, given a document paragraph by paragraph."""

import os
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import use_ops

from extractors import lemmatizing, lexicon, mending, names, sentences
from readout.cleaning import dateline
from readout.wrapping import is_hard_wrapped

# Their import makes them known to spaCy, installed or not.
COMPONENTS = (sentences.NAME, lemmatizing.NAME, names.NAME, mending.NAME)
SHIPPED_MODEL = Path(__file__).with_name("model")
BATCH_PARAGRAPHS = 64

# The tokenizer takes quadratic time over text without spaces: 8,000 such characters, five seconds.
UNBROKEN = re.compile(r"\S{300,}")
# A hundred words of one or two characters in a row are a table or a drawing, and no prose; to the
# parser they are four times as much work as prose of the same length.
CRUMBS = re.compile(r"(?<!\S)(?:\S{1,2}+\s++){100,}+")
# Halves of surrogate pairs have no UTF-8, and the vocabulary stores UTF-8.
SURROGATES = re.compile(r"[\ud800-\udfff]")
BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
LINE_END = re.compile(r"\n\s*")
SLUG = re.compile(r"^[A-Z][A-Z&'./ ]{1,30} [-–—]{1,2} ", re.MULTILINE)


@lru_cache(maxsize=2)
def _loaded(name: str) -> Language:
    # OpenBLAS, with one thread (`readout`), is 1.6 times as fast at this as thinc's BLIS.
    is_single = os.environ.get("OPENBLAS_NUM_THREADS") == "1"
    with use_ops("numpy", use_blis=not is_single):
        nlp = spacy.load(name)
    if sentences.NAME not in nlp.pipe_names:
        nlp.add_pipe(sentences.NAME, first=True)
    tokenizer: Any = nlp.tokenizer  # its stub knows only a function
    for form in lexicon.load("name_words")["legal_forms"].split():
        tokenizer.add_special_case(form, [{"ORTH": form}])
    for component in (names.NAME, mending.NAME):
        if component not in nlp.pipe_names:
            nlp.add_pipe(component, last=True)
    return nlp


def model() -> Language:
    """The pipeline named by READOUT_MODEL (a package or a folder), else the one that ships.

    Raises:
        OSError: when there is no such model.
    """
    return _loaded(os.environ.get("READOUT_MODEL") or str(SHIPPED_MODEL))


def model_version() -> str:
    """Name and version of the model, as kept with every extraction."""
    meta = model().meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def masked(text: str) -> str:
    """The text with what is no prose, or what the tokenizer can't take, blanked out: as long."""
    text = UNBROKEN.sub(lambda match: " " * len(match[0]), text)
    text = CRUMBS.sub(lambda match: " " * (len(match[0]) - 1) + "\n", text)
    return SURROGATES.sub(" ", text)


def paragraphs(text: str) -> list[str]:
    """The text cut after the white space that ends each paragraph; joined, it is the text.

    A dateline and a slug in capitals ("STEEL - ") are cut off too: taken for the first words of the
    sentence, they spoil its parse.
    """
    ending = BLANK_LINE if is_hard_wrapped(text) else LINE_END
    opening = dateline.find(text)
    cuts = {
        0,
        len(text),
        *(match.end() for pattern in (ending, SLUG) for match in pattern.finditer(text)),
    }
    if opening is not None:
        cuts.add(_after_space(text, opening.extent.end))
    return [text[a:b] for a, b in pairwise(sorted(cuts))]


def _after_space(text: str, place: int) -> int:
    return place + len(text[place:]) - len(text[place:].lstrip())


def parse(texts: Iterable[str]) -> Iterator[Doc]:
    """One `Doc` for each text, in order, with the text's own offsets (an empty text too).

    Paragraphs are parsed apart and joined again: the parser was trained on short texts, and a
    sentence never runs over the end of a paragraph.
    """
    nlp = model()
    pieces = (
        (piece, place)
        for place, text in enumerate(texts)
        for piece in paragraphs(masked(text)) or [""]
    )
    parsed = nlp.pipe(pieces, as_tuples=True, batch_size=BATCH_PARAGRAPHS)
    for _, group in groupby(parsed, key=lambda pair: pair[1]):
        yield _joined([doc for doc, _ in group], nlp)


def _joined(docs: list[Doc], nlp: Language) -> Doc:
    if len(docs) == 1:
        return docs[0]
    joined: Doc | None = Doc.from_docs(docs, ensure_whitespace=False)
    if joined is None:
        return Doc(nlp.vocab)
    return names.repeat(joined) if names.NAME in nlp.pipe_names else joined
