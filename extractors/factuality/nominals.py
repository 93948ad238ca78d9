"""The status of an event told of by a noun: its own modifiers, then the words around it."""

from spacy.tokens import Span, Token

from extractors import syntax
from extractors.factuality import cues
from extractors.factuality.cues import Frame
from extractors.factuality.verdict import Verdict

MODIFIERS = frozenset(
    {
        "amod",
        "det",
        "compound",
        "advmod",
        "acl",
        "nmod:poss",
        "poss",
        "nummod",
        "nmod",
        "nmod:unmarked",
        "nmod:desc",
        "obl:tmod",
    }
)
LONGEST_PREPOSITION = 4  # on the eve of


def own_verdict(noun: Token) -> Verdict | None:
    """What the noun's modifiers decide: *planned* talks, *no* meeting, talks *due* on Friday."""
    if (misread := _misread_gerund(noun)) is not None:
        return misread
    for child in noun.children:
        if child.dep_ not in MODIFIERS:
            continue
        word = _deciding_word(noun, child)
        status = None if word is None else cues.status_of("modifier", word.lower_)
        if word is not None and status is not None:
            return Verdict(status, (word,))
    return None


def _misread_gerund(noun: Token) -> Verdict | None:
    """A gerund that was taken for a noun: left without *meeting* him, denied *meeting* him."""
    if not noun.lower_.endswith("ing") or any(child.dep_ == "det" for child in noun.children):
        return None
    for length in (2, 1):
        before = noun.doc[max(0, noun.i - length) : noun.i]
        status = cues.status_of("marker", before.text.lower())
        if status == "denied":
            return Verdict(status, tuple(before))
    previous = noun.doc[noun.i - 1] if noun.i else noun
    if previous.pos_ == "VERB" and cues.frame("complement", previous) == "denied":
        return Verdict("denied", (previous,))
    return None


def _deciding_word(noun: Token, child: Token) -> Token | None:
    timing = child.dep_ in {"nmod:unmarked", "obl:tmod", "nmod", "nmod:tmod"}
    if child.i > noun.i and not (timing and not syntax.preposition(child)):
        return child if child.dep_ in {"acl", "amod"} and not _is_clause(child) else None
    if child.dep_ in syntax.POSSESSOR or timing:
        timed = [*child.lefts, child]
        return next((word for word in timed if word.lower_ in TIME_WORDS), None)
    return child


TIME_WORDS = frozenset({"next", "last", "tomorrow", "yesterday", "coming", "past", "previous"})


def _is_clause(child: Token) -> bool:
    return any(grandchild.tag_ == "TO" for grandchild in child.children)


def following_predicate(noun: Token) -> Token | None:
    """A clause after the noun that says what becomes of it: talks *to be held*."""
    for child in noun.children:
        if child.dep_ not in syntax.NOUN_CLAUSE or child.i < noun.i:
            continue
        for lower in syntax.open_clauses(child):  # talks that they intend *to hold*
            if cues.frame("object", lower) == "inherit":
                return lower
        if _speaks_of(noun, child):
            return child
    return None


def _speaks_of(noun: Token, clause: Token) -> bool:
    frame, _ = frame_of_predicate(noun, clause)
    to_be = any(child.tag_ == "TO" for child in clause.children)
    if _is_to_come(clause):
        return True
    if clause.dep_ == "acl" and not to_be and (clause.tag_ == "VBG" or frame == "inherit"):
        return False
    return cues.frame(_link(noun, clause), clause) is not None and frame is not None


def _is_to_come(clause: Token) -> bool:
    """Whether it tells what the event is to do: a dialogue that *will bring* them together."""
    will = any(token.lower_ == "will" for token in syntax.auxiliaries(clause))
    relative = any(token.tag_ == "WDT" for token in syntax.children(clause, syntax.SUBJECT))
    return will and relative and cues.is_one_of(clause, "proceeding")


def _link(noun: Token, clause: Token) -> str:
    passive = syntax.is_passive(clause)
    return "object" if passive or noun in syntax.objects(clause) else "subject"


def frame_of_predicate(noun: Token, clause: Token) -> tuple[Frame, Token]:
    """What a clause that modifies the noun says of it."""
    return cues.frame(_link(noun, clause), clause) or "inherit", clause


def frame_of_governor(noun: Token, head: Token) -> tuple[Frame | None, Token]:
    """What the word that governs the noun says of it, and the word that says so."""
    dep = noun.dep_
    if dep in syntax.PASSIVE_SUBJECT | syntax.OBJECT:
        found = cues.frame("object", head)
        return "planned" if _is_known(noun) and cues.is_one_of(head, "speaking_of") else found, head
    if dep in syntax.OPEN_CLAUSE:  # ruled out *meeting* him, taken for a noun
        return cues.frame("complement", head) or cues.frame("object", head), head
    if dep in syntax.SUBJECT:
        link = "object" if syntax.is_passive(head) else "subject"
        return cues.frame(link, head) or _said_of(head), head
    if preceding := prepositions(noun):
        return _by_preposition(noun, head, preceding)
    if dep in {"compound", "nmod", "nmod:unmarked", "nmod:poss"}:
        found = cues.lookup("object", *(f"{head.lemma_.lower()} {word}" for word in ("of", "for")))
        return found, head
    return None, head


def _is_known(noun: Token) -> bool:
    """Whether the reader is to know which one: *the* June summit, *their* meeting."""
    return any(child.lower_ == "the" or child.dep_ in syntax.POSSESSOR for child in noun.children)


def _said_of(predicate: Token) -> Frame | None:
    """What an adjective or a phrase says with *be*: the summit is *unlikely*, is *in doubt*."""
    seems = predicate.pos_ == "ADJ" and cues.is_one_of(predicate.head, "raising")
    if not (seems or syntax.children(predicate, frozenset({"cop"}))):
        return None
    if case := syntax.preposition(predicate):
        return cues.lookup("subject", f"{case} {predicate.lower_}")
    return cues.lookup("modifier", predicate.lower_)


def effective_governor(noun: Token) -> Token | None:
    """What the noun hangs on; for the subject of a raising word, the verb it is raised from.

    The talks are due *to begin*; the summit failed *to take place*.
    """
    head = syntax.governor(noun)
    if head is None or noun.dep_ not in syntax.SUBJECT | syntax.PASSIVE_SUBJECT:
        return head
    raising = head.pos_ == "ADJ" or cues.is_one_of(head, "raising")
    while raising and (lower := syntax.open_clauses(head)):
        head = lower[0]
        raising = head.pos_ == "ADJ" or cues.is_one_of(head, "raising")
    return head


def presupposes(cue: Token) -> bool:
    """Whether the cue takes the event for granted, so that its own denial changes nothing.

    No *date* for the meeting has been set.
    """
    return cue.pos_ in syntax.NOMINAL and cues.is_one_of(cue, "presupposing")


def prepositions(noun: Token) -> list[Span]:
    """What may be the preposition before the noun, the longest reading first: *in advance of*."""
    cases = [child for child in noun.lefts if child.dep_ == "case"]
    last = cases[-1] if cases else None
    if last is None and noun.dep_ == "pobj" and noun.head.i < noun.i:
        last = noun.head
    if last is None:
        return []
    end = max([last.i, *(child.i for child in last.children if child.dep_ == "fixed")]) + 1
    return [noun.doc[start:end] for start in range(max(0, end - LONGEST_PREPOSITION), end)]


def _by_preposition(noun: Token, head: Token, preceding: list[Span]) -> tuple[Frame | None, Token]:
    for words in preceding:
        beside = [other for other in syntax.children(head, syntax.OBJECT) if other.i < noun.i]
        for governor in [*beside, head]:
            found = cues.frame("object", governor, words.text.lower())
            if found is not None and governor.i < words.start:
                return found, governor
    for words in preceding:
        found = cues.lookup("preposition", words.text.lower())
        if found is not None and found != "inherit":
            return found, words[0]
    if preceding[-1].text.lower() == "to" and (found := cues.frame("complement", head)):
        return found, head  # offered to host talks, read as "to talks"
    if preceding[-1].text.lower() == "for" and cues.is_one_of(head, "gathering"):
        return "inherit", head
    return None, head
