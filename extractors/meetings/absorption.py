"""One event told twice in a clause, by verb and by noun, made one."""

from collections.abc import Iterable
from dataclasses import replace

from extractors import syntax
from extractors.meetings.drafts import Draft
from extractors.meetings.settings import setting

TELLING = frozenset({"for", "in", "over", "through", "on"})


def merged(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts without those that only repeat a verb's: hosted him *for talks*.

    What the noun knows of who took part goes to the verb.
    """
    drafts = list(drafts)
    by_verb = {draft.trigger.i: draft for draft in drafts if draft.verb == draft.trigger}
    kept = []
    for draft in drafts:
        verb = None if draft.verb == draft.trigger else _telling_verb(draft)
        if verb is None or verb not in by_verb:
            kept.append(draft)
        else:
            by_verb[verb] = _joined(by_verb[verb], draft)
    return [by_verb.get(draft.trigger.i, draft) for draft in kept]


def _telling_verb(draft: Draft) -> int | None:
    """Where the verb stands that tells of the same event as the noun."""
    around = setting(draft.trigger)
    if around.verb is None or draft.form == "visit":
        return None
    if around.prep in TELLING or draft.verb is around.verb:
        return around.verb.i
    return None


def _joined(verb: Draft, noun: Draft) -> Draft:
    known = {head.i for _, head in verb.sides}
    own = {subject.i for subject in syntax.agents(verb.trigger)}
    more = [(role, head) for role, head in noun.sides if head.i not in known | own]
    return replace(verb, sides=(*verb.sides, *more))
