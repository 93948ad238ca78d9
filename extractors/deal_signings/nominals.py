"""Deals told by a noun: the signing of, a signatory to, accession to, the merger of A and B."""

from collections.abc import Iterator

from spacy.tokens import Token

from extractors import syntax
from extractors.deal_signings import instruments, parties
from extractors.deal_signings.drafts import LEXICON, Draft, extent_of
from extractors.reading import Reading
from extractors.surroundings import acting, phrases

NOMINAL: dict[str, str] = LEXICON["nominal"]
WHOLE = frozenset({"acquisition", "merger", "takeover"})


def drafts(reading: Reading) -> Iterator[Draft]:
    """Every deal told by a noun that names the act, in order."""
    for token in reading.doc:
        stage = NOMINAL.get(token.lower_)
        if stage is None or token.pos_ not in {"NOUN", "PROPN", "VERB"}:
            continue
        if token.pos_ == "VERB" and (syntax.objects(token) or syntax.auxiliaries(token)):
            continue
        draft = _whole(token, reading) if token.lower_ in WHOLE else _act(token, stage, reading)
        if draft is not None:
            yield draft


def _act(noun: Token, stage: str, reading: Reading) -> Draft | None:
    heads = syntax.prepositional(noun, "of", "to", "on") + _compounded(noun)
    agreements = [
        head for head in map(instruments.past_quantity, heads) if instruments.is_possible(head)
    ]
    if not agreements and noun.lower_ not in {"signatory", "signatories"}:
        return None
    found = phrases(noun, "by", "with", *parties.BETWEEN) + syntax.possessors(noun)
    found += _signatories(noun)
    for agreement in agreements:
        found += parties.of_noun(agreement)
    sides = [head for head in acting(reading.cast, found) if head not in agreements]
    if not agreements and not sides:
        return None
    kind = instruments.kind_of(agreements[0]) if agreements else "agreement"
    pieces = tuple(parties.pieces_of(agreements, reading.cast))
    return Draft(
        noun,
        extent_of(noun),
        stage,
        kind,
        f"{noun.lower_}: noun",
        0.75,
        tuple(agreements),
        tuple(sides),
        pieces,
    )


def _compounded(noun: Token) -> list[Token]:
    """The treaty signing: the instrument stands before the noun."""
    return [child for child in noun.children if child.i < noun.i and instruments.key_of(child)]


def _signatories(noun: Token) -> list[Token]:
    """Who is a signatory: the subject of *is*, or the noun's appositive."""
    if noun.lower_ not in {"signatory", "signatories"}:
        return []
    subjects = syntax.subjects(noun)
    if noun.dep_ in {"attr", "appos"}:
        subjects += syntax.subjects(noun.head) if noun.dep_ == "attr" else [noun.head]
    return subjects


def _whole(noun: Token, reading: Reading) -> Draft | None:
    """The merger of A and B, A's acquisition of B: the companies are the parties."""
    found = syntax.possessors(noun) + phrases(noun, "of", "with", "by", *parties.BETWEEN)
    named = [head for head in acting(reading.cast, found) if head.pos_ in {"PROPN", "PRON"}]
    pieces = tuple(parties.pieces_of([noun], reading.cast))
    if len(named) + len(pieces) <= 1:
        return None
    kind = "merger" if noun.lower_ == "merger" else "acquisition"
    return Draft(
        noun,
        extent_of(noun),
        "agreed",
        kind,
        f"{noun.lower_}: noun",
        0.6,
        (noun,),
        tuple(named),
        pieces,
    )
