"""Who a pronoun or *the two leaders* stands for, by what was named before it."""

from bisect import bisect_right, insort
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate, islice, pairwise

from spacy.tokens import Doc, Token

from extractors import syntax
from extractors.actors import tokens
from extractors.actors.records import Actor
from readout.records import Extent

GENDERS = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip
PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
PRONOUNS = tokens.ids(GENDERS)
SUBJECT = syntax.SUBJECT | syntax.PASSIVE_SUBJECT
# How many sentences back a pronoun reaches, its own among them.
REACH_SENTENCES = 4
REACH_MENTIONS = 40  # four sentences of news have half as many
# What speaks for one candidate against another: tried on news, in the order of their weight.
SUBJECT_BONUS = 2.0
SENTENCE_COST = 1.5
KNOWN_GENDER_BONUS = 1.0
POSSESSOR_COST = 0.5
TOKEN_COST = 0.02


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text where an actor is named or meant."""

    start: int
    end: int
    head: int
    actor: Actor
    gender: str | None = None

    def __lt__(self, other: "Mention") -> bool:
        """In the order of the text."""
        return self.start < other.start


@dataclass(slots=True)
class Discourse:
    """What a document has spoken of, place by place, and where it quotes."""

    doc: Doc
    mentions: list[Mention]
    quoted: list[Extent]
    _sentences: list[int] = field(default_factory=list)
    _unquoted: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.mentions.sort()
        self._sentences = tokens.sentence_starts(self.doc)
        bounds = pairwise([*self._sentences, len(self.doc)])
        outside = [not self._is_quoted(start, end) for start, end in bounds]
        self._unquoted = [0, *accumulate(outside)]

    def _is_quoted(self, start: int, end: int) -> bool:
        """Whether a sentence stands in one quotation from end to end."""
        quotation = self.quotation(start)
        return quotation is not None and self.quotation(end - 1) == quotation

    def sentence(self, i: int) -> int:
        """The number of the sentence that a token is in."""
        return bisect_right(self._sentences, i)

    def _distance(self, i: int, before: int) -> int:
        """How many sentences a token stands behind another.

        Who speaks outside a quotation does not count its sentences, however many they are.
        """
        here, there = self.sentence(i), self.sentence(before)
        if self.quotation(i) is None:
            return self._unquoted[here] - self._unquoted[there]
        return here - there

    def quotation(self, i: int) -> int | None:
        """The number of the quotation that a token is in; None outside all."""
        offset = self.doc[i].idx
        k = bisect_right(self.quoted, offset, key=lambda extent: extent.start) - 1
        return k if k >= 0 and offset < self.quoted[k].end else None

    def before(self, i: int, sentences: int = REACH_SENTENCES) -> Iterator[Mention]:
        """The mentions before a token, nearest first, this many sentences back."""
        k = bisect_right(self.mentions, i - 1, key=lambda mention: mention.start) - 1
        while k >= 0 and self._distance(i, self.mentions[k].start) < sentences:
            if self.mentions[k].end <= i:
                yield self.mentions[k]
            k -= 1

    def resolve_pronouns(self) -> dict[int, Actor]:
        """Who each he and she is, in the order of the text; the doubtful are left out."""
        found: dict[int, Actor] = {}
        for i in tokens.with_lower(self.doc, PRONOUNS):
            token = self.doc[i]
            gender = GENDERS[token.lower_]
            if token.pos_ != "PRON":
                continue
            mention = self._antecedent(token, gender)
            if mention is not None:
                found[token.i] = mention.actor
                insort(
                    self.mentions,
                    Mention(token.i, token.i + 1, token.i, mention.actor, gender),
                )
        return found

    def _antecedent(self, pronoun: Token, gender: str) -> Mention | None:
        candidates = [
            mention
            for mention in islice(self.before(pronoun.i), REACH_MENTIONS)
            if mention.actor.kind == "person"
            and mention.gender in {gender, "either", None}
            and self._in_reach(pronoun, mention)
            and not self._bound(pronoun, mention)
            and not self._asks(pronoun, mention)
        ]
        if not candidates:
            return None
        return max(candidates, key=lambda mention: self._salience(pronoun, mention, gender))

    def _in_reach(self, pronoun: Token, mention: Mention) -> bool:
        """Whether a quotation parts the two: what is quoted speaks of others than who speaks."""
        here, there = self.quotation(pronoun.i), self.quotation(mention.head)
        if here == there:
            return True
        if here is None:
            return False
        return there is None and not self._speaks(mention)

    def _speaks(self, mention: Mention) -> bool:
        """Whether the mention is the subject of its clause, as the one who is quoted is."""
        return self.doc[mention.head].dep_ in SUBJECT

    def _bound(self, pronoun: Token, mention: Mention) -> bool:
        """Whether both depend on one verb, so that they are two: Trump met him."""
        if pronoun.lower_ in {"his", "himself", "herself", "hers"} or pronoun.dep_ in {
            "nmod:poss",
            "poss",
        }:
            return False
        verb, head = syntax.governor(pronoun), self.doc[mention.head]
        if verb is None:
            return False
        other = syntax.governor(head)
        if other is not None and other.i == verb.i:
            return True
        subjects = syntax.subjects(verb) if pronoun.dep_ not in SUBJECT else []
        return any(mention.start <= subject.i < mention.end for subject in subjects)

    def _asks(self, pronoun: Token, mention: Mention) -> bool:
        """Asked by the judge whether he had signed, he replied: he is the one who is asked."""
        opening = pronoun.sent.start
        if self.doc[opening].tag_ != "VBN" or self.doc[opening + 1].lower_ != "by":
            return False
        between = self.doc[opening + 2 : max(mention.start, opening + 2)]
        named = opening < mention.start and all(t.pos_ in PHRASE or t.is_punct for t in between)
        return pronoun.dep_ in SUBJECT and named

    def _salience(self, pronoun: Token, mention: Mention, gender: str) -> float:
        head = self.doc[mention.head]
        score = -SENTENCE_COST * self._distance(pronoun.i, mention.start)
        score -= TOKEN_COST * (pronoun.i - mention.start)
        opens = head.dep_ == "ROOT" and head.pos_ in syntax.NOMINAL  # a subject without its verb
        owns_subject = head.dep_ in syntax.POSSESSOR and head.head.dep_ in SUBJECT  # her remarks
        score += SUBJECT_BONUS * (head.dep_ in SUBJECT or opens or owns_subject)
        score += KNOWN_GENDER_BONUS * (mention.gender == gender)
        score -= POSSESSOR_COST * (head.dep_ in syntax.POSSESSOR)
        return score

    def two(self, i: int, kinds: frozenset[str]) -> tuple[Actor, ...]:
        """The two actors of these kinds that were last spoken of; empty when they are not two.

        Sentence by sentence backwards: the first that brings their number to two decides, and
        one that brings it over two leaves the matter open.
        """
        found: dict[str, Mention] = {}
        here, inside = self.sentence(i), self.quotation(i)
        for distance in range(REACH_SENTENCES):
            for mention in self.before(i, distance + 1):
                if here - self.sentence(mention.start) == distance and (
                    mention.actor.kind in kinds and self.quotation(mention.head) == inside
                ):
                    found[mention.actor.actor_id] = mention
            if len(found) > 1:
                break
        pair = sorted(found.values()) if len(found) == 2 else []  # noqa: PLR2004  two make a pair
        return tuple(mention.actor for mention in pair)

    def subject_before(self, pronoun: Token, kinds: frozenset[str]) -> Actor | None:
        """The subject nearest before a pronoun, when it is of one of these kinds."""
        for token in reversed(self.doc[max(0, pronoun.i - 80) : pronoun.i]):
            if self.sentence(pronoun.i) - self.sentence(token.i) > 1:
                return None
            if token.dep_ not in SUBJECT or token.pos_ not in {"NOUN", "PROPN"}:
                continue
            if self.quotation(token.i) == self.quotation(pronoun.i):
                mention = self._mention_at(token.i)
                return mention.actor if mention and mention.actor.kind in kinds else None
        return None

    def plural_before(self, pronoun: Token) -> list[Token]:
        """The heads of the subject nearest before *they* that is plural or several."""
        for token in reversed(self.doc[max(0, pronoun.i - 80) : pronoun.i]):
            if self.sentence(pronoun.i) - self.sentence(token.i) > 1:
                return []
            if token.dep_ in SUBJECT and self.quotation(token.i) == self.quotation(pronoun.i):
                heads = syntax.conjuncts(token)
                if len(heads) > 1 or (token.tag_ == "NNS" and token.pos_ == "NOUN"):
                    return heads
        return []

    def _mention_at(self, i: int) -> Mention | None:
        k = bisect_right(self.mentions, i, key=lambda mention: mention.start) - 1
        if k >= 0 and self.mentions[k].start <= i < self.mentions[k].end:
            return self.mentions[k]
        return None
