"""Places by gazetteer, and which of them is where an event happened."""

from extractors.places.finding import find
from extractors.places.locating import place_of

__all__ = ["find", "place_of"]
