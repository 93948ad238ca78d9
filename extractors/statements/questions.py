"""Questions as content, where the parser made relative clauses of them."""

from spacy.tokens import Token

from extractors import syntax
from extractors.statements.cues import Cue
from extractors.statements.passages import QUESTION_TAGS, left_edge
from extractors.syntax.labels import FINITE

RELATIVE_CLAUSE = frozenset({"acl:relcl", "advcl:relcl"})


def free_questions(cue: Cue) -> list[tuple[Token, Token]]:
    """The first word and the verb of each question behind a cue that the parse hides.

    Have not said *why* he left, is not sure *which* plan they chose: it hangs on its own first
    words. Told the court *what* she saw: or on the noun before it, though "what" is no relative.
    """
    if not cue.takes("question"):
        return []
    found: list[tuple[Token, Token]] = []
    for noun in cue.head.rights:
        for verb in noun.rights:
            if verb.dep_ in RELATIVE_CLAUSE and noun.i >= cue.words.end and has_tense(verb):
                opening = noun.doc[left_edge(verb)]
                first = noun.doc[left_edge(noun)]
                if first.tag_ in QUESTION_TAGS:
                    found.append((first, verb))
                elif opening.lower_ == "what":
                    found.append((opening, verb))
    return found


def has_tense(head: Token) -> bool:
    """A clause with a tensed verb or auxiliary, or a subject, and no "to"."""
    if syntax.infinitive(head):
        return False
    parts = [head, *syntax.children(head, syntax.AUXILIARY | {"cop"})]
    return any(part.tag_ in FINITE for part in parts) or bool(
        syntax.children(head, syntax.SUBJECT | syntax.PASSIVE_SUBJECT)
    )
