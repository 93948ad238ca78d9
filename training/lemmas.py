"""Makes the table of the lemmatizer: every word that its rules get wrong."""

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import Any

from extractors import lexicon
from extractors.lemmatizing import AS_WRITTEN, GROUPS, Table, by_rule
from readout.codes import countries
from training.conllu import Sentence

# The tags of the inflected words of each part of speech in WordNet's tables.
PARTS = {"adj": ("JJR", "JJS"), "adv": ("RBR", "RBS"), "noun": ("NNS",), "verb": ("VBD",)}
# A word seen so often with its lemma is no slip.
FREQUENT = 5

Entry = tuple[str, str, str]  # tag, word, lemma


def table(sentences: Iterable[Sentence]) -> Table:
    """The words, by tag, whose lemma the rules do not find.

    Where sources differ: the program's own verbs, then what the treebanks have often, then
    WordNet, then what they have seldom (it may be an error).
    """
    rare, frequent = _treebank(sentences)
    entries: dict[str, dict[str, str]] = defaultdict(dict)
    for source in (rare, _wordnet(), _adjectives_of_countries(), frequent, _own_verbs()):
        for tag, word, lemma in source:
            entries[GROUPS.get(tag, tag)][word] = lemma
    tag_of = {group: tag for tag, group in GROUPS.items()}
    return {
        group: {
            word: lemma
            for word, lemma in sorted(words.items())
            if by_rule(word, tag_of.get(group, group)) != lemma
        }
        for group, words in sorted(entries.items())
    }


def _treebank(sentences: Iterable[Sentence]) -> tuple[list[Entry], list[Entry]]:
    """The commonest lemma of each word under each tag: of rare words, and of frequent ones.

    Words as written and, but for names, in small letters too.
    """
    seen: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word in sentence.words:
            group = GROUPS.get(word.xpos, word.xpos)
            forms = {word.form} if group in AS_WRITTEN else {word.form, word.form.lower()}
            for form in forms:
                seen[group, form][word.lemma] += 1
    rare, frequent = list[Entry](), list[Entry]()
    for (group, form), lemmas in sorted(seen.items()):
        # Equally common lemmas: the first in the alphabet, so that the table is always the same.
        best = min(lemmas, key=lambda lemma: (-lemmas[lemma], lemma))
        (frequent if lemmas[best] >= FREQUENT else rare).append((group, form, best))
    return rare, frequent


def _own_verbs() -> Iterator[Entry]:
    """Every form of every verb that the program's lists name."""
    for form, lemma in lexicon.verb_forms().items():
        yield "VBD", form, lemma


def _adjectives_of_countries() -> Iterator[Entry]:
    for country in countries().values():
        for word in country.demonyms:
            yield "JJ", word, word


def _wordnet() -> Iterator[Entry]:
    """WordNet's irregular forms, and the regular ones of its words (rules may get them wrong)."""
    index = {part: {w for w in _lookups("index")[part] if _is_word(w)} for part in PARTS}
    for verb in sorted(index["verb"]):
        yield from (("VBD", form, verb) for form in sorted(lexicon.regular_forms(verb) - {verb}))
    for noun in sorted(index["noun"]):
        yield "NNS", lexicon.third_person(noun), noun
        if noun.endswith("s") and by_rule(noun, "NNS") not in index["noun"]:
            yield "NNS", noun, noun
    for adjective in sorted(index["adj"]):
        if adjective.endswith("e"):
            yield "JJR", adjective + "r", adjective
            yield "JJS", adjective + "st", adjective
    for part, tags in PARTS.items():
        for form, lemmas in _lookups("exc")[part].items():
            known = [lemma for lemma in lemmas if lemma in index[part]]
            yield from ((tag, form, (known or lemmas)[0]) for tag in tags)


def _is_word(entry: str) -> bool:
    return entry.isalpha() and len(entry) > 1


def _lookups(name: str) -> Mapping[str, Any]:
    file = files("spacy_lookups_data") / "data" / f"en_lemma_{name}.json.gz"
    content: Mapping[str, Any] = json.loads(gzip.decompress(file.read_bytes()))
    return content
