"""Sentence boundaries by rule, before the parser, which keeps to them.

The parser alone breaks news sentences inside names and quotations ("Foreign Minister | Wang Yi").
"""

from typing import Any

import numpy
from spacy.language import Language
from spacy.tokens import Doc, Token

from extractors.sentences import abbreviations, reports
from extractors.sentences.marks import (
    CLOSING,
    DASHES,
    OPENING,
    PARENTHESES,
    TERMINAL,
    closes,
    first_word,
    is_reference,
    reference_before,
)

NAME = "readout_sentences"
LONGEST = 150  # tokens; four of 35,000 sentences of news are longer
# Of the marks that spaCy takes for punctuation, these may open a sentence: bullets and the like.
SIGNS = "*•·#@§¿¡$£€"
OPENING_TOKENS = 8  # a label and a number, and white space around them
LABELS = frozenset({"figure", "table", "box", "chapter", "section", "part", "step", "listing"})


@Language.component(NAME, assigns=["token.is_sent_start"])
def mark_sentences(doc: Doc) -> Doc:
    """Set `is_sent_start` on every token, so that nothing is left to the parser.

    What goes on for longer than any sentence is cut: what looks around in a sentence for each of
    its words would take the square of its length.
    """
    start = 0
    marks = numpy.full((len(doc), 1), -1)
    for token in doc:
        if token.i == start or starts_sentence(token) or token.i - start >= LONGEST:
            marks[token.i, 0] = 1
            start = token.i
    # All at once: setting it on a token looks at all the others first.
    starts: Any = marks.astype("uint64")  # thinc's own type of arrays knows nothing of numpy's
    return doc.from_array(["SENT_START"], starts) if len(doc) else doc


def starts_sentence(token: Token) -> bool:
    """Whether a sentence ends just before this token, which is not the document's first."""
    if not _may_open(token):
        return False
    last, closed = _last_word_before(token)
    if last is None:
        return False
    short = abbreviations.ending_in(last)
    if short is not None:
        return abbreviations.ends(short, token)
    if not (last.text in TERMINAL or last.text.endswith(".")) or _is_number_of_heading(last):
        return False
    return not (closed and last.text != "." and reports.follows(token))


def _may_open(token: Token) -> bool:
    if token.is_space or token.text in TERMINAL or token.text[0] in DASHES or closes(token):
        return False
    if token.is_punct and token.text not in OPENING and token.text[0] not in SIGNS:
        return False
    return not is_reference(token) and (token.text == "(" or not _is_small(first_word(token).text))


def _is_small(word: str) -> bool:
    """Whether a word has no capital; a brand may have one inside: eBay."""
    return word[0].islower() and word == word.lower()


def _last_word_before(token: Token) -> tuple[Token | None, bool]:
    """The last token that is neither space nor a closing mark, and whether a quotation closed."""
    closed = False
    i = token.i - 1
    while i >= 0:
        word = token.doc[i]
        if reference_before(word):
            i -= 3
            continue
        if not word.is_space:
            if word.text not in CLOSING or (word.text in OPENING and not closes(word)):
                return word, closed
            closed = closed or word.text not in PARENTHESES
        i -= 1
    return None, closed


def _is_number_of_heading(stop: Token) -> bool:
    """Whether the full stop belongs to a number that opens the paragraph: 2. Results, Figure 1."""
    if stop.text != "." or stop.i > OPENING_TOKENS:
        return False
    before = [word for word in stop.doc[: stop.i] if not word.is_space]
    labelled = len(before) > 1 and before[0].lower_ in LABELS
    numbers = before[1:] if labelled else before
    return len(numbers) == 1 and numbers[0].text.replace(".", "").isdigit()
