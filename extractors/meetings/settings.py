"""What a meeting's noun depends on, and the verb that tells of the meeting with it."""

from dataclasses import dataclass

from spacy.tokens import Token

from extractors import syntax
from extractors.lexicon import lemma
from extractors.meetings.drafts import LEXICON

STRONG: dict[str, str] = LEXICON["nouns"]["strong"]
WEAK: dict[str, str] = LEXICON["nouns"]["weak"]
LIGHT: dict[str, list[str]] = LEXICON["light"]
HOSTING: dict[str, list[str]] = LEXICON["hosting"]
WANTING = frozenset(LEXICON["wanting"]["verbs"])
QUANTITIES = frozenset(LEXICON["quantities"]["nouns"])


@dataclass(frozen=True, slots=True)
class Setting:
    """The verb a noun depends on, and how: as its object (no preposition) or by a preposition."""

    verb: Token | None
    prep: str
    is_subject: bool = False


def noun_of(token: Token) -> str | None:
    """The entry of the lists that a noun stands under, or None."""
    if token.pos_ not in {"NOUN", "PROPN"}:
        return None
    word = token.lower_
    for form in (word, word.removesuffix("s"), token.lemma_.lower()):
        if form in STRONG or form in WEAK:
            return form
    return None


def setting(noun: Token) -> Setting:
    """What the noun's phrase depends on, past coordinations and *a round of*, *two hours of*."""
    top = syntax.first_conjunct(noun)
    prep = syntax.preposition(top)
    above = syntax.governor(top)
    while above is not None and prep == "of" and lemma(above) in QUANTITIES:
        top = syntax.first_conjunct(above)
        prep, above = syntax.preposition(top), syntax.governor(top)
    subject = top.dep_ in syntax.SUBJECT | syntax.PASSIVE_SUBJECT
    if above is None or above.pos_ not in {"VERB", "AUX"}:
        return Setting(None, prep, subject)
    return Setting(above, prep, subject)


def is_mere_topic(around: Setting) -> bool:
    """When it comes *to talks*: spoken of, not told."""
    verb = around.verb
    if verb is None or lemma(verb) != "come" or around.prep != "to":
        return False
    return any(subject.lower_ == "it" for subject in syntax.subjects(verb))


def light_verb(around: Setting) -> Token | None:
    """The verb that, with the noun, tells of one event: hold talks, take part in a summit."""
    verb = around.verb
    if verb is None or (around.is_subject and not syntax.is_passive(verb)):
        return None
    word = lemma(verb)
    if around.prep in LIGHT.get(word, []) or around.prep in HOSTING.get(word, []):
        return verb
    return None


def is_holder(light: Token | None) -> bool:
    """Whether who does it takes part for sure: holds, attends; not hosts, not plans."""
    return light is not None and lemma(light) not in WANTING and lemma(light) not in HOSTING
