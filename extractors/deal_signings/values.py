"""What a deal is worth, by the sum in its own clause."""

from spacy.tokens import Token

from extractors import money, syntax
from extractors.deal_signings.drafts import Draft
from extractors.money import Money
from extractors.reading import Reading
from readout.records import Extent

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def value_of(draft: Draft, reading: Reading) -> Money | None:
    """The sum in the instrument's phrase, else in the trigger's clause, else None."""
    sums = _sums(draft.trigger, reading)
    scopes = [_reach(noun) for noun in draft.agreements] + [_reach(draft.trigger)]
    for scope in scopes:
        for found in sums:
            if scope.contains(found.extent):
                return found
    return next((found for found in sums if _follows(draft.trigger, found.extent)), None)


def is_priced(trigger: Token, reading: Reading) -> bool:
    """Whether a sum stands in the trigger's clause."""
    scope = _reach(trigger)
    return any(
        scope.contains(found.extent) or _follows(trigger, found.extent)
        for found in _sums(trigger, reading)
    )


def _sums(trigger: Token, reading: Reading) -> list[Money]:
    sentence = trigger.sent
    text = reading.document.text[sentence.start_char : sentence.end_char]
    return [
        Money(_shifted(found.extent, sentence.start_char), found.value, found.currency)
        for found in money.find(text)
    ]


def _follows(trigger: Token, extent: Extent) -> bool:
    """Whether the sum comes after the trigger with no other finite verb between."""
    if extent.start < trigger.idx:
        return False
    between = [token for token in trigger.sent if trigger.idx < token.idx < extent.start]
    return not any(token.tag_ in FINITE for token in between)


def _shifted(extent: Extent, by: int) -> Extent:
    return Extent(extent.start + by, extent.end + by)


def _reach(head: Token) -> Extent:
    """The head's phrase or clause, without clauses coordinated with it."""
    left_out = syntax.COORDINATED | syntax.SUBJECT | {"parataxis", "advcl"}
    span = syntax.extent(head, without=frozenset(left_out))
    return Extent(span.start_char, span.end_char)
