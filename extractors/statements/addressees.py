"""Who was told."""

from spacy.tokens import Span, Token

from extractors import syntax
from extractors.lexicon import load
from extractors.statements.cues import Cue
from extractors.statements.persons import phrase_of

LISTENING = frozenset({"to", "with"})


def addressee_of(cue: Cue, frame: str = "direct") -> Span | None:
    """Who was told: the listener as object, or after "to"."""
    verb = cue.head
    if syntax.is_passive(verb) and cue.takes("tells", "order"):
        return phrase_of(syntax.subjects(verb))
    heads = syntax.indirect_objects(verb)
    if cue.takes("tells", "order", "of"):
        heads = heads or [token for token in syntax.objects(verb) if token.i > verb.i]
    if not heads and cue.takes("that", "that!", "direct"):
        heads = [h for h in syntax.prepositional(verb, *LISTENING) if _is_somebody(h)]
    if not heads and frame == "order with":
        heads = syntax.prepositional(verb, *LISTENING)
    if not heads and cue.takes("direct") and cue.sense("direct").act == "state":
        heads = [h for h in syntax.prepositional(verb, "to") if _is_pointed_at(h)]
    heads = [head for head in heads if head.pos_ in {"NOUN", "PROPN", "PRON"} and head.is_alpha]
    if not heads and cue.takes("tells"):
        return _told(cue)
    if heads and cue.takes("of") and not cue.takes("tells"):
        return syntax.extent(heads[0], without=syntax.NOUN_CLAUSE | {"nmod", "case", "conj"})
    return phrase_of(heads)


def _told(cue: Cue) -> Span | None:
    """The noun phrase between a verb of telling and the comma, colon or "that" after it."""
    doc, end = cue.head.doc, cue.words.end
    while end < len(doc) and doc[end].pos_ in {"DET", "ADJ", "NOUN", "PROPN", "PRON"}:
        if doc[end].lower_ == "that":
            break
        end += 1
    stops = end < len(doc) and (doc[end].text in {",", ":"} or doc[end].lower_ == "that")
    return doc[cue.words.end : end] if stops and end > cue.words.end else None


def _is_pointed_at(noun: Token) -> bool:
    """Said to the mate, said to his wife; but "said to laughter"."""
    return any(child.dep_ in {"det", "nmod:poss"} for child in noun.lefts)


def _is_somebody(token: Token) -> bool:
    return (
        token.pos_ in {"PROPN", "PRON"}
        or token.lemma_.lower() in load("reporting")["listeners"]["nouns"]
    )
