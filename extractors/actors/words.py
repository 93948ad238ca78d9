"""The word classes that names and titles are made of."""

from functools import cache

from spacy.tokens import Token

from extractors.lexicon import load

PARTICLES = frozenset(load("name_words")["particles"].split())
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
HYPHENS = frozenset({"-", "‑", "–"})
NOT_NAMES = frozenset(load("name_words")["not_names"].split())
DIRECTIONS = frozenset(load("name_words")["directions"].split())
ACTING_PRONOUNS = frozenset(load("name_words")["acting_pronouns"].split())
PLACE_PREPOSITIONS = frozenset(load("name_words")["place_prepositions"].split())
TRADE_ENDINGS = tuple(load("name_words")["trade_endings"].split())
NO_TRADES = frozenset(load("name_words")["no_trades"].split())
PERSON_ENDINGS = tuple(load("name_words")["person_endings"].split())


@cache
def families() -> dict[str, str]:
    """Word that heads a title → the family of titles it belongs to."""
    return {word: family for family, heads in load("titles")["heads"].items() for word in heads}


@cache
def title_words(group: str) -> frozenset[str]:
    """One list of `titles.toml`."""
    return frozenset(load("titles")["words"][group])


@cache
def nouns(group: str) -> frozenset[str]:
    """One list of `actor_nouns.toml`."""
    return frozenset(load("actor_nouns")[group])


@cache
def given_names() -> dict[str, str]:
    """Given name in lower case → male, female, or either."""
    lists = {sex: load("given_names")[sex].lower().split() for sex in ("male", "female")}
    both = set(lists["male"]) & set(lists["female"])
    return {
        name: "either" if name in both else sex for sex, names in lists.items() for name in names
    }


def is_capitalised(token: Token) -> bool:
    """Whether the word is written as a name is: Kyiv, iPhone, al-Sisi's second part."""
    text = token.text
    return text[0].isupper() or (len(text) > 1 and text[1:2].isupper() and text[0].isalpha())


def is_name_word(token: Token) -> bool:
    """Whether the word can be part of a name."""
    if not is_capitalised(token) or token.lower_ in NOT_NAMES:
        return False
    return token.pos_ not in {"DET", "PRON", "CCONJ", "SCONJ", "PUNCT", "SPACE", "NUM"}


def opens_sentence(token: Token) -> bool:
    """Whether the word's capital may come from its place alone."""
    i = token.i - 1
    while i >= 0 and (token.doc[i].is_punct and token.doc[i].text not in {",", ")"}):
        i -= 1
    return (
        i < 0
        or token.doc[i].is_space
        or token.doc[i].text in {".", "?", "!"}
        or bool(token.is_sent_start)
    )


def is_joined(token: Token) -> bool:
    """Whether the word is joined by a hyphen to the one before and the one after."""
    doc = token.doc
    return (
        token.text in HYPHENS
        and 0 < token.i < len(doc) - 1
        and not token.whitespace_
        and not doc[token.i - 1].whitespace_
        and not doc[token.i - 1].is_space
    )
