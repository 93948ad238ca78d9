"""The parser's commonest faults in news, mended before anything reads the tree.

It was trained on little news: it breaks coordinations, and names with long titles before them.
Words and offsets stay; only heads and labels change, and only in Universal Dependencies.
"""

from spacy.language import Language
from spacy.tokens import Doc

from extractors.mending import (
    appositives,
    clauses,
    coordination,
    joined,
    lists,
    mains,
    measures,
    names,
    nouns,
    partners,
    persons,
    places,
    plurals,
    prepositions,
    reduced,
    relatives,
    reported,
    spaces,
    speaking,
    verbs,
)
from extractors.syntax import is_universal

NAME = "readout_mending"


@Language.component(NAME, assigns=["token.dep", "token.head"])
def mend(doc: Doc) -> Doc:
    """Mend the tree in place; one in another scheme stays as it is."""
    if not is_universal(doc):
        return doc
    persons.mend(doc)
    tokens = [*doc]  # each pass over a document makes an object of every token anew
    for step in (
        spaces.mend,
        nouns.mend,
        verbs.mend,
        plurals.mend,
        mains.mend,
        clauses.mend,
        reduced.mend,
        appositives.mend,
        measures.mend,
        prepositions.mend,
        names.mend,
        partners.mend,
        coordination.mend,
        joined.mend,
        relatives.mend,
        reported.mend,
        speaking.mend,
    ):
        for token in tokens:
            step(token)
    lists.mend(doc)
    for token in tokens:
        places.mend(token)
    return doc
