"""Sentence boundaries by rule, before the parser, which keeps to them.

The parser alone breaks news sentences inside names and quotations ("Foreign Minister | Wang Yi").
"""

from spacy.language import Language
from spacy.tokens import Doc, Token

NAME = "readout_sentences"
# The length of an initial with its full stop: J.
INITIAL = 2
TERMINAL = frozenset({".", "?", "!", "…", "...", "?!", "!!", "??", "!?"})
CLOSING = frozenset({"”", '"', "''", "’", "'", ")", "]", "»", "}"})
OPENING = frozenset({"“", '"', "``", "‘", "'", "(", "[", "«", "–", "—", "-"})
# After an abbreviation with a full stop of its own (U.S., Inc.), only these open a new sentence:
# a name may as well go on ("U.S. President").
OPENERS = frozenset(
    {"A", "According", "After", "Also", "Although", "An", "And", "As", "At"}
    | {"Before", "Both", "But", "By", "Despite", "During", "Earlier", "For", "He"}
    | {"Her", "Here", "His", "How", "However", "I", "If", "In", "It"}
    | {"Its", "Later", "Many", "Meanwhile", "Most", "On", "Our", "She", "Since"}
    | {"So", "Some", "That", "The", "Their", "There", "These", "They", "This"}
    | {"Those", "Under", "We", "What", "When", "While", "Who", "Why", "With"}
    | {"You"}
)
REPORTING = frozenset(
    {
        "added",
        "answered",
        "asked",
        "concluded",
        "continued",
        "declared",
        "exclaimed",
        "explained",
        "insisted",
    }
    | {"noted", "posted", "questioned", "remarked", "replied", "said", "says", "shouted", "stated"}
    | {"told", "tweeted", "wondered", "wrote"}
)


@Language.component(NAME, assigns=["token.is_sent_start"])
def mark_sentences(doc: Doc) -> Doc:
    """Set `is_sent_start` on every token, so that nothing is left to the parser."""
    for token in doc:
        token.is_sent_start = token.i == 0 or starts_sentence(token)
    return doc


def starts_sentence(token: Token) -> bool:
    """Whether a sentence ends just before this token, which is not the document's first."""
    if token.is_space or token.text in TERMINAL or not _may_open(token):
        return False
    last, closed = _last_word_before(token)
    if last is None:
        return False
    if last.text in TERMINAL:
        return not (closed and _reports_next(token))
    return last.text.endswith(".") and len(last.text) > INITIAL and _opener(token)


def _opener(token: Token) -> bool:
    word = token
    while word.text in OPENING and word.i + 1 < len(word.doc):
        word = word.nbor()
    return word.text in OPENERS


def _may_open(token: Token) -> bool:
    if token.text in {'"', "'", "”", "’"} and _is_closing(token):
        return False
    if token.text in CLOSING - OPENING or token.text in {"-", "–", "—"}:
        return False
    word = token
    while word.text in OPENING and word.i + 1 < len(word.doc):
        word = word.nbor()
    return not word.text[0].islower()


def _is_closing(token: Token) -> bool:
    """A straight mark closes when it touches the word before it and not the one after."""
    before = token.i > 0 and not token.nbor(-1).whitespace_ and not token.nbor(-1).is_space
    return bool(
        before and (token.whitespace_ or token.i + 1 == len(token.doc) or token.nbor().is_space)
    )


def _last_word_before(token: Token) -> tuple[Token | None, bool]:
    """The last token that is neither space nor a closing mark, and whether a quotation closed."""
    closed = False
    for i in range(token.i - 1, -1, -1):
        word = token.doc[i]
        if word.is_space:
            continue
        if word.text in CLOSING and (word.text not in OPENING or _is_closing(word)):
            closed = closed or word.text not in {")", "]", "}"}
            continue
        return word, closed
    return None, closed


def _introduces_quotation(verb: Token) -> bool:
    """Whether a reporting verb opens a quotation of its own: The envoy said, “Never”."""
    after = [token for token in verb.doc[verb.i + 1 : verb.i + 4] if not token.is_space]
    return len(after) > 1 and after[0].text in {",", ":"} and after[1].text in OPENING


def _reports_next(token: Token) -> bool:
    """Whether the words after a closed quotation say who spoke: “Why?” the minister asked."""
    for word in token.doc[token.i : token.i + 6]:
        if word.lower_ in REPORTING:
            return not _introduces_quotation(word)
        if word.is_punct:
            return False
    return False
