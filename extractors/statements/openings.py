"""Who opens a sentence: for where the parser has given the verb no subject."""

from spacy.tokens import Span, Token

from extractors import gazetteer, syntax
from extractors.statements.passages import is_finite, sentence_end, sentence_start
from extractors.statements.persons import can_speak, phrase_of

ASIDES = frozenset({"when", "while", "asked", "speaking", "if", "although", "though"})


def known_name_before(verb: Token) -> Span | None:
    """Kyiv | proposed: a known name that opens the sentence, whatever the parser made of it."""
    if verb.tag_ not in {"VBD", "VBN", "VBZ", "NNS"} or syntax.children(verb, syntax.AUXILIARY):
        return None
    words = verb.doc[sentence_start(verb) : verb.i]
    return words if len(words) and gazetteer.named(words.text) else None


def before_aside(verb: Token) -> Span | None:
    """The envoy, when asked about it, said: who opens the sentence, past the words aside."""
    finite = verb.tag_ in {"VBD", "VBZ", "VBP"} and verb.dep_ not in syntax.NOUN_CLAUSE
    if not finite or verb.i == 0 or verb.nbor(-1).text != ",":
        return None
    opening = sentence_start(verb)
    asides = [token for token in verb.doc[opening : verb.i] if token.lower_ in ASIDES]
    subject = next((t for t in verb.doc[opening : verb.i] if t.dep_ in syntax.SUBJECT), None)
    if not asides or subject is None or subject.i > asides[0].i or not can_speak(subject):
        return None
    phrase = phrase_of([subject])
    return phrase if phrase is not None and phrase.start == opening else None


def subject_of_sentence(token: Token) -> Span | None:
    """The subject of the main clause of the sentence that a token stands in, if it can speak."""
    start, end = sentence_start(token), sentence_end(token)
    for word in token.doc[start:end]:
        if word.dep_ in syntax.SUBJECT | syntax.PASSIVE_SUBJECT and can_speak(word):
            verb = word.head
            if verb.dep_ in {"ROOT", "conj", "parataxis"} and (verb.i >= word.i or is_finite(verb)):
                return phrase_of([word])
    return None
