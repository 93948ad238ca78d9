"""Meetings told by a noun: talks between, the meeting with, the A-B summit; held, hosted."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from extractors import dates, places, syntax
from extractors.compounds import joined, named_before
from extractors.lexicon import lemma
from extractors.meetings.drafts import LEXICON, Draft, in_role, words_of
from extractors.reading import Reading
from extractors.surroundings import acting, is_many, is_named, is_person, phrases
from readout.records import Extent

STRONG: dict[str, str] = LEXICON["nouns"]["strong"]
WEAK: dict[str, str] = LEXICON["nouns"]["weak"]
TWO_SIDED = frozenset(LEXICON["nouns"]["two_sided"])
OTHER_THINGS = frozenset(LEXICON["nouns"]["other_things"])
CALL_WORDS = frozenset(LEXICON["nouns"]["call_words"])
LIGHT: dict[str, list[str]] = LEXICON["light"]
HOSTING: dict[str, list[str]] = LEXICON["hosting"]
WANTING = frozenset(LEXICON["wanting"]["verbs"])
CLASHES = frozenset(LEXICON["nouns"]["clashes"])
QUANTITIES = frozenset(LEXICON["quantities"]["nouns"])
SCENE = frozenset({"during", "at", "in", "after", "following", "before", "ahead of", "on", "since"})
INSIDE = frozenset({"during", "in"})  # who acts there takes part
LONGEST_TRIGGER = 7  # words from the light verb to its noun


@dataclass(frozen=True, slots=True)
class Setting:
    """The verb a noun depends on, and how: as its object (no preposition) or by a preposition."""

    verb: Token | None
    prep: str
    is_subject: bool = False


def noun_of(token: Token) -> str | None:
    """The entry of the lists that a noun stands under, or None."""
    if token.pos_ not in {"NOUN", "PROPN"}:
        return None
    word = token.lower_
    for form in (word, word.removesuffix("s"), token.lemma_.lower()):
        if form in STRONG or form in WEAK:
            return form
    return None


def drafts(reading: Reading) -> Iterator[Draft]:
    """Every meeting told by a noun, in order."""
    for token in reading.doc:
        entry = noun_of(token)
        if entry and not _is_other_thing(token, entry):
            draft = _draft(token, entry, reading)
            if draft is not None:
                yield draft


def _is_other_thing(noun: Token, entry: str) -> bool:
    """Whether the words around make it something else: press conference, call to action."""
    before = {child.lower_ for child in noun.children if child.i < noun.i}
    if before & OTHER_THINGS or noun.dep_ in {"compound", "nmod:desc", "flat"}:
        return True
    if entry == "call" and not before & CALL_WORDS:
        return not syntax.prepositional(noun, "with", "between")
    return False


def setting(noun: Token) -> Setting:
    """What the noun's phrase depends on, past coordinations and *a round of*, *two hours of*."""
    top = syntax.first_conjunct(noun)
    prep = syntax.preposition(top)
    above = syntax.governor(top)
    while above is not None and prep == "of" and lemma(above) in QUANTITIES:
        top = syntax.first_conjunct(above)
        prep, above = syntax.preposition(top), syntax.governor(top)
    subject = top.dep_ in syntax.SUBJECT | syntax.PASSIVE_SUBJECT
    if above is None or above.pos_ not in {"VERB", "AUX"}:
        return Setting(None, prep, subject)
    return Setting(above, prep, subject)


def _draft(noun: Token, entry: str, reading: Reading) -> Draft | None:
    cast = reading.cast
    around = setting(noun)
    light = _light_verb(around)
    ours = _own_sides(noun, entry, reading)
    theirs = acting(cast, _with(noun, light, entry))
    pieces = joined(noun, cast)
    subject = _subject_sides(noun, around, light, named=bool(theirs), reading=reading)
    if len(ours) + len(pieces) > 1 and not _is_holder(light):
        subject = []
    if subject:  # their meeting is the subject's own
        ours = [head for head in ours if head.tag_ != "PRP$"]
    hosts = _hosts(noun, around, reading)
    sides = _unique([*in_role("participant", [*subject, *ours, *theirs]), *in_role("host", hosts)])
    if entry in {"visit", "welcome"}:
        sides = _as_visit(noun, entry, sides, reading)
    draft = Draft(
        noun,
        _words(noun, light),
        _form(entry),
        f"{entry}: noun" + (f" with {lemma(light)}" if light is not None else ""),
        0.8,
        tuple(sides),
        tuple(pieces),
        verb=light,
    )
    return _weighed(draft, entry, reading)


def _unique(sides: list[tuple[str, Token]]) -> list[tuple[str, Token]]:
    seen: set[int] = set()
    found = []
    for role, head in sides:
        if head.i not in seen:
            seen.add(head.i)
            found.append((role, head))
    return found


def _light_verb(around: Setting) -> Token | None:
    """The verb that, with the noun, tells of one event: hold talks, take part in a summit."""
    verb = around.verb
    if verb is None or (around.is_subject and not syntax.is_passive(verb)):
        return None
    word = lemma(verb)
    if around.prep in LIGHT.get(word, []) or around.prep in HOSTING.get(word, []):
        return verb
    return None


def _is_holder(light: Token | None) -> bool:
    return light is not None and lemma(light) not in WANTING and lemma(light) not in HOSTING


def _own_sides(noun: Token, entry: str, reading: Reading) -> list[Token]:
    """Who takes part by the noun's own phrase: between A and B, of ministers, the A meeting."""
    cast = reading.cast
    found = acting(cast, phrases(noun, "between", "among", "amongst", "involving", "amid"))
    if not found:
        found = acting(cast, _of_clause(noun, "between", "among"))
    found += acting(cast, syntax.possessors(noun))
    found += acting(cast, _involved(noun))
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
        elif lemma(clause) in {"attend", "join", "lead", "head", "chair"} and syntax.is_passive(
            clause
        ):
            found += syntax.prepositional(clause, "by")
    return found


def _with(noun: Token, light: Token | None, entry: str) -> list[Token]:
    prepositions = ["with"]
    if entry in {"call", "welcome"}:
        prepositions.append("to")
    found = phrases(noun, *prepositions)
    if not found and light is not None:
        found = [head for head in phrases(light, *prepositions) if head.i > noun.i]
    return found or _of_clause(noun, "with")


def _subject_sides(
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


def _hosts(noun: Token, around: Setting, reading: Reading) -> list[Token]:
    """Who gives the meeting a roof: hosted a summit, talks hosted by, mediated by."""
    verbs = [child for child in noun.children if child.dep_ in syntax.NOUN_CLAUSE]
    if around.verb is not None and not around.prep:
        verbs.append(around.verb)
    found = []
    for verb in verbs:
        if lemma(verb) in HOSTING | {"mediate": [], "broker": [], "sponsor": []}:
            found += syntax.agents(verb)
    return acting(reading.cast, found)


def _as_visit(
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


def _form(entry: str) -> str:
    return STRONG.get(entry) or WEAK[entry]


def _words(noun: Token, light: Token | None) -> Extent:
    if light is not None and light.sent == noun.sent and 0 < noun.i - light.i <= LONGEST_TRIGGER:
        return words_of(light, noun)
    return words_of(noun, noun)


def _weighed(draft: Draft, entry: str, reading: Reading) -> Draft | None:
    """The draft if its words are proof enough that a meeting is told of."""
    parties = draft.parties
    noun = draft.trigger
    if entry == "visit":
        seen = draft.heads("host", "place") or draft.verb is not None
        return draft if is_named(reading.cast, draft.heads("visitor", "host")) and seen else None
    many = parties > 1 or is_many(draft.heads("participant"))
    if entry in CLASHES and not all(is_person(reading.cast, head) for _, head in draft.sides):
        return None
    if entry in TWO_SIDED:
        return draft if parties > 1 and (entry not in CLASHES or _is_set(noun, reading)) else None
    if many or (parties and (entry in STRONG or draft.verb is not None)):
        return draft
    if entry in STRONG and _is_set(noun, reading):
        return draft
    return None


def _is_set(noun: Token, reading: Reading) -> bool:
    """Whether the text says when or where it is."""
    dated = dates.date_of(noun, reading.dates) is not None
    return dated or places.place_of(noun, reading.places) is not None
