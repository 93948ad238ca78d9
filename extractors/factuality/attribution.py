"""Who says so, when it is not the report itself."""

from spacy.tokens import Token

from extractors import syntax
from extractors.actors import Cast
from extractors.factuality import clauses

MAX_STEPS = 12
UNNAMED = frozenset({"i", "we", "you", "me", "us", "it"})  # a transcript's own voice
ACCORDING = frozenset({"according to", "per"})


def asserted_by(trigger: Token, cast: Cast) -> str | None:
    """The name of whoever the nearest report is attributed to, else None."""
    speaker = _speaker(trigger)
    if speaker is None or speaker.lower_ in UNNAMED:
        return None
    return cast.resolve(syntax.noun_phrase(speaker)).name


def _speaker(trigger: Token) -> Token | None:
    word = trigger
    for _ in range(MAX_STEPS):
        if source := _source_of(word):
            return source
        above = syntax.governor(word)
        if above is None:
            return None
        if _is_attributed_complement(word, above) and (said := syntax.subjects(above)):
            return said[0]
        word = above
    return None


def _source_of(word: Token) -> Token | None:
    """Whoever a clause is attributed to by a report beside it, or by "according to"."""
    for preposition, nominal in syntax.obliques(word):
        if preposition in ACCORDING:
            return nominal
    report = clauses.reporter(word) if word.pos_ != "NOUN" else None
    if report is None:
        return None
    said = syntax.subjects(report)
    return said[0] if said else None


def _is_attributed_complement(word: Token, above: Token) -> bool:
    """Denied *meeting* him, claimed *to have met* him."""
    attributing = {"deny", "claim", "admit", "acknowledge", "confess"}
    linked = syntax.first_conjunct(word).dep_ in syntax.OPEN_CLAUSE | syntax.OBJECT
    return linked and syntax.is_lemma(above, *attributing)
