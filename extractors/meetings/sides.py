"""Who takes part in a meeting told by a noun: by its phrase, its verb's, or as its host."""

from spacy.tokens import Token

from extractors import syntax
from extractors.compounds import named_before
from extractors.lexicon import lemma
from extractors.meetings.settings import HOSTING, LIGHT, STRONG, WANTING, Setting, noun_of, setting
from extractors.reading import Reading
from extractors.surroundings import acting, is_many, is_person, phrases

SCENE = frozenset({"during", "at", "in", "after", "following", "before", "ahead of", "on", "since"})
INSIDE = frozenset({"during", "in"})  # who acts there takes part
ATTENDING = frozenset({"attend", "join", "lead", "head", "chair"})
MEDIATING = frozenset({"mediate", "broker", "sponsor"})


def own_sides(noun: Token, entry: str, reading: Reading) -> list[Token]:
    """Who takes part by the noun's own phrase: between A and B, of ministers, the A meeting."""
    cast = reading.cast
    found = acting(cast, phrases(noun, "between", "among", "amongst", "involving", "amid"))
    if not found:
        found = acting(cast, _of_clause(noun, "between", "among"))
    found += acting(cast, syntax.possessors(noun))
    found += acting(cast, _involved(noun))
    found += [head for head in acting(cast, _holders(noun)) if head not in found]
    gathered = syntax.prepositional(noun, "of")
    if entry not in {"visit", "call", "conversation"} and is_many(gathered):
        found += [
            head
            for head in acting(cast, gathered)
            if head.tag_ in {"NNS", "NNPS"} or head.ent_type_
        ]
    if entry in {"visit", "call", "encounter"}:
        found += acting(cast, syntax.prepositional(noun, "by", "from"))
    return found + [head for head in acting(cast, named_before(noun, cast)) if head not in found]


def _of_clause(noun: Token, *prepositions: str) -> list[Token]:
    """Phrases in the clause that modifies the noun, or of the verb it is the passive subject of."""
    verbs = [child for child in noun.children if child.dep_ in syntax.NOUN_CLAUSE]
    if noun.dep_ in syntax.PASSIVE_SUBJECT | syntax.SUBJECT | syntax.OBJECT:
        verbs.append(noun.head)
    return [head for verb in verbs for head in phrases(verb, *prepositions)]


def _involved(noun: Token) -> list[Token]:
    """The talks involving A and B, attended by C."""
    found = []
    for clause in syntax.children(noun, syntax.NOUN_CLAUSE):
        if clause.lower_ in {"involving", "including", "featuring"}:
            found += syntax.objects(clause)
        elif lemma(clause) in ATTENDING and syntax.is_passive(clause):
            found += syntax.prepositional(clause, "by")
    return found


def _holders(noun: Token) -> list[Token]:
    """Who holds it, by its relative clause: the summit that A and B intend *to hold*."""
    found = []
    for clause in syntax.children(noun, syntax.NOUN_CLAUSE):
        for verb in (clause, *syntax.open_clauses(clause)):
            passive = syntax.is_passive(verb) or verb.tag_ == "VBG"
            if "" in LIGHT.get(lemma(verb), []) and lemma(verb) not in WANTING and not passive:
                found += [head for head in syntax.subjects(clause) if head != noun]
    return found


def companions(noun: Token, light: Token | None, entry: str) -> list[Token]:
    """With whom: the with-phrase of the noun, of its light verb or of its clause."""
    prepositions = ["with"]
    if entry in {"call", "welcome"}:
        prepositions.append("to")
    found = phrases(noun, *prepositions)
    if not found and light is not None:
        found = [head for head in phrases(light, *prepositions) if head.i > noun.i]
    return found or _of_clause(noun, "with")


def subject_sides(
    noun: Token, around: Setting, light: Token | None, *, named: bool, reading: Reading
) -> list[Token]:
    """The subject of the clause, where the clause says that it takes part."""
    verb = around.verb
    if light is not None:
        if lemma(light) in HOSTING or (lemma(light) in WANTING and not named):
            return []
        return acting(reading.cast, syntax.agents(light))
    if verb is None or around.is_subject:
        return []
    if around.prep in INSIDE and noun_of(noun) in STRONG:
        inside = [*syntax.agents(verb), *syntax.subjects(verb)]
        return [head for head in acting(reading.cast, inside) if head != noun]
    if named and (around.prep in SCENE or not around.prep):
        return [head for head in acting(reading.cast, syntax.agents(verb)) if head != noun]
    return []


def hosts(noun: Token, around: Setting, reading: Reading) -> list[Token]:
    """Who gives the meeting a roof: hosted a summit, talks hosted by, mediated by."""
    verbs = [child for child in noun.children if child.dep_ in syntax.NOUN_CLAUSE]
    if around.verb is not None and not around.prep:
        verbs.append(around.verb)
    found = []
    for verb in verbs:
        if lemma(verb) in HOSTING.keys() | MEDIATING:
            found += syntax.agents(verb)
    return acting(reading.cast, found)


def as_visit(
    noun: Token, entry: str, sides: list[tuple[str, Token]], reading: Reading
) -> list[tuple[str, Token]]:
    """A visit has a visitor and a place or a host: Macron's visit to Berlin."""
    if entry == "welcome":
        roles = {"participant": "host"}
        return [
            (roles.get(role, role) if i == 0 else "visitor", head)
            for i, (role, head) in enumerate(sides)
        ]
    goals = phrases(noun, "to")
    if not goals and (verb := setting(noun).verb) is not None:
        goals = [head for head in syntax.prepositional(verb, "to") if head.i > noun.i]
    goals = [head for head in goals if head.pos_ in {"PROPN", "NOUN"}]
    hosts = [head for head in acting(reading.cast, goals) if is_person(reading.cast, head)]
    seen = [head for _, head in sides]
    visitors = [
        ("visitor", head) if role == "participant" else (role, head) for role, head in sides
    ]
    return [
        *visitors,
        *(("host" if head in hosts else "place", head) for head in goals if head not in seen),
    ]
