"""What a deal is worth, by the sum in its own clause."""

from spacy.tokens import Token

from extractors import money, syntax
from extractors.deal_signings.drafts import Draft
from extractors.money import Money
from extractors.reading import Reading
from readout.records import Extent


def value_of(draft: Draft, reading: Reading) -> Money | None:
    """The sum in the instrument's phrase, else the first after the trigger in its clause."""
    text = reading.document.text
    sentence = draft.trigger.sent
    sums = [
        Money(_shifted(found.extent, sentence.start_char), found.value, found.currency)
        for found in money.find(text[sentence.start_char : sentence.end_char])
    ]
    scopes = [_reach(noun) for noun in draft.agreements] + [_reach(draft.trigger)]
    for scope in scopes:
        for found in sums:
            if scope.contains(found.extent):
                return found
    return None


def _shifted(extent: Extent, by: int) -> Extent:
    return Extent(extent.start + by, extent.end + by)


def _reach(head: Token) -> Extent:
    """The head's phrase or clause, without clauses coordinated with it."""
    left_out = syntax.COORDINATED | syntax.SUBJECT | {"parataxis", "advcl"}
    span = syntax.extent(head, without=frozenset(left_out))
    return Extent(span.start_char, span.end_char)
