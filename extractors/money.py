"""Sums of money in running text: what they are worth, and in which currency."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from extractors.lexicon import load
from readout.records import Extent


@dataclass(frozen=True, slots=True)
class Money:
    """A sum by its words. `value` is in whole units of the currency (ISO 4217).

    Of a range ("$10-12 billion") it is the lower end: at least that much is said.
    """

    extent: Extent
    value: Decimal
    currency: str

    def plain(self) -> str:
        """The value as digits without exponent: 60000000000, 2.5."""
        return format(self.value.normalize(), "f")


def find(text: str) -> Iterator[Money]:
    """Every sum in a text, in order: $60 billion, ₹1,150 crore, €2.5bn, 300 million euros.

    Percentages, stakes and bare numbers are none.
    """
    for match in _pattern().finditer(text):
        currency = _currency(match)
        if currency is not None and not _is_weight(match):
            yield Money(Extent(*match.span()), _value(match), currency)


def _is_weight(match: re.Match[str]) -> bool:
    """Whether pounds are weighed, not paid: 500 pounds of explosives."""
    word = (match["word"] or "").lower()
    return word.startswith("pound") and match.string.startswith(" of ", match.end())


def _value(match: re.Match[str]) -> Decimal:
    number = Decimal(match["amount"].replace(",", ""))
    scale = (match["scale"] or "").lower()
    return number * Decimal(_scales().get(scale, 1))


def _currency(match: re.Match[str]) -> str | None:
    lexicon = load("money")
    if match["symbol"]:
        symbol = match["symbol"].strip().rstrip(".")
        found: str | None = lexicon["symbols"].get(symbol) or lexicon["codes"].get(symbol)
        return found
    if match["word"]:
        word = re.sub(r"\s+", " ", match["word"].lower())
        named: str | None = lexicon["words"].get(word) or lexicon["codes"].get(match["word"])
        return named
    return None


def _scales() -> dict[str, int]:
    scales: dict[str, int] = load("money")["scales"]
    return scales


@cache
def _pattern() -> re.Pattern[str]:
    """A sum has its currency before the amount or after it; one of the two must be there."""
    lexicon = load("money")
    symbols = _any_of([*lexicon["symbols"], *lexicon["codes"]])
    words = _any_of([*lexicon["words"], *lexicon["codes"]])
    scales = _any_of(_scales())
    amount = r"(?P<amount>\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    scale = rf"(?:[\s-]?(?P<scale>(?i:{scales}))\b)?"
    upper = rf"(?:\s?(?:[-–]|to)\s?(?:{symbols})?\d+(?:\.\d+)?(?=[\s-]?(?i:{scales})\b))?"
    before = rf"(?:(?<![A-Za-z])(?P<symbol>{symbols})\.?\s?)?"
    after = rf"(?:[\s-](?:of\s)?(?P<word>(?i:{words}))\b)?"
    return re.compile(
        rf"(?<![\w.,]){before}{amount}{upper}{scale}(?![%\d]|\s?(?:%|per\s?cent\b)){after}"
    )


def _any_of(words: object) -> str:
    ordered = sorted(map(str, words), key=len, reverse=True)  # type: ignore[call-overload] # a list or a table's keys
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in ordered)
