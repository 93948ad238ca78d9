"""What a deal is worth, by the sum in its own clause."""

from spacy.tokens import Token

from extractors import money, syntax
from extractors.deal_signings.drafts import Draft
from extractors.money import Money
from extractors.reading import Reading
from extractors.syntax.labels import FINITE
from readout.records import Extent


def value_of(draft: Draft, reading: Reading) -> Money | None:
    """The sum in the instrument's phrase, else the first after the trigger in its clause."""
    sums = [found for found in _sums(draft.trigger, reading) if _is_near(draft.trigger, found)]
    for noun in draft.agreements:
        for found in sums:
            if _reach(noun).contains(found.extent):
                return found
    return next((found for found in sums if found.extent.start > draft.trigger.idx), None)


def is_priced(trigger: Token, reading: Reading) -> bool:
    """Whether a sum stands in the trigger's clause."""
    return any(_is_near(trigger, found) for found in _sums(trigger, reading))


def _sums(trigger: Token, reading: Reading) -> list[Money]:
    sentence = trigger.sent
    text = reading.document.text[sentence.start_char : sentence.end_char]
    return [
        Money(_shifted(found.extent, sentence.start_char), found.value, found.currency)
        for found in money.find(text)
    ]


def _is_near(trigger: Token, found: Money) -> bool:
    """Whether no other clause begins between the two; "a deal which is worth" begins none."""
    start, end = sorted([trigger.idx, found.extent.start])
    span = trigger.doc.char_span(start, end, alignment_mode="expand")
    return span is None or not any(_is_finite(token) for token in span[1:])


def _is_finite(token: Token) -> bool:
    if {token.dep_, token.head.dep_} & syntax.RELATIVE_CLAUSE or token.dep_ in syntax.AUXILIARY:
        return False
    own_subject = token.pos_ == "VERB" and bool(syntax.children(token, syntax.SUBJECT))
    return token.tag_ in FINITE or own_subject


def _shifted(extent: Extent, by: int) -> Extent:
    return Extent(extent.start + by, extent.end + by)


def _reach(head: Token) -> Extent:
    """The head's phrase or clause, without clauses coordinated with it."""
    left_out = syntax.COORDINATED | syntax.SUBJECT | {"parataxis", "advcl"}
    span = syntax.extent(head, without=frozenset(left_out))
    return Extent(span.start_char, span.end_char)
