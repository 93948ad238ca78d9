"""Runs of capitals: where a name may open, and where it ends."""

from spacy.tokens import Doc

from extractors.actors import words
from extractors.actors.kinds import kind_of
from extractors.actors.scene import Known, Scene

NUMERALS = frozenset(
    {"II", "III", "IV", "V", "VI", "VII", "VIII", "XIV", "XVI", "Jr.", "Jr", "Sr."}
)

# The Government of the Kingdom | of Sweden.
REALMS = frozenset({"kingdom", "republic", "state", "sultanate", "emirate", "principality"})


def may_open(scene: Scene, i: int) -> bool:
    """Whether a name may start with this word."""
    token = scene.doc[i]
    if not words.is_name_word(token):
        return False
    if not words.opens_sentence(token):
        return token.pos_ in {"PROPN", "NOUN", "ADJ", "X", "VERB", "INTJ", "ADP"}
    plural = token.tag_ == "NNS"  # Negotiators from both sides
    if token.lower_ in words.given_names() or (token.pos_ == "PROPN" and not plural):
        return True
    following = token.nbor() if i + 1 < len(scene.doc) else None
    return bool(token.ent_type_ and following is not None and following.ent_type_) or bool(
        following is not None and following.pos_ == "PROPN" and words.is_name_word(following)
    )


def is_plain_word(doc: Doc, known: Known) -> bool:
    """Whether a town's name is only a word with a sentence's capital: Reading is fun."""
    return known.end - known.start == 1 and kind_of(known) == "place" and not _is_proper(doc, known)


def _is_proper(doc: Doc, known: Known) -> bool:
    token = doc[known.start]
    return token.pos_ == "PROPN" or bool(token.ent_type_) or not words.opens_sentence(token)


def run_from(scene: Scene, i: int, claimed: set[int], *, after_title: bool) -> tuple[int, int]:
    """The stretch of capitals from `i` on, with the small words that names hold together."""
    doc, end = scene.doc, i
    known = scene.starting.get(i)
    if known is not None and not set(range(i, known.end)) & claimed:
        end = known.end
    while end < len(doc) and end not in claimed:
        token = doc[end]
        if words.is_name_word(token) or (token.text in NUMERALS and end > i):
            end += 1
        elif end > i and (step := _joint(scene, end, claimed, after_title=after_title)):
            end += step
        else:
            break
        if end in scene.starting and not _glued(scene, i, end):
            break
    while end > i and doc[end - 1].is_punct and not doc[end - 1].is_alpha:
        end -= 1
    return i, end


def _glued(scene: Scene, start: int, at: int) -> bool:
    """Whether a known name can be the later part of a longer one: Michael | Jordan."""
    doc = scene.doc
    known = scene.starting[at]
    if doc[start].lower_ in words.given_names() and at == start + 1 and known.end == at + 1:
        return True
    if doc[start].lower_ in words.DIRECTIONS:
        return True
    after = known.end
    return kind_of(known) == "person" or (
        after < len(doc) and words.is_name_word(doc[after]) and start not in scene.starting
    )


def _joint(scene: Scene, i: int, claimed: set[int], *, after_title: bool) -> int:
    """How many tokens of small words can go on a name here; 0 when it ends."""
    doc = scene.doc
    if i + 1 >= len(doc) or i + 1 in claimed:
        return 0
    token, following = doc[i], doc[i + 1]
    if words.is_joined(token) and token.text != "–":
        return _hyphen(scene, i)
    if token.lower_ in words.PARTICLES or token.text == "&":
        particles = 1
        while i + particles < len(doc) and doc[i + particles].lower_ in words.PARTICLES:
            particles += 1
        after = i + particles
        return (
            particles + 1
            if after < len(doc) and words.is_name_word(doc[after])
            else (particles + 2 if after + 1 < len(doc) and words.is_joined(doc[after]) else 0)
        )
    body = doc[i - 1].lower_ in words.nouns("body_names") | REALMS and not after_title
    if body and token.lower_ in {"of", "for", "on"}:
        skip = 2 if following.lower_ == "the" else 1
        if i + skip in claimed:  # the Office of the Vice President
            office = doc[i - 1].lower_ == "office"
            while office and i + skip in claimed:
                skip += 1
            return skip if office else 0
        return skip + 1 if i + skip < len(doc) and words.is_name_word(doc[i + skip]) else 0
    return 0


def _hyphen(scene: Scene, i: int) -> int:
    doc, following = scene.doc, scene.doc[i + 1]
    before = scene.ending.get(i)
    if (before is not None and kind_of(before) != "place") or i + 1 in scene.starting:
        return 0
    if words.is_capitalised(following):
        after = doc[i + 2].lower_ if i + 2 < len(doc) else ""
        return 0 if after in words.nouns("things") else 2
    return 2 if following.pos_ == "PROPN" and following.ent_type_ == "PERSON" else 0
