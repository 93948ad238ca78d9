"""Cues: the words that say somebody spoke, with the frames in which they do."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Doc, Span, Token

from extractors import gazetteer, lexicon
from extractors.statements.idioms import in_idiom, stands_for_the_same

# Cues that, after "and" or "but", go on with the report and not with what is reported.
PLAIN_CUES = frozenset({"said", "says", "added", "adds", "stressed", "insisted", "warned"})
# Prepositions that stand right by their verb: called again for, but not "called him for".
ADJACENT = frozenset({"for", "on", "upon"})
CLAUSE = frozenset({"that", "that!"})
# Forms that the tagger takes for nouns where they end a sentence: …, the Post reports.
FINAL = frozenset({"reports", "claims", "notes", "states"})
MODIFIER = frozenset({"amod", "compound", "case", "flat", "det", "cc", "mark", "nmod:desc"})
CLAUSE_HEAD = frozenset(
    {"ROOT", "conj", "ccomp", "parataxis", "advcl", "acl", "acl:relcl", "appos"}
)
# "made it perfectly clear", "pointed this out", "calling again for": how far the rest may stand.
PHRASE_REACH = 4


@dataclass(frozen=True, slots=True)
class Sense:
    """One way a word reports: what kind of act it is and the frames its content comes in."""

    act: str
    frames: frozenset[str]
    belief: bool = False
    completion: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word or phrase in a text."""

    words: Span
    head: Token
    senses: tuple[Sense, ...]

    def takes(self, *frames: str) -> bool:
        """Whether any of these frames is its own."""
        return any(sense.frames.intersection(frames) for sense in self.senses)

    def sense(self, frame: str) -> Sense:
        """The sense that a frame goes with; its first one when none does."""
        return next((sense for sense in self.senses if frame in sense.frames), self.senses[0])

    @property
    def is_belief(self) -> bool:
        """Whether it tells of what is held in mind and not of what was said."""
        return all(sense.belief for sense in self.senses)


def _sense(group: dict[str, Any]) -> Sense:
    frames, completion = frozenset(group["frames"]), frozenset(group.get("with", ()))
    return Sense(group["act"], frames, bool(group.get("belief")), completion)


@cache
def _senses(part: str) -> dict[str, tuple[Sense, ...]]:
    """Lemma → senses, for `verb`, `noun` or `phrase`."""
    table: dict[str, tuple[Sense, ...]] = {}
    for group in lexicon.load("reporting")[part]:
        for lemma in group.get("lemmas") or [group["verb"]]:
            table[lemma] = (*table.get(lemma, ()), _sense(group))
    return table


def verb_cues(doc: Doc) -> dict[int, Cue]:
    """Every reporting verb of a text, by the place of its token."""
    found = {token.i: cue for token in doc for cue in _adjective_cue(token)}
    return found | {token.i: cue for token in doc for cue in _verb_cue(token)}


def reports(token: Token) -> bool:
    """Whether a verb is one that reports speech in a clause of its own."""
    senses = _senses("verb").get(lexicon.verb_lemma(token.lower_) or "", ())
    return any(not sense.belief and not sense.frames.isdisjoint(CLAUSE) for sense in senses)


def noun_senses(token: Token) -> tuple[Sense, ...]:
    """How a noun reports, if it does: the claim that, their promise to."""
    if token.pos_ not in {"NOUN", "PROPN"}:
        return ()
    return _senses("noun").get(token.lemma_.lower(), ())


def _verb_cue(token: Token) -> Iterator[Cue]:
    lemma = lexicon.verb_lemma(token.lower_)
    if lemma is None or not _is_verb(token) or in_idiom(token):
        return
    for phrase in _senses("phrase").get(lemma, ()):
        last = _completion(token, phrase)
        if last is not None:
            yield Cue(token.doc[token.i : last.i + 1], token, (phrase,))
            return
    senses = _senses("verb").get(lemma, ())
    if senses:
        yield Cue(token.doc[token.i : token.i + 1], token, senses)


def _adjective_cue(token: Token) -> Iterator[Cue]:
    """Is sure that …: an adjective as predicate with a clause."""
    senses = _senses("adjective").get(token.lower_)
    predicate = token.pos_ in {"ADJ", "VERB"} and any(c.dep_ == "cop" for c in token.children)
    if senses and predicate:
        yield Cue(token.doc[token.i : token.i + 1], token, senses)


def _is_verb(token: Token) -> bool:
    """A verb by its tag, or by its place where the tagger missed it ("he articulated that")."""
    if token.dep_ in MODIFIER or stands_for_the_same(token):
        return False
    if token.pos_ in {"VERB", "AUX"}:
        return True
    before = token.nbor(-1) if token.i > 0 else token
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    if token.tag_ == "NNS" and token.lower_ in FINAL and before.pos_ == "PROPN":
        return after.is_sent_start is True or after.text == "." or after.is_space
    if after.lower_ == "that" and token.i > 0 and gazetteer.named(before.text):
        return before.text[0].isupper()  # Azerbaijan insists that: a name taken for an adjective
    return (
        token.dep_ in CLAUSE_HEAD
        and before.pos_ not in {"DET", "ADP", "ADJ", "NUM", "PART"}
        and (
            after.lower_ in {"that", "he", "she", "they", "it", "we"}
            or after.text in {",", ":", "“", '"', "."}
        )
        and any(child.dep_ == "nsubj" and child.i < token.i for child in token.children)
        and not any(child.dep_ in {"cop", "det"} for child in token.children)
    )


def _completion(token: Token, phrase: Sense) -> Token | None:
    for word in token.doc[token.i + 1 : token.i + 1 + PHRASE_REACH]:
        if word.lower_ in phrase.completion:
            return word
        if word.is_punct or word.pos_ in {"VERB", "ADP"}:
            return None
        if phrase.completion & ADJACENT and word.pos_ != "ADV":
            return None
    return None
