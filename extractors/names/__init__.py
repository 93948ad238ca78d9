"""Names that the trained model missed or mistook, completed from lists, titles and the text itself.

A model trained on little news takes a country that acts for an organisation, and does not know a
minister's name that the title before it gives away.
"""

from spacy.language import Language
from spacy.tokens import Doc, Token

from extractors.actors.scene import scene_of
from extractors.names import known, repeated, spoken, standing
from extractors.names.claims import merged, trained, write
from extractors.names.labels import is_body, is_person, is_place

__all__ = ["NAME", "complete", "is_body", "is_person", "is_place", "repeat"]

NAME = "readout_names"


@Language.component(NAME, assigns=["doc.ents", "token.ent_type", "token.ent_iob"])
def complete(doc: Doc) -> Doc:
    """Complete the names of a text, each a PERSON, ORG, GPE, LOC or NORP."""
    for token in doc:
        _agree(token)
    scene = scene_of(doc)
    names = trained(doc)
    write(doc, names)
    names = merged(names, list(known.claims(scene, names)))
    names = merged(names, list(standing.claims(doc, names)))
    write(doc, names)  # who is named by a title is read from these
    names = merged(names, list(spoken.claims(scene, names)))
    write(doc, names)
    return repeat(doc)


# Where a word is one who acts, and no part of a name that describes (*Prime* Minister).
ACTING = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod", "conj", "flat", "appos"})


def _agree(token: Token) -> None:
    """*Pilar* met them: what is tagged as a name and stands where names do is no adjective."""
    if token.tag_ == "NNP" and token.pos_ == "ADJ" and token.dep_ in ACTING:
        token.pos_ = "PROPN"


def repeat(doc: Doc) -> Doc:
    """Take surnames for people whom the document names in full elsewhere."""
    names = trained(doc)
    found = list(repeated.claims(doc, names))
    if found:
        write(doc, merged(names, found))
    return doc
