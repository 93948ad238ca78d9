"""What sentences alone can't show: both label schemes, names, values, what tells laws apart."""

import pytest
from spacy.tokens import Doc

from extractors import deal_signings, parsing
from extractors.reading import read
from readout.cleaning import as_given
from readout.records import Mention
from tests.trees import tree

UD = tree(
    "Chile NNP PROPN nsubj 1",
    "signed VBD VERB ROOT 1",
    "a DT DET det 4",
    "trade NN NOUN compound 4",
    "pact NN NOUN obj 1",
    "with IN ADP case 6",
    "Peru NNP PROPN nmod 4",
    ". . PUNCT punct 1",
)
SPACY = tree(
    "Chile NNP PROPN nsubj 1",
    "signed VBD VERB ROOT 1",
    "a DT DET det 4",
    "trade NN NOUN compound 4",
    "pact NN NOUN dobj 1",
    "with IN ADP prep 4",
    "Peru NNP PROPN pobj 5",
    ". . PUNCT punct 1",
)


def found(text: str, doc: Doc | None = None) -> list[Mention]:
    parsed = doc if doc is not None else next(iter(parsing.parse([text])))
    return list(deal_signings.find(read(as_given("a", text, None, "2025-03-05"), parsed)))


@pytest.mark.parametrize("doc", [UD, SPACY], ids=["ud", "spacy"])
def test_a_deal_is_found_in_either_label_scheme(doc: Doc) -> None:
    (mention,) = found(doc.text, doc)
    assert [one.extent.of(doc.text) for one in mention.having("party")] == ["Chile", "Peru"]
    assert [one.extent.of(doc.text) for one in mention.having("agreement")] == ["a trade pact"]
    assert mention.attributes["deal"] == "trade pact"
    assert mention.attributes["instrument"] == "treaty"


def test_a_bill_signed_after_its_date_is_no_deal() -> None:
    text = (
        "On Thursday, March 3, 2022, the President signed into law: H.R. 445, which funds the "
        "Trade Agreement Implementation Office."
    )
    assert found(text) == []


def test_an_order_is_a_deal_in_business_and_none_in_office() -> None:
    assert found("The president signed an order closing the agency.") == []
    (mention,) = found("Airbus won an order worth $3 billion from Turkish Airlines.")
    assert mention.attributes["value"] == "3000000000"


def test_a_sum_in_another_clause_is_not_the_deals_value() -> None:
    text = "Shell signed a contract with Oman, and its profit rose to $9 billion."
    (mention,) = found(text)
    assert "value" not in mention.attributes


def test_a_deal_without_sum_has_neither_value_nor_currency() -> None:
    (mention,) = found("Norway and Iceland signed a fisheries agreement.")
    assert {"value", "currency"}.isdisjoint(mention.attributes)


def test_a_stake_is_no_value() -> None:
    for mention in found("Tata acquired a 51 % stake in Bisleri."):
        assert "value" not in mention.attributes


def test_every_argument_lies_in_the_evidence() -> None:
    text = "In Lima on Monday, Peru and Chile signed a $2 billion lithium contract with BYD."
    (mention,) = found(text)
    assert all(mention.evidence.contains(one.extent) for one in mention.arguments)


def test_an_empty_text_tells_of_no_deal() -> None:
    assert found("") == []
