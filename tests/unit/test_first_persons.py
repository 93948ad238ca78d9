from extractors.first_persons import UNKNOWN, resolved
from readout.records import Argument, Extent, Factuality, Mention

TEXT = 'Silva said: "I met you and we met Costa." Then they met.'


def extent(words: str) -> Extent:
    start = TEXT.index(words)
    return Extent(start, start + len(words))


def meeting(trigger: str, *words: str) -> Mention:
    parties = tuple(Argument("participant", extent(word), word) for word in words)
    factuality = Factuality("occurred")
    return Mention("meeting", extent(trigger), extent(TEXT), parties, factuality, 0.9, "rule")


def statement(*, addressee: str | None = None) -> Mention:
    arguments = [
        Argument("speaker", extent("Silva"), "Ana Silva", "silva"),
        Argument("content", extent("I met you and we met Costa.")),
    ]
    if addressee is not None:
        arguments.append(Argument("addressee", extent("they"), addressee, "a"))
    return Mention(
        "statement",
        extent("said"),
        extent(TEXT),
        tuple(arguments),
        Factuality("occurred"),
        0.9,
        "cue",
    )


def names(mention: Mention) -> list[str | None]:
    return [argument.name for argument in mention.having("participant")]


def test_i_and_you_in_a_quotation_are_who_speaks_and_who_is_spoken_to() -> None:
    mentions = [statement(addressee="Rui Costa"), meeting("met you", "I", "you")]
    found = [*resolved(mentions, TEXT)][1]
    assert names(found) == ["Ana Silva", "Rui Costa"]
    assert found.confidence == meeting("met you").confidence


def test_a_hearer_whom_nothing_names_keeps_the_word() -> None:
    found = [*resolved([statement(), meeting("met you", "I", "you")], TEXT)][1]
    assert names(found) == ["Ana Silva", "you"]


def test_an_event_of_nobody_known_is_believed_less() -> None:
    (found,) = resolved([meeting("met you", "I", "you")], TEXT)
    assert names(found) == ["I", "you"]
    assert found.confidence == UNKNOWN


def test_who_is_named_stays_as_named() -> None:
    event = meeting("we met Costa", "we", "Costa")
    found = [*resolved([statement(), event], TEXT)][1]
    assert names(found) == ["Ana Silva", "Costa"]
