import os
from pathlib import Path

import pytest

from extractors import lexicon, parsing, statements
from extractors.reading import read
from readout.records import Document, Mention

SHARED = Path(os.environ.get("READOUT_SHARED", Path(__file__).parents[3] / "shared"))


def found(text: str) -> list[Mention]:
    document = Document("d", "d", "d", "", text)
    (doc,) = parsing.parse([text])
    return list(statements.find(read(document, doc)))


def words(mention: Mention, role: str, text: str) -> list[str]:
    return [argument.extent.of(text) for argument in mention.having(role)]


def test_every_reporting_verb_is_recognised_in_all_its_forms() -> None:
    listed = lexicon.load("reporting")
    verbs = {verb for group in listed["verb"] for verb in group["lemmas"]}
    verbs |= {phrase["verb"] for phrase in listed["phrase"]}
    verbs |= set(listed["attribution"]["as_verbs"])
    assert len(verbs) > 300
    assert not {verb for verb in verbs if lexicon.verb_lemma(verb) != verb}


def test_every_frame_of_the_list_is_one_the_rules_know() -> None:
    known = {
        "direct", "that", "that!", "question", "infinitive", "order", "gerund", "object", "of",
        "for", "against", "about", "on", "to", "as", "tells", "naming", "word", "silence",
        "order with", "deed",
    }  # fmt: skip
    listed = lexicon.load("reporting")
    groups = [*listed["verb"], *listed["noun"], *listed["phrase"], *listed["adjective"]]
    assert {frame for group in groups for frame in group["frames"]} <= known


def test_the_evidence_holds_cue_content_and_speaker() -> None:
    text = "The night was long. “We are safe,” the captain said. Then the rain came."
    (mention,) = found(text)
    assert mention.evidence.of(text) == "“We are safe,” the captain said."
    assert all(mention.evidence.contains(argument.extent) for argument in mention.arguments)


def test_a_floating_quotation_is_proved_by_the_sentence_that_names_its_speaker() -> None:
    text = "The captain rejected the charge.\n“We did all we could. Everyone saw it.”"
    mention = found(text)[-1]
    assert mention.rule == "floating"
    assert words(mention, "speaker", text) == ["The captain"]
    assert mention.evidence.of(text) == text


def test_a_quotation_that_nobody_speaks_is_no_statement() -> None:
    assert found("“All that glitters is not gold.”") == []


def test_a_statement_nobody_made_is_not_shown_as_made() -> None:
    (mention,) = found("The minister did not say that the plan was ready.")
    assert mention.factuality.status == "denied"


def test_beliefs_are_marked_and_less_certain_than_statements() -> None:
    (belief,) = found("Residents fear that the dam will break.")
    (statement,) = found("Residents said that the dam would break.")
    assert belief.attributes["attitude"] == "belief"
    assert "attitude" not in statement.attributes
    assert belief.confidence < statement.confidence


def test_the_listener_is_not_the_speaker() -> None:
    text = "“Where is the key?” asked the guard."
    (mention,) = found(text)
    assert words(mention, "speaker", text) == ["the guard"]
    assert not mention.having("addressee")


def test_an_interview_is_told_by_its_turns() -> None:
    text = "Q: Why now?\nA: Because it rains.\nIt rains a lot.\nQ: And then?\nA: We wait."
    turns = [mention for mention in found(text) if mention.rule == "turn"]
    assert [words(turn, "content", text) for turn in turns] == [
        ["Why now?"],
        ["Because it rains.", "It rains a lot."],
        ["And then?"],
        ["We wait."],
    ]


def test_we_in_a_quotation_is_whoever_is_quoted() -> None:
    text = "“Then we promised that the gates would open,” Governor Ines Duarte said."
    inner = next(mention for mention in found(text) if mention.trigger.of(text) == "promised")
    assert [argument.name for argument in inner.having("speaker")] == ["Ines Duarte"]


def test_the_answers_of_an_interview_are_those_of_whom_it_presents() -> None:
    text = (
        "Irena Novak leads the orchestra. Our critic spoke with Novak.\n\n"
        "Q: Why now?\n\nA: It rains.\n\nQ: And then?\n\nA: We wait.\n\nNovak was born in Brno."
    )
    turns = [mention for mention in found(text) if mention.rule == "turn"]
    names = [argument.name for turn in turns for argument in turn.having("speaker")]
    assert names == [None, "Irena Novak", None, "Irena Novak"]
    assert words(turns[-1], "content", text) == ["We wait."]


def test_no_speaker_stands_inside_what_is_said() -> None:
    text = "He said the focus of the plan is, was and will be the harbour, he said."
    for mention in found(text):
        for speaker in mention.having("speaker"):
            assert not any(speaker.extent.overlaps(c.extent) for c in mention.having("content"))


def test_a_label_and_a_colon_are_no_turn() -> None:
    text = "Source: Agency\nDate: Monday\nSource: Agency\nDate: Monday"
    assert not [mention for mention in found(text) if mention.rule == "turn"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "“",
        "”",
        "“”",
        "said",
        "“,” said",
        "According to",
        "as",
        "X:",
        "Q:\nA:\nQ:\nA:",
        "”“",
    ],
)
def test_scraps_of_text_are_read_without_complaint(text: str) -> None:
    for mention in found(text):
        assert mention.having("content")


@pytest.mark.shared
@pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="the shared folder is not here")
def test_every_quotation_of_the_given_articles_that_stands_alone_is_somebodys() -> None:
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        text = path.read_text("utf-8")
        document = Document(path.name, path.name, path.name, "", text)
        (doc,) = parsing.parse([text])
        reading = read(document, doc)
        mentions = [m for m in statements.find(reading) if m.attributes["quote_type"] == "direct"]
        spoken = [argument.extent for m in mentions for argument in m.having("content")]
        for quotation in reading.quotations:
            whole = quotation.inner.of(text)
            if whole.endswith((".", ",", "?")) and len(whole.split()) > 3:
                assert any(quotation.extent.overlaps(extent) for extent in spoken), whole
        assert all(mention.having("speaker") for mention in mentions)
