"""Who does it and to whom: subjects and objects, of active and passive, own and inherited."""

from spacy.tokens import Token

from extractors.lexicon import lemma
from extractors.syntax.labels import (
    ADVERBIAL_CLAUSE,
    AUXILIARY,
    COORDINATED,
    INDIRECT_OBJECT,
    NOMINAL,
    NOUN_CLAUSE,
    OBJECT,
    OBJECT_CONTROL,
    OBJECT_OF_GERUND,
    OPEN_CLAUSE,
    PASSIVE_AUXILIARY,
    PASSIVE_SUBJECT,
    RELATIVE_CLAUSE,
    RELATIVE_PRONOUNS,
    SUBJECT,
)
from extractors.syntax.prepositions import (
    prepositional,
)
from extractors.syntax.relations import (
    children,
    conjuncts,
    first_conjunct,
    infinitive,
    is_lemma,
    markers,
    possessors,
)


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
    head, label = verb.head, verb.dep_
    if head == verb:
        return []
    if label == "pcomp":
        head, label = head.head, "advcl"
    if verb.dep_ in NOUN_CLAUSE and head.pos_ in NOMINAL:
        of_noun = verb.tag_ in {"VBG", "VBN"} and not _is_of(verb)
        return conjuncts(head) if of_noun else _predicated_of(head)
    if label in OPEN_CLAUSE | ADVERBIAL_CLAUSE and (controllers := _controllers(head, verb)):
        return controllers
    if verb.dep_ in COORDINATED | OPEN_CLAUSE:
        return subjects(head)
    return subjects(head) if label in ADVERBIAL_CLAUSE else []


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
    return any(word.lower_ in {"on", "for", "of", "from"} for word in _opening(verb))


def _is_of(verb: Token) -> bool:
    """Whether the noun is only what the deed is to them: had the pleasure *of* meeting him."""
    return verb.tag_ == "VBG" and any(word.lower_ == "of" for word in _opening(verb))


def _opening(verb: Token) -> list[Token]:
    return [*children(verb, frozenset({"case"})), *markers(verb)]


def objects(verb: Token) -> list[Token]:
    """The heads of the direct object, coordinations spread out."""
    own = children(verb, OBJECT)
    return [conjunct for token in own for conjunct in conjuncts(_antecedent(token, verb))]


def indirect_objects(verb: Token) -> list[Token]:
    """The heads of the indirect object: told reporters."""
    own = [token for token in children(verb, INDIRECT_OBJECT) if token.pos_ != "ADP"]
    return [conjunct for token in own for conjunct in conjuncts(token)]


def agents(verb: Token) -> list[Token]:
    """Who does it, active or passive: the subject, or the by-phrase."""
    if is_passive(verb):
        return prepositional(verb, "by")
    return subjects(verb)


def patients(verb: Token) -> list[Token]:
    """To whom or what it is done, active or passive: the object, or the passive's subject."""
    return subjects(verb) if is_passive(verb) else objects(verb)


def auxiliaries(verb: Token) -> list[Token]:
    """The verb's auxiliaries, the ones it shares with the verb it is coordinated with included."""
    own = [token for token in children(verb, AUXILIARY) if token.tag_ != "TO"]
    if (
        not own
        and verb.dep_ in COORDINATED
        and not _own_subjects(verb)
        and verb.tag_ in {"VB", "VBN", "VBG"}
    ):
        return auxiliaries(verb.head)
    return own
