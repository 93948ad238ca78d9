"""Whether an event happened, according to the text."""

from spacy.tokens import Token

from extractors.actors import Cast
from extractors.factuality import attribution, scope
from readout.records import Factuality


def judge(trigger: Token, cast: Cast) -> Factuality:
    """Status of the event a verb or noun tells of; the nearest governing cue decides.

    The cue is the extent of the words that decided it, None for a plain statement of fact.
    `attributed_to` names who asserts it where the report itself does not.
    """
    verdict = scope.verdict_of(trigger)
    return Factuality(verdict.status, verdict.extent(), attribution.asserted_by(trigger, cast))
