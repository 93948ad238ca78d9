"""Titles in a text: where their words start and end, and what office they name."""

from spacy.tokens import Doc

from extractors.actors import words
from extractors.actors.records import Affiliation, Title
from extractors.actors.scene import Scene
from extractors.lexicon import load

COMPLEMENT = frozenset({"of", "for", "to", "at", "on"})
# Of these alone, "to" names whom they are sent to or serve: welcomed the minister | to Paris.
SENT = frozenset(load("titles")["words"]["sent"])
MAX_COMPLEMENT = 12
LONGEST_DUTY = 3  # words of what somebody is the head of
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
# The President of the Republic | of Indonesia.
REALMS = frozenset({"kingdom", "republic", "federation", "state", "sultanate", "emirate", "union"})


def title_at(scene: Scene, i: int) -> Title | None:
    """The title whose last head is the token at `i`, unless a longer one goes on after it."""
    doc = scene.doc
    if not _heads(doc, i):
        return None
    end = _followers(doc, i)
    if _goes_on(doc, end):
        return None
    start, affiliation = _leftwards(scene, i)
    end, complement = _complement(scene, end)
    of_whom = complement if complement is not None and _is_of(doc, complement) else affiliation
    office = _office(doc, start, end, of_whom)
    if words.families()[doc[i].lower_] == "honorific":
        office = None
    return Title(start, end, i, words.families()[doc[i].lower_], office, complement or affiliation)


def _heads(doc: Doc, i: int) -> bool:
    token = doc[i]
    if token.lower_ not in words.families():
        return False
    if token.pos_ in {"VERB", "AUX", "ADV"}:
        return False
    if token.lower_ in {"deputy", "chief", "general", "captain", "opposition"}:
        return True
    if token.whitespace_ or i + 2 >= len(doc) or doc[i + 1].text not in words.HYPHENS:
        return True
    return doc[i + 2].lower_ in words.title_words("followers") | {"in"}


def _followers(doc: Doc, i: int) -> int:
    """The token after *General* or *-elect* that belongs to the head."""
    end = i + 1
    in_office = [token.lower_ for token in doc[end : end + 4]]
    if in_office in (["-", "in", "-", "office"], ["-", "in", "-", "chief"]):
        return end + len(in_office)
    if doc[i].lower_.rstrip(".") not in words.title_words("take_followers"):
        return end
    follower = end + 1 if end < len(doc) and words.is_joined(doc[end]) else end
    if follower < len(doc) and doc[follower].lower_ in words.title_words("followers"):
        return follower + 1
    return end


def _goes_on(doc: Doc, i: int) -> bool:
    """Whether another head follows in the same title: Chief | Executive, Vice Chair | man."""
    while i < len(doc) and (
        doc[i].lower_ in words.title_words("modifiers") and doc[i].lower_ not in words.families()
    ):
        i += 1
    return i < len(doc) and doc[i].lower_ in words.families() and doc[i].pos_ in {"NOUN", "PROPN"}


def _leftwards(scene: Scene, i: int) -> tuple[int, Affiliation | None]:
    """Where the title's words start, and the country or body among them."""
    doc, start, affiliation = scene.doc, i, None
    k = i - 1
    while k >= 0:
        if doc[k].text in words.POSSESSIVES and doc[k].lower_ != "s":
            owner = scene.known_ending(k)
            if owner and affiliation is None and _lends(owner):
                return owner.start, owner
            break
        known = scene.known_ending(k + 1)
        if known is not None and _lends(known):
            affiliation = affiliation or known
            k = start = known.start
            k -= 1
            continue
        if not _belongs(scene, k, i):
            break
        start = k
        k -= 1
    while start < i and doc[start].lower_ in {"and", "&", "-", "’", "'"}:
        start += 1
    return start, affiliation


def _lends(affiliation: Affiliation) -> bool:
    return affiliation.country is not None or affiliation.body is not None


def _belongs(scene: Scene, k: int, head: int) -> bool:
    """Whether a word before the head is part of the title."""
    doc, token = scene.doc, scene.doc[k]
    if token.lower_ in {"and", "&"}:
        return k > 0 and _continues_title(doc, k)
    if token.lower_ == "under":
        return doc[k + 1].lower_ == "secretary"
    if token.lower_ in words.title_words("times") | words.title_words("modifiers"):
        return doc[k + 1].text != ","
    if token.lower_ in words.families():
        return token.pos_ in NOMINAL and head - k < MAX_COMPLEMENT
    if words.is_joined(token):
        return True
    named = token.pos_ == "PROPN" or not words.opens_sentence(token)
    return named and words.is_name_word(token) and token.pos_ in NOMINAL


def _continues_title(doc: Doc, k: int) -> bool:
    """Whether *and* joins two parts of a title: Deputy Prime Minister and Foreign Minister."""
    known = words.title_words("portfolio") | words.title_words("modifiers") | set(words.families())
    before, after = doc[k - 1], doc[k + 1]
    if not (before.lower_ in known and after.lower_ in known):
        return False
    return words.is_capitalised(before) == words.is_capitalised(after)


def _complement(scene: Scene, i: int) -> tuple[int, Affiliation | None]:
    """The end of *of State*, *of the CIA*; and whose office it is."""
    doc, end, affiliation = scene.doc, i, None
    envoy = doc[i - 1].lower_ in SENT
    while end < len(doc) - 1 and doc[end].lower_ in COMPLEMENT:
        if doc[end].lower_ == "to" and not envoy:
            break
        k = end + 1
        if doc[k].lower_ in {"the", "her", "his"} and k + 1 < len(doc):
            k += 1
        stop, found = _of_what(scene, k)
        if stop == k:
            break
        affiliation = affiliation or found
        end = stop
    return end, affiliation


def _of_what(scene: Scene, k: int) -> tuple[int, Affiliation | None]:
    known = scene.known_starting(k)
    if known is None:
        end = _portfolio(scene.doc, k, k)
        return end if end > k else _before_name(scene.doc, k), None
    return _portfolio(scene.doc, known.end, k), known if _lends(known) else None


def _before_name(doc: Doc, k: int) -> int:
    """The end of words with capitals before somebody's name: Head of Trade | Jan Holm."""
    for i in range(k, min(k + LONGEST_DUTY + 1, len(doc) - 1)):
        if i > k and doc[i].lower_ in words.given_names() and words.is_name_word(doc[i + 1]):
            return i
        if not words.is_name_word(doc[i]) or doc[i].lower_ in words.given_names():
            break
    return k


def _portfolio(doc: Doc, k: int, start: int) -> int:
    """The end of the words for what an office is about: Europe | and Foreign Affairs."""
    for affairs in range(k, min(k + MAX_COMPLEMENT, len(doc))):
        if doc[affairs].text == "Affairs":
            return affairs + 1
        if not words.is_name_word(doc[affairs]) and doc[affairs].lower_ not in {"and", "the", "&"}:
            break
    portfolio = words.title_words("portfolio")
    while k < len(doc) and (
        doc[k].lower_ in portfolio
        or (k > start and doc[k].lower_ in {"and", "&", ",", "the"} and _more(doc, k, portfolio))
    ):
        k += 1
    return k


def _more(doc: Doc, k: int, portfolio: frozenset[str]) -> bool:
    following = k + 1
    while following < len(doc) and doc[following].lower_ in {"and", "the"}:
        following += 1
    return following < len(doc) and doc[following].lower_ in portfolio


def _is_of(doc: Doc, country: Affiliation) -> bool:
    """Whether the office is the country's own: the president of France, no envoy to France."""
    return _of_before(doc, country) < country.start


def _of_before(doc: Doc, country: Affiliation) -> int:
    """Where *of*, *of the Republic of* before a country starts; the country itself without it."""
    start, k = country.start, country.start - 1
    while k > 0 and doc[k].lower_ in REALMS | {"the", "of"}:
        start = k if doc[k].lower_ == "of" else start
        k -= 1
    return start


def _office(doc: Doc, start: int, end: int, affiliation: Affiliation | None) -> str | None:
    """The title without the country it is of: prime minister | of Singapore."""
    if affiliation is None or not affiliation.country or affiliation.body:
        return doc[start:end].text or None
    before = doc[start : max(start, _of_before(doc, affiliation))].text
    rest = affiliation.end
    while rest < end and doc[rest].text in words.POSSESSIVES:
        rest += 1
    return " ".join(part for part in (before, doc[rest:end].text) if part) or None


def gender(doc: Doc, title: Title | None) -> str | None:
    """What a title says of its holder's sex, if anything."""
    for token in doc[title.start : title.end] if title else ():
        if token.lower_ in words.title_words("male"):
            return "male"
        if token.lower_ in words.title_words("female"):
            return "female"
    return None
