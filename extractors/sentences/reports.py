"""Whether the words after a closed quotation say who spoke: “Why?” Minister Berg asked."""

from spacy.tokens import Token

from extractors.lexicon import load
from extractors.sentences.marks import OPENING, first_word

REPORTING = frozenset(load("sentences")["reporting"].split())
FURTHEST = 6
OPENERS = frozenset(load("sentences")["openers"].split()) - {"i", "former"}


def follows(token: Token) -> bool:
    """Whether the sentence goes on with who spoke; a small word with a capital opens another."""
    if first_word(token).lower_ in OPENERS:
        return False
    for word in token.doc[token.i : token.i + FURTHEST]:
        if word.lower_ in REPORTING:
            return not _introduces_quotation(word)
        if word.is_punct:
            return False
    return False


def _introduces_quotation(verb: Token) -> bool:
    """Whether a reporting verb opens a quotation of its own: The envoy said, “Never”."""
    after = [token for token in verb.doc[verb.i + 1 : verb.i + 4] if not token.is_space]
    return len(after) > 1 and after[0].text in {",", ":"} and after[1].text in OPENING
