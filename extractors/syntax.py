"""The one place that knows a label scheme: Universal Dependencies and spaCy's own English one.

Everything else asks in the terms of grammar: who does it, to whom, with whom, in which clause.
The two schemes share most labels; they differ in prepositions (UD hangs `case` below the noun, the
other hangs the noun below `prep`) and in a few names.
"""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from extractors.lexicon import lemma, load

SUBJECT = frozenset({"nsubj", "nsubj:outer", "csubj", "expl"})
PASSIVE_SUBJECT = frozenset({"nsubj:pass", "csubj:pass", "nsubjpass", "csubjpass"})
OBJECT = frozenset({"obj", "dobj"})
INDIRECT_OBJECT = frozenset({"iobj", "dative"})
OBLIQUE = frozenset({"obl", "obl:agent", "obl:tmod", "obl:npmod", "obl:unmarked", "nmod", "pobj"})
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
RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom"})
# Verbs whose object does what the infinitive says.
OBJECT_CONTROL = frozenset(load("control")["object"])
OBJECT_OF_GERUND = frozenset(load("control")["gerund"])
SPEAKING_LEVEL = CONTENT_CLAUSE | OPEN_CLAUSE | ADVERBIAL_CLAUSE | frozenset({"parataxis"})


def children(token: Token, labels: frozenset[str]) -> list[Token]:
    """The direct dependents under any of these labels, in order."""
    return [child for child in token.children if child.dep_ in labels]


def conjuncts(token: Token) -> list[Token]:
    """The token and all that is coordinated with it, in order: A, B and C."""
    found = [token]
    for child in token.children:
        if child.dep_ in COORDINATED and _coordinable(token, child):
            found.extend(conjuncts(child))
    return found


def _coordinable(head: Token, other: Token) -> bool:
    return (head.pos_ in NOMINAL) == (other.pos_ in NOMINAL)


def first_conjunct(token: Token) -> Token:
    """The token that the coordination hangs from; itself when there is none."""
    while token.dep_ in COORDINATED and token.head != token:
        token = token.head
    return token


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive, reduced relatives ("talks held in Oslo") included."""
    if children(verb, PASSIVE_AUXILIARY) or children(verb, PASSIVE_SUBJECT):
        return True
    if verb.tag_ != "VBN" or children(verb, AUXILIARY):
        return False
    if verb.dep_ in COORDINATED and verb.head.pos_ == "VERB" and not children(verb, SUBJECT):
        return is_passive(verb.head)
    return verb.dep_ in NOUN_CLAUSE and not children(verb, SUBJECT)


def _own_subjects(verb: Token) -> list[Token]:
    labels = SUBJECT | PASSIVE_SUBJECT
    return [token for child in children(verb, labels) for token in [_antecedent(child, verb)]]


def _antecedent(subject: Token, verb: Token) -> Token:
    """The noun a relative pronoun stands for: the minister who signed."""
    if subject.lower_ in RELATIVE_PRONOUNS and subject.tag_ in {"WP", "WDT", "IN"}:
        clause = first_conjunct(verb)
        if clause.dep_ in RELATIVE_CLAUSE:
            return clause.head
    return subject


def subjects(verb: Token) -> list[Token]:
    """The heads of the grammatical subject, its coordinations spread out.

    A verb without one takes it from what governs it: the verb it is coordinated with, the clause
    it is a participle or an infinitive in, the noun it modifies.
    """
    own = _own_subjects(verb)
    if own:
        return [conjunct for token in own for conjunct in conjuncts(token)]
    return _inherited_subjects(verb)


def _inherited_subjects(verb: Token) -> list[Token]:
    head = verb.head
    if head == verb:
        return []
    if verb.dep_ in NOUN_CLAUSE and head.pos_ in NOMINAL:
        return conjuncts(head) if verb.tag_ in {"VBG", "VBN"} else _predicated_of(head)
    if verb.dep_ in OPEN_CLAUSE | ADVERBIAL_CLAUSE and (controllers := _controllers(head, verb)):
        return controllers
    if verb.dep_ in COORDINATED | OPEN_CLAUSE:
        return subjects(head)
    if verb.dep_ in ADVERBIAL_CLAUSE and (verb.tag_ in {"VBG", "VBN"} or infinitive(verb)):
        return subjects(head)
    return []


def _predicated_of(noun: Token) -> list[Token]:
    """Who is to do what an infinitive after a noun says.

    France became the 20th nation *to sign*; Iran's plan *to sign*; pressure on Iran *to sign*.
    """
    if children(noun, frozenset({"cop"})):
        return _own_subjects(noun)
    if noun.dep_ in {"attr", "xcomp"} or is_lemma(noun.head, "become", "be"):
        return subjects(noun.head)
    named = possessors(noun) or prepositional(noun, "on", "for", "by")
    if named or noun.dep_ not in OBJECT:
        return named
    return indirect_objects(noun.head) or subjects(noun.head)


def _controllers(head: Token, verb: Token) -> list[Token]:
    """Who is to do it, where the governing verb says that another does: urged Kyiv *to sign*.

    Visited Paris *to sign*: the subject does, and the object is a place.
    """
    if verb.tag_ == "VBG" and lemma(head) in OBJECT_OF_GERUND and _is_introduced(verb):
        return objects(head)
    if lemma(head) not in OBJECT_CONTROL or not (infinitive(verb) or verb.dep_ in OPEN_CLAUSE):
        return []
    return objects(head) or indirect_objects(head) or prepositional(head, "on", "upon", "for")


def _is_introduced(verb: Token) -> bool:
    """Whether a preposition brings the clause in: congratulated Brazil *on* signing."""
    labels = frozenset({"mark", "case"})
    return any(child.lower_ in {"on", "for", "of", "from"} for child in children(verb, labels)) or (
        verb.dep_ == "pcomp"
    )


def objects(verb: Token) -> list[Token]:
    """The heads of the direct object, coordinations spread out."""
    own = children(verb, OBJECT)
    return [conjunct for token in own for conjunct in conjuncts(_antecedent(token, verb))]


def indirect_objects(verb: Token) -> list[Token]:
    """The heads of the indirect object: told reporters."""
    return [conjunct for token in children(verb, INDIRECT_OBJECT) for conjunct in conjuncts(token)]


def agents(verb: Token) -> list[Token]:
    """Who does it, active or passive: the subject, or the by-phrase."""
    if is_passive(verb):
        return prepositional(verb, "by")
    return subjects(verb)


def patients(verb: Token) -> list[Token]:
    """To whom or what it is done, active or passive: the object, or the passive's subject."""
    return subjects(verb) if is_passive(verb) else objects(verb)


def preposition(nominal: Token) -> str:
    """The preposition before a nominal, in lower case, fixed expressions whole; else empty."""
    for child in nominal.children:
        if child.dep_ == "case" and child.i < nominal.i:
            return " ".join(
                [child.lower_, *(part.lower_ for part in children(child, frozenset({"fixed"})))]
            )
    if nominal.dep_ == "pobj" and nominal.head.dep_ in {"prep", "agent", "dative"}:
        return _prep_words(nominal.head)
    if nominal.dep_ in COORDINATED:
        return preposition(first_conjunct(nominal))
    return ""


def _prep_words(prep: Token) -> str:
    before = [
        child.lower_ for child in prep.lefts if child.dep_ in {"pcomp", "advmod", "prep", "fixed"}
    ]
    outer = [prep.head.lower_] if prep.dep_ == "prep" and prep.head.dep_ == "prep" else []
    return " ".join([*outer, *before, prep.lower_])


def _prepositional_heads(head: Token) -> Iterator[Token]:
    for child in head.children:
        if child.dep_ in OBLIQUE | {"nmod", "nmod:unmarked"}:
            yield child
        elif child.dep_ in {"prep", "agent", "dative"} and child.pos_ in {"ADP", "SCONJ", "VERB"}:
            yield from _objects_of_prep(child)


def _objects_of_prep(prep: Token) -> Iterator[Token]:
    for child in prep.children:
        if child.dep_ == "pobj":
            yield child
        elif child.dep_ == "prep":
            yield from _objects_of_prep(child)


def prepositional(head: Token, *prepositions: str) -> list[Token]:
    """Nominals hung on a verb or noun by one of these prepositions, coordinations spread out."""
    return [
        conjunct
        for nominal in _prepositional_heads(head)
        if preposition(nominal) in prepositions
        for conjunct in conjuncts(nominal)
    ]


def obliques(head: Token) -> list[tuple[str, Token]]:
    """Every (preposition, nominal) hung on a verb or noun; only the first of a coordination."""
    return [(preposition(nominal), nominal) for nominal in _prepositional_heads(head)]


def possessors(noun: Token) -> list[Token]:
    """Whose it is: Macron's visit."""
    return [conjunct for token in children(noun, POSSESSOR) for conjunct in conjuncts(token)]


def content_clauses(verb: Token) -> list[Token]:
    """The heads of finite complement clauses: said *that …*."""
    return children(verb, CONTENT_CLAUSE)


def open_clauses(verb: Token) -> list[Token]:
    """The heads of complements without a subject of their own: promised *to …*."""
    return children(verb, OPEN_CLAUSE)


def adverbial_clauses(verb: Token) -> list[Token]:
    """The heads of adverbial clauses."""
    return children(verb, ADVERBIAL_CLAUSE)


def auxiliaries(verb: Token) -> list[Token]:
    """The verb's auxiliaries, the ones it shares with the verb it is coordinated with included."""
    own = children(verb, AUXILIARY)
    if (
        not own
        and verb.dep_ in COORDINATED
        and not _own_subjects(verb)
        and verb.tag_ in {"VB", "VBN", "VBG"}
    ):
        return auxiliaries(verb.head)
    return own


def negation(token: Token) -> Token | None:
    """The word that negates a verb or noun, if any: did *not*, *no* meeting, *neither*."""
    for child in token.children:
        if child.lower_ in NEGATION_WORDS and child.dep_ in {
            "advmod",
            "neg",
            "det",
            "cc:preconj",
            "preconj",
        }:
            return child
    return None


def infinitive(verb: Token) -> bool:
    """Whether the verb stands with *to*."""
    return any(child.tag_ == "TO" for child in verb.children)


def markers(verb: Token) -> list[Token]:
    """The words that open the clause: that, if, before, to."""
    return children(verb, frozenset({"mark"}))


def governor(token: Token) -> Token | None:
    """What the token's phrase or clause hangs on, past coordinations; None at the root."""
    top = first_conjunct(token)
    if top.head == top:
        return None
    head: Token = top.head
    if head.dep_ in {"prep", "agent"} and top.dep_ in {"pobj", "pcomp"}:
        return governor(head)
    return head


def governors(token: Token) -> Iterator[Token]:
    """Each governor in turn, the nearest first, up to the root."""
    above = governor(token)
    while above is not None:
        yield above
        above = governor(above)


def extent(head: Token, *, without: frozenset[str] = frozenset()) -> Span:
    """The head's whole phrase, minus the branches under these labels, without edge punctuation.

    Always one stretch of text: the part around the head that no left-out branch interrupts.
    """
    left_out = {t.i for child in head.children if child.dep_ in without for t in child.subtree}
    kept = {token.i for token in head.subtree if token.i not in left_out}
    start = end = head.i
    while start - 1 in kept:
        start -= 1
    while end + 1 in kept:
        end += 1
    return trimmed(head.doc[start : end + 1])


def trimmed(span: Span) -> Span:
    """The span without white space, punctuation, prepositions and conjunctions at its edges."""
    start, end = span.start, span.end
    while start < end - 1 and _is_edge(span.doc[start]):
        start += 1
    while end - 1 > start and (span.doc[end - 1].is_space or span.doc[end - 1].is_punct):
        end -= 1
    return span.doc[start:end]


def sentence(token: Token) -> Span:
    """The token's whole sentence, its punctuation included, without white space at its edges."""
    words = [word for word in token.sent if not word.is_space]
    return token.doc[words[0].i : words[-1].i + 1] if words else token.sent


def _is_edge(token: Token) -> bool:
    return token.is_space or token.is_punct or token.dep_ in {"case", "cc", "mark"}


NOT_IN_NAME = (
    COORDINATED | NOUN_CLAUSE | frozenset({"cc", "parataxis", "punct", "list", "dep", "advcl"})
)


def noun_phrase(head: Token) -> Span:
    """The noun with its modifiers and title, without relative clauses and coordinations.

    "the EU's foreign policy chief", "French President Emmanuel Macron".
    """
    return extent(head, without=NOT_IN_NAME | APPOSITION | frozenset({"case"}))


def full_noun_phrase(head: Token) -> Span:
    """The noun phrase with its appositive: "Kaja Kallas, the EU's foreign policy chief"."""
    return extent(head, without=COORDINATED | NOUN_CLAUSE | frozenset({"cc", "parataxis", "case"}))


def is_lemma(token: Token, *lemmas: str) -> bool:
    """Whether the token is a form of one of these words."""
    return lemma(token) in lemmas
