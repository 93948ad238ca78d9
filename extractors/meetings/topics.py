"""What was talked about, and by which means."""

from spacy.tokens import Span, Token

from extractors import syntax
from extractors.lexicon import lemma
from extractors.meetings.drafts import LEXICON, Draft
from extractors.names.labels import is_place

FORMATS: dict[str, list[str]] = LEXICON["formats"]
ABOUT = ("on", "about", "over", "regarding", "concerning")
DISCUSSING = frozenset(
    {"discuss", "address", "review", "negotiate", "debate", "explore", "finalize", "finalise"}
)


def form_of(draft: Draft) -> str:
    """How the sides met: by the words around the trigger, else as the trigger itself says."""
    near = {token.lower_ for token in _near(draft)}
    for form, words in FORMATS.items():
        if near & set(words) and not (form == "summit" and draft.form != "in person"):
            return form
    return draft.form


def _near(draft: Draft) -> list[Token]:
    """The trigger, its modifiers and the heads of its phrases."""
    found: list[Token] = []
    for top in {draft.trigger, draft.verb or draft.trigger}:
        found += top.doc[top.i + 1 : min(top.i + 1 + WINDOW, top.sent.end)]
        found += [top, *(child for child in top.children if child.dep_ in NEAR_LABELS)]
        found += [
            head for prep, head in syntax.obliques(top) if prep in {"by", "over", "via", "on", "in"}
        ]
    return found


WINDOW = 2  # an adverb right after the trigger counts, whatever it hangs on
NEAR_LABELS = frozenset({"advmod", "amod", "compound", "nmod:desc", "obl", "obl:unmarked"})


def topic_of(draft: Draft) -> Span | None:
    """The words that say what it was about: talks on trade, met to discuss the ceasefire."""
    tops = [draft.trigger, *([draft.verb] if draft.verb is not None else [])]
    for top in tops:
        for prep, head in syntax.obliques(top):
            if prep in ABOUT and head.i > top.i and not _is_when_or_where(head):
                return syntax.extent(head, without=frozenset({"case"}))
    for top in tops:
        for child in top.children:
            if lemma(child) in DISCUSSING and syntax.infinitive(child) and syntax.objects(child):
                return syntax.extent(syntax.objects(child)[0])
    return None


def name_of(draft: Draft) -> str | None:
    """The name of the body or series that meets: the *Riga Security Forum* summit, G7 talks.

    None where the noun has no name before it or behind *of*; people and countries that meet are
    participants, and no name.
    """
    noun = draft.trigger
    if noun.pos_ not in {"NOUN", "PROPN"}:
        return None
    named = _run_before(noun)
    if not named:
        heads = [head for head in syntax.prepositional(noun, "of") if head.pos_ == "PROPN"]
        named = [head for head in heads[:1] if is_gathering(head)]
        named = [*_run_before(named[0]), named[0]] if named else []
    if not any(is_gathering(token) for token in named):
        return None
    return noun.doc[named[0].i : named[-1].i + 1].text


def _run_before(noun: Token) -> list[Token]:
    """The words with capitals right before the noun."""
    start = noun.i
    while start > noun.sent.start and _in_name(noun.doc[start - 1]):
        start -= 1
    return list(noun.doc[start : noun.i])


def _in_name(token: Token) -> bool:
    return (token.is_title and token.pos_ in {"PROPN", "ADJ", "NOUN"}) or (
        token.is_upper and len(token) > 1 and token.pos_ == "PROPN"
    )


def is_gathering(token: Token) -> bool:
    """Whether the word is for a body that meets, at the end of its name or as a name."""
    return token.lower_ in GATHERINGS


GATHERINGS = frozenset(LEXICON["gatherings"]["words"])


def _is_when_or_where(head: Token) -> bool:
    return is_place(head) or head.lower_ in CALENDAR or head.like_num


CALENDAR = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "morning",
        "afternoon",
        "evening",
        "night",
        "weekend",
        "day",
        "sidelines",
        "margins",
        "phone",
        "telephone",
        "call",
        "occasion",
        "eve",
        "invitation",
        "behalf",
        "visit",
        "trip",
    ]
)
