from decimal import Decimal

import pytest

from extractors import money


@pytest.mark.parametrize(
    ("text", "words", "value", "currency"),
    [
        ("a $60 billion package", "$60 billion", "60000000000", "USD"),
        ("orders worth ₹1,150 crore", "₹1,150 crore", "11500000000", "INR"),
        ("€2.5bn over three years", "€2.5bn", "2500000000", "EUR"),
        ("some 300 million euros in aid", "300 million euros", "300000000", "EUR"),
        ("US$1.2tn of debt", "US$1.2tn", "1200000000000", "USD"),
        ("Rs. 500 crore for roads", "Rs. 500 crore", "5000000000", "INR"),
        ("Rs 2 lakh crore", "Rs 2 lakh crore", "2000000000000", "INR"),
        ("a C$3m grant", "C$3m", "3000000", "CAD"),
        ("the £450,000 fee", "£450,000", "450000", "GBP"),
        ("a $3-billion deal", "$3-billion", "3000000000", "USD"),
        ("between $10-12 billion", "$10-12 billion", "10000000000", "USD"),
        ("1,50,000 rupees", "1,50,000 rupees", "150000", "INR"),
        ("10 billion yuan", "10 billion yuan", "10000000000", "CNY"),
        ("CHF 40 million", "CHF 40 million", "40000000", "CHF"),
        ("$0.5 a litre", "$0.5", "0.5", "USD"),
    ],
)
def test_a_sum_is_read_with_its_scale_and_currency(
    text: str, words: str, value: str, currency: str
) -> None:
    (found,) = money.find(text)
    assert found.extent.of(text) == words
    assert found.plain() == value
    assert found.currency == currency


@pytest.mark.parametrize(
    "text",
    [
        "a 51 % stake",
        "51% of the shares",
        "20 aircraft",
        "within 24 hours",
        "500 pounds of explosives",
        "3 million people",
        "version 2.5",
        "5 per cent dollars",
        "",
    ],
)
def test_shares_counts_and_weights_are_no_sums(text: str) -> None:
    assert list(money.find(text)) == []


def test_two_sums_in_one_sentence_are_two_in_order() -> None:
    text = "It paid 10 billion yuan ($1.4 billion)."
    assert [found.currency for found in money.find(text)] == ["CNY", "USD"]


def test_a_value_is_exact_and_never_in_exponents() -> None:
    (found,) = money.find("$1,234,567.89")
    assert found.value == Decimal("1234567.89")
    assert "E" not in next(iter(money.find("$900 trillion"))).plain()
