"""Where an event happened: the place phrase of its own clause, and no other."""

from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Token

from extractors import gazetteer, syntax
from extractors.compounds import HYPHENS
from extractors.lexicon import lemma, load
from extractors.places.venues import venue
from readout.records import Where

# A place this deep in the phrase of another is no longer where the event was.
DEEPEST = 2
MODIFIERS = frozenset(
    {"compound", "nmod:poss", "poss", "nmod", "amod", "flat", "nmod:desc", "appos"}
)


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(load("places")[name])


def place_of(trigger: Token, places: Iterable[Where]) -> Where | None:
    """Where an event happened: the place phrase of the trigger's own clause.

    None when the clause has none; a place in another clause, a title or a topic ("the war in
    Ukraine") does not count.
    """
    named = _by_token(trigger, places)
    found = next(_candidates(trigger, named), None) if named else None
    return found or venue(trigger)


def _by_token(trigger: Token, places: Iterable[Where]) -> dict[int, Where]:
    """Each token of the trigger's sentence that is part of a place."""
    sentence = trigger.sent
    named: dict[int, Where] = {}
    for where in places:
        if sentence.start_char <= where.extent.start < sentence.end_char:
            span = trigger.doc.char_span(where.extent.start, where.extent.end)
            for token in span if span is not None else ():
                named[token.i] = where
    return named


def _candidates(trigger: Token, named: dict[int, Where]) -> Iterator[Where]:
    if trigger.pos_ in {"VERB", "AUX"}:
        yield from _of_verb(trigger, named)
        yield from _of_governing_verb(trigger, named)
    else:
        yield from _of_noun(trigger, named)
        yield from _of_light_verb(trigger, named)


def _of_verb(verb: Token, named: dict[int, Where]) -> Iterator[Where]:
    """Met in Paris; visited Kyiv; met officials in Geneva; where they met."""
    yield from _located(verb, named, _prepositions(moves=lemma(verb) in _listed("motion")))
    if lemma(verb) in _listed("visited"):
        for destination in syntax.patients(verb):
            yield from _at(destination, named)
    for participant in _participants(verb):
        yield from _located(participant, named, _listed("locative"))
    yield from _where_clause(verb, named)


def _where_clause(verb: Token, named: dict[int, Where]) -> Iterator[Where]:
    """From Brasilia, *where* he met the president: the place that stands right before."""
    where = next((child for child in verb.children if child.lower_ == "where"), None)
    if where is None or where.i == verb.sent.start:
        return
    before = where.nbor(-1)
    if before.text == "," and before.i > verb.sent.start:
        before = before.nbor(-1)
    if before.i in named:
        yield named[before.i]
    elif verb.dep_ in syntax.RELATIVE_CLAUSE:
        yield from _at(verb.head, named)


def _prepositions(*, moves: bool) -> frozenset[str]:
    return _listed("locative") | _listed("goal") if moves else _listed("locative")


def _participants(verb: Token) -> list[Token]:
    """Those whose phrase a place of the verb is often hung on by the parser."""
    found = [*syntax.objects(verb), *syntax.indirect_objects(verb)]
    found += syntax.prepositional(verb, "with", "between", "by")
    return [
        t
        for t in (*found, *_written_on(found))
        if t.pos_ == "PROPN" or t.tag_ in {"NNS", "NNPS"} or _is_event(t) or t.lower_ in PAPERS
    ]


def _written_on(objects: list[Token]) -> list[Token]:
    """A letter of *intent* | in Rabat, names to the *text* | in Lima: what a place hangs on."""
    inner = [inner for head in objects for prep, inner in syntax.obliques(head) if prep == "of"]
    verbs = {head.head for head in objects}
    return inner + [
        head for verb in verbs for head in syntax.prepositional(verb, "to") if head.lower_ in PAPERS
    ]


PAPERS = frozenset(load("deals")["instruments"]) | {"text", "intent", "understanding", "names"}


def _is_event(token: Token) -> bool:
    return token.lower_ in _listed("events")


def _of_governing_verb(verb: Token, named: dict[int, Where]) -> Iterator[Where]:
    """Arrived in Kyiv to meet; met and signed the accord in Paris."""
    head = verb.head
    if head is verb or head.pos_ not in {"VERB", "AUX"}:
        return
    if verb.dep_ in syntax.OPEN_CLAUSE:
        yield from _of_raising(head, verb, named)
    purpose = verb.dep_ in syntax.ADVERBIAL_CLAUSE | syntax.OPEN_CLAUSE
    if purpose and (lemma(head) in _listed("motion") and syntax.infinitive(verb)):
        yield from _of_verb(head, named)
    if verb.dep_ in syntax.ADVERBIAL_CLAUSE and verb.tag_ == "VBG":
        yield from _located(head, named, _listed("locative"))
    for conjunct in (head, *syntax.conjuncts(verb)[1:]) if verb.dep_ == "conj" else ():
        yield from _located(conjunct, named, _listed("locative"))
    if verb.dep_ != "conj":
        for conjunct in syntax.conjuncts(verb)[1:]:
            if conjunct.pos_ == "VERB" and not syntax.children(conjunct, syntax.SUBJECT):
                yield from _located(conjunct, named, _listed("locative"))


def _of_raising(head: Token, verb: Token, named: dict[int, Where]) -> Iterator[Where]:
    """In Belgrade they failed *to sign*; set *to sign* it, in Paris: after the verb, its own."""
    lends = lemma(head) in _listed("happening")
    for preposition, nominal in syntax.obliques(head):
        if preposition in _listed("locative") and (lends or nominal.i > verb.i):
            yield from _at(nominal, named)


def _of_noun(noun: Token, named: dict[int, Where]) -> Iterator[Where]:
    """Talks in Istanbul; the Istanbul talks; a visit to Kyiv; talks with officials in Doha."""
    visits = noun.lower_.rstrip("s") in _listed("visits") or lemma(noun) in _listed("visits")
    yield from _located(noun, named, _prepositions(moves=visits))
    if _is_event(noun):
        for child in syntax.children(noun, frozenset({"compound", "amod"})):
            if child.i in named and not child.lower_.endswith("an") and not _is_side(child):
                yield named[child.i]
    yield from _of_occurrence(noun, named)
    for preposition, participant in syntax.obliques(noun):
        if preposition in _listed("through"):
            for conjunct in syntax.conjuncts(participant):
                yield from _located(conjunct, named, _listed("locative"))
                yield from _of_occurrence(conjunct, named)


def _is_side(name: Token) -> bool:
    """The India-*UK* summit: a name joined to another by a dash says who meets, and not where."""
    return name.i > name.sent.start and name.nbor(-1).text in HYPHENS


def _of_occurrence(noun: Token, named: dict[int, Where]) -> Iterator[Where]:
    """A meeting between ministers that was to have taken place in Vienna."""
    for clause in syntax.children(noun, syntax.NOUN_CLAUSE):
        if lemma(clause) in _listed("occurring"):
            yield from _located(clause, named, _listed("locative"))


def _of_light_verb(noun: Token, named: dict[int, Where]) -> Iterator[Where]:
    """Held talks in Doha; travelled to Beijing for a meeting; talks take place in Oslo."""
    verb = syntax.governor(noun)
    if verb is None:
        return
    if verb.pos_ not in {"VERB", "AUX"}:
        if verb.lower_ in _listed("visits") or _is_event(verb):
            yield from _of_noun(verb, named)
            yield from _of_light_verb(verb, named)
        return
    moves = lemma(verb) in _listed("motion") and syntax.preposition(noun) in {"for", "to", "at"}
    yield from _located(verb, named, _prepositions(moves=moves))
    if verb.dep_ in syntax.COORDINATED and lemma(verb.head) in _listed("motion"):
        yield from _located(verb.head, named, _prepositions(moves=True))
    if moves and lemma(verb) in _listed("visited"):
        for destination in syntax.patients(verb):
            yield from _at(destination, named)
    for participant in _participants(verb):
        if participant.i != noun.i:
            yield from _located(participant, named, _listed("locative"))
    for reduced in syntax.children(noun, syntax.NOUN_CLAUSE):
        yield from _located(reduced, named, _listed("locative"))


def _located(head: Token, named: dict[int, Where], prepositions: frozenset[str]) -> Iterator[Where]:
    """The places in the phrases that these prepositions hang on a verb or noun."""
    for preposition, nominal in _phrases(head):
        if preposition in prepositions:
            if not (nominal.i in named and _is_background(nominal, named[nominal.i])):
                yield from _at(nominal, named)
        elif preposition == "on" and nominal.lower_ in _listed("edges"):
            yield from _at(nominal, named)


def _phrases(head: Token) -> Iterator[tuple[str, Token]]:
    """The phrases hung on a verb or noun, and those hung on a day among them."""
    for preposition, nominal in syntax.obliques(head):
        yield preposition, nominal
        if nominal.lower_ in _listed("times") or nominal.like_num:
            yield from syntax.obliques(nominal)


def _is_background(nominal: Token, where: Where) -> bool:
    """Whether a country belongs to the noun just before it: after elections in Romania.

    The parser hangs such a phrase on the verb as often as on the noun.
    """
    match = gazetteer.named(where.name)
    wide = match is not None and any(
        entry.sense == "country" or (entry.place is not None and entry.place.kind == "area")
        for entry in match.entries
    )
    first = min((token.i for token in nominal.lefts), default=nominal.i)
    before = nominal.doc[first - 1] if first > 0 else None
    if not wide or before is None or before.pos_ != "NOUN" or _is_event(before):
        return False
    return syntax.preposition(before).split(" ")[-1] in _listed("background")


def _at(nominal: Token, named: dict[int, Where], depth: int = 0) -> Iterator[Where]:
    """The place a nominal names, or the one that its phrase is in: the palace in Kyiv."""
    if nominal.i in named:
        yield named[nominal.i]
        return
    if nominal.lower_ not in _listed("premises") | _listed("edges") or depth > DEEPEST:
        return
    for child in nominal.children:
        if child.i in named and child.dep_ in MODIFIERS and not _is_side(child):
            yield named[child.i]
    for preposition, inner in syntax.obliques(nominal):
        if preposition in _listed("locative") | {"of"}:
            yield from _at(inner, named, depth + 1)
