"""Deals between parties: signed, agreed, ratified, ended, refused; no laws, books or players."""

from collections.abc import Iterator

from spacy.tokens import Token

from extractors import assembly
from extractors.assembly import Finding
from extractors.deal_signings import again, nominals, takeovers, verbs
from extractors.deal_signings.antecedents import antecedent, stands_for
from extractors.deal_signings.drafts import Draft
from extractors.deal_signings.naming import name_of, phrase_of
from extractors.deal_signings.values import value_of
from extractors.reading import Reading
from readout.records import Argument, Mention


def find(reading: Reading) -> Iterator[Mention]:
    """Every deal told in the text, in order; one telling by verb and noun is one mention."""
    found: dict[int, Draft] = {}
    for draft in (*verbs.drafts(reading), *takeovers.drafts(reading), *nominals.drafts(reading)):
        if not any(draft.trigger in known.agreements for known in found.values()):
            found.setdefault(draft.trigger.i, draft)
    told: list[tuple[Draft, Mention]] = []
    for _, draft in sorted(found.items()):
        mention = again.completed(draft, _mention(draft, reading), told, reading.document.text)
        told.append((draft, mention))
        yield mention


def _meant(noun: Token) -> Token:
    return (antecedent(noun) or noun) if stands_for(noun) else noun


def _mention(draft: Draft, reading: Reading) -> Mention:
    sides = [("party", head) for head in draft.parties]
    parties = assembly.parties(reading, sides, draft.pieces, "party")
    agreements = [Argument("agreement", phrase_of(noun)) for noun in draft.agreements]
    attributes = {"stage": draft.stage, "instrument": draft.instrument}
    if draft.agreements:
        attributes["deal"] = name_of(_meant(draft.agreements[0]))
    value = value_of(draft, reading)
    values = []
    if value is not None:
        values.append(Argument("value", value.extent))
        attributes |= {"value": value.plain(), "currency": value.currency}
    found = Finding(
        kind="deal_signing",
        trigger=draft.trigger,
        words=draft.words,
        rule=draft.rule,
        confidence=draft.confidence,
        attributes=attributes,
    )
    return assembly.mention(reading, found, (*parties, *agreements, *values))
