"""The words of a noun phrase as a reader would mark them: title, name and appositive."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from extractors import syntax
from extractors.actors import words
from extractors.actors.records import Affiliation, Naming
from extractors.actors.scene import Scene
from extractors.lexicon import load

WHEN = frozenset(load("name_words")["days"].split())
MONTHS = frozenset(load("name_words")["months"].split())
UNMARKED = frozenset({"nmod:unmarked", "obl:unmarked", "nmod:tmod", "obl:tmod"})
TOPICAL = frozenset({"about", "regarding", "concerning", "during", "after", "before", "since"})
COUNTED = frozenset({"two", "three", "four", "five", "six"})
LONGEST_TITLE = 14
MODIFYING = frozenset({"ADJ", "NOUN", "PROPN"})
BEFORE_NAME = (
    syntax.NAME_PART
    | syntax.POSSESSOR
    | {"det", "amod", "nummod", "det:predet", "nmod", "advmod", "punct", "case"}
)
IN_APPOSITIVE = frozenset({"ADP", "DET", "NOUN", "PROPN", "ADJ", "PART", "NUM"})


def named_phrase(doc: Doc, naming: Naming) -> Span:
    """The whole phrase of a naming, determiner, title and appositive within."""
    tokens = naming.tokens
    end = naming.last
    if naming.appositive is not None:
        end = _appositive_end(doc, max(end, naming.appositive.end))
    return without_time(doc[_leftmost(doc, tokens.start, naming.last) : end])


def without_time(phrase: Span) -> Span:
    """The phrase without what tells when and was taken for its opening: Tuesday | Guterres."""
    start = phrase.start
    while start < phrase.end - 1 and _tells_when(phrase.doc[start]):
        start += 1
    return phrase.doc[start : phrase.end]


def _tells_when(token: Token) -> bool:
    if token.tag_ == "WRB" or token.lower_ in {"earlier", "later", "long"}:
        return True
    if token.lower_ in MONTHS:  # June Osborne is somebody
        before = token.nbor(-1) if token.i > token.sent.start else None
        return before is not None and (before.lower_ in {"in", "of", "last"} or before.like_num)
    return token.lower_ in WHEN


def _leftmost(doc: Doc, start: int, last: int) -> int:
    """Where the words that modify the name start: *the Afghan team's coach*, A. M."""
    sentence = doc[start].sent.start
    edge = start
    while edge > max(sentence, start - LONGEST_TITLE) and _modifies(doc, edge - 1, edge, last):
        edge -= 1
    while edge < start and (doc[edge].is_punct or doc[edge].dep_ == "case" or doc[edge].is_space):
        edge += 1
    return edge


def _modifies(doc: Doc, i: int, edge: int, last: int) -> bool:
    """Whether a word before the phrase depends on it, directly or through such words."""
    token = doc[i]
    if token.is_space or token.text in {"Q", ",", ";", ":", "(", ")", "“", "”", '"', "—", "–"}:
        return False
    if token.pos_ in {"VERB", "AUX", "CCONJ", "SCONJ", "ADP", "PRON"} and token.tag_ != "PRP$":
        return False
    while token.head.i != token.i and token.dep_ in BEFORE_NAME:
        token = token.head
        if edge <= token.i < last:
            return True
    return False


def _appositive_end(doc: Doc, end: int) -> int:
    """The end of what the appositive's noun takes after it: spokesman | for the army."""
    stop = end
    while stop < len(doc) and stop - end < LONGEST_TITLE and doc[stop].pos_ in IN_APPOSITIVE:
        stop += 1
    closed = stop == len(doc) or doc[stop].is_punct or doc[stop].is_space
    return stop if closed and stop > end and doc[stop - 1].pos_ != "ADP" else end


def without_topic(head: Token, phrase: Span) -> Span:
    """The phrase up to what was talked about, or when: my team | about it, leaders | in May."""
    ends = [
        child.left_edge.i
        for child in head.rights
        if syntax.preposition(child) in TOPICAL
        or (syntax.preposition(child) in {"in", "on"} and _is_time(child))
        or (child.dep_ in UNMARKED and _is_time(child))
    ]
    ends += [token.i for token in phrase if token.i > head.i and _opens_clause(token)]
    end = min([phrase.end, *ends])
    return without_time(phrase.doc[phrase.start : end] if end > head.i else phrase)


def _opens_clause(token: Token) -> bool:
    """Whether a clause begins that hangs on a word within: the ministers of both | met in Oslo."""
    return token.pos_ == "VERB" and token.dep_ in syntax.NOUN_CLAUSE


def _is_time(token: Token) -> bool:
    return token.lower_ in load("places")["times"] or token.like_num


def without_determiner(phrase: Span) -> str:
    """The words without a leading article, demonstrative or possessive pronoun."""
    start = phrase.start
    while start < phrase.end - 1 and (
        phrase.doc[start].pos_ == "DET" or phrase.doc[start].tag_ == "PRP$"
    ):
        start += 1
    return " ".join(phrase.doc[start : phrase.end].text.split())


def sharing(scene: Scene, head: Token) -> list[Affiliation]:
    """The countries that share a plural noun: U.S. and Russian diplomats; at least two, or none."""
    if head.tag_ not in {"NNS", "NNPS"}:
        return []
    found: list[Affiliation] = []
    k = head.i
    while k > 0:
        known, word = scene.known_ending(k), scene.doc[k - 1]
        if known is not None and known.country is not None and known.body is None:
            found.append(known)
            k = known.start
        elif word.lower_ in {"and", ",", "&"} if found else word.pos_ in MODIFYING:
            k -= 1
        else:
            break
    joined = {token.lower_ for token in scene.doc[k : head.i]} & {"and", "&"}
    return found[::-1] if len(found) > 1 and joined else []


def parts(head: Token, affiliations: list[Affiliation]) -> Iterator[tuple[Span, str]]:
    """The extent of each country's part, the last with the noun, and its name with the noun."""
    doc = head.doc
    noun = doc[affiliations[-1].end : head.i + 1].text
    for affiliation in affiliations:
        country = doc[affiliation.start : affiliation.end]
        last = affiliation is affiliations[-1]
        span = doc[affiliation.start : head.i + 1] if last else country
        yield span, f"{country.text} {noun}"


def is_actor_noun(head: Token) -> bool:
    """Whether a common noun is one for people, a group of them, or a body."""
    word = head.lower_
    if head.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"}:
        return False
    if word in COUNTED and any(child.lower_ == "the" for child in head.lefts):
        return True  # the two, who were named before
    if word == "number":
        return any(child.lower_ == "opposite" for child in head.lefts)
    if _is_listed(word) or word.endswith(words.PERSON_ENDINGS):
        return True
    if word == "force":
        return any(child.dep_ in syntax.NAME_PART for child in head.lefts)
    return head.tag_ in {"NNS", "NNPS"} and (_is_listed(_singular(word)) or _is_trade(word))


def _is_listed(word: str) -> bool:
    listed = any(word in words.nouns(group) for group in ("people", "groups", "bodies"))
    return listed or word in words.families()


def _singular(word: str) -> str:
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")


def _is_trade(word: str) -> bool:
    """Whether a plural is for people by what they do: skippers, conductors, growers."""
    return word.endswith(words.TRADE_ENDINGS) and word not in words.NO_TRADES
