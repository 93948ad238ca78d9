"""The noun phrases that stand for speakers and listeners, as a reader would mark them."""

from spacy.tokens import Doc, Span, Token

from extractors import syntax
from extractors.lexicon import verb_lemma
from extractors.names.labels import is_place
from extractors.statements.passages import DAYS, MARKS, nominal_head, passage

# Between verb and speaker: said on Monday the minister.
BOUNDARY = frozenset({",", ":", ";", ".", "?", "!", "(", "–", "—", "--"}) | MARKS
RELATIVE = frozenset({"WP", "WDT", "WP$"})
TENSED = frozenset({"VBD", "VBZ", "VBP", "MD", "VB", "TO"})
EMPTY_SUBJECTS = frozenset({"there", "that", "which", "this", "what"})
DASHES = frozenset({"–", "—", "--", ":", ";"})
# A coordination longer than this, in tokens, is a parse gone wrong.
LONGEST_COORDINATION = 40
LONGEST_BRACKET = 6


def can_speak(token: Token) -> bool:
    """Whether a subject can be a speaker at all: not "it" or "there" that stand for nothing."""
    if token.is_space or token.is_punct:
        return False
    if token.dep_ in {"expl", "csubj", "csubj:pass"} or token.lower_ in EMPTY_SUBJECTS | DAYS:
        return False
    return token.pos_ in syntax.NOMINAL or token.pos_ in {"DET", "ADJ"}


def is_boundary(token: Token) -> bool:
    """Whether a phrase ends at this mark: not at the apostrophe of the residents’ association."""
    return token.is_space or (token.text in BOUNDARY and token.tag_ != "POS")


def phrase_before(doc: Doc, end: int, opening: int) -> Span | None:
    """The noun phrase that fills the words from the last mark, or `opening`, up to `end`.

    A relative clause may belong to it: three diplomats who were in the room.
    """
    first, in_clause = end, False
    while first > opening and not is_boundary(doc[first - 1]):
        first = max(opening, _before_bracket(doc, first - 1))
        after_noun = first > opening and doc[first - 1].pos_ in syntax.NOMINAL
        if doc[first].tag_ in RELATIVE:
            if not after_noun:
                return None
            in_clause = False
        elif doc[first].tag_ in TENSED or (_is_gerund(doc[first]) and not after_noun):
            in_clause = True
        elif doc[first].pos_ == "SCONJ" and not in_clause:
            return None
    words = doc[first:end]
    if in_clause or not len(words) or words[0].pos_ in {"ADP", "CCONJ", "ADV"}:
        return None
    head = nominal_head(words)
    return words if head is not None and can_speak(head) else None


def _before_bracket(doc: Doc, i: int) -> int:
    """The place itself; of a closing bracket, that of the one that opens it: Stardom (WWRS)."""
    if doc[i].text != ")":
        return i
    inside = doc[max(0, i - LONGEST_BRACKET) : i]
    return next((token.i for token in reversed(inside) if token.text == "("), i)


def _is_gerund(token: Token) -> bool:
    """A participle that starts a clause, and does not describe the noun behind: wrestling club."""
    describes = token.i + 1 < len(token.doc) and token.nbor().pos_ in {"NOUN", "PROPN"}
    return token.tag_ == "VBG" and not (describes and verb_lemma(token.lower_) is None)


def before_region(verb: Token, end: int) -> int:
    """Before the region that ends a place's name: police in Palermo, | Sicily, said."""
    doc, start = verb.doc, end - 1
    if end <= verb.sent.start or doc[start].text != ",":
        return end
    while is_place(doc[start - 1]):
        start -= 1
    named = start < end - 1 and doc[start - 1].text == "," and is_place(doc[start - 2])
    return start - 1 if named else end


def phrase_of(heads: list[Token]) -> Span | None:
    """The phrase of the first head, and of the ones coordinated with it."""
    if not heads:
        return None
    if any(head.dep_ not in syntax.COORDINATED for head in heads[1:]):
        return _side_by_side(heads[-2], heads[-1])
    first = _named(heads[0])
    if len(heads) == 1:
        return first
    last = syntax.full_noun_phrase(heads[-1])
    if last.end <= first.start or last.end - first.start > LONGEST_COORDINATION:
        return first
    return _whole_words(first.doc[first.start : last.end])


def _side_by_side(first: Token, second: Token) -> Span:
    """Two subjects of one verb: one phrase cut in two, or else the nearer is the verb's."""
    before, after = syntax.full_noun_phrase(first), _named(second)
    region = is_place(second) and second.nbor(-1).text == "," and is_place(second.nbor(-2))
    together = before.end == after.start or (region and before.end >= after.start - 1)
    return first.doc[before.start : after.end] if together else after


def _named(head: Token) -> Span:
    """The noun phrase with title and appositive, without a date or dateline that clings to it."""
    phrase = _whole_words(_undated(syntax.full_noun_phrase(head)))
    for token in reversed(phrase):
        if token.text in DASHES and token.i < phrase.end - 1:
            rest = passage(phrase.doc, _after_last_comma(phrase, token.i + 1), phrase.end)
            inner = nominal_head(rest) if rest is not None else None
            return rest if rest is not None and inner is not None else phrase
    return phrase


def _undated(phrase: Span) -> Span:
    """Without "on Monday" at its end or "Yesterday," at its start, which tell when it was said."""
    if len(phrase) > 2 and phrase[0].lower_ in DAYS and phrase[1].text == ",":  # noqa: PLR2004 - a day, its comma and a name
        return phrase[2:]
    *words, last = phrase
    if not words or last.lower_ not in DAYS:
        return phrase
    name = words[:-1] if words[-1].pos_ == "ADP" else words
    return phrase.doc[phrase.start : name[-1].i + 1] if name else phrase


def _whole_words(phrase: Span) -> Span:
    """With the bracket that closes one in it, and the rest of a word: study co | -author Lipo."""
    doc, end = phrase.doc, phrase.end
    if end < len(doc) and doc[end].text == ")" and "(" in phrase.text and ")" not in phrase.text:
        return doc[phrase.start : end + 1]
    if end + 1 < len(doc) and doc[end].text == "-" and not doc[end - 1].whitespace_:
        end += 2
        while end < len(doc) and doc[end].pos_ in {"PROPN", "NOUN"}:
            end += 1
    return doc[phrase.start : end]


def _after_last_comma(phrase: Span, start: int) -> int:
    return max([start, *(t.i + 1 for t in phrase if t.text == "," and t.i > start)])
