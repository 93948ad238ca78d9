"""What a cue does to an event, where its words lie, and who is said to say so."""

import pytest

from extractors import actors, factuality, lexicon, parsing
from extractors.factuality import scope
from readout.cleaning import as_given
from readout.records import Factuality


def judged(sentence: str, trigger: str) -> tuple[Factuality, str | None]:
    """The verdict on the last token that reads so, and the words of its cue."""
    doc = next(parsing.parse([sentence]))
    token = [token for token in doc if token.text == trigger][-1]
    cast = actors.cast_of(doc, as_given("test", sentence, None, None))
    verdict = factuality.judge(token, cast)
    return verdict, None if verdict.cue is None else verdict.cue.of(sentence)


def test_a_cancelled_meeting_is_not_shown_as_held() -> None:
    verdict, cue = judged("Rubio cancelled a meeting with Kallas.", "meeting")
    assert (verdict.status, cue) == ("cancelled", "cancelled")


def test_the_nearest_cue_wins() -> None:
    verdict, cue = judged("Officials plan to discuss why the two never met.", "met")
    assert (verdict.status, cue) == ("denied", "never")


@pytest.mark.parametrize(
    ("sentence", "trigger", "status"),
    [
        ("He did not refuse to sign the treaty.", "sign", "conditional"),
        ("He did not cancel the meeting.", "meeting", "planned"),
        ("He may postpone the meeting.", "meeting", "planned"),
        ("He agreed to postpone the meeting.", "meeting", "postponed"),
        ("He did not agree to meet the envoy.", "meet", "denied"),
        ("He refused to rule out meeting the envoy.", "meeting", "conditional"),
        ("He wants to refuse to sign the treaty.", "sign", "conditional"),
    ],
)
def test_a_cue_shares_its_own_fate_with_the_event(sentence: str, trigger: str, status: str) -> None:
    assert judged(sentence, trigger)[0].status == status


@pytest.mark.parametrize(
    ("sentence", "trigger", "status"),
    [
        ("Ministers will meet and sign a pact.", "sign", "planned"),
        ("Ministers met and signed a pact.", "signed", "occurred"),
        ("Ministers refused to meet or sign a pact.", "sign", "denied"),
        ("Ministers met but did not sign a pact.", "met", "occurred"),
        ("Ministers met but did not sign a pact.", "sign", "denied"),
    ],
)
def test_coordinated_events_share_a_cue_and_keep_their_own(
    sentence: str, trigger: str, status: str
) -> None:
    assert judged(sentence, trigger)[0].status == status


def test_a_denial_of_something_else_leaves_the_event_as_it_was() -> None:
    assert judged("The talks did not bring a truce.", "talks")[0].status == "occurred"
    assert judged("He refused to comment after meeting her.", "meeting")[0].status == "occurred"


def test_not_only_denies_nothing() -> None:
    assert judged("He not only met the envoy but hired him.", "met")[0].status == "occurred"


def test_a_plain_past_tense_has_no_cue() -> None:
    verdict, cue = judged("The ministers met in Oslo.", "met")
    assert (verdict.status, cue) == ("occurred", None)


def test_a_cue_is_shown_with_its_negation() -> None:
    verdict, cue = judged("The minister has no plans to meet the envoy.", "meet")
    assert (verdict.status, cue) == ("denied", "no plans")


def test_a_report_is_attributed_and_keeps_its_status() -> None:
    verdict, _ = judged("Guterres said that the two sides had met in Doha.", "met")
    assert verdict.status == "occurred"
    assert verdict.attributed_to is not None
    assert "Guterres" in verdict.attributed_to


def test_a_report_behind_the_clause_attributes_it_too() -> None:
    verdict, _ = judged("The two sides met in Doha, officials said.", "met")
    assert (verdict.status, verdict.attributed_to) == ("occurred", "officials")


def test_a_denial_is_attributed_to_whoever_denies() -> None:
    verdict, cue = judged("Guterres denied that the two had met.", "met")
    assert (verdict.status, cue) == ("denied", "denied")
    assert verdict.attributed_to is not None
    assert "Guterres" in verdict.attributed_to


def test_what_the_report_itself_says_is_attributed_to_nobody() -> None:
    assert judged("The two sides met in Doha.", "met")[0].attributed_to is None


def test_the_same_words_stand_for_one_status_in_a_table() -> None:
    tables = {name: table for name, table in lexicon.load("factuality").items() if name != "words"}
    for name, table in tables.items():
        words = [word for group in table.values() for word in group]
        twice = {word for word in words if words.count(word) > 1}
        assert not twice, f"[{name}] has two readings of {sorted(twice)}"


def test_a_sentence_nested_without_end_is_judged_all_the_same() -> None:
    text = "He agreed to " + "try to " * 400 + "meet her."
    doc = next(parsing.parse([text]))
    statuses = {scope.verdict_of(token).status for token in doc if token.text == "meet"}
    assert statuses <= {"planned", "proposed"}
