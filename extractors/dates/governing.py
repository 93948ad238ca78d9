"""Which word a date belongs to, where the parse hangs it on a word beside."""

from functools import cache

from spacy.tokens import Span, Token

from extractors import lexicon, syntax
from extractors.factuality import cues
from extractors.factuality.predicate import helpers

MAX_STEPS = 6
BEFORE_VERB = frozenset({"ADV", "AUX", "ADP", "PROPN", "DET", "PART"})
SUBJECTS = syntax.SUBJECT | syntax.PASSIVE_SUBJECT
LATE = frozenset({"late", "early", "earlier", "later", "again", "ahead", "only", "just"})


def governing(span: Span) -> Token | None:
    """The verb, predicate or noun that the date belongs to, past other parts of the date."""
    word = span.root
    if helpers(word):
        return word
    return _report_before(span) or _next_verb(span) or _past_date_parts(span)


def _report_before(span: Span) -> Token | None:
    """The report that a bare date stands right behind: said *Monday* that he would go.

    Said *Monday was a feast*: there it is the subject of what was said.
    """
    verb = span.doc[max(span.start - 1, 0)]
    if verb.tag_ != "VBD" or not cues.is_one_of(verb, "reporting"):
        return None
    if span.doc[span.end : span.end + 1].text in {"'s", "’s"}:
        return None
    above = syntax.governor(span.root)
    subjects = [] if above is None else syntax.children(above, SUBJECTS)
    return None if subjects == [span.root] and above != verb else verb


def _past_date_parts(span: Span) -> Token | None:
    above = syntax.governor(span.root)
    if above is not None and _is_stray(span, above):
        above = syntax.governor(above)
    for _ in range(MAX_STEPS):
        if above is None or not _is_date_part(above):
            break
        above = syntax.governor(above)
    return above if above is None else _past_aside(span, above)


def opens_sentence(span: Span) -> bool:
    """Whether at most a preposition and an adverb stand before the date: *Late on* Tuesday."""
    before = [word for word in span.doc[span.sent.start : span.start] if not word.is_space]
    return len(before) <= MAX_STEPS // 2 and all(
        word.pos_ in {"ADP", "ADV", "SCONJ"} or word.lower_ in LATE for word in before
    )


def _is_stray(span: Span, above: Token) -> bool:
    """Whether a date that opens its sentence was taken for a part of a name behind it.

    Last *Friday* Trump said …, On *Monday* Rubio said …
    """
    named = span.root.dep_ in syntax.NAME_PART
    return named and span.end <= above.i and opens_sentence(span)


def _is_date_part(token: Token) -> bool:
    if token.lower_ in LATE:
        return True
    names = cues.words("weekday")
    return token.pos_ == "NUM" or token.lower_ in names or token.lower_ in {"a.m.", "p.m."}


def _past_aside(span: Span, above: Token) -> Token:
    """The verb behind a report set between commas: on *Friday*, officials said, he will go."""
    content = _content_behind(span, above)
    if content is not None and opens_sentence(span):
        return content
    aside = (
        above.dep_ in syntax.ADVERBIAL_CLAUSE | syntax.CONTENT_CLAUSE | {"parataxis"}
        and above.i < above.head.i
        and cues.is_one_of(above, "reporting")
        and above.nbor().text == ","
        and span.doc[span.end].text == ","
    )
    return above.head if aside and opens_sentence(span) else above


def _content_behind(span: Span, report: Token) -> Token | None:
    """What is said behind a report between commas that the parser made the main verb."""
    if not cues.is_one_of(report, "reporting") or span.doc[span.end].text != ",":
        return None
    if report.i + 1 >= report.sent.end or report.nbor().text != ",":
        return None
    return next((c for c in report.rights if c.dep_ in syntax.CONTENT_CLAUSE), None)


def _next_verb(span: Span) -> Token | None:
    """The verb that the date stands before, hung on its subject: Peru on *Monday* signed it.

    Only where the subject is somebody who acts: *the talks* on Monday ended.
    """
    subject = _agent_above(span)
    if subject is None:
        return None
    verb = syntax.first_conjunct(subject).head
    between = span.doc[span.end : verb.i]
    follows = span.end <= verb.i and all(word.pos_ in BEFORE_VERB for word in between)
    return verb if follows and verb.pos_ in {"VERB", "AUX"} else None


def _agent_above(span: Span) -> Token | None:
    """The actor in whose phrase, as a subject's, the date stands with no event between."""
    word = span.root
    for _ in range(MAX_STEPS):
        above = syntax.governor(word)
        if above is None or above.pos_ not in syntax.NOMINAL or above.i >= span.start:
            return None
        if not _is_actor(above):
            return None
        if syntax.first_conjunct(above).dep_ in SUBJECTS:
            return above
        word = above
    return None


def _is_actor(noun: Token) -> bool:
    if noun.pos_ == "PROPN":
        return noun.lower_ not in lexicon.load("actor_nouns")["things"]
    return noun.pos_ == "PRON" or noun.lower_ in _actor_nouns()


@cache
def _actor_nouns() -> frozenset[str]:
    nouns, titles = lexicon.load("actor_nouns"), lexicon.load("titles")["heads"]
    kinds = [nouns["people"], nouns["groups"], nouns["bodies"], nouns["body_names"]]
    return frozenset(word for words in [*kinds, *titles.values()] for word in words)
