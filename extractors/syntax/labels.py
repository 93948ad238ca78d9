"""The labels of the two schemes by what they mean, and words that grammar knows by their form."""

from spacy.tokens import Doc

from extractors.lexicon import load

SUBJECT = frozenset({"nsubj", "nsubj:outer", "csubj", "expl"})
PASSIVE_SUBJECT = frozenset({"nsubj:pass", "csubj:pass", "nsubjpass", "csubjpass"})
OBJECT = frozenset({"obj", "dobj"})
INDIRECT_OBJECT = frozenset({"iobj", "dative"})
OBLIQUE = frozenset(
    {"obl", "obl:agent", "obl:tmod", "obl:npmod", "obl:unmarked", "npadvmod", "nmod", "pobj"}
)
PARTICLE = frozenset({"compound:prt", "prt"})
CONTENT_CLAUSE = frozenset({"ccomp"})
OPEN_CLAUSE = frozenset({"xcomp"})
ADVERBIAL_CLAUSE = frozenset({"advcl", "advcl:relcl"})
RELATIVE_CLAUSE = frozenset({"acl:relcl", "relcl"})
NOUN_CLAUSE = frozenset({"acl"}) | RELATIVE_CLAUSE
AUXILIARY = frozenset({"aux", "aux:pass", "auxpass"})
PASSIVE_AUXILIARY = frozenset({"aux:pass", "auxpass"})
APPOSITION = frozenset({"appos"})
NAME_PART = frozenset({"flat", "flat:name", "compound", "fixed", "nmod:desc", "goeswith"})
POSSESSOR = frozenset({"nmod:poss", "poss"})
COORDINATED = frozenset({"conj"})
NEGATION_WORDS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})  # tags of what a clause stands on
RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom"})
# Adverbs that are one preposition with the *of* behind them.
WITH_OF = frozenset({"ahead", "instead"})
# Verbs whose object does what the infinitive says.
OBJECT_CONTROL = frozenset(load("control")["object"])
OBJECT_OF_GERUND = frozenset(load("control")["gerund"])
# Labels that spaCy's own scheme alone has.
NOT_UNIVERSAL = frozenset(
    {"prep", "pobj", "pcomp", "dobj", "dative", "agent", "attr", "acomp", "oprd", "poss", "relcl"}
    | {
        "nsubjpass",
        "csubjpass",
        "auxpass",
        "neg",
        "npadvmod",
        "predet",
        "preconj",
        "prt",
        "quantmod",
    }
)
SPEAKING_LEVEL = CONTENT_CLAUSE | OPEN_CLAUSE | ADVERBIAL_CLAUSE | frozenset({"parataxis"})


def is_universal(doc: Doc) -> bool:
    """Whether nothing in the tree speaks against Universal Dependencies."""
    return NOT_UNIVERSAL.isdisjoint(token.dep_ for token in doc)
