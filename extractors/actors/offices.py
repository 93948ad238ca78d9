"""Office-holders told by their country alone: the leaders of A and B, his French counterpart."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from extractors import syntax
from extractors.actors import words
from extractors.actors.records import Affiliation
from extractors.actors.scene import Scene

COUNTERPARTS = words.nouns("counterparts")
OF = frozenset({"of", "from", "in"})
JOINTS = frozenset({",", "and", "&", "the", "of"})
STATE = ("of", "state"), ("of", "government"), ("of", "state", "and", "government")


def is_counterpart(head: Token) -> bool:
    """Whether the noun is one for who holds the same office elsewhere: counterpart, colleague.

    *Number* only as *opposite number*.
    """
    if head.lower_ == "number":
        return any(child.lower_ == "opposite" for child in head.lefts)
    return head.lower_ in COUNTERPARTS


def country_of_counterpart(scene: Scene, head: Token) -> str | None:
    """The country of his *French* counterpart, her counterpart from *Peru*."""
    known = scene.known_ending(head.i)
    if known is None and head.lower_ == "number" and head.i > 0:
        known = scene.known_ending(head.i - 1)
    if known is None and head.i + 1 < len(head.doc) and head.nbor().lower_ in OF:
        k = head.i + 2
        known = scene.known_starting(k + 1 if scene.doc[k : k + 1].text == "the" else k)
    return known.country if known is not None and known.body is None else None


def owner_of_counterpart(head: Token) -> Token | None:
    """Whose counterpart: *his*, *Rubio's*."""
    return next(iter(syntax.possessors(head)), None)


def are_holders(head: Token) -> bool:
    """Whether the noun is for several who hold the like office: ministers, leaders, heads."""
    if head.tag_ not in {"NNS", "NNPS"}:
        return False
    return head.lower_ in words.families() or _singular(head.lower_) in words.families()


def _singular(word: str) -> str:
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")


def office_start(doc: Doc, head: Token) -> int:
    """Where the words for an office start, without country and article: *defence* ministers."""
    start = head.i
    while start > 0 and doc[start - 1].lower_ in words.title_words("modifiers"):
        start -= 1
    return start


def office_in_singular(doc: Doc, head: Token) -> str:
    """The office that each of several holds: defence minister, for their defence ministers."""
    words_of = [token.text for token in doc[office_start(doc, head) : head.i]]
    return " ".join(
        [*words_of, _singular(head.lower_), *doc[head.i + 1 : _past_state(doc, head)].text.split()]
    )


def _past_state(doc: Doc, head: Token) -> int:
    """Past *of state and government* after *heads*."""
    following = [token.lower_ for token in doc[head.i + 1 : head.i + 5]]
    longest = max((len(s) for s in STATE if tuple(following[: len(s)]) == s), default=0)
    return head.i + 1 + (longest if head.lower_ == "heads" else 0)


def countries_after(scene: Scene, head: Token) -> list[Affiliation]:
    """The countries of the leaders *of Armenia, Georgia and Azerbaijan*; two or more, else none."""
    doc, k = scene.doc, _past_state(scene.doc, head)
    if doc[k : k + 1].text.lower() != "of":
        return []
    found: list[Affiliation] = []
    k += 1
    while k < len(doc):
        known = scene.known_starting(k)
        if known is not None and known.country is not None and known.body is None:
            found.append(known)
            k = known.end
        elif doc[k].lower_ in JOINTS:
            k += 1
        else:
            break
    joined = {token.lower_ for token in doc[head.i : k]} & {"and", "&"}
    return found if len(found) > 1 and joined else []


def spans_of(doc: Doc, head: Token, countries: list[Affiliation]) -> Iterator[Span]:
    """One phrase for each country: *the leaders of Armenia*, *Azerbaijan*."""
    start = syntax.noun_phrase(head).start
    for place, country in enumerate(countries):
        yield doc[start if place == 0 else country.start : country.end]
