"""Main verbs that the parser hid: below the noun before them, or below its relative clause.

The agreement signed with Rwanda | *covers* asylum seekers. Ana, whose son is missing, | *pleaded*.
They cheered as the summit | *ended*.
"""

from spacy.tokens import Token

from extractors.mending.tree import NAME_LIKE, attach

FINITE = frozenset({"VBD", "VBZ", "VBP"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "expl", "nsubj:outer"})
AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
CONJUNCTIONS = frozenset(
    {"after", "although", "as", "because", "before", "once", "since", "though", "until", "while"}
)


def mend(token: Token) -> None:
    """Give a finite verb its place and its subject back."""
    if token.tag_ == "VBN" and token.pos_ == "VERB":
        _from_relative(token)
    _met(token)
    if token.tag_ not in FINITE or token.pos_ != "VERB":
        return
    _from_phrase(token)
    _from_fronted(token)
    _from_partner(token)
    _from_relative(token)
    _from_noun(token)
    _from_open_clause(token)
    _from_case(token)


def _bare(verb: Token) -> bool:
    return not any(child.dep_ in SUBJECTS | AUXILIARIES for child in verb.children)


def _from_phrase(verb: Token) -> None:
    """Signed with Rwanda | *covers* them: what has an object heads no phrase of a preposition."""
    if verb.dep_ not in {"obl", "nmod"} or verb.head.i > verb.i or not _bare(verb):
        return
    noun = verb.nbor(-1)
    cases = [child for child in verb.lefts if child.dep_ == "case"]
    named = noun.head == verb and noun.pos_ in NOMINAL and noun.dep_ in NAME_LIKE | {"amod"}
    has_object = any(child.dep_ == "obj" for child in verb.rights)
    if not (cases and named and has_object) or (subject := _root_above(verb)) is None:
        return
    above = verb.head
    for child in [*verb.lefts]:
        if child != noun:
            attach(child, noun, child.dep_)
    attach(verb, verb, "ROOT")
    attach(noun, above, "obl" if above.pos_ == "VERB" else "nmod")
    attach(subject, verb, "nsubj")


def _from_fronted(verb: Token) -> None:
    """On Brazil, Adviser Sullivan | *went* there: behind a fronted phrase stands the subject."""
    if not _bare(verb):
        return
    for phrase in [child for child in verb.lefts if child.dep_ == "obl"]:
        for noun in [child for child in phrase.rights if child.dep_ in {"conj", "appos"}]:
            joined = any(child.dep_ == "cc" for child in noun.lefts)
            apart = verb.doc[noun.left_edge.i - 1].text == "," or noun.left_edge.text == ","
            if apart and not joined and noun.right_edge.i == verb.i - 1 and _is_last(noun, phrase):
                attach(noun, verb, "nsubj")
                return


def _from_partner(verb: Token) -> None:
    """Macron met Merz and *Tusk* | met Starmer: whom *and* joins before a verb does it."""
    above = verb.head
    if verb.dep_ not in {"ccomp", "conj", "parataxis"} or above.i > verb.i or not _bare(verb):
        return
    if above.pos_ != "VERB" or any(child.dep_ in {"cc", "mark"} for child in verb.lefts):
        return
    for noun in [child for child in above.rights if child.dep_ in {"obj", "obl", "iobj"}]:
        listed = [child for child in noun.rights if child.dep_ == "conj" and child.i < verb.i]
        joints = [[word for word in one.lefts if word.dep_ == "cc"] for one in listed]
        opened = next((k for k, joint in enumerate(joints) if joint), None)
        if opened is None or listed[-1].right_edge.i != verb.i - 1:
            continue
        subject, *others = listed[opened:]
        attach(verb, above, "conj")
        attach(subject, verb, "nsubj")
        attach(joints[opened][0], verb, "cc")
        for other in others:
            attach(other, subject, "conj")
        return


def _is_last(noun: Token, phrase: Token) -> bool:
    """Whether nothing else is listed with it: in Rome, Paris, Oslo."""
    others = [child for child in phrase.rights if child.dep_ in {"conj", "appos"}]
    return others == [noun] and noun.pos_ in NOMINAL and noun.ent_type_ not in {"GPE", "LOC"}


def _root_above(verb: Token) -> Token | None:
    """The noun that the parser made the sentence's root, above modifiers of it alone."""
    top = verb.head
    while top.dep_ in {"acl", "nmod", "obl", "acl:relcl"}:
        top = top.head
    return top if top.dep_ == "ROOT" and top.pos_ in NOMINAL else None


def _from_relative(verb: Token) -> None:
    """Ana, whose son is missing, | *pleaded*: behind the second comma the sentence goes on."""
    relative = verb.head
    if verb.dep_ != "conj" or relative.dep_ != "acl:relcl" or not _bare(verb):
        return
    noun = relative.head
    opened = verb.doc[verb.left_edge.i - 1] if verb.left_edge.i > verb.sent.start else None
    comma = verb.left_edge.text == "," or (opened is not None and opened.text == ",")
    joined = any(child.dep_ == "cc" for child in verb.children)
    if noun.dep_ == "ROOT" and noun.pos_ in NOMINAL and comma and not joined:
        verb.tag_ = "VBD" if verb.tag_ == "VBN" else verb.tag_
        attach(verb, verb, "ROOT")
        attach(noun, verb, "nsubj")


def _from_noun(verb: Token) -> None:
    """The leader, Le Goff, and the minister, Chabaud, | *met*: a past tense modifies no noun."""
    noun = verb.head
    if verb.dep_ not in {"acl", "acl:relcl"} or verb.tag_ != "VBD" or not _bare(verb):
        return
    behind = verb.i > verb.sent.start and verb.nbor(-1).text == ","
    relative = any(word.tag_ in {"WP", "WDT"} for word in verb.doc[noun.i : verb.i])
    if noun.dep_ == "ROOT" and noun.pos_ in NOMINAL and behind and not relative:
        attach(verb, verb, "ROOT")
        attach(noun, verb, "nsubj")


def _met(verb: Token) -> None:
    """Forty mayors from nineteen countries | *met* in the hall: a sentence needs a verb."""
    noun = verb.head
    if verb.lower_ != "met" or verb.dep_ != "acl" or not _bare(verb) or not _is_verbless(verb):
        return
    while noun.dep_ == "nmod" and noun.head.i < noun.i:
        noun = noun.head
    if noun.dep_ == "ROOT" and noun.tag_ in {"NNS", "NNPS"}:
        attach(verb, verb, "ROOT")
        attach(noun, verb, "nsubj")
        verb.tag_ = "VBD"


def _is_verbless(verb: Token) -> bool:
    words = [word for word in verb.sent if not word.is_space]
    ends = words[-1].text == "."
    return ends and not any(word.tag_ in FINITE | {"MD"} for word in words if word != verb)


def _from_open_clause(verb: Token) -> None:
    """Cheered as the summit | *ended*: no open clause is finite; its subject stands before it."""
    above = verb.head
    if verb.dep_ != "xcomp" or above.i > verb.i or not _bare(verb):
        return
    noun = next((c for c in above.rights if c.right_edge.i == verb.i - 1), None)
    if noun is None or noun.dep_ not in {"obl", "nmod"} or noun.pos_ not in NOMINAL:
        return
    opening = noun.doc[noun.left_edge.i]
    if opening.dep_ == "case" and opening.lower_ in CONJUNCTIONS:
        verb.dep_ = "advcl"
        attach(noun, verb, "nsubj")
        attach(opening, verb, "mark")


def _from_case(verb: Token) -> None:
    """The statement after Trump | *spoke* with them shows it: a conjunction taken for a case."""
    name = verb.nbor(-1) if verb.i > verb.sent.start else verb
    while name.dep_ == "flat" and name.head.i < name.i:
        name = name.head
    opening = next((child for child in name.lefts if child.dep_ == "case"), None)
    if name.dep_ not in {"nmod", "obl"} or name.pos_ not in {"PROPN", "PRON"} or opening is None:
        return
    if opening.lower_ not in CONJUNCTIONS or name.is_ancestor(verb) or verb.head.i > verb.i:
        return
    if any(child.dep_ in AUXILIARIES for child in verb.children):
        return
    if verb.dep_ == "ROOT" and not _give_way(verb):
        return
    attach(name, verb, "nsubj")
    attach(opening, verb, "mark")


def _give_way(verb: Token) -> bool:
    """Make the finite verb behind it, with no conjunction between, the main verb."""
    main = next((c for c in verb.rights if c.dep_ in {"conj", "ccomp"} and _is_main(c)), None)
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    if main is None or subject is None:
        return False
    attach(main, main, "ROOT")
    attach(subject, main, "nsubj")
    attach(verb, main, "advcl")
    return True


def _is_main(verb: Token) -> bool:
    joined = any(child.dep_ in {"cc", "mark"} for child in verb.lefts)
    return verb.tag_ in FINITE and _bare(verb) and not joined
