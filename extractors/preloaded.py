"""Imported by the process that worker processes are forked from: all that reading takes, loaded."""

from extractors import parsing
from readout.cleaning import language

parsing.model()
language.identify("Loads what tells languages apart, when a text has enough letters for it.")
