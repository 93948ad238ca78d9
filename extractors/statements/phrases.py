"""Content that is no clause at all: noun phrases, names in quotation marks, words."""

from spacy.tokens import Span

from extractors import lexicon, syntax
from extractors.actors import Cast
from extractors.statements.conjunctions import NAME_WORDS
from extractors.statements.contents import Content, Reach
from extractors.statements.cues import Cue
from extractors.statements.passages import QUESTION_TAGS, left_edge, right_edge
from extractors.statements.speakers import speaker_of

# How many tokens after "called" the mark of the name may stand.
NAMING_WITHIN = 10
NAME_WITHIN = 4  # tokens between two such names
PERSONS = frozenset({"he", "she", "they", "we", "i", "you", "who"})
# Plurals of those who do a thing: growers, inspectors, unionists.
AGENTIVE = ("ers", "ors", "ists", "ians", "men", "women")
SAID_WORDS = frozenset(
    "so no yes nothing little much more anything something this that".split()  # noqa: SIM905 - a list of words
)


def naming(reach: Reach, cue: Cue) -> Content | None:
    """A thing and what it is called between quotation marks: called the vote “a farce”."""
    if not (cue.takes("naming") or lexicon.verb_lemma(cue.head.lower_) == "call"):
        return None
    if cue.head.tag_ == "VBN" and not speaker_of(cue):
        return None  # the so-called
    relative = cue.head.dep_ in syntax.RELATIVE_CLAUSE and not syntax.is_passive(cue.head)
    for first, end in reach.quoted:
        if relative and first == cue.words.end:  # a novel which the paper called “a feast”
            span = reach.bounded(first, end)
            return ([span], "naming") if span else None
        if cue.words.end < first <= cue.words.end + NAMING_WITHIN:
            between = reach.doc[cue.words.end : first]
            named = between[0].pos_ in NAME_WORDS | {"PRON"}
            if named and all(t.pos_ in NAME_WORDS | {"PRON", "ADP", "PART"} for t in between):
                span = reach.bounded(cue.words.end, _last_name(reach, end))
                return ([span], "naming") if span else None
    return None


def _last_name(reach: Reach, end: int) -> int:
    """The end of what else it is called: a “loser” | and a “bully”."""
    while (following := reach.next_quoted(end, NAME_WITHIN)) is not None:
        between = [token for token in reach.doc[end : following[0]] if not token.is_punct]
        if not all(token.pos_ in {"CCONJ", "DET"} for token in between):
            break
        end = following[1]
    return end


def noun_phrase(reach: Reach, cue: Cue, cast: Cast) -> Content | None:
    """A noun phrase that is itself what was said: denied the claims."""
    if not cue.takes("object", "deed"):
        return None
    heads = [head for head in syntax.objects(cue.head) if head.i > cue.head.i]
    if not heads or not by_somebody(cue, cast) or heads[0].tag_ in QUESTION_TAGS:
        return None
    if heads[0].lower_ == "following":
        return None  # what follows is said, and this is not it
    if cue.takes("deed") and cast.can_act(heads[0]):
        return None
    span = reach.clause(cue, left_edge(heads[0]), heads[0])
    if span is not None and (end := _end_of_predicate(span)) is not None:
        span = reach.bounded(span.start, end)
    return ([span], "object") if span else None


def _end_of_predicate(span: Span) -> int | None:
    """Declared the outbreak, which …, | *to be* a pandemic: what is declared of it."""
    doc, start = span.doc, span.end
    start += start < len(doc) and doc[start].text == ","
    if doc[start : start + 2].text.lower() != "to be":
        return None
    return right_edge(doc[start].head)


def by_somebody(cue: Cue, cast: Cast) -> bool:
    """Whether the subject is somebody who can speak, as content without a clause needs."""
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
