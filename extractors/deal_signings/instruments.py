"""What is signed or agreed, and whether it is a deal between parties at all."""

from spacy.tokens import Token

from extractors import lexicon, syntax
from extractors.deal_signings import relatives
from extractors.deal_signings.drafts import LEXICON

INSTRUMENTS: dict[str, str] = LEXICON["instruments"]
QUALIFIED: dict[str, list[str]] = LEXICON["qualified"]
UNILATERAL = frozenset(LEXICON["unilateral"]["objects"])
INTO = frozenset(LEXICON["unilateral"]["into"])
PRICED = frozenset(LEXICON["priced"]["nouns"])
ORDERED = frozenset(LEXICON["ordered"]["nouns"])
OTHER_AGREEMENTS = frozenset(LEXICON["other"]["agreements"])
DOMESTIC = frozenset(LEXICON["domestic"]["words"])
SPORT = frozenset(LEXICON["sport"]["words"])
PARTITIVES = frozenset(LEXICON["partitives"]["nouns"])
NAMES = frozenset({"PROPN", "NOUN"})
FURTHEST = 9  # words from a verb to the head of its object, where the parser lost it


def key_of(noun: Token) -> str | None:
    """The entry of the lists for an instrument's head: agreements → agreement; else None."""
    word = noun.lower_.strip("\"“”'")
    singular = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
    for form in (word, singular, noun.lemma_.lower()):
        if form in INSTRUMENTS:
            return form
    return None


def past_quantity(noun: Token) -> Token:
    """What there is a number of: a series of *agreements*, two of the *contracts*."""
    if noun.lemma_.lower() in PARTITIVES or noun.lower_ in PARTITIVES or noun.like_num:
        for head in syntax.prepositional(noun, "of", "in"):
            return head
    return noun


def is_clear(noun: Token) -> bool:
    """Whether the noun alone says that it is between parties: treaty, agreement, contract."""
    key = key_of(noun)
    if key is None or is_unilateral(noun) or _words_before(noun) & OTHER_AGREEMENTS:
        return False
    needed = QUALIFIED.get(key)
    return needed is None or bool(_words_around(noun) & set(needed))


def is_clear_with(noun: Token, sides: int, *, priced: bool) -> bool:
    """Whether the noun is between parties, given how many are named, and whether a sum is."""
    if is_clear(noun):
        return True
    key = key_of(noun)
    if key is None or is_unilateral(noun) or QUALIFIED.get(key):
        return False
    return priced or (sides > 1 and key not in PRICED)


def is_possible(noun: Token) -> bool:
    """Whether the noun may be an instrument, given a verb of signing: a charter, the NPT."""
    if is_unilateral(noun) or key_of(noun) in ORDERED:
        return False
    return key_of(noun) is not None or _is_acronym(noun)


def is_one_sided(noun: Token) -> bool:
    """Whether one person alone may sign it as an order: a memorandum not of understanding."""
    if key_of(noun) is None:
        return _is_acronym(noun)
    mutual = {"understanding", "cooperation", "intent", "agreement", "mou"}
    return kind_of(noun) == "memorandum" and not _words_around(noun) & mutual


def is_generic(noun: Token, verb: Token) -> bool:
    """Whether no one deal is meant: negotiates agreements with, in awarding any contract."""
    determined = [child for child in noun.lefts if child.pos_ in {"DET", "NUM", "PRON"}]
    if any(child.lower_ in {"any", "every", "each"} for child in determined):
        return verb.tag_ in {"VBG", "VB"}
    bare = noun.tag_ in {"NNS", "NNPS"} and not determined and not syntax.possessors(noun)
    return bare and verb.lemma_.lower() in {"negotiate", "make", "enter", "award", "reach"}


def is_domestic(noun: Token) -> bool:
    """Whether parties of one parliament made it: a bipartisan budget deal."""
    return bool(_words_around(noun) & DOMESTIC)


def _words_before(noun: Token) -> set[str]:
    return {child.lower_ for child in noun.lefts}


def _is_acronym(noun: Token) -> bool:
    """NPT, USMCA, New START: a name in capitals that is no person's."""
    letters = noun.text.replace("-", "")
    return letters.isupper() and letters.isalpha() and len(letters) > 1 and noun.pos_ in NAMES


def _words_around(noun: Token) -> set[str]:
    """The words of the noun's phrase, in lower case, and of the phrases hung on it."""
    return {token.lower_ for token in noun.subtree} | {
        token.lower_ for token in noun.doc[max(0, noun.i - 3) : noun.i + 4]
    }


def is_unilateral(noun: Token) -> bool:
    """Whether one signs it alone: a bill, an executive order, a letter, a book."""
    word, lemma = noun.lower_, noun.lemma_.lower()
    if word in UNILATERAL or lemma in UNILATERAL:
        return not (
            key_of(noun) and _words_around(noun) & set(QUALIFIED.get(key_of(noun) or "", []))
        )
    return False


def kind_of(noun: Token) -> str:
    """Its kind, for the mention's `instrument`; "treaty" for a bare acronym such as the NPT."""
    key = key_of(noun)
    if key is None:
        return "treaty"
    around = {child.lower_ for child in noun.children if child.i < noun.i}
    for word in around:
        if INSTRUMENTS.get(word) in {"ceasefire", "loan", "merger", "memorandum", "acquisition"}:
            return INSTRUMENTS[word]
    if key in {"agreement", "deal"} and around & {"lease", "supply", "licensing", "franchise"}:
        return "contract"
    return INSTRUMENTS[key]


def objects_of(verb: Token) -> list[Token]:
    """What the verb signs or reaches: its objects, or the noun phrase right after it."""
    given = syntax.is_passive(verb) and lexicon.lemma(verb) in LEXICON["counterparty"]["to"]
    patients = syntax.objects(verb) if given and syntax.objects(verb) else syntax.patients(verb)
    found = [past_quantity(head) for head in patients]
    if any(is_possible(head) for head in found) or is_law(verb):
        return found
    told = relatives.instrument_of(verb, is_clear) or relatives.instrument_above(verb, is_clear)
    if told is not None:
        return [told]
    lost = None if syntax.is_passive(verb) else _next_phrase(verb)
    return [*found, lost] if lost is not None else found


def _next_phrase(verb: Token) -> Token | None:
    """The instrument in the words right after the verb, whatever the parser made of them."""
    for token in verb.doc[verb.i + 1 : min(verb.i + FURTHEST, verb.sent.end)]:
        if token.lower_ in UNILATERAL or (token.is_punct and token.text in {",", ";", ".", ":"}):
            return None
        if key_of(token) and (is_clear(token) or _is_worth(token)) and not _goes_on(token):
            return token
        if token.pos_ in {"ADP", "AUX", "CCONJ", "SCONJ", "PRON"} and token.tag_ != "POS":
            return None
        if token.pos_ == "VERB" and token.tag_ not in {"VBN", "VBG"} and not key_of(token):
            return None
    return None


def _is_worth(token: Token) -> bool:
    """Whether a sum follows at once: an order *worth* 3 billion crowns."""
    return token.i + 1 < token.sent.end and token.nbor().lower_ in {"worth", "valued"}


def _goes_on(token: Token) -> bool:
    """Whether the next word belongs to the same name: peace *agreement* talks."""
    return token.i + 1 < token.sent.end and token.nbor().pos_ in {"NOUN", "PROPN"}


def is_law(verb: Token) -> bool:
    """Whether it is signed into law, whatever it is."""
    return any(head.lower_ in INTO for _, head in syntax.obliques(verb))


def is_sport(verb: Token) -> bool:
    """Whether the sentence is about players or performers, who are signed."""
    return any(token.lower_ in SPORT and _is_common(token) for token in verb.sent)


def _is_common(token: Token) -> bool:
    """Not part of a body's name: the Arab League is no league of clubs."""
    return token.pos_ != "PROPN" or token.is_upper
