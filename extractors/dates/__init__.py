"""Dates by their words: patterns find them, the parse ties them to events."""

from extractors.dates.attachment import date_of
from extractors.dates.finding import find

__all__ = ["date_of", "find"]
