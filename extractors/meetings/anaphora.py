"""*The meeting*, told again: who took part is known from the sentences before."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from extractors.meetings.drafts import Draft
from readout.records import Argument, Extent, Mention

FURTHEST = 3  # sentences back
DEFINITE = frozenset({"the", "their", "that", "this", "those", "these"})
ROLES = frozenset({"participant", "host", "visitor"})


def completed(draft: Draft, mention: Mention, told: Sequence[tuple[Draft, Mention]]) -> Mention:
    """The mention with the parties of the meeting it speaks of again, or as it is.

    Only *the* meeting, where fewer than two parties are named, and nobody who was not at the
    other; the words that name them become part of the evidence.
    """
    parties = _parties(mention)
    if len(parties) > 1 or not _is_definite(draft.trigger):
        return mention
    for earlier, other in reversed(told):
        if _sentences_between(earlier.trigger, draft.trigger) > FURTHEST:
            return mention
        known = _parties(other)
        if len(known) > 1 and _ids(parties) <= _ids(known) and _are_alike(earlier, draft):
            return _with_parties(mention, known)
    return mention


def _parties(mention: Mention) -> tuple[Argument, ...]:
    return tuple(argument for argument in mention.arguments if argument.role in ROLES)


def _ids(arguments: Sequence[Argument]) -> set[str | None]:
    return {argument.actor_id for argument in arguments}


def _is_definite(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and any(
        child.lower_ in DEFINITE and child.i < noun.i for child in noun.children
    )


def _are_alike(earlier: Draft, later: Draft) -> bool:
    """A call is no summit: what is spoken of again was told in like words."""
    if "visit" in {earlier.form, later.form} or "call" in {earlier.form, later.form}:
        return earlier.form == later.form
    return True


def _sentences_between(earlier: Token, later: Token) -> int:
    between = later.doc[earlier.i : later.i]
    return sum(bool(token.is_sent_start) and not token.is_space for token in between)


def _with_parties(mention: Mention, known: tuple[Argument, ...]) -> Mention:
    others = [argument for argument in mention.arguments if argument.role not in ROLES]
    start = min(mention.evidence.start, *(argument.extent.start for argument in known))
    end = max(mention.evidence.end, *(argument.extent.end for argument in known))
    return replace(
        mention,
        arguments=(*known, *others),
        evidence=Extent(start, end),
        confidence=min(mention.confidence, 0.6),
        rule=f"{mention.rule}, told again",
    )
