"""Content without a reporting verb: according to X, in the words of X."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from extractors import lexicon, syntax
from extractors.statements.contents import Reach
from extractors.statements.drafts import Draft
from extractors.statements.passages import (
    MARKS,
    extent_of,
    nominal_head,
    passage,
    sentence_end,
    sentence_start,
)
from extractors.syntax.labels import FINITE

# What may open a description of a source after its name.
DESCRIBES = frozenset({"VBN", "VBG", "WP", "WDT"})
# The tokens of a bracket with initials.
INITIALS = 3
COMMAS = frozenset({",", "–", "—", "(", ")", ";"})
# Where the name of a source ends.
SOURCE_ENDS = COMMAS | frozenset({":", ".", "?", "!"}) | MARKS
# As I said, as you know: words that keep a talk going and report nothing.
TALKERS = frozenset({"i", "i’ve", "i've", "you", "we", "we’ve", "we've"})


def according(reach: Reach) -> Iterator[Draft]:
    """Every statement whose speaker a preposition names."""
    words = lexicon.load("reporting")["attribution"]
    phrases = [phrase.split() for phrase in [*words["prepositions"], *words["participles"]]]
    openings = {phrase[0] for phrase in phrases}
    for token in reach.doc:
        for phrase in phrases if token.lower_ in openings else ():
            if _matches(token, phrase) and (draft := _attributed(reach, token, len(phrase))):
                yield draft
                break


def as_clauses(reach: Reach) -> Iterator[Draft]:
    """Every statement whose speaker stands in a clause with "as": as the minister put it, …."""
    verbs = lexicon.load("reporting")["attribution"]["as_verbs"]
    for token in reach.doc:
        if token.lower_ != "as" or token.i + 2 >= len(reach.doc):
            continue
        clause = _clause_to_comma(token)
        said = [t for t in clause if t.tag_.startswith("VB")]
        verb = next((t for t in said if lexicon.verb_lemma(t.lower_) in verbs), None)
        if (
            verb is None
            or verb.i < token.i + 2
            or (verb.i in reach.cues and token.i > sentence_start(token))
        ):
            continue
        tail = [t.lower_ for t in reach.doc[verb.i + 1 : clause.end]]
        speaker = passage(reach.doc, token.i + 1, verb.i)
        if speaker is None or tail not in ([], ["it"], ["earlier"], ["out"]):
            continue
        contents = _around(reach, token, clause.end)
        if contents and speaker.text.lower() not in TALKERS:
            extents = tuple(extent_of(span) for span in contents)
            yield Draft(
                verb, extent_of(verb.doc[verb.i : verb.i + 1]), extents, "as clause", 0.8, speaker
            )


def _clause_to_comma(token: Token) -> Span:
    end = token.i + 1
    while end < sentence_end(token) and token.doc[end].text not in COMMAS | {".", ":"}:
        end += 1
    return token.doc[token.i : end]


def _matches(token: Token, words: list[str]) -> bool:
    return [word.lower_ for word in token.doc[token.i : token.i + len(words)]] == words


def _attributed(reach: Reach, token: Token, length: int) -> Draft | None:
    speaker = _speaker(reach.doc, token.i + length, sentence_end(token))
    if speaker is None or not _is_source(token, speaker.root):
        return None
    participle = token.lower_ in lexicon.load("reporting")["attribution"]["participles"]
    if participle and token.i == sentence_start(token):
        return None
    end = _end_of_source(reach.doc, speaker)
    contents = _around(reach, token, end)
    if not contents or (participle and _reports_on(reach, end)):
        return None
    return Draft(
        token,
        extent_of(reach.doc[token.i : token.i + length]),
        tuple(extent_of(span) for span in contents),
        "according to",
        0.9,
        speaker,
    )


def _reports_on(reach: Reach, end: int) -> bool:
    """Whether the one who cites reports right behind: the agency, citing officials, *said*."""
    while end < len(reach.doc) and (reach.doc[end].text == "," or reach.doc[end].pos_ == "ADV"):
        end += 1
    return end in reach.cues and reach.cues[end].takes("that", "that!")


def _is_source(token: Token, head: Token) -> bool:
    """A standard ("according to plan") says nothing, and only a source can be cited as one."""
    words = lexicon.load("reporting")["attribution"]
    if token.lower_ in words["participles"]:
        return head.pos_ == "PROPN" or head.lemma_.lower() in words["sources"]
    return head.pos_ == "PROPN" or head.lemma_.lower() not in words["standards"]


def _speaker(doc: Doc, start: int, limit: int) -> Span | None:
    """The noun phrase after the preposition, with its appositive."""
    end = start
    while end < limit and (doc[end].text not in SOURCE_ENDS or _within_name(doc, end)):
        if doc[end].tag_ in FINITE and doc[end].dep_ not in {"amod", "acl"} and end > start:
            break
        end += 1
    stretch = passage(doc, start, end)
    head = nominal_head(stretch) if stretch is not None else None
    if stretch is None or head is None:
        return None
    phrase = syntax.full_noun_phrase(head)
    if doc[phrase.end : phrase.end + 2].text[:1] == ")":
        return doc[phrase.start : phrase.end + 1]
    if any(token.tag_ in FINITE for token in doc[phrase.end : min(limit, phrase.end + 2)]):
        return stretch  # the name after the comma is the subject of what is said
    runs_on = phrase.end > end and end + 1 < limit and doc[end + 1].pos_ in {"ADP", "PRON", "SCONJ"}
    return stretch if runs_on or phrase.start < start or phrase.end > limit else phrase


def _within_name(doc: Doc, i: int) -> bool:
    """A comma in a date or a bracket for initials: a March 14, 2019 letter; the Police (BTP)."""
    if doc[i].text == ",":
        return bool(doc[i - 1].like_num and doc[i + 1 : i + 2].text[:2] in {"19", "20"})
    initials = doc[i : i + 3] if doc[i].text == "(" else doc[max(0, i - 2) : i + 1]
    opens, closes = initials[0].text == "(", initials[-1].text == ")"
    return len(initials) == INITIALS and opens and closes and initials[1].text.isupper()


def _end_of_source(doc: Doc, speaker: Span) -> int:
    """After what describes the source: according to two diplomats briefed on the session, …."""
    end, limit = speaker.end, sentence_end(speaker[-1])
    if end < limit and (doc[end].tag_ in DESCRIBES or doc[end].pos_ == "ADP"):
        for token in doc[end:limit]:
            if token.text == ",":
                return int(token.i)
    return end


def _around(reach: Reach, token: Token, end: int) -> list[Span]:
    """What is said: after a phrase that opens the sentence, else before it, or on both sides."""
    doc, opening, limit = reach.doc, _clause_start(token), sentence_end(token)
    before = reach.bounded(opening, token.i) if token.i > opening else None
    after = None
    within = end < limit and doc[end].text in COMMAS and doc[token.i - 1].text in COMMAS
    if before is None or within or _goes_on(doc, opening, token, end):
        after = reach.bounded(end, limit)
    return [span for span in (before, after) if span is not None and len(span) > 1]


def _goes_on(doc: Doc, opening: int, token: Token, end: int) -> bool:
    """Rescuers, according to the ministry | *found* ten: the verb stands behind the source."""
    behind = end < len(doc) and doc[end].tag_ in FINITE
    return behind and not any(word.tag_ in FINITE for word in doc[opening : token.i])


def _clause_start(token: Token) -> int:
    """The start of the sentence, or of what follows a semicolon in it; past "but" and "and"."""
    start = sentence_start(token)
    for i in range(token.i - 1, start, -1):
        if token.doc[i].text == ";":
            return i + 1
    while start < token.i and token.doc[start].pos_ in {"CCONJ", "SPACE"}:
        start += 1
    return start
