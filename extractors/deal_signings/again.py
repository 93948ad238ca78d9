"""*The deal*, told again: between whom is known from what was said of it before."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from extractors import syntax
from extractors.actors.pairs import PAIR_NOUNS
from extractors.deal_signings.antecedents import antecedent, stands_for
from extractors.deal_signings.drafts import LEXICON, Draft
from extractors.deal_signings.instruments import key_of
from readout.records import Argument, Extent, Mention

MADE = frozenset({"signed", "agreed", "negotiating"})  # of these, who is named made the deal
FURTHEST = 4  # sentences back
DEFINITE = frozenset({"the", "this", "that", "their", "its"})
OTHERS = frozenset(LEXICON["again"]["others"])
GENERAL = frozenset(LEXICON["again"]["general"])
UNNAMED = PAIR_NOUNS.keys() | {"they", "both", "it", "its", "their", "who", "which", "we"}


def completed(
    draft: Draft, mention: Mention, told: Sequence[tuple[Draft, Mention]], text: str
) -> Mention:
    """The mention with the parties of the deal it speaks of again, or as it is.

    Only where fewer than two are named, and nobody who is not of the other deal; the words that
    name them become part of the evidence.
    """
    named = [one for one in mention.having("party") if not _is_unnamed(one, text)]
    if len(named) > 1 or not draft.agreements:
        return mention
    nearest, sentences = draft.trigger.i, 0
    for earlier, other in reversed(told):
        sentences += _starts(earlier.trigger, nearest)
        nearest = min(nearest, earlier.trigger.i)
        if sentences > FURTHEST:
            return mention
        known = [one for one in other.having("party") if not _is_unnamed(one, text)]
        ids = {one.actor_id for one in known}
        fits = (
            len(known) > 1
            and earlier.stage in {draft.stage, *MADE}
            and {one.actor_id for one in named} <= ids
        )
        if fits and _is_of(draft.agreements[0], earlier):
            return _with_parties(mention, tuple(known))
    return mention


def _is_unnamed(party: Argument, text: str) -> bool:
    words = (party.name or party.extent.of(text)).lower().split()
    return not words or words[-1] in UNNAMED


def _is_of(noun: Token, earlier: Draft) -> bool:
    """Whether the words can be for the instrument that was told of before."""
    if stands_for(noun):
        meant = antecedent(noun)
        return meant is not None and (meant in earlier.agreements or not earlier.agreements)
    before = {child.lower_ for child in noun.lefts}
    if not before & DEFINITE or before & OTHERS or any(_tells_which(c) for c in noun.rights):
        return False
    key = key_of(noun)
    same = any(key_of(one) == key for one in earlier.agreements)
    return same or key in GENERAL


def _tells_which(child: Token) -> bool:
    """Whether it says which deal is meant: the agreement *to merge*, the treaty *on water*."""
    told = child.dep_ in syntax.NOUN_CLAUSE | syntax.OBLIQUE | syntax.OPEN_CLAUSE
    return told and syntax.preposition(child) not in {"with", "between"}


def _starts(earlier: Token, end: int) -> int:
    """How many sentences start between the two, seen from the later one."""
    between = earlier.doc[earlier.i : end]
    return sum(bool(token.is_sent_start) and not token.is_space for token in between)


def _with_parties(mention: Mention, known: tuple[Argument, ...]) -> Mention:
    others = tuple(one for one in mention.arguments if one.role != "party")
    start = min(mention.evidence.start, *(one.extent.start for one in known))
    end = max(mention.evidence.end, *(one.extent.end for one in known))
    return replace(
        mention,
        arguments=(*known, *others),
        evidence=Extent(start, end),
        confidence=min(mention.confidence, 0.6),
        rule=f"{mention.rule}, told again",
    )
