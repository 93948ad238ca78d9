"""Content that is no finite clause: infinitives, gerunds, prepositions, noun phrases, words."""

from spacy.tokens import Token

from extractors import lexicon, syntax
from extractors.actors import Cast
from extractors.statements.clauses import NAME_WORDS, clause
from extractors.statements.contents import Content, Reach
from extractors.statements.cues import Cue
from extractors.statements.passages import QUESTION_TAGS, left_edge
from extractors.statements.speakers import speaker_of

PREPOSITIONS = ("of", "for", "against", "about", "on", "to", "as", "over", "with", "from")
HUNG_BY_PREPOSITION = frozenset({"obl", "advcl", "nmod", "xcomp", "acl", "obl:arg"})
# How many tokens after "called" the mark of the name may stand.
NAMING_WITHIN = 10
PERSONS = frozenset({"he", "she", "they", "we", "i", "you", "who"})
# Plurals of those who do a thing: growers, inspectors, unionists.
AGENTIVE = ("ers", "ors", "ists", "ians", "men", "women")
SAID_WORDS = frozenset(
    "so no yes nothing little much more anything something this that".split()  # noqa: SIM905 - a list of words
)


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
    if not deeds or not listeners or listeners[0].i < cue.head.i:
        return None
    start = left_edge(listeners[0])
    if cue.takes("order with") and reach.doc[start].pos_ == "ADP":
        start += 1
    span = reach.clause(cue, start, deeds[-1])
    return ([span], "order with" if cue.takes("order with") else "order") if span else None


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


def naming(reach: Reach, cue: Cue) -> Content | None:
    """A thing and what it is called between quotation marks: called the vote “a farce”."""
    if not (cue.takes("naming") or lexicon.verb_lemma(cue.head.lower_) == "call"):
        return None
    if cue.head.tag_ == "VBN" and not speaker_of(cue):
        return None  # the so-called
    for first, end in reach.quoted:
        if cue.words.end < first <= cue.words.end + NAMING_WITHIN:
            between = reach.doc[cue.words.end : first]
            named = between[0].pos_ in NAME_WORDS | {"PRON"}
            if named and all(t.pos_ in NAME_WORDS | {"PRON", "ADP", "PART"} for t in between):
                span = reach.bounded(cue.words.end, end)
                return ([span], "naming") if span else None
    return None


def noun_phrase(reach: Reach, cue: Cue, cast: Cast) -> Content | None:
    """A noun phrase that is itself what was said: denied the claims."""
    if not cue.takes("object", "deed"):
        return None
    heads = [head for head in syntax.objects(cue.head) if head.i > cue.head.i]
    if not heads or not _by_somebody(cue, cast) or heads[0].tag_ in QUESTION_TAGS:
        return None
    if cue.takes("deed") and cast.can_act(heads[0]):
        return None
    span = reach.clause(cue, left_edge(heads[0]), heads[0])
    return ([span], "object") if span else None


def _by_somebody(cue: Cue, cast: Cast) -> bool:
    """A noun phrase is content only where somebody who can speak is the subject."""
    speaker = speaker_of(cue)
    if speaker is None:
        return False
    head = speaker.root
    if head.pos_ == "PRON":
        return head.lower_ in PERSONS
    sources = lexicon.load("reporting")["attribution"]["sources"]
    agents = head.tag_ == "NNS" and head.lower_.endswith(AGENTIVE)
    return agents or cast.can_act(head) or head.lemma_.lower() in sources


def word(reach: Reach, cue: Cue) -> Content | None:
    """A word that stands for what was said: said nothing, said so."""
    if not cue.takes("word"):
        return None
    for child in cue.head.rights:
        if child.dep_ in syntax.OBJECT | {"advmod", "discourse"} and child.lower_ in SAID_WORDS:
            return [reach.doc[child.i : child.right_edge.i + 1]], "word"
    return None


def _from_heads(reach: Reach, cue: Cue, heads: list[Token], frame: str) -> Content | None:
    for head in heads:
        if left_edge(head) >= cue.words.end and (span := reach.clause(cue, left_edge(head), head)):
            return [span], frame
    return None


def _is_gerund(head: Token) -> bool:
    return head.tag_ == "VBG" and not syntax.children(head, syntax.AUXILIARY)
