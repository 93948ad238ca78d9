"""Content that is no finite clause: infinitives, gerunds, prepositions, noun phrases, words."""

from spacy.tokens import Token

from extractors import lexicon, syntax
from extractors.actors.phrases import is_actor_noun
from extractors.statements.clauses import clause
from extractors.statements.contents import Content, Reach
from extractors.statements.cues import Cue
from extractors.statements.passages import left_edge

PREPOSITIONS = ("of", "for", "against", "about", "on", "to", "as", "over", "with", "from")
# Verbs that are done to things as well as to people.
WORKING = frozenset({"press", "command"})
HUNG_BY_PREPOSITION = frozenset({"obl", "advcl", "nmod", "xcomp", "acl", "obl:arg"})


def order(reach: Reach, cue: Cue) -> Content | None:
    """Somebody and what they are to do: urged the council to …."""
    if not cue.takes("order", "order with"):
        return None
    if syntax.is_passive(cue.head):
        heads = [head for head in syntax.open_clauses(cue.head) if syntax.infinitive(head)]
        return _from_heads(reach, cue, heads, "order")
    listeners = _listeners(cue)
    deeds = [
        head
        for head in cue.head.rights
        if head.dep_ in {"xcomp", "ccomp", "advcl"} and syntax.infinitive(head)
    ]
    deeds += [
        h for t in listeners for h in syntax.children(t, syntax.NOUN_CLAUSE) if syntax.infinitive(h)
    ]
    if not listeners and not cue.takes("order with"):
        listeners = [t for deed in deeds for t in syntax.children(deed, syntax.SUBJECT)]
    if not deeds or not listeners or listeners[0].i < cue.head.i or _is_worked(cue, listeners[0]):
        return None
    start = left_edge(listeners[0])
    if cue.takes("order with") and reach.doc[start].pos_ == "ADP":
        start += 1
    span = reach.clause(cue, start, deeds[-1])
    return ([span], "order with" if cue.takes("order with") else "order") if span else None


def _is_worked(cue: Cue, listener: Token) -> bool:
    """Pressed the *lever* to open it: what such verbs do to a thing is no order."""
    plain = listener.pos_ == "NOUN" and not is_actor_noun(listener)
    return plain and (lexicon.verb_lemma(cue.head.lower_) or "") in WORKING


def _listeners(cue: Cue) -> list[Token]:
    if cue.takes("order with"):
        return syntax.prepositional(cue.head, "with", "to")
    return [*syntax.objects(cue.head), *syntax.indirect_objects(cue.head)]


def open_clause(reach: Reach, cue: Cue) -> Content | None:
    """What the speaker will do or did: promised to …, ruled out sending …."""
    for frame, fits in (("infinitive", syntax.infinitive), ("gerund", _is_gerund)):
        if cue.takes(frame):
            heads = [
                head
                for head in cue.head.rights
                if head.dep_ in {"xcomp", "ccomp", "advcl", "obj"} and fits(head)
            ]
            if heads and _is_said(reach, heads[0]):
                return None  # refused to say that: the saying is the statement
            if content := _from_heads(reach, cue, heads[:1], frame):
                return content
    return None


def silence(reach: Reach, cue: Cue) -> Content | None:
    """What is declined: declined to comment on …."""
    if not cue.takes("silence"):
        return None
    speaking = lexicon.load("reporting")["attribution"]["speaking"]
    for head in syntax.open_clauses(cue.head):
        said = lexicon.verb_lemma(head.lower_) or head.lemma_
        if syntax.infinitive(head) and said in speaking and not _is_said(reach, head):
            return _from_heads(reach, cue, [head], "silence")
    return None


def _is_said(reach: Reach, head: Token) -> bool:
    inner = reach.cues.get(head.i)
    return inner is not None and not inner.is_belief and clause(reach, inner) is not None


def prepositional(reach: Reach, cue: Cue) -> Content | None:
    """What a preposition brings: warned against …, called for …, accused the minister of …."""
    for preposition in PREPOSITIONS:
        if not cue.takes(preposition):
            continue
        accused = [token for token in syntax.objects(cue.head) if token.i > cue.head.i]
        hung = [*cue.head.rights, *(child for token in accused for child in token.rights)]
        for head in hung:
            if head.dep_ in HUNG_BY_PREPOSITION and _introduced_by(head, preposition):
                return _after_preposition(reach, cue, head, preposition)
    return None


def _introduced_by(head: Token, preposition: str) -> bool:
    return any(
        child.lower_ == preposition and child.dep_ in {"case", "mark"} and child.i < head.i
        for child in head.children
    )


def _after_preposition(reach: Reach, cue: Cue, head: Token, preposition: str) -> Content | None:
    accused = [token for token in syntax.objects(cue.head) if token.i > cue.head.i]
    start = left_edge(accused[0]) if accused else left_edge(head)
    if not accused and reach.doc[start].lower_ == preposition:
        start += 1
    span = reach.clause(cue, start, head)
    return ([span], preposition) if span else None


def _from_heads(reach: Reach, cue: Cue, heads: list[Token], frame: str) -> Content | None:
    for head in heads:
        if left_edge(head) >= cue.words.end and (span := reach.clause(cue, left_edge(head), head)):
            return [span], frame
    return None


def _is_gerund(head: Token) -> bool:
    return head.tag_ == "VBG" and not syntax.children(head, syntax.AUXILIARY)
