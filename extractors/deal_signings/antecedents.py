"""What *it*, *the text* or *an earlier version* is that was signed: the instrument before it."""

from spacy.tokens import Token

from extractors import syntax
from extractors.deal_signings.drafts import LEXICON
from extractors.deal_signings.instruments import is_clear

PRONOUNS = frozenset(LEXICON["again"]["pronouns"])
NOUNS = frozenset(LEXICON["again"]["nouns"])
INSTEAD = frozenset(LEXICON["again"]["instead"])
FURTHEST = 3  # sentences back


def stands_for(head: Token) -> bool:
    """Whether the word alone does not say what is signed, but may stand for it."""
    return head.lower_ in (PRONOUNS if head.pos_ in {"PRON", "DET"} else NOUNS)


def antecedent(head: Token) -> Token | None:
    """The clear instrument nearest before the word, at most three sentences back; else None.

    Of *a treaty that they signed*, the relative pronoun stands for the treaty.
    """
    sentences = 0
    for place in range(head.i - 1, -1, -1):
        token = head.doc[place]
        if token.pos_ in {"NOUN", "PROPN"} and _is_whole(token):
            if is_clear(token):
                return token
            if token.lower_ in INSTEAD and head.pos_ == "PRON":
                return None  # that is what was signed
        sentences += bool(head.doc[place + 1].is_sent_start) and not token.is_space
        if sentences > FURTHEST:
            return None
    return None


def _is_whole(noun: Token) -> bool:
    """Whether the noun names the instrument, and is no modifier: peace *agreement* talks."""
    return noun.dep_ not in syntax.NAME_PART
