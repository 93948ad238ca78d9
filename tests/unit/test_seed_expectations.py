"""The judge of the seed articles is itself judged: every kind of fault is seen, and no other."""

import gzip
import html
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import ftfy
import pytest

from tests.flows.seed_expectations import VIEWS, balance, compare, read_expectations
from tests.flows.seed_matching import NAMES, words

ARTICLES = Path(__file__).parents[2] / "seeds" / "articles"
EXPECTED = read_expectations(ARTICLES / "expected")
FILES = sorted(path for path in ARTICLES.iterdir() if path.is_file())
URL = "https://paper.example/a"
MEETING = {
    "kind": "meeting",
    "status": "occurred",
    "trigger": "met",
    "participants": ["Ada Byron"],
    "place": "Oslo",
    "date": "2025-03-03",
}
STATEMENT = {
    "kind": "statement",
    "speaker": "Ada Byron",
    "content": "All is well",
    "content_end": "here",
    "quote_type": "direct",
}


def views(**rows: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """One article in which Byron met somebody in Oslo and said that all was well."""
    document = {
        "document_id": "d",
        "url": URL,
        "title": "T",
        "text": "Byron met a poet.",
        "published_at": datetime(2025, 3, 5, tzinfo=UTC),
        "n_mentions": 2,
    }
    met = {
        "mention_id": "m",
        "event_id": "e",
        "document_id": "d",
        "kind": "meeting",
        "status": "occurred",
        "trigger_text": "had met",
        "evidence": "Byron had met a poet.",
        "place": "Oslo",
        "date_start": datetime.fromisoformat("2025-03-03"),
        "date_end": datetime.fromisoformat("2025-03-04"),
    }
    said = {
        "mention_id": "s",
        "event_id": "f",
        "document_id": "d",
        "kind": "statement",
        "status": "occurred",
        "trigger_text": "said",
        "evidence": "All is well here, she said.",
        "place": None,
        "date_start": None,
        "date_end": None,
    }
    statement = {
        "mention_id": "s",
        "speaker": "Ada Byron",
        "quote_type": "direct",
        "content": "“All is well here”",
    }
    argument = {"mention_id": "m", "role": "participant", "text": "Byron"}
    event = {"event_id": "e", "participants": ["Ada Byron", "a poet"]}
    found: dict[str, list[dict[str, Any]]] = {
        **{view: [] for view in VIEWS},
        "documents_v1": [document],
        "mentions_v1": [met, said],
        "arguments_v1": [argument],
        "meetings_v1": [event],
        "statements_v1": [statement],
    }
    return found | rows


def expectation(**fields: Any) -> dict[str, dict[str, Any]]:
    return {"a.txt": {"document": [{"url": URL, "state": "loaded", **fields}]}}


def differences(found: dict[str, list[dict[str, Any]]], **fields: Any) -> tuple[str, ...]:
    return compare(expectation(**fields), found).differences


def test_rows_that_are_as_they_must_be_differ_in_nothing() -> None:
    fields = {
        "title": "T",
        "published": "2025-03-05",
        "text_has": ["poet"],
        "text_lacks": ["Sign up"],
    }
    assert differences(views(), mention=[MEETING, STATEMENT], **fields) == ()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("status", "planned"),
        ("trigger", "sat down"),
        ("evidence", "other words"),
        ("participants", ["Ada Byron", "Grace Hopper"]),
        ("place", "Bergen"),
        ("place", "none"),
        ("date", "2025-03-04"),
        ("date", "2025-03-01/2025-04-01"),
        ("date", "none"),
        ("country", "NO"),
    ],
)
def test_a_meeting_that_is_wrong_in_one_field_is_one_difference(field: str, value: Any) -> None:
    assert len(differences(views(), mention=[{**MEETING, field: value}])) == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("speaker", "Grace Hopper"),
        ("content", "is well"),
        ("content", "All is lost"),
        ("content_end", "well"),
        ("quote_type", "indirect"),
    ],
)
def test_a_statement_that_is_wrong_in_one_field_is_one_difference(field: str, value: Any) -> None:
    assert len(differences(views(), mention=[{**STATEMENT, field: value}])) == 1


def test_what_a_mention_says_itself_comes_before_what_its_event_says() -> None:
    found = views()
    found["mentions_v1"][0]["attributes"] = {"format": "call"}
    found["meetings_v1"][0]["format"] = "summit"
    assert differences(found, mention=[{**MEETING, "format": "call"}]) == ()
    assert len(differences(found, mention=[{**MEETING, "format": "summit"}])) == 1


def test_one_of_several_names_or_triggers_will_do() -> None:
    entry = {**MEETING, "participants": ["Grace Hopper|Byron"], "trigger": ["sat down", "met"]}
    assert differences(views(), mention=[entry]) == ()


def test_accents_and_quotation_marks_do_not_make_another_name() -> None:
    assert words("“Erdoğan’s”") == words("Erdogan's")


def test_what_must_not_be_there_is_a_difference_only_when_it_is() -> None:
    assert differences(views(), absent=[{"kind": "meeting", "status": "planned"}]) == ()
    assert len(differences(views(), absent=[{"kind": "meeting", "status": "occurred"}])) == 1
    assert len(differences(views(), absent=[{"kind": "statement"}])) == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "U"},
        {"published": "2025-03-06"},
        {"text_has": ["novelist"]},
        {"text_lacks": ["poet"]},
        {"state": "nothing_found"},
        {"state": "superseded", "contains": "a poet"},
        {"url": "https://paper.example/b"},
    ],
)
def test_a_document_that_is_wrong_in_one_way_is_one_difference(fields: dict[str, Any]) -> None:
    assert len(differences(views(), **fields)) == 1


def test_a_document_without_mentions_must_say_so() -> None:
    found = views(mentions_v1=[])
    assert differences(found, state="nothing_found") == (
        f"a.txt [{URL}]: n_mentions is 2, and 0 mentions are there",
    )


def test_a_duplicate_points_at_the_document_that_it_repeats() -> None:
    first = {"document_id": "d", "url": URL}
    copy = {"document_id": "c", "url": f"{URL}/copy", "duplicate_kind": "near"}
    expected = {"url": f"{URL}/copy", "state": "duplicate", "of": URL, "likeness": "near"}
    pointing = views(documents_v1=[first, {**copy, "duplicate_of": "d"}])
    assert differences(pointing, **expected) == ()
    assert len(differences(pointing, **{**expected, "likeness": "exact"})) == 1
    assert len(differences(views(documents_v1=[first]), **expected)) == 1
    astray = views(documents_v1=[first, {**copy, "duplicate_of": None}])
    assert len(differences(astray, **expected)) == 1


def test_a_duplicate_has_no_mentions_of_its_own() -> None:
    document = {"document_id": "d", "url": URL, "duplicate_of": "d", "duplicate_kind": "exact"}
    faults = differences(
        views(documents_v1=[document]), state="duplicate", of=URL, likeness="exact"
    )
    assert len(faults) == 1


def test_a_rejected_input_is_known_by_its_url_or_by_the_name_of_its_file() -> None:
    row = {"source": "seeds/a.txt", "url": None, "stage": "clean", "reason": "language"}
    found = views(documents_v1=[], rejects_v1=[row])
    assert differences(found, state="rejected", stage="clean", reason="language") == ()
    assert len(differences(found, state="rejected", reason="empty")) == 1
    found = views(documents_v1=[], rejects_v1=[{**row, "source": "b.txt", "url": URL}])
    assert differences(found, state="rejected") == ()
    assert len(differences(views(documents_v1=[]), state="rejected")) == 1
    assert len(differences(views(rejects_v1=[row]), state="rejected")) == 1


def test_a_known_gap_is_told_apart_and_is_a_difference_once_it_is_met() -> None:
    gap = {**MEETING, "place": "Bergen", "known_gap": True}
    report = compare(expectation(mention=[gap]), views())
    assert report.differences == ()
    assert len(report.known_gaps) == 1
    met = compare(expectation(mention=[{**MEETING, "known_gap": True}]), views())
    assert len(met.differences) == 1
    assert met.known_gaps == ()


def test_mentions_of_one_event_share_its_id_and_those_of_two_do_not() -> None:
    first = {**MEETING, "event": "Oslo"}
    second = {"kind": "statement", "trigger": "said", "event": "Oslo"}
    assert differences(views(), mention=[first, {**second, "event": "other"}]) == ()
    assert differences(views(), mention=[first, second]) == ("event 'Oslo': told by 2 events",)
    again = {**first, "event": "other"}
    assert len(differences(views(), mention=[first, again])) == 2
    file = expectation(mention=[first, second])["a.txt"] | {"known_gap_events": ["Oslo"]}
    report = compare({"a.txt": file}, views())
    assert (report.differences, len(report.known_gaps)) == ((), 1)


@pytest.mark.parametrize("fields", [{"status": "x"}, {"mention": [{"kind": "meeting", "when": 1}]}])
def test_a_word_that_means_nothing_is_an_error(fields: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="mean nothing"):
        differences(views(), **fields)


def test_a_state_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(ValueError, match="is none of"):
        differences(views(), state="lost")


def test_every_seed_article_has_its_expectations_and_every_expectation_its_article() -> None:
    assert {path.name for path in FILES} == set(EXPECTED)


def test_the_seed_articles_end_in_every_state() -> None:
    counts = balance(EXPECTED)
    assert set(counts) == {"loaded", "nothing_found", "duplicate", "rejected"}
    assert counts["loaded"] >= 34


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_words_that_are_expected_stand_in_the_article(path: Path) -> None:
    text = f" {' '.join(words(readable(path)))} "
    for document in EXPECTED[path.name]["document"]:
        parts = [document.get("contains"), *document.get("text_has", [])]
        for entry in document.get("mention", []):
            listed = entry.get("trigger", [])
            parts += [listed] if isinstance(listed, str) else listed
            parts += [entry.get(key) for key in ("content", "content_end", "evidence")]
        for part in filter(None, parts):
            assert f" {' '.join(words(part))} " in text, part


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_names_that_are_expected_stand_in_the_article(path: Path) -> None:
    text = set(words(readable(path)))
    for document in EXPECTED[path.name]["document"]:
        for entry in document.get("mention", []):
            for field in {*NAMES, "place"} & set(entry):
                listed = entry[field] if isinstance(entry[field], list) else [entry[field]]
                for ways in listed:
                    assert any(set(words(way)) <= text for way in ways.split("|")), ways


def readable(path: Path) -> str:
    """The words of a seed article in any of its formats, roughly."""
    content = path.read_bytes()
    if path.suffix == ".gz":
        content = gzip.decompress(content)
    encoding = "cp1252" if "1252" in path.name else "utf-8"
    text = ftfy.fix_text(content.decode(encoding))
    if path.suffix == ".jsonl":
        text = text.replace("\\n", "\n")
    return html.unescape(re.sub(r"<[^>]*>", " ", html.unescape(text)))
