"""Sides that the parse loses: names coordinated before a subject, a subject without its verb.

*President A and President B met*: the parser takes the first for a part of the second's name as
often as for its fellow.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from extractors import syntax
from extractors.actors import Cast
from extractors.actors.records import Naming

TAKEN = syntax.SUBJECT | syntax.PASSIVE_SUBJECT | syntax.OBJECT | syntax.INDIRECT_OBJECT
FINITE = frozenset({"VBD", "VBZ", "VBP"})
# Taken for prepositions, these may open a clause: after the ministers | met.
SUBORDINATING = frozenset({"after", "before", "since", "until", "till", "as", "once", "than"})
SPANS = frozenset({"day", "week", "fortnight", "month", "year"})  # a day | after they met
AROUND = frozenset({"ADV", "ADP", "NUM"})
LONGEST_ASIDE = 5  # words between a subject and its verb: Castellan Bank | on Friday | agreed


def fellows(cast: Cast, head: Token) -> Iterator[Token]:
    """The heads of the names that *and* joins to a name from the left, the nearest first."""
    joints = frozenset({"and", "&"})
    while (naming := _naming_at(cast, head.i)) is not None:
        before = _naming_before(cast, naming, joints)
        if before is None:
            return
        head = cast.doc[_head_of(cast, before)]
        yield head
        joints = frozenset({","})


def _naming_at(cast: Cast, i: int) -> Naming | None:
    return cast.named[i][0] if i in cast.named else None


def _naming_before(cast: Cast, naming: Naming, joints: frozenset[str]) -> Naming | None:
    """The name that one of these words joins to the next, when nothing else has taken it."""
    doc, k = cast.doc, naming.tokens.start - 1
    if k > 1 and doc[k].text in {"'s", "’s"}:  # Azerbaijan's | Ilham Aliyev
        owner = _naming_at(cast, k - 1)
        k = owner.tokens.start - 1 if owner is not None else k
    if k > 0 and doc[k].lower_ == "the":
        k -= 1
    if k < 1 or doc[k].lower_ not in joints or doc[k].is_sent_start:
        return None
    before = _naming_at(cast, k - 1)
    if before is None or before.last != k or before.kind != naming.kind:
        return None
    return None if _is_taken(cast, before) else before


def _head_of(cast: Cast, naming: Naming) -> int:
    inside = naming.tokens
    return next((i for i in inside if cast.doc[i].head.i not in inside), inside[-1])


def _is_taken(cast: Cast, naming: Naming) -> bool:
    """Whether the name has a place of its own in the sentence."""
    inside = naming.tokens
    return any(
        cast.doc[i].dep_ in TAKEN or syntax.preposition(cast.doc[i])
        for i in inside
        if cast.doc[i].head.i not in inside
    )


def subjects_before(verb: Token, *, participle: bool = False) -> list[Token]:
    """The nominals right before a verb that the parse leaves without a subject of its own.

    *After the ministers of both countries met in Oslo*, taken for countries that were met. A form
    that may be a participle (met, held) counts only when the caller says so.
    """
    own = syntax.children(verb, syntax.SUBJECT | syntax.PASSIVE_SUBJECT)
    acts = [child for child in own if child.lower_.removesuffix("s") not in SPANS]
    if acts or syntax.children(verb, syntax.AUXILIARY):
        return []
    if verb.tag_ not in FINITE and not (participle and verb.tag_ == "VBN"):
        return []
    last = _last_before(verb)
    if last is None or syntax.prepositional(verb, "by"):
        return []
    top = last
    while top.head.i < top.i and top.head.pos_ in syntax.NOMINAL:
        if top.dep_ in syntax.COORDINATED and _belongs_elsewhere(syntax.first_conjunct(top)):
            break
        between = verb.doc[top.head.i : top.i]
        aside = top.dep_ in syntax.APPOSITION and any(token.text == "," for token in between)
        opened = top.dep_ not in syntax.COORDINATED and syntax.preposition(top) in SUBORDINATING
        if aside or opened or any(token.pos_ in {"VERB", "AUX"} for token in between):
            break
        top = top.head
    first = syntax.first_conjunct(top)
    heads = _joined_to(first, top) if _belongs_elsewhere(first) else syntax.conjuncts(first)
    return [head for head in heads if head.i < verb.i]


def _joined_to(first: Token, top: Token) -> list[Token]:
    """Met in Alaska and *Xi and Modi* met in Tianjin: the first *and* opens the next clause."""
    fellows_ = [child for child in first.children if child.dep_ in syntax.COORDINATED]
    opened = next((c.i for c in fellows_ if any(w.dep_ == "cc" for w in c.lefts)), top.i)
    return [child for child in fellows_ if child.i >= min(opened, top.i)] or syntax.conjuncts(top)


def _belongs_elsewhere(head: Token) -> bool:
    """Whether the phrase is another verb's: praised *Tusk* and Merz met Starmer."""
    if head.dep_ in syntax.OBJECT | syntax.INDIRECT_OBJECT:
        return True
    return bool(syntax.preposition(head)) and syntax.preposition(head) not in SUBORDINATING


def _last_before(verb: Token) -> Token | None:
    """The last word of the phrase before the verb, past a date or an adverb."""
    for i in range(verb.i - 1, max(verb.sent.start, verb.i - LONGEST_ASIDE) - 1, -1):
        token = verb.doc[i]
        if token.pos_ in syntax.NOMINAL:
            return token
        if token.pos_ not in AROUND:
            return None
    return None
