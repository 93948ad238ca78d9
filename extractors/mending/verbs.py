"""Verbs the tagger took for nouns (offered to *host* talks), or the parser hung amiss."""

from spacy.tokens import Token

from extractors import gazetteer
from extractors.lexicon import verb_lemma
from extractors.mending.tree import attach
from extractors.names.labels import is_person

FINITE = frozenset({"VBD", "VBZ"})
SPANS = frozenset({"day", "week", "month", "year"})
CLAUSES = frozenset({"advcl", "xcomp", "ccomp", "acl", "advcl:relcl"})
OPENERS = frozenset({"mark", "aux", "nsubj"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "expl"})


def mend(token: Token) -> None:
    """Mend a verb's tag, or where its clause hangs."""
    _retag(token)
    _rise(token)
    _progress(token)
    _ask(token)
    _raise(token)
    _free(token)
    _crown(token)
    _lower_subject(token)


def _raise(token: Token) -> None:
    """He urged them to wait and | *spoke*: a past tense is no partner of an infinitive."""
    first = token.head
    if token.dep_ != "conj" or token.tag_ not in FINITE or first.tag_ != "VB":
        return
    if not any(child.tag_ == "TO" for child in first.children):
        return
    above = next((verb for verb in first.ancestors if verb.tag_ in FINITE), None)
    if above is not None and not any(child.dep_.startswith("nsubj") for child in token.children):
        attach(token, above, "conj")


def _free(token: Token) -> None:
    """The ministers today | *concluded* negotiations: who has a subject modifies nothing."""
    noun = token.head
    if token.dep_ != "amod" or token.tag_ not in {"VBD", "VBN"} or noun.i < token.i:
        return
    own = [child for child in token.children if child.dep_ == "nsubj"]
    people = [child for child in token.lefts if is_person(child) and child.i == token.i - 1]
    subjects = own or people or _known_agents(token)
    subjects = subjects or (_mistaken_owners(token) if token.tag_ == "VBD" else [])
    if not subjects:
        return
    if noun.head == noun:
        attach(token, token, "ROOT")
    else:
        attach(token, noun.head, "parataxis")
    attach(noun, token, "obj")
    for subject in subjects:
        attach(subject, token, "nsubj")
    token.pos_, token.tag_ = "VERB", "VBD"


def _known_agents(verb: Token) -> list[Token]:
    """Orban | denied reports: a listed surname that opens the sentence is no adverb."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else verb
    if before.i != verb.sent.start or before.head not in {verb, verb.head}:
        return []
    known = gazetteer.named(before.text) if before.pos_ in {"ADJ", "ADV", "PROPN"} else None
    entry = known.sense("country", "actor", "demonym", "place") if known is not None else None
    if entry is None or entry.sense != "actor":
        return []
    before.pos_, before.tag_ = "PROPN", "NNP"
    return [before]


def _mistaken_owners(verb: Token) -> list[Token]:
    """The Union and Indonesia | concluded negotiations: owners without an 's are none."""
    return [
        child
        for child in verb.head.lefts
        if child.dep_ == "nmod:poss"
        and child.pos_ in {"PROPN", "NOUN"}
        and child.right_edge.i == verb.i - 1
        and not any(part.tag_ == "POS" for part in child.subtree)
    ]


def _crown(token: Token) -> None:
    """Ministers of the League | *hold* a meeting: with an object it is the verb, no name's head."""
    noun = token.head
    if token.pos_ != "VERB" or token.dep_ != "nmod" or noun.dep_ != "ROOT" or noun.i > token.i:
        return
    before = token.nbor(-1)
    has_object = any(child.dep_ == "obj" and child.i > token.i for child in token.children)
    if not has_object or before.head != token or before.pos_ not in {"PROPN", "NOUN"}:
        return
    for child in list(token.lefts):
        if child != before:
            attach(child, before, child.dep_)
    attach(token, token, "ROOT")
    if token.tag_ == "VB":
        token.tag_ = "VBP"
    attach(before, noun, "nmod")
    attach(noun, token, "nsubj")


def _lower_subject(token: Token) -> None:
    """Venezuela and Guyana *have* neither met: an auxiliary's subject is its verb's."""
    auxiliary = token.head
    if token.dep_ != "nsubj" or auxiliary.dep_ not in {"aux", "aux:pass"}:
        return
    verb = auxiliary.head
    for child in verb.lefts:
        if child.dep_ == "nsubj" and child.lower_ in SPANS:
            child.dep_ = "obl:unmarked"  # had this month secured it: when, not who
    if not any(child.dep_ in SUBJECTS for child in verb.children):
        passive = any(child.dep_ == "aux:pass" for child in verb.children)
        attach(token, verb, "nsubj:pass" if passive else "nsubj")


def _retag(token: Token) -> None:
    """Tag as a verb what must be one: it heads a clause, and is a form of a listed verb."""
    if token.pos_ not in {"NOUN", "ADJ"} or verb_lemma(token.lower_) is None:
        return
    if any(child.dep_ == "cop" for child in token.children):
        return
    if token.pos_ == "ADJ" and not _is_gerund(token):
        return
    if token.dep_ not in CLAUSES and not _is_infinitive(token):
        return
    openers = [child for child in token.children if child.dep_ in OPENERS and child.i < token.i]
    if openers:
        token.dep_ = token.dep_ if token.dep_ in CLAUSES else "xcomp"
        token.pos_ = "VERB"
        token.tag_ = "VBG" if token.lower_.endswith("ing") else "VB"
        for child in token.children:
            bare = child.dep_ == "obl" and not any(part.dep_ == "case" for part in child.children)
            if bare or (child.dep_ in {"flat", "nmod:desc", "dep"} and child.i > token.i):
                child.dep_ = "obj"


def _rise(token: Token) -> None:
    """Its profit | *rose* to $9bn: a past tense that is a noun too, and hangs as a verb does."""
    lemma = verb_lemma(token.lower_)
    if token.tag_ != "NN" or lemma is None or lemma == token.lower_ or token.i == token.sent.start:
        return
    before = token.nbor(-1)
    if before.head != token or before.dep_ not in {"compound", "nsubj"}:
        return
    joined = token.dep_ == "conj" and token.head.pos_ == "VERB"
    if joined or any(child.dep_ == "obl" for child in token.rights):
        token.pos_, token.tag_ = "VERB", "VBD"
        for child in [*token.lefts]:
            if child.dep_ in {"det", "amod", "compound", "nmod:poss", "nummod"} and child != before:
                attach(child, before, child.dep_)
        attach(before, token, "nsubj")


def _progress(token: Token) -> None:
    """He's | *meeting* with them: with a subject and *be* before it, it is no noun."""
    if token.tag_ != "NN" or not token.lower_.endswith("ing"):
        return
    labels = {child.dep_ for child in token.lefts}
    if not {"nsubj", "aux"} <= labels or labels & {"det", "amod", "nmod:poss", "cop"}:
        return
    _make_verb(token, "VBG")


def _ask(token: Token) -> None:
    """Did she | *speak* of it: behind *did* and a subject stands a verb."""
    if token.tag_ != "NN" or verb_lemma(token.lower_) != token.lower_:
        return
    helpers = [child for child in token.lefts if child.dep_ == "aux"]
    subjects = [child for child in token.lefts if child.dep_ == "nsubj"]
    if not helpers or not subjects or not (helpers[0].tag_ == "MD" or helpers[0].lemma_ == "do"):
        return
    _make_verb(token, "VB")


def _make_verb(token: Token, tag: str) -> None:
    """What hung behind it as a noun's modifiers is a verb's."""
    token.pos_, token.tag_ = "VERB", tag
    for child in token.rights:
        if child.dep_ == "nmod":
            child.dep_ = "obl"


def _is_gerund(token: Token) -> bool:
    """Looked forward to *welcoming* him: a participle with an object."""
    has_object = any(child.dep_ == "obj" for child in token.children)
    return token.lower_.endswith("ing") and has_object


def _is_infinitive(token: Token) -> bool:
    """Offered to *host* Putin: its own base form, *to* right before it, and somebody after it."""
    before = token.nbor(-1) if token.i > token.sent.start else None
    return (
        before is not None
        and before.tag_ == "TO"
        and before.head == token
        and verb_lemma(token.lower_) == token.lower_
    )
