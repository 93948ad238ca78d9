"""Finds the names inside GUM's entity annotation, which marks whole noun phrases."""

import re
from collections.abc import Iterator, Sequence

from training.conllu import Sentence, Word
from training.treebank import Name
from training.word_lists import words as listed

LABELS = {"person": "PERSON", "organization": "ORG", "place": "LOC"}
ENTITY = re.compile(r"Entity=([^|]*)")
BRACKET = re.compile(r"\([^()]*\)?|[^()]*\)")
# Words before a person's name that are no part of it.
TITLES = frozenset(listed("titles"))
# Capitalised words that name a kind of people.
KINDS = re.compile(r".+(?:ese|ists?|crats?|ians?|ish|icans?|lims?)|Jews?|Catholics?|God|Internet")
FIRST_NAMES = frozenset({"Ian", "Brian", "Adrian", "Julian", "Christian", "Gillian", "Vivian"})
LINKS = frozenset({"of", "for", "the"})
PARTS = frozenset({"flat", "compound", "goeswith"})
# Tags that no name ends in.
LOOSE_ENDS = frozenset({"POS", "IN", "CC", "DT", "HYPH"})

Mention = tuple[int, int, str]


def names(sentence: Sentence) -> list[Name]:
    """The proper names among the entities of a sentence, without their titles.

    A noun phrase headed by a proper noun holds a name: that noun with the words flat and compound
    beside it ("former President *Barack Obama* of the USA").
    """
    found = (_name(sentence.words, mention) for mention in _mentions(sentence))
    return [name for name in found if name is not None]


def _mentions(sentence: Sentence) -> Iterator[Mention]:
    opened: list[tuple[str, int, str]] = []
    for place, word in enumerate(sentence.words):
        entity = ENTITY.search(word.misc)
        for bracket in BRACKET.findall(entity[1]) if entity else ():
            fields = bracket.strip("()").split("-")
            if bracket.startswith("(") and len(fields) > 1:
                opened.append((fields[0], place, fields[1]))
            if bracket.endswith(")"):
                yield from _closed(opened, fields[0], place)


def _closed(opened: list[tuple[str, int, str]], key: str, place: int) -> Iterator[Mention]:
    for at in range(len(opened) - 1, -1, -1):
        if opened[at][0] == key:
            _, start, kind = opened.pop(at)
            yield start, place + 1, kind
            return


def _name(words: Sequence[Word], mention: Mention) -> Name | None:
    start, end, kind = mention
    heads = [i for i in range(start, end) if not start < words[i].head <= end]
    if kind not in LABELS or not heads or not words[heads[0]].xpos.startswith("NNP"):
        return None
    first, last = _extent(words, mention, heads[0])
    if kind == "person":
        first = _after_titles(words, first, last)
        if _no_person(words, first, last):
            return None
    while first < last and not _may_begin(words[first]):
        first += 1
    while last > first and (words[last].xpos in LOOSE_ENDS or words[last].form in "-'’"):
        last -= 1
    return first, last + 1, LABELS[kind]


def _extent(words: Sequence[Word], mention: Mention, head: int) -> tuple[int, int]:
    """First and last word of the unbroken run around the head that belongs to the name."""
    start, end, kind = mention
    kept = {head}
    grown = True
    while grown:
        more = {
            i
            for i in range(start, end)
            if i not in kept
            and words[i].head - 1 in kept
            and _belongs(words, i, kept, head, person=kind == "person")
        }
        kept |= more
        grown = bool(more)
    first = last = head
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    return first, last


def _belongs(
    words: Sequence[Word], place: int, kept: set[int], name_head: int, *, person: bool
) -> bool:
    word, head = words[place], words[words[place].head - 1]
    relation = word.deprel.partition(":")[0]
    proper = word.xpos.startswith("NNP")
    inner = head.xpos.startswith("NNP") and word.head - 1 != name_head
    return (
        relation in PARTS
        or (relation == "nummod" and place == word.head)
        or (relation == "amod" and proper)
        or (relation in {"nmod", "conj"} and proper and not person and _linked(words, place))
        or (relation in {"case", "cc", "det"} and place > min(kept) and inner)
        or (relation == "punct" and word.form in {"-", ".", "'", "’"})
    )


def _linked(words: Sequence[Word], place: int) -> bool:
    """Whether *of*, *for* or *and* ties the word into the name (Bank *of England*)."""
    if words[place].deprel == "nmod:unmarked":
        return False
    ties = (w for w in words if w.head == place + 1)
    return any(w.deprel in {"case", "cc"} and w.form.lower() in LINKS | {"and"} for w in ties)


def _after_titles(words: Sequence[Word], first: int, last: int) -> int:
    while first < last and words[first].form.lower() in TITLES:
        first += 1
    return first


def _no_person(words: Sequence[Word], first: int, last: int) -> bool:
    if words[last].form.lower() in TITLES:
        return True
    word = words[first]
    kind = KINDS.fullmatch(word.form) is not None and word.form not in FIRST_NAMES
    return first == last and (word.xpos == "NNPS" or kind)


def _may_begin(word: Word) -> bool:
    return word.xpos.startswith("NNP") or word.form[0].isupper() or word.form[0].isdigit()
