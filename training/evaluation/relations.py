"""What the extractors read: the subjects, objects and contents of the verbs of news."""

from collections.abc import Iterable, Mapping

from spacy.language import Language
from spacy.tokens import Doc, Token

from training.evaluation.counts import Counts
from training.word_lists import words

VERBS = frozenset(words("news_verbs"))
GROUPS: Mapping[str, str] = {
    "nsubj": "subject",
    "nsubj:pass": "subject",
    "nsubj:outer": "subject",
    "obj": "object",
    "iobj": "object",
    "ccomp": "clause",
    "parataxis": "clause",
}


def relation_counts(nlp: Language, docs: Iterable[Doc]) -> dict[str, Counts]:
    """Counts of each group of relations under the verbs, words given, by kind of dependent."""
    counts = dict.fromkeys(GROUPS.values(), Counts())
    for gold in docs:
        verbs = [token.i for token in gold if token.pos_ == "VERB" and token.lemma_ in VERBS]
        if not verbs:
            continue
        ours = _parsed(nlp, gold)
        for group in counts:
            for place in verbs:
                counts[group] += Counts.of(
                    _dependents(ours[place], group), _dependents(gold[place], group)
                )
    return counts


def _parsed(nlp: Language, gold: Doc) -> Doc:
    doc = Doc(nlp.vocab, [token.text for token in gold], [bool(t.whitespace_) for t in gold])
    return nlp(doc)


def _dependents(verb: Token, group: str) -> set[int]:
    return {child.i for child in verb.children if GROUPS.get(child.dep_) == group}
