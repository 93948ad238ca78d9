"""Indirect speech: what a reporting verb takes as its content, by the frames of the verb."""

from collections.abc import Callable, Iterator

from spacy.tokens import Span, Token

from extractors import lexicon, syntax
from extractors.actors import Cast
from extractors.statements.contents import Reach, has_that, markers_end
from extractors.statements.cues import Cue, noun_senses
from extractors.statements.drafts import Draft
from extractors.statements.passages import (
    FINITE,
    MARKS,
    extent_of,
    is_finite,
    left_edge,
    passage,
    right_edge,
    sentence_end,
    sentence_start,
)
from extractors.statements.speakers import addressee_of, speaker_beside, speaker_of

Content = tuple[list[Span], str]
PREPOSITIONS = ("of", "for", "against", "about", "on", "to", "as", "over", "with", "from")
QUESTION_TAGS = frozenset({"WRB", "WP", "WDT", "WP$"})
BEFORE_THAT = frozenset({"ADV", "DET", "NOUN", "PROPN", "PRON", "ADP", "ADJ", "NUM", "PART"})
NAMING_REACH = 10
SEPARATORS = frozenset({",", "—", "–"})
SUBJECT_WORDS = frozenset(
    {"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "ADP", "CCONJ", "PART", "PUNCT", "AUX", "ADV"}
)
BESIDE_VERB = frozenset({"obj", "iobj", "obl", "advmod", "obl:unmarked", "dobj", "prep", "nsubj"})
NAME_WORDS = frozenset({"DET", "NOUN", "PROPN", "ADJ", "NUM"})
WHEN_SAID = frozenset(
    ["yesterday", "today", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "morning", "afternoon", "evening", "night", "late", "early", "last"]
)
OBJECT_CASE = frozenset({"me", "him", "us", "them"})
PERSONS = frozenset({"he", "she", "they", "we", "i", "you", "who"})
SAID_WORDS = frozenset(
    {
        "so",
        "no",
        "yes",
        "nothing",
        "little",
        "much",
        "more",
        "anything",
        "something",
        "this",
        "that",
    }
)
SURE = {"that": 0.9, "beside": 0.9, "question": 0.8, "infinitive": 0.75, "order": 0.75}


class Indirect:
    """The indirect speech of one text."""

    def __init__(self, reach: Reach, cast: Cast) -> None:
        self.reach = reach
        self.cast = cast
        self.doc = reach.doc

    def drafts(self, cues: list[Cue]) -> Iterator[Draft]:
        """Every statement in indirect speech among these cues."""
        for cue in cues:
            draft = self.draft(cue)
            if draft is not None:
                yield draft

    def draft(self, cue: Cue) -> Draft | None:
        """What a cue reports, if it stands in one of its frames."""
        content = self._content(cue)
        if content is None:
            return None
        spans, frame = content
        sense = cue.sense(frame)
        return Draft(
            cue.head,
            extent_of(cue.words),
            tuple(extent_of(span) for span in spans),
            frame,
            SURE.get(frame, 0.6) - (0.3 if sense.belief else 0),
            self._speaker(cue, frame),
            sense.act,
            sense.belief,
            addressee_of(cue),
        )

    def _speaker(self, cue: Cue, frame: str) -> Span | None:
        if frame == "beside":
            return speaker_beside(cue, self._reporting_clause(cue)[0], sentence_end(cue.head))
        return speaker_of(cue)

    def _content(self, cue: Cue) -> Content | None:
        frames: list[Callable[[Cue], Content | None]] = [
            self._clause,
            self._order,
            self._open_clause,
            self._silence,
            self._prepositional,
            self._beside,
            self._naming,
            self._rest,
            self._object,
            self._word,
        ]
        for frame in frames:
            content = frame(cue)
            if content is not None:
                return content
        return None

    # said that …, told reporters it …, asked whether …

    def _clause(self, cue: Cue) -> Content | None:
        if not cue.takes("that", "that!", "question"):
            return None
        for head in self._clauses_after(cue):
            asks = self.doc[left_edge(head)].tag_ in QUESTION_TAGS or (
                self.doc[left_edge(head)].lower_ in {"if", "whether"}
            )
            if not has_that(head) and not _own_subject(head):
                continue
            if span := self.reach.clause(cue, self._start(cue, head), head):
                return [span], "question" if asks and cue.takes("question") else "that"
        that = self._that_after(cue)
        if that is not None and (span := self.reach.clause(cue, that.i + 1, None)):
            return [span], "that"
        return None

    def _start(self, cue: Cue, head: Token) -> int:
        """Where the clause starts; all after the verb where the parser cut its subject in two."""
        start = markers_end(head)
        gap = self.doc[cue.words.end : start]
        if not has_that(head) and len(gap) and not cue.takes("tells", "question"):
            if all(t.pos_ in NAME_WORDS or (t.pos_ == "ADP" and t.i > gap[0].i) for t in gap):
                start = cue.words.end
        while start < head.i and self.doc[start].lower_ in WHEN_SAID:
            start += 1
        return start

    def _clauses_after(self, cue: Cue) -> list[Token]:
        found = [
            head
            for head in cue.head.rights
            if head.dep_ in syntax.CONTENT_CLAUSE
            or (head.dep_ in {"xcomp", "acl", "parataxis", "conj"} and has_that(head))
            or (head.dep_ == "xcomp" and syntax.children(head, syntax.SUBJECT) and _finite(head))
        ]
        return [head for head in found if left_edge(head) >= cue.words.end and _finite(head)]

    def _that_after(self, cue: Cue) -> Token | None:
        """The "that" of a clause that the parser hung elsewhere: said on Monday that …"""
        if any(child.lower_ == "so" for child in cue.head.children):
            return None  # so convinced that: a result
        between = {
            t.i for child in cue.head.rights if child.dep_ in BESIDE_VERB for t in child.subtree
        }
        for token in self.doc[cue.words.end : cue.words.end + 25]:
            if _is_conjunction(token) and token.i + 2 < sentence_end(token):
                return token
            if token.i not in between and (token.pos_ not in BEFORE_THAT or token.lower_ == "that"):
                return None
            if noun_senses(token):
                return None
        return None

    # …, he said; …, said the minister, …

    def _beside(self, cue: Cue) -> Content | None:
        if not cue.takes("that", "that!"):
            return None
        if not _stands_beside(cue) and not self._ends_sentence(cue):
            return None
        start, end = self._reporting_clause(cue)
        opening = sentence_start(cue.head)
        comma = start - 1
        while comma >= opening and (
            self.doc[comma].pos_ == "ADV" or self.doc[comma].lower_ == "as"
        ):
            comma -= 1
        as_clause = comma < start - 1 and self.doc[comma + 1].lower_ == "as"
        if comma < opening and as_clause:
            resumed = self._resumed(cue, end)
            return ([resumed], "beside") if resumed else None
        if comma <= opening or self.doc[comma].text not in {",", "—", "–"}:
            return None
        resumed = self._resumed(cue, end)
        told = [*self.doc[opening:comma], *(resumed or ())]
        if not any(is_finite(token) for token in told):
            return None
        spans = [self.reach.bounded(opening, comma), resumed]
        kept = [span for span in spans if span is not None]
        return (kept, "beside") if kept else None

    def _reporting_clause(self, cue: Cue) -> tuple[int, int]:
        """The tokens of subject, verb and what else stands with them, up to the next comma."""
        verb = cue.head
        start, end = cue.words.start, cue.words.end
        for child in verb.children:
            if child.dep_ in syntax.SUBJECT | syntax.AUXILIARY | {"advmod"}:
                if child.i < verb.i:
                    start = min(start, left_edge(child))
                elif child.dep_ in syntax.SUBJECT:
                    end = max(end, syntax.full_noun_phrase(child).end)
        start = self._subject_by_comma(verb) or start
        limit = sentence_end(verb)
        while end < limit and self.doc[end].text not in {",", ".", ";", "—", "–", ":"}:
            end += 1
        return start, end

    def _ends_sentence(self, cue: Cue) -> bool:
        """…, the central bank predicted: a past tense taken for a participle of the noun before."""
        verb = cue.head
        if verb.tag_ != "VBN" or syntax.children(verb, syntax.AUXILIARY):
            return False
        after = self.doc[verb.i + 1 : sentence_end(verb)]
        ends = all(t.is_punct or t.is_space or t.lower_ in WHEN_SAID | {"on"} for t in after)
        return ends and self._subject_by_comma(verb) is not None

    def _subject_by_comma(self, verb: Token) -> int | None:
        """Where the noun phrase between a comma and the verb starts, whatever the parser made of it."""
        for i in range(verb.i - 1, sentence_start(verb), -1):
            token = self.doc[i]
            if token.text in SEPARATORS:
                return (
                    i + 1 if verb.i - i > 1 and _is_noun_phrase(self.doc[i + 1 : verb.i]) else None
                )
            if token.pos_ not in SUBJECT_WORDS or token.tag_ in QUESTION_TAGS:
                return None
            if token.tag_ in FINITE and token.head != verb:
                return None
        return None

    def _resumed(self, cue: Cue, end: int) -> Span | None:
        """What goes on after the reporting clause: “…, he said, but only if …”."""
        limit = sentence_end(cue.head)
        if end + 2 >= limit or self.doc[end].text not in {",", "—", "–"}:
            return None
        if self.doc[end + 1].tag_ in QUESTION_TAGS:
            return None
        if self.reach.opens_report(end + 1) or any(
            child.i > end and child.dep_ in {"conj", "advcl"} for child in cue.head.children
        ):
            return None
        return self.reach.bounded(end + 1, limit)

    # urged the council to …

    def _order(self, cue: Cue) -> Content | None:
        if not cue.takes("order"):
            return None
        if syntax.is_passive(cue.head):
            heads = [head for head in syntax.open_clauses(cue.head) if syntax.infinitive(head)]
            return self._from_heads(cue, heads, "order")
        listeners = [t for t in (*syntax.objects(cue.head), *syntax.indirect_objects(cue.head))]
        deeds = [
            head
            for head in cue.head.rights
            if head.dep_ in {"xcomp", "ccomp", "advcl"} and syntax.infinitive(head)
        ]
        deeds += [
            h
            for t in listeners
            for h in syntax.children(t, syntax.NOUN_CLAUSE)
            if syntax.infinitive(h)
        ]
        if not listeners:
            listeners = [t for deed in deeds for t in syntax.children(deed, syntax.SUBJECT)]
        if not deeds or not listeners or listeners[0].i < cue.head.i:
            return None
        span = self.reach.clause(cue, left_edge(listeners[0]), deeds[-1])
        return ([span], "order") if span else None

    # promised to …, ruled out sending …

    def _open_clause(self, cue: Cue) -> Content | None:
        for frame, fits in (("infinitive", syntax.infinitive), ("gerund", _is_gerund)):
            if cue.takes(frame):
                heads = [
                    head
                    for head in cue.head.rights
                    if head.dep_ in {"xcomp", "ccomp", "advcl", "obj"} and fits(head)
                ]
                if heads and self._is_said(heads[0]):
                    return None  # refused to say that: the saying is the statement
                if content := self._from_heads(cue, heads[:1], frame):
                    return content
        return None

    # declined to comment

    def _silence(self, cue: Cue) -> Content | None:
        if not cue.takes("silence"):
            return None
        speaking = lexicon.load("reporting")["attribution"]["speaking"]
        for head in syntax.open_clauses(cue.head):
            said = lexicon.verb_lemma(head.lower_) or head.lemma_
            if syntax.infinitive(head) and said in speaking and not self._is_said(head):
                return self._from_heads(cue, [head], "silence")
        return None

    def _is_said(self, head: Token) -> bool:
        inner = self.reach.cues.get(head.i)
        return inner is not None and not inner.is_belief and self._content(inner) is not None

    # warned against …, called for …, accused the minister of …

    def _prepositional(self, cue: Cue) -> Content | None:
        for preposition in PREPOSITIONS:
            if not cue.takes(preposition):
                continue
            accused = [token for token in syntax.objects(cue.head) if token.i > cue.head.i]
            hung = [*cue.head.rights, *(child for token in accused for child in token.rights)]
            for head in hung:
                labels = {"obl", "advcl", "nmod", "xcomp", "acl", "obl:arg"}
                if head.dep_ in labels and self._introduced_by(head, preposition):
                    return self._after_preposition(cue, head, preposition)
        return None

    def _introduced_by(self, head: Token, preposition: str) -> bool:
        return any(
            child.lower_ == preposition and child.dep_ in {"case", "mark"} and child.i < head.i
            for child in head.children
        )

    def _after_preposition(self, cue: Cue, head: Token, preposition: str) -> Content | None:
        accused = [token for token in syntax.objects(cue.head) if token.i > cue.head.i]
        start = left_edge(accused[0]) if accused else left_edge(head)
        if not accused and self.doc[start].lower_ == preposition:
            start += 1
        span = self.reach.clause(cue, start, head)
        return ([span], preposition) if span else None

    # called the vote “a farce”

    def _naming(self, cue: Cue) -> Content | None:
        if not (cue.takes("naming") or lexicon.verb_lemma(cue.head.lower_) == "call"):
            return None
        if cue.head.tag_ == "VBN" and not speaker_of(cue):
            return None  # the so-called
        for first, end in self.reach.quoted:
            if cue.words.end < first <= cue.words.end + NAMING_REACH:
                between = self.doc[cue.words.end : first]
                named = between[0].pos_ in NAME_WORDS | {"PRON"}
                if named and all(t.pos_ in NAME_WORDS | {"PRON", "ADP", "PART"} for t in between):
                    span = self.reach.bounded(cue.words.end, end)
                    return ([span], "naming") if span else None
        return None

    # denied the claims

    def _object(self, cue: Cue) -> Content | None:
        if not cue.takes("object"):
            return None
        heads = [head for head in syntax.objects(cue.head) if head.i > cue.head.i]
        if not heads or not self._by_somebody(cue) or heads[0].tag_ in QUESTION_TAGS:
            return None
        span = passage(self.doc, left_edge(heads[0]), right_edge(cue.head))
        return ([self.reach.bounded(span.start, span.end) or span], "object") if span else None

    def _by_somebody(self, cue: Cue) -> bool:
        """A noun phrase is content only where somebody who can speak is the subject."""
        speaker = speaker_of(cue)
        if speaker is None:
            return False
        head = speaker.root
        if head.pos_ == "PRON":
            return head.lower_ in PERSONS
        sources = lexicon.load("reporting")["attribution"]["sources"]
        return self.cast.can_act(head) or head.lemma_.lower() in sources

    # said nothing, said so

    def _word(self, cue: Cue) -> Content | None:
        if not cue.takes("word"):
            return None
        for child in cue.head.rights:
            if child.dep_ in syntax.OBJECT | {"advmod", "discourse"} and child.lower_ in SAID_WORDS:
                return [self.doc[child.i : child.right_edge.i + 1]], "word"
        return None

    # said [a clause that the parser hung elsewhere]

    def _rest(self, cue: Cue) -> Content | None:
        if not cue.takes("that", "that!") or cue.is_belief or syntax.is_passive(cue.head):
            return None
        if cue.head.tag_ not in {"VBD", "VBZ", "VBP"} and not syntax.auxiliaries(cue.head):
            return None
        start, end = cue.words.end, sentence_end(cue.head)
        while start < end and (
            self.doc[start].lower_ in WHEN_SAID or self.doc[start].lower_ == "on"
        ):
            start += 1
        verb = self._verb_near(start, end, 40 if cue.takes("word") else 15)
        if verb is None:
            return None
        if cue.takes("tells"):
            subjects = syntax.children(verb, syntax.SUBJECT | syntax.PASSIVE_SUBJECT)
            start = max(start, left_edge(subjects[0])) if subjects else start
        span = self.reach.bounded(start, end)
        return ([span], "that") if span else None

    def _verb_near(self, start: int, end: int, reach: int) -> Token | None:
        """The finite verb that a noun phrase right after the cue is the subject of."""
        for token in self.doc[start : min(end, start + reach)]:
            if token.text in {",", ";", ":"} or token.pos_ in {"CCONJ", "SCONJ"}:
                if reach < 40:
                    return None
            if token.tag_ in QUESTION_TAGS or token.tag_ in {"VBG", "TO"}:
                return None
            if token.text in {"?", "!", ".", "”"} or token.lower_ in OBJECT_CASE:
                return None
            if token.i == start and (token.pos_ in {"ADP", "ADV"} or token.tag_ in FINITE):
                return None
            if token.tag_ in FINITE:
                return token.head if token.dep_ in syntax.AUXILIARY | {"cop"} else token
        return None

    def _from_heads(self, cue: Cue, heads: list[Token], frame: str) -> Content | None:
        for head in heads:
            if left_edge(head) >= cue.words.end and (
                span := self.reach.clause(cue, left_edge(head), head)
            ):
                return [span], frame
        return None


def _finite(head: Token) -> bool:
    """A clause with a tensed verb or auxiliary, and no "to"."""
    if syntax.infinitive(head):
        return False
    parts = [head, *syntax.children(head, syntax.AUXILIARY | {"cop"})]
    return any(part.tag_ in FINITE for part in parts) or bool(
        syntax.children(head, syntax.SUBJECT | syntax.PASSIVE_SUBJECT)
    )


def _is_noun_phrase(words: Span) -> bool:
    return words[0].pos_ not in {"ADP", "CCONJ"} and any(w.pos_ in syntax.NOMINAL for w in words)


def _is_conjunction(token: Token) -> bool:
    """A "that" that opens a clause: by its tag, its role, or right after the day it was said."""
    if token.lower_ != "that":
        return False
    return token.tag_ == "IN" or token.dep_ == "mark" or token.nbor(-1).lower_ in WHEN_SAID


def _own_subject(head: Token) -> bool:
    return bool(syntax.children(head, syntax.SUBJECT | syntax.PASSIVE_SUBJECT | {"expl"}))


def _stands_beside(cue: Cue) -> bool:
    """A finite verb with a subject of its own and no object, outside relative clauses."""
    verb = cue.head
    finite = verb.tag_ in {"VBD", "VBZ", "VBP", "NNS"} or bool(syntax.auxiliaries(verb))
    if syntax.is_passive(verb):
        return any(token.lower_ == "it" for token in syntax.subjects(verb))
    subject = [child for child in syntax.children(verb, syntax.SUBJECT) if child.i < verb.i]
    if verb.tag_ == "VBG" or not (finite or (verb.tag_ == "VBN" and subject)):
        return False
    if any(child.dep_ in syntax.OPEN_CLAUSE and child.i > verb.i for child in verb.children):
        return False
    if any(token.tag_ in {"WP", "WDT"} for token in syntax.children(verb, syntax.SUBJECT)):
        return False
    marks = {mark.lower_ for mark in syntax.markers(verb)}
    if not subject and verb.i + 1 < len(verb.doc) and verb.nbor().pos_ == "ADP":
        return False
    inverted = verb.i > 0 and verb.nbor(-1).text in SEPARATORS and verb.tag_ in {"VBD", "VBZ"}
    told = cue.takes("tells") or inverted or not _right_objects(verb)
    return not (marks - {"as"}) and told


def _right_objects(verb: Token) -> list[Token]:
    return [child for child in syntax.children(verb, syntax.OBJECT) if child.i > verb.i]


def _is_gerund(head: Token) -> bool:
    return head.tag_ == "VBG" and not syntax.children(head, syntax.AUXILIARY)
