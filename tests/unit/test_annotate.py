"""The `annotate` command's format: what others build on."""

import io
import json
from typing import Any

import extractors
from readout.cli.annotate import write_annotations

TEXT = (
    "“We are ready,” Foreign Minister Ana Silva said in Lisbon.\n"
    "She met President Joao Costa on Monday."
)
MENTION = {
    "kind",
    "status",
    "trigger",
    "evidence",
    "arguments",
    "date",
    "place",
    "confidence",
    "rule",
}
QUOTE = {"spans", "type", "speaker", "speaker_name", "cue", "addressee"}


def annotated(*lines: str) -> list[dict[str, Any]]:
    out = io.StringIO()
    write_annotations(io.StringIO("\n".join(lines)), out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def document(identity: str, text: str) -> str:
    return json.dumps({"id": identity, "text": text, "published": "2025-03-05"})


def test_every_span_points_into_the_text_as_given() -> None:
    text = "\ufeff  \r\n" + TEXT.replace("\n", "\r\n\r\n") + "\u00a0\n"
    (row,) = annotated(document("a", text))
    assert row["mentions"]
    for mention in row["mentions"]:
        for argument in mention["arguments"]:
            start, end = argument["span"]
            assert text[start:end] == argument["text"]


def test_a_mention_has_the_documented_fields() -> None:
    (row,) = annotated(document("a", TEXT))
    assert set(row) == {"id", "mentions", "dates"}
    statement = next(m for m in row["mentions"] if m["kind"] == "statement")
    meeting = next(m for m in row["mentions"] if m["kind"] == "meeting")
    assert set(meeting) == MENTION
    assert set(statement) == MENTION | {"quote"}
    assert set(statement["quote"]) == QUOTE


def test_a_quotation_is_given_with_its_speaker_and_cue() -> None:
    (row,) = annotated(document("a", TEXT))
    quote = next(m["quote"] for m in row["mentions"] if m["kind"] == "statement")
    ((start, end),) = quote["spans"]
    assert TEXT[start:end] == "We are ready"
    assert quote["type"] == "direct"
    assert quote["speaker_name"] == "Ana Silva"
    assert TEXT[slice(*quote["cue"])] == "said"


def test_a_date_is_an_interval_with_its_words() -> None:
    (row,) = annotated(document("a", TEXT))
    (date,) = row["dates"]
    assert (date["start"][:10], date["end"][:10]) == ("2025-03-03", "2025-03-04")
    assert TEXT[slice(*date["span"])] == "Monday"


def test_lines_come_out_in_the_order_they_went_in_errors_too() -> None:
    rows = annotated(document("a", TEXT), "{not json", '{"id": 1}', document("b", ""))
    assert [row.get("id") for row in rows] == ["a", None, None, "b"]
    assert "line 2" in rows[1]["error"]
    assert "line 3" in rows[2]["error"]


def test_the_same_text_gives_the_same_annotation_alone_and_among_others() -> None:
    alone = annotated(document("a", TEXT))
    among = annotated(document("x", "It rained."), document("a", TEXT), document("y", TEXT * 3))
    assert among[1] == alone[0]


def test_documents_stream(monkeypatch: Any) -> None:
    monkeypatch.setattr(extractors, "CHUNK_CHARACTERS", 10)
    read: list[int] = []

    def lines() -> Any:
        for number in range(4):
            read.append(number)
            yield document(str(number), TEXT)

    written_when_read: list[int] = []

    class Out(io.StringIO):
        def write(self, text: str) -> int:
            written_when_read.append(len(read))
            return super().write(text)

    write_annotations(lines(), Out())
    assert written_when_read[0] < len([*range(4)])


def test_a_belief_is_given_and_marked_as_one() -> None:
    (row,) = annotated(document("a", "The minister hopes that the talks will succeed."))
    (belief,) = (mention for mention in row["mentions"] if mention["kind"] == "statement")
    assert belief["attitude"] == "belief"
