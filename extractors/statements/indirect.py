"""Indirect speech: what a reporting verb takes as its content, by the frames of the verb."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Span

from extractors.actors import Cast
from extractors.statements import complements, phrases
from extractors.statements.addressees import addressee_of
from extractors.statements.beside import beside, reporting_clause
from extractors.statements.clauses import clause, rest
from extractors.statements.contents import Content, Reach
from extractors.statements.cues import Cue
from extractors.statements.drafts import Draft
from extractors.statements.embedded import embedded
from extractors.statements.passages import extent_of, sentence_end
from extractors.statements.speakers import speaker_beside, speaker_of

# The surest first; what else a verb may take is looked for only where these fail.
FRAMES = (
    clause,
    complements.order,
    complements.open_clause,
    complements.silence,
    complements.prepositional,
    beside,
    phrases.naming,
    embedded,
    rest,
)
# By frame, as judged by reading what each rule finds; every other frame is UNSURE.
CONFIDENCE = {
    "that": 0.9,
    "beside": 0.9,
    "question": 0.8,
    "infinitive": 0.75,
    "order": 0.75,
    "order with": 0.75,
}
UNSURE = 0.6
# Frames plain enough to tell of a statement where nobody is named as its speaker.
SPEAKERLESS = frozenset({"that", "question", "beside", "order", "silence"})
TALKERS = frozenset({"i", "you", "we", "you all"})
LESS_FOR_BELIEF = 0.3


def drafts(reach: Reach, cast: Cast, cues: Iterable[Cue]) -> Iterator[Draft]:
    """Every statement in indirect speech among these cues."""
    for cue in cues:
        content = _content(reach, cast, cue)
        if content is None or _is_prospect(cast, cue, content[1]):
            continue
        draft = _draft(reach, cue, *content)
        anonymous = draft.rule in SPEAKERLESS and not draft.belief
        if not _is_filler(draft) and (draft.speaker is not None or anonymous):
            yield draft


def _is_prospect(cast: Cast, cue: Cue, frame: str) -> bool:
    """The treaty threatens to split the party: things promise and threaten without a word."""
    if frame != "infinitive" or cue.sense(frame).act not in {"threaten", "promise"}:
        return False
    speaker = speaker_of(cue)
    named = speaker is not None and speaker[0].pos_ != "DET" and speaker.root.tag_[:3] != "NNS"
    return not named and not phrases.by_somebody(cue, cast)


def _is_filler(draft: Draft) -> bool:
    """You know, I think, as we said: words that keep a talk going and report nothing."""
    speaker = draft.speaker.text.lower() if draft.speaker is not None else ""
    return draft.rule in {"beside", "as clause"} and speaker in TALKERS


def _content(reach: Reach, cast: Cast, cue: Cue) -> Content | None:
    after = cue.words.end
    if after < len(reach.doc) and reach.doc[after].text == "," and (found := beside(reach, cue)):
        return found
    for frame in FRAMES:
        content = frame(reach, cue)
        if content is not None:
            return content
    return phrases.noun_phrase(reach, cue, cast) or phrases.word(reach, cue)


def _draft(reach: Reach, cue: Cue, spans: list[Span], frame: str) -> Draft:
    sense = cue.sense(frame)
    return Draft(
        cue.head,
        extent_of(cue.words),
        tuple(extent_of(span) for span in spans),
        frame,
        CONFIDENCE.get(frame, UNSURE) - (LESS_FOR_BELIEF if sense.belief else 0),
        _speaker(reach, cue, frame),
        sense.act,
        sense.belief,
        addressee_of(cue, frame),
    )


def _speaker(reach: Reach, cue: Cue, frame: str) -> Span | None:
    if frame == "beside":
        return speaker_beside(cue, reporting_clause(reach, cue)[0], sentence_end(cue.head))
    return speaker_of(cue)
