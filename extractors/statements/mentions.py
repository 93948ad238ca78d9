"""From a draft to a mention: roles, evidence, status, date, place, quote type."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span

from extractors import dates, factuality, lexicon, places, syntax
from extractors.actors import Actor
from extractors.quotations import Quotation
from extractors.reading import Reading
from extractors.statements.drafts import Draft, QuoteType
from extractors.statements.passages import extent_of, sentence_end, sentence_start
from extractors.statements.voices import speaker_of_draft, voice_of
from readout.records import Argument, Extent, Factuality, Mention


def mention_of(draft: Draft, reading: Reading, spoken: Sequence[Draft]) -> Mention:
    """The mention that a draft proves; `spoken` are the text's drafts in direct speech."""
    attributes = {"quote_type": quote_type(draft, reading), "speech_act": draft.speech_act}
    if draft.belief:
        attributes["attitude"] = "belief"
    if (medium := _medium(draft)) is not None:
        attributes["medium"] = medium
    return Mention(
        kind="statement",
        trigger=draft.cue,
        evidence=_evidence(draft, reading),
        arguments=tuple(_arguments(draft, reading, spoken)),
        factuality=_factuality(draft, reading),
        confidence=round(max(0.1, draft.confidence - (0.2 if draft.speaker is None else 0)), 2),
        rule=draft.rule,
        when=dates.date_of(draft.anchor, reading.dates) if draft.has_predicate else None,
        where=places.place_of(draft.anchor, reading.places) if draft.has_predicate else None,
        attributes=attributes,
    )


def _factuality(draft: Draft, reading: Reading) -> Factuality:
    """Words that stand there as somebody's were said; only a verb or noun can be denied."""
    if not draft.has_predicate:
        return Factuality("occurred")
    if draft.rule == "object" and draft.anchor.tag_ in {"VBZ", "VBP"} and _is_calendar(reading):
        return Factuality("planned")
    judged = factuality.judge(draft.anchor, reading.cast)
    habitual = judged.status == "ongoing" and judged.cue is None  # they say: it has been said
    return replace(judged, status="occurred") if habitual else judged


def _is_calendar(reading: Reading) -> bool:
    """Whether the title says that the text tells of days to come: the week ahead."""
    title = (reading.document.title or reading.document.text.partition("\n")[0]).lower()
    return any(words in title for words in lexicon.load("reporting")["calendar"]["titles"])


def is_spoken(draft: Draft, reading: Reading) -> bool:
    """Whether the content is in the speaker's own words, so that I is the speaker."""
    return quote_type(draft, reading) == "direct"


def quote_type(draft: Draft, reading: Reading) -> QuoteType:
    """Direct when all the content stands between marks, mixed when some of it does."""
    if draft.rule in {"turn", "block"}:
        return "direct"
    quoted = reading.quotations
    if all(_around(extent, quoted) for extent in draft.content):
        return "direct" if draft.rule.startswith(("direct", "floating")) else _nested(draft, quoted)
    return "mixed" if any(_has_any(extent, quoted) for extent in draft.content) else "indirect"


def _around(extent: Extent, quoted: Sequence[Quotation]) -> bool:
    """Whether one of the quotations, in order and apart as they are, holds these words."""
    k = bisect_right(quoted, extent.start, key=lambda one: one.extent.start) - 1
    return k >= 0 and quoted[k].extent.contains(extent)


def _has_any(extent: Extent, quoted: Sequence[Quotation]) -> bool:
    """Whether these words hold a quotation, but for a full stop or comma at its end."""
    k = bisect_left(quoted, extent.start, key=lambda one: one.extent.start)
    return k < len(quoted) and quoted[k].inner.end <= extent.end + 1


def _nested(draft: Draft, quoted: Sequence[Quotation]) -> QuoteType:
    """Content wholly in marks is direct, unless its cue stands between the same marks."""
    return "indirect" if _around(draft.cue, quoted) else "direct"


def _evidence(draft: Draft, reading: Reading) -> Extent:
    """The sentences that hold speaker, cue and content."""
    extents = [draft.cue, *draft.content]
    if draft.speaker is not None:
        extents.append(extent_of(draft.speaker))
    if draft.rule == "turn":
        extents = [draft.cue, *draft.content]
    start, end = min(e.start for e in extents), max(e.end for e in extents)
    span = reading.doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return Extent(start, end)
    return _trimmed(reading.doc[sentence_start(span[0]) : sentence_end(span[-1])])


def _trimmed(span: Span) -> Extent:
    start, end = span.start, span.end
    while start < end - 1 and span.doc[start].is_space:
        start += 1
    while end - 1 > start and span.doc[end - 1].is_space:
        end -= 1
    return extent_of(span.doc[start:end])


def _arguments(draft: Draft, reading: Reading, spoken: Sequence[Draft]) -> Iterator[Argument]:
    cast = reading.cast
    addressee = draft.addressee
    if draft.speaker is not None and addressee is not None:
        apart = addressee.end <= draft.speaker.start or draft.speaker.end <= addressee.start
        addressee = addressee if apart else None
    if draft.speaker is not None:
        yield _argument("speaker", draft.speaker, speaker_of_draft(draft, cast, spoken))
    if addressee is not None:
        yield _argument("addressee", addressee, voice_of(addressee, cast, spoken))
    for extent in draft.content:
        yield Argument("content", extent)


def _argument(role: str, phrase: Span, actor: Actor | None) -> Argument:
    name, actor_id = (actor.name, actor.actor_id) if actor is not None else (None, None)
    return Argument(role, extent_of(phrase), name, actor_id)


def _medium(draft: Draft) -> str | None:
    """Where it was said, by the noun: interview, post, press conference."""
    media = lexicon.load("reporting")["medium"]["nouns"]
    for _, nominal in syntax.obliques(draft.anchor):
        before = nominal.nbor(-1).text if nominal.i > 0 else ""
        for words in (f"{before} {nominal.lemma_}", nominal.lemma_, nominal.text):
            for medium in media:
                if words.lower() == medium.lower():
                    return str(medium)
    return None
