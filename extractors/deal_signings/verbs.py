"""Deals told by a verb: signed, ratified, reached, withdrew from, acquired."""

from collections.abc import Iterator

from spacy.tokens import Token

from extractors import syntax
from extractors.deal_signings import instruments, parties, phrasal
from extractors.deal_signings.antecedents import antecedent, stands_for
from extractors.deal_signings.drafts import LEXICON, Draft, extent_of
from extractors.deal_signings.values import is_priced
from extractors.lexicon import lemma
from extractors.reading import Reading
from extractors.surroundings import acting, is_many, is_person, is_set

STAGE_OF: dict[str, str] = {
    verb: stage for stage, verbs in LEXICON["stages"].items() for verb in verbs
}
PREPOSITIONS: dict[str, list[str]] = LEXICON["prepositional"]
PREPOSITIONAL_STAGE: dict[str, str] = LEXICON["prepositional_stages"]
COMMON = frozenset(LEXICON["common"]["verbs"])
INDEFINITE = frozenset({"anything", "nothing", "something"})
JOINT = frozenset(LEXICON["joint"]["objects"])
PARTICLES = frozenset(LEXICON["particles"]["other"])
SIGNING = frozenset(LEXICON["stages"]["signed"]) | {"ratify", "accede"}


def drafts(reading: Reading) -> Iterator[Draft]:
    """Every deal told by a verb and the instrument it acts on, in order."""
    for token in reading.doc:
        if token.pos_ != "VERB":
            continue
        word = lemma(token)
        draft = (
            _by_object(token, word, reading)
            or _by_preposition(token, word, reading)
            or phrasal.draft(token, word, reading)
        )
        if draft is not None:
            yield draft


def _by_object(verb: Token, word: str, reading: Reading) -> Draft | None:
    stage = STAGE_OF.get(word)
    if stage is None or instruments.is_law(verb) or _is_other_sense(verb, word):
        return None
    if word in COMMON and instruments.is_sport(verb):
        return None
    objects = instruments.objects_of(verb)
    if word in SIGNING:
        agreements = [head for head in objects if _can_be_signed(head, verb, reading)]
        if objects and not agreements:
            return None
    else:
        agreements = [head for head in objects if _fits(head, verb, reading)]
        if not agreements:
            return None
    return _draft(verb, word, stage, agreements, reading)


def _can_be_signed(head: Token, verb: Token, reading: Reading) -> bool:
    if stands_for(head):
        return _is_spoken_of(head, verb, reading)
    signers = acting(reading.cast, syntax.agents(verb))
    several = len(signers) > 1
    if head.lower_ in JOINT:
        return several and is_priced(verb, reading)
    if len(signers) == 1 and _is_holder(signers[0], reading) and instruments.is_one_sided(head):
        return bool(acting(reading.cast, parties.of_verb(verb, [head], reading)[1:]))
    return instruments.is_possible(head)


def _is_holder(signer: Token, reading: Reading) -> bool:
    """Whether it is one person, who may sign orders alone."""
    return signer.tag_ in {"NN", "NNP", "PRP"} and is_person(reading.cast, signer)


def _is_spoken_of(head: Token, verb: Token, reading: Reading) -> bool:
    """Whether *it* or *the text* is an instrument; *anything*, where two or more do not sign it."""
    if head.lower_ not in INDEFINITE:
        return antecedent(head) is not None
    many = is_many(acting(reading.cast, syntax.agents(verb)))
    return many and syntax.negation(verb) is not None


def _fits(noun: Token, verb: Token, reading: Reading) -> bool:
    plain = lemma(verb) not in COMMON
    if instruments.is_generic(noun, verb) or instruments.is_domestic(noun):
        return False
    sides = len(parties.of_verb(verb, [noun], reading)) if plain else 0
    return instruments.is_clear_with(noun, sides, priced=is_priced(verb, reading))


def _by_preposition(verb: Token, word: str, reading: Reading) -> Draft | None:
    if word not in PREPOSITIONS:
        return None
    if word == "sign" and not any(child.lower_ in {"on", "onto"} for child in verb.children):
        return None
    fitting = (
        instruments.is_possible if word in {"accede", "withdraw", "pull"} else instruments.is_clear
    )
    heads = [
        instruments.past_quantity(head) for head in syntax.prepositional(verb, *PREPOSITIONS[word])
    ]
    agreements = [head for head in heads if fitting(head)]
    if not agreements:
        return None
    return _draft(verb, word, PREPOSITIONAL_STAGE[word], agreements, reading)


def _is_other_sense(verb: Token, word: str) -> bool:
    """Signed off, signed up, signed a striker: not the signing of a deal."""
    if word not in SIGNING:
        return False
    if any(
        child.dep_ in {"compound:prt", "prt"} and child.lower_ in PARTICLES
        for child in verb.children
    ):
        return True
    after = verb.nbor().lower_ if verb.i + 1 < len(verb.doc) else ""
    if after == "on" and verb.i + 2 < len(verb.doc) and verb.nbor(2).lower_ in {"to", "as"}:
        return True
    if after in {"off", "up", "onto", "language"}:
        return True
    return word == "sign" and instruments.is_sport(verb)


def _draft(
    verb: Token, word: str, stage: str, agreements: list[Token], reading: Reading
) -> Draft | None:
    sides = parties.of_verb(verb, agreements, reading)
    pieces = parties.pieces_of(agreements, reading.cast)
    named = len(sides) + len(pieces)
    if named == 1 and is_priced(verb, reading):
        named += 1
    if not _is_enough(verb, word, agreements, named, reading):
        return None
    kind = instruments.kind_of(_meant(agreements[0])) if agreements else "agreement"
    confidence = (0.9 if word in SIGNING else 0.75) - (0.0 if sides else 0.2)
    rule = f"{word}: instrument"
    return Draft(
        verb,
        extent_of(verb),
        stage,
        kind,
        rule,
        confidence,
        tuple(dict.fromkeys(agreements)),
        tuple(sides),
        tuple(pieces),
    )


def _meant(noun: Token) -> Token:
    return (antecedent(noun) or noun) if stands_for(noun) else noun


def _is_enough(
    verb: Token, word: str, agreements: list[Token], sides: int, reading: Reading
) -> bool:
    """Whether the words prove a deal: an instrument, and for common verbs two parties as well."""
    if not agreements:
        signs = [head for head in syntax.agents(verb) if is_person(reading.cast, head)]
        set_ = is_many(signs) and is_set(verb, reading)
        return bool(signs) and (sides > 1 or set_)
    if word in SIGNING:
        return True
    return sides > (1 if word in COMMON else 0) or (word not in COMMON and syntax.is_passive(verb))
