"""The "that" of a clause which the parser hung elsewhere than on its reporting verb."""

from spacy.tokens import Token

from extractors import lexicon, syntax
from extractors.statements.contents import Reach
from extractors.statements.cues import Cue, noun_senses
from extractors.statements.passages import WHEN_SAID, sentence_end

BEFORE_THAT = frozenset({"ADV", "DET", "NOUN", "PROPN", "PRON", "ADP", "ADJ", "NUM", "PART"})
BESIDE_VERB = frozenset({"obj", "iobj", "obl", "advmod", "obl:unmarked", "dobj", "prep", "nsubj"})
NAME_WORDS = frozenset({"DET", "NOUN", "PROPN", "ADJ", "NUM"})
SUBJECT_CASE = frozenset({"he", "she", "they", "we", "i", "it", "there"})
# Nouns with a "that" of their own: agreed on condition that ….
CONTENT_NOUNS = frozenset(
    {"condition", "fact", "grounds", "basis", "premise", "understanding", "proviso", "point"}
    | {"idea", "notion", "theory", "principle", "possibility", "likelihood", "risk", "danger"}
)
# How many tokens after the cue its "that" may stand.
THAT_WITHIN = 25


def that_after(reach: Reach, cue: Cue) -> Token | None:
    """The "that" of a clause that the parser hung elsewhere: said on Monday that …."""
    if any(child.lower_ == "so" for child in cue.head.children):
        return None  # so convinced that: a result
    media = lexicon.load("reporting")["medium"]["nouns"]
    between = {t.i for child in cue.head.rights if child.dep_ in BESIDE_VERB for t in child.subtree}
    for token in reach.doc[cue.words.end : cue.words.end + THAT_WITHIN]:
        if _is_conjunction(token, media) and token.i + 2 < sentence_end(token):
            return token
        if token.i not in between and (token.pos_ not in BEFORE_THAT or token.lower_ == "that"):
            return None
        if noun_senses(token) and (token.lower_ not in media or token.dep_ in syntax.OBJECT):
            return None  # the fear that: the clause is the noun's
    return None


def _is_conjunction(token: Token, media: list[str]) -> bool:
    """A "that" that opens a clause: by its tag, its role, or after where or when it was said."""
    if token.lower_ != "that" or token.nbor(-1).lower_ in CONTENT_NOUNS:
        return False
    if token.tag_ == "IN" or token.dep_ == "mark" or token.nbor(-1).lower_ in WHEN_SAID:
        return True
    place = token.nbor(-1)
    if place.dep_ in syntax.INDIRECT_OBJECT:  # told the orchestra that I …
        return token.i + 1 < len(token.doc) and token.nbor().lower_ in SUBJECT_CASE
    in_medium = place.lower_ in media or f"{place.nbor(-1).lower_} {place.lower_}" in media
    return in_medium and place.dep_ in syntax.OBLIQUE and token.nbor().pos_ in NAME_WORDS | {"PRON"}
