"""Verbs in the third person that the tagger took for plurals: the report *states* that …."""

from spacy.tokens import Token

from extractors.lexicon import verb_lemma
from extractors.mending.tree import attach
from extractors.syntax.labels import FINITE

STATING = frozenset(
    {"states", "claims", "notes", "reports", "shows", "concludes", "alleges", "insists", "argues"}
    | {"denies", "asserts", "contends", "warns", "says", "announces", "concedes", "acknowledges"}
    | {"believes", "confirms", "suggests", "indicates", "reveals", "declares", "explains"}
)
OPENING_MARKS = frozenset({"“", '"', "‘", "«"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "expl"})
QUOTED_WITHIN = 12  # tokens: in so many of a quotation's first words stands its verb


def mend(token: Token) -> None:
    """Make a verb of a plural that tells what somebody says."""
    if token.tag_ == "NNS":
        _state(token)
        _quote(token)
        _remark(token)


def _state(token: Token) -> None:
    """The report | *states* that emissions fell: behind a noun, before *that*, a verb."""
    if token.tag_ != "NNS" or token.lower_ not in STATING or token.dep_ != "ROOT":
        return
    before, after = token.nbor(-1) if token.i else token, token.nbor()
    clause = next((child for child in token.rights if child.dep_ in {"acl:relcl", "acl"}), None)
    if before.head != token or before.dep_ != "compound" or after.lower_ != "that":
        return
    if clause is None or not any(child.dep_ in SUBJECTS for child in clause.lefts):
        return
    token.pos_, token.tag_ = "VERB", "VBZ"
    for child in [*token.lefts]:
        if child != before:
            attach(child, before, child.dep_)
    attach(before, token, "nsubj")
    clause.dep_ = "ccomp"
    after.dep_, after.tag_ = "mark", "IN"


def _quote(token: Token) -> None:
    """It makes the case for reform and *states*, “We …”: quoted words follow a verb, no plural."""
    if token.tag_ != "NNS" or token.lower_ not in STATING or token.dep_ != "conj":
        return
    behind = token.doc[token.i + 1 : token.i + 4]
    verb = next((above for above in token.ancestors if above.tag_ == "VBZ"), None)
    if verb is None or len(behind) < 3 or token.nbor(-1).pos_ != "CCONJ":  # noqa: PLR2004 - a comma, a mark and a word
        return
    comma, mark, first = behind
    tells = any(word.tag_ in FINITE for word in token.doc[first.i : first.i + QUOTED_WITHIN])
    if (
        comma.text in {",", ":"}
        and mark.text in OPENING_MARKS
        and first.text[:1].isupper()
        and tells
    ):
        token.pos_, token.tag_ = "VERB", "VBZ"
        attach(token, verb, "conj")


def _remark(token: Token) -> None:
    """As Petrov *remarks*, winters were colder: a name between *as* and it is its subject."""
    if token.tag_ != "NNS" or token.i == token.sent.start or token.nbor(-1).pos_ != "PROPN":
        return
    name, opening = token.nbor(-1), token.left_edge
    behind = token.nbor() if token.i + 1 < len(token.doc) else token
    if opening.lower_ != "as" or behind.text != "," or verb_lemma(token.lower_) is None:
        return
    if opening.i != token.sent.start or name.head != token:
        return
    token.pos_, token.tag_, token.dep_ = "VERB", "VBZ", "advcl"
    name.dep_, opening.dep_ = "nsubj", "mark"
