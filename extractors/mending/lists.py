"""Lists of people with titles: President A, Prime Minister B, and Foreign Minister C.

The parser hangs the second name on the first, the third on some verb; read from left to right the
list is plain: capitalised names between commas, the last after *and*.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from extractors.lexicon import load
from extractors.mending.tree import attach
from extractors.names.labels import is_place
from extractors.syntax.labels import FINITE

OFFICES = frozenset(load("meetings")["officials"]["nouns"])
GENERATIONS = frozenset({"jr.", "sr.", "jr", "sr"})
ORDINALS = frozenset({"II", "III", "IV", "V", "VI", "VII", "VIII", "XIV", "XVI"})
IN_NAME = frozenset({"PROPN", "ADJ", "NOUN", "PART", "NUM"})
LONGEST_NAME = 30  # tokens, the title with it
FEWEST = 3  # two joined by *and* are left to the tree, unless each has a title

Segment = list[Token]


def mend(doc: Doc) -> None:
    """Make every list of three or more people one coordination."""
    for sentence in doc.sents:
        for names in _lists(list(sentence)):
            _coordinate(names)


def _lists(tokens: list[Token]) -> Iterator[list[Segment]]:
    names: list[Segment] = []
    position = 0
    while position < len(tokens):
        segment, after = _segment(tokens, position)
        if not segment:
            names = []
            position += 1
            continue
        names.append(segment)
        last = len(names) > 1 and segment[0].nbor(-1).lower_ == "and"
        if last and (len(names) >= FEWEST or _is_pair(names, tokens[after : after + 1])):
            yield names
        position = _past_separator(tokens, after)
        if last or position == after:
            names = []


def _segment(tokens: list[Token], start: int) -> tuple[Segment, int]:
    """A person's name with the title before it, and where it ends; empty when there is none."""
    end = start
    while end < len(tokens) and end - start < LONGEST_NAME and _goes_on(tokens, end):
        end += 1
    segment = tokens[start:end]
    return (segment, end) if _is_person(segment) else ([], start)


def _goes_on(tokens: list[Token], place: int) -> bool:
    token = tokens[place]
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if token.lower_ == "of" and after is not None and after.lower_ == "the":
        return place + 2 < len(tokens) and tokens[place + 2].text[0].isupper()
    if token.lower_ == "the":
        return place > 0 and tokens[place - 1].lower_ == "of"
    if token.lower_ in {"of", "for", "-", "’s", "'s"}:
        return after is not None and after.text[0].isupper()
    if token.text == ",":
        return after is not None and after.lower_ in GENERATIONS
    return token.text[0].isupper() and token.pos_ in IN_NAME


def _is_person(segment: Segment) -> bool:
    numbered = len(segment) > 1 and segment[-1].text in ORDINALS  # Lloyd Austin III
    if not segment or not (numbered or segment[-1].pos_ in {"PROPN", "NOUN"}):
        return False
    if any(token.ent_type_ == "PERSON" for token in segment):
        return True
    titled = [token for token in segment[:-1] if token.lower_ in OFFICES]
    return bool(titled) and segment[-1].lower_ not in OFFICES and not is_place(segment[-1])


def _is_pair(names: list[Segment], following: list[Token]) -> bool:
    """Two people, each with a title; A met *Minister B and Secretary C* met D joins no people."""
    if not all(any(word.lower_ in OFFICES for word in name[:-1]) for name in names):
        return False
    first = names[0][0]
    governed = first.i > first.sent.start and first.nbor(-1).pos_ in {"VERB", "ADP"}
    return not (governed and following and following[0].tag_ in FINITE)


def _past_separator(tokens: list[Token], place: int) -> int:
    """Past the comma, the *and*, or both; the same place when neither follows."""
    for word in (",", "and"):
        if place < len(tokens) and tokens[place].lower_ == word:
            place += 1
    return place


def _coordinate(names: list[Segment]) -> None:
    inside = {token.i for name in names for token in name}
    first, *others = [_head(name) for name in names]
    outer = next((token for name in names for token in name if token.head.i not in inside), None)
    if outer is None or outer.head.i in range(names[0][0].i, names[-1][-1].i + 1):
        return
    governor, label = outer.head, outer.dep_
    if any(head.is_ancestor(governor) for head in (first, *others)) or outer.dep_ == "ROOT":
        return
    before = names[0][0].nbor(-1) if names[0][0].i > 0 else None
    attach(first, governor, label)
    for head in others:
        attach(head, first, "conj")
    for name, head in zip(names, (first, *others), strict=True):
        for token in name:
            if token != head and token.head.i not in {part.i for part in name}:
                attach(token, head, "flat" if token.i > head.i else "compound")
    if before is not None and before.dep_ == "case":
        attach(before, first, "case")


def _head(name: Segment) -> Token:
    """The first word of the person's own name, as in Universal Dependencies."""
    people = [token for token in name if token.ent_type_ == "PERSON" and token.pos_ == "PROPN"]
    return people[0] if people else name[-1]
