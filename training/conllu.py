"""Reads CoNLL-U: documents, paragraphs, sentences and words, with the surface text kept."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = 0
# Features that say how a word is written, not what it is; they would only split the labels.
ORTHOGRAPHIC = frozenset({"Abbr", "CorrectForm", "ExtPos", "Foreign", "Style", "Typo"})
COLUMNS = 10


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word. `head` counts from 1 within the sentence; 0 is the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    misc: str
    space_after: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, its identifier, and whether a paragraph begins with it."""

    identifier: str
    words: tuple[Word, ...]
    opens_paragraph: bool
    opens_document: bool

    @property
    def text(self) -> str:
        """The sentence as it is written, without white space at its end."""
        return "".join(w.form + " " * w.space_after for w in self.words).rstrip()


@dataclass(slots=True)
class _Block:
    """The lines of one sentence, sorted by what they are."""

    comments: list[str] = field(default_factory=list)
    words: list[list[str]] = field(default_factory=list)
    fused: list[list[str]] = field(default_factory=list)


def read(path: Path) -> list[Sentence]:
    """The sentences of a file, in order.

    Words of a fused token (*don't*, *gonna*) share out its surface form, so that the text is
    exactly that of the treebank; empty nodes are left out.
    """
    with path.open(encoding="utf-8") as lines:
        return [_sentence(block) for block in _blocks(lines)]


def _blocks(lines: Iterable[str]) -> Iterator[_Block]:
    block = _Block()
    for line in lines:
        bare = line.rstrip("\n")
        if bare:
            _sort(block, bare)
        elif block.words:
            yield block
            block = _Block()
    if block.words:
        yield block


def _sort(block: _Block, line: str) -> None:
    if line.startswith("#") and line.count("\t") < COLUMNS - 1:
        block.comments.append(line[1:].strip())
        return
    columns = line.split("\t")
    if "." in columns[0]:
        return
    (block.fused if "-" in columns[0] else block.words).append(columns)


def _sentence(block: _Block) -> Sentence:
    comments = {name.strip(): value.strip() for name, _, value in _parted(block.comments)}
    forms, spaces = _surface(block)
    return Sentence(
        identifier=comments.get("sent_id", ""),
        words=tuple(
            _word(columns, form, space_after=space)
            for columns, form, space in zip(block.words, forms, spaces, strict=True)
        ),
        opens_paragraph=any(re.match(r"newpar\b(?!_)", c) for c in block.comments),
        opens_document=any(re.match(r"newdoc\b", c) for c in block.comments),
    )


def _parted(comments: list[str]) -> Iterator[tuple[str, str, str]]:
    return (comment.partition("=") for comment in comments)


def _surface(block: _Block) -> tuple[list[str], list[bool]]:
    forms = [columns[1].replace("\u00a0", "").replace(" ", "") for columns in block.words]
    spaces = [_space_after(columns) for columns in block.words]
    for columns in block.fused:
        first, last = (int(number) - 1 for number in columns[0].split("-"))
        forms[first : last + 1] = _shared_out(columns[1], forms[first : last + 1])
        spaces[first : last + 1] = [False] * (last - first) + [_space_after(columns)]
    return forms, spaces


def _space_after(columns: list[str]) -> bool:
    return "SpaceAfter=No" not in columns[9]


def _shared_out(surface: str, forms: list[str]) -> list[str]:
    """The surface form cut into as many pieces as there are words, by the words' own lengths."""
    if len(surface) < len(forms):
        return forms
    cuts = [0]
    for left, form in enumerate(forms[:-1], 1 - len(forms)):
        cuts.append(min(cuts[-1] + max(len(form), 1), len(surface) + left))
    return [surface[a:b] for a, b in zip(cuts, [*cuts[1:], len(surface)], strict=True)]


def _word(columns: list[str], form: str, *, space_after: bool) -> Word:
    return Word(
        form=form,
        lemma=columns[2] if columns[2] != "_" else columns[1],
        upos=columns[3],
        xpos=columns[4],
        feats=_feats(columns[5]),
        head=int(columns[6]),
        deprel=columns[7],
        misc=columns[9],
        space_after=space_after,
    )


def _feats(feats: str) -> str:
    kept = (pair for pair in feats.split("|") if pair.partition("=")[0] not in ORTHOGRAPHIC)
    return "" if feats == "_" else "|".join(kept)


def paragraphs(sentences: Iterable[Sentence]) -> list[list[Sentence]]:
    """The sentences grouped by paragraph, as the treebank marks them."""
    groups: list[list[Sentence]] = []
    for sentence in sentences:
        if sentence.opens_paragraph or sentence.opens_document or not groups:
            groups.append([])
        groups[-1].append(sentence)
    return groups
