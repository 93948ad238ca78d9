"""Who *I*, *we* and *you* are in an event told in a quotation: its speaker, or who is spoken to.

Statements know who speaks; this lends their knowledge to the events told within them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from readout.records import Argument, Extent, Mention

SPEAKING = frozenset({"i", "me", "my", "we", "us", "our"})
PLURAL = frozenset({"we", "us", "our"})
HEARING = frozenset({"you", "your"})
UNKNOWN = 0.5  # the most that an event is believed of whose parties nobody can name


def resolved(mentions: Sequence[Mention], text: str) -> Iterator[Mention]:
    """The mentions in their order, the first and second persons of events named where known.

    An event whose only parties stay unnamed keeps their words, and is believed less.
    """
    statements = [m for m in mentions if m.kind == "statement" and _is_verbatim(m)]
    for mention in mentions:
        yield mention if mention.kind == "statement" else _resolved(mention, statements, text)


def _resolved(mention: Mention, statements: Sequence[Mention], text: str) -> Mention:
    if not any(_word(argument, text) in SPEAKING | HEARING for argument in mention.arguments):
        return mention
    around = _around(mention.trigger, statements)
    known = [_named(argument, around, statements, text) for argument in mention.arguments]
    parties = [one for one in known if one.role in {"participant", "host", "visitor", "party"}]
    nameless = all(_is_nameless(party, text) for party in parties)
    confidence = min(mention.confidence, UNKNOWN) if nameless else mention.confidence
    return replace(mention, arguments=tuple(known), confidence=confidence)


def _is_verbatim(statement: Mention) -> bool:
    """Whether its words are the speaker's own: as they made clear, *we* meet, is somebody else."""
    return statement.rule == "turn" or statement.attributes.get("quote_type") != "indirect"


def _word(argument: Argument, text: str) -> str:
    return argument.extent.of(text).lower()


def _is_nameless(argument: Argument, text: str) -> bool:
    word = _word(argument, text)
    return word in SPEAKING | HEARING and (argument.name or word).lower() == word


def _around(extent: Extent, statements: Iterable[Mention]) -> Mention | None:
    """The innermost statement in whose content the words stand."""
    holding = [
        (content.extent.end - content.extent.start, statement.trigger, statement)
        for statement in statements
        for content in statement.having("content")
        if content.extent.contains(extent)
    ]
    return min(holding, key=lambda each: each[:2])[2] if holding else None


def _named(
    argument: Argument, around: Mention | None, statements: Sequence[Mention], text: str
) -> Argument:
    word = _word(argument, text)
    if around is None or word not in SPEAKING | HEARING:
        return argument
    if word in SPEAKING:
        people = around.having("speaker")
    else:
        people = around.having("addressee") or _answering(around, statements)
    if len(people) != 1 or _is_label(people[0], text):
        return argument
    if word in PLURAL and around.rule == "turn":
        return argument  # a spokesman's *we* is not himself
    return replace(argument, name=people[0].name, actor_id=people[0].actor_id)


def _answering(question: Mention, statements: Sequence[Mention]) -> tuple[Argument, ...]:
    """Who answers a question of an interview: the speaker of the next turn."""
    if question.rule != "turn":
        return ()
    turns = [one for one in statements if one.rule == "turn" and one.trigger > question.trigger]
    following = min(turns, key=lambda turn: turn.trigger, default=None)
    return following.having("speaker") if following is not None else ()


def _is_label(speaker: Argument, text: str) -> bool:
    """Whether nobody is named: a pronoun, Q or A."""
    name = (speaker.name or speaker.extent.of(text)).strip("() ").lower()
    name = name.removeprefix("the ")
    return speaker.actor_id is None or name in SPEAKING | HEARING | LABELS


LABELS = frozenset(
    {"q", "a", "question", "answer", "he", "she", "they", "who", "reporter", "moderator"}
    | {"president", "vice president", "secretary", "prime minister", "chancellor", "minister"}
    | {"speaker", "host", "interviewer", "staff", "participant", "translator", "operator"}
)
