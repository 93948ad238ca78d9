"""Who speaks where the words do not name anybody: I and we in a quotation, A in an interview."""

from collections import Counter
from collections.abc import Iterable, Sequence

from spacy.tokens import Span

from extractors.actors import Actor, Cast
from extractors.gazetteer import fold
from extractors.statements.drafts import Draft
from extractors.statements.passages import extent_of
from readout.records import Extent

FIRST_PERSON = frozenset({"i", "me", "we", "us", "myself", "ourselves"})
ASKED = frozenset({"A", "ANSWER"})
ASKING = frozenset({"Q", "QUESTION"})


def voice_of(phrase: Span, cast: Cast, spoken: Sequence[Draft]) -> Actor | None:
    """Who a speaker or listener is, I and we being whoever the words around are quoted from.

    None for the one who asks the questions of an interview, whom nothing names.
    """
    if phrase.text.lower() in FIRST_PERSON:
        around = _around(extent_of(phrase), spoken)
        if around is not None and around.speaker is not None:
            inner = [draft for draft in spoken if draft is not around]
            return _speaker(around, around.speaker, cast, inner)
    return cast.resolve(phrase)


def speaker_of_draft(draft: Draft, cast: Cast, spoken: Sequence[Draft]) -> Actor | None:
    """Who speaks in a draft that has a speaker."""
    return _speaker(draft, draft.speaker, cast, spoken) if draft.speaker is not None else None


def _speaker(draft: Draft, speaker: Span, cast: Cast, spoken: Sequence[Draft]) -> Actor | None:
    if draft.rule != "turn":
        return voice_of(speaker, cast, spoken)
    label = speaker.text.strip("()").upper()
    if label in ASKING:
        return None
    if label in ASKED:
        return interviewee(cast, _first_turn(spoken))
    return bearer_of(label, cast) or cast.resolve(speaker)


def _first_turn(spoken: Iterable[Draft]) -> int:
    return min(draft.anchor.i for draft in spoken if draft.rule == "turn")


def _around(extent: Extent, spoken: Iterable[Draft]) -> Draft | None:
    """The draft in whose content the words stand, the innermost of several."""
    holding = [
        (words.end - words.start, draft.cue, draft)
        for draft in spoken
        for words in draft.content
        if words.contains(extent)
    ]
    return min(holding, key=lambda each: each[:2])[2] if holding else None


def interviewee(cast: Cast, before: int) -> Actor | None:
    """The person whom the words before the first question speak of most; None where two are."""
    people = {actor.actor_id: actor for _, actor in cast.named.values() if actor.kind == "person"}
    told = Counter(
        mention.actor.actor_id
        for mention in cast.discourse.mentions
        if mention.start < before and mention.actor.actor_id in people
    )
    ranked = told.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return people[ranked[0][0]]


def bearer_of(label: str, cast: Cast) -> Actor | None:
    """The one person of the text who bears the surname that a label ends with."""
    surname = fold(label.rsplit(maxsplit=1)[-1])
    people = {
        actor.actor_id: actor
        for _, actor in cast.named.values()
        if actor.kind == "person" and len(actor.name.split()) > 1
    }
    bearers = [actor for actor in people.values() if fold(actor.name.split()[-1]) == surname]
    return bearers[0] if len(bearers) == 1 else None
