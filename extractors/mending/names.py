"""Names the parser broke: a title, a body and a person that are one phrase, made one again."""

from spacy.tokens import Token

from extractors.mending.tree import ARGUMENT, NAME_LIKE, attach
from extractors.names.labels import is_body, is_place

FIRST_AFTER_NAME = 2  # a name and a comma come before
GENERATIONS = frozenset({"jr.", "jr", "sr.", "sr", "ii", "iii", "iv"})
LOOSE = ARGUMENT | {"dep", "obl:unmarked", "nmod:unmarked", "parataxis", "xcomp"}


def mend(token: Token) -> None:
    """Rejoin a name's parts where the token is the second of them."""
    if token.dep_ == "nsubj" and token.pos_ == "ADV":
        _as_noun(token)
    if token.pos_ != "PROPN" or token.is_sent_start:
        return
    _join_surname(token)
    _split_couple(token)
    _join_generation(token)
    _join_body(token)
    _part_at_comma(token)
    _as_object(token)


def _as_noun(token: Token) -> None:
    """The Motlawa | *shipyard* signed: a verb's subject is a noun, and a name before it its own."""
    before = token.nbor(-1) if token.i > token.sent.start else None
    if before is not None and before.head == token and before.dep_ == "nsubj":
        attach(before, token, "compound")
        token.pos_, token.tag_ = "NOUN", "NN"


def _join_surname(token: Token) -> None:
    """Volodymyr | Zelensky as two subjects of one verb become one name."""
    before = token.nbor(-1)
    same = token.dep_ == before.dep_ == "nsubj" and before.head == token.head
    if same and before.pos_ == "PROPN" and not any(child.i < token.i for child in token.children):
        attach(token, before, "flat")


def _split_couple(token: Token) -> None:
    """Scott Bessent and Yulia | Svyrydenko put: two persons, where the tree has one name.

    The first hangs as a modifier on the second's surname, and the given name on the first.
    """
    given = token.nbor(-1)
    first = given.head
    if given.dep_ != "conj" or first.head != token or first.dep_ not in NAME_LIKE:
        return
    if token.ent_type_ != "PERSON" or given.ent_type_ != "PERSON" or token.dep_ not in ARGUMENT:
        return
    attach(first, token.head, token.dep_)
    attach(token, given, "flat")


def _join_generation(token: Token) -> None:
    """Joseph Biden, | Jr. met: the name is the subject, not Jr."""
    if token.lower_ not in GENERATIONS or token.dep_ not in ARGUMENT or token.i < FIRST_AFTER_NAME:
        return
    before = token.nbor(-1)
    name = token.nbor(-2) if before.text == "," else before
    if name.pos_ != "PROPN" or name.sent != token.sent or token.is_ancestor(name):
        return
    while name.dep_ in NAME_LIKE and name.head.i < token.i:
        name = name.head
    if name.dep_ in ARGUMENT | {"dep"} and name.head.i < token.i:
        attach(name, token.head, token.dep_)
        attach(token, name, "flat")


def _join_body(token: Token) -> None:
    """With the World Health Organization | chief Tedros: one phrase, and the person is its head."""
    if token.ent_type_ != "PERSON" or token.dep_ not in LOOSE or _has_preposition(token):
        return
    first = token.left_edge
    body = None if first.is_punct else _before(first, token.head)
    if body is None or body.dep_ not in {"obl", "nmod"} or not _has_preposition(body):
        return
    if not (is_body(body) or is_place(body)) and body.pos_ != "PROPN":
        return
    cases = [child for child in body.children if child.dep_ == "case" and child.i < body.i]
    attach(token, body.head, body.dep_)
    attach(body, token, "nmod:desc")
    for case in cases:
        attach(case, token, "case")


def _before(first: Token, head: Token) -> Token | None:
    """The sister phrase that ends right before a phrase, no comma between."""
    if first.i == first.sent.start:
        return None
    token = first.nbor(-1)
    if token.text in {",", ";", ":", "—", "–"} or token.pos_ not in {"PROPN", "NOUN", "PUNCT"}:
        return None
    while token.head not in {head, token}:
        token = token.head
    return token if token.head == head and token != head and token.i < first.i else None


def _has_preposition(token: Token) -> bool:
    return any(child.dep_ == "case" and child.i < token.i for child in token.children)


def _part_at_comma(token: Token) -> None:
    """After talks with Trump, | President Zelenskyy said: two persons, the second the subject."""
    if token.ent_type_ != "PERSON" or token.dep_ not in {"nmod", "obl"}:
        return
    other = next((child for child in token.children if _ends_before_comma(child, token)), None)
    verb = next((above for above in token.ancestors if above.pos_ == "VERB"), None)
    if other is None or verb is None or verb.i < token.i:
        return
    if any(child.dep_.startswith("nsubj") for child in verb.children):
        return
    earlier = [child for child in token.children if child.i < other.i]
    attach(other, token.head, token.dep_)
    for child in earlier:
        attach(child, other, child.dep_)
    attach(token, verb, "nsubj")


def _ends_before_comma(child: Token, name: Token) -> bool:
    if child.ent_type_ != "PERSON" or child.dep_ not in NAME_LIKE or child.i > name.i:
        return False
    last = child.right_edge
    return last.i + 1 < name.i and last.nbor().text == ","


def _as_object(token: Token) -> None:
    """Called President Kenyatta today: a person alone after a verb is its object, no complement."""
    verb = token.head
    loose = token.dep_ == "xcomp" or (token.dep_ == "advmod" and token.left_edge.i == verb.i + 1)
    if loose and token.ent_type_ == "PERSON" and verb.pos_ == "VERB":
        others = [child for child in verb.children if child.dep_ in {"obj", "iobj"}]
        copular = any(child.dep_ in {"cop", "mark", "case"} for child in token.children)
        if not others and not copular:
            attach(token, verb, "obj")
