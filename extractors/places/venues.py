"""Places without a name: at the home of the envoy, aboard the icebreaker."""

from functools import cache

from spacy.tokens import Span, Token

from extractors import syntax
from extractors.lexicon import lemma, load
from readout.records import Extent, Where

VENUE_PREPOSITIONS = frozenset({"at", "in", "inside", "aboard", "outside"})


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(load("places")[name])


def venue(trigger: Token) -> Where | None:
    """A place without a name: at the home of the U.N. envoy; bare *at home* is none."""
    above = syntax.governor(trigger)
    for head in [trigger, *([above] if above is not None and _lends_place(above) else [])]:
        for preposition, nominal in syntax.obliques(head):
            if preposition in VENUE_PREPOSITIONS and nominal.lower_ in _listed("venues"):
                phrase = _without_determiner(syntax.noun_phrase(nominal))
                if len(phrase) > 1:
                    extent = Extent(phrase.start_char, phrase.end_char)
                    return Where(extent, " ".join(phrase.text.split()), None)
    return None


def _lends_place(verb: Token) -> bool:
    return verb.pos_ == "VERB" and lemma(verb) in _listed("occurring")


def _without_determiner(phrase: Span) -> Span:
    start = phrase.start
    while start < phrase.end - 1 and (phrase.doc[start].pos_ in {"DET", "PRON"}):
        start += 1
    return phrase.doc[start : phrase.end]
