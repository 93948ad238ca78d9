import gzip
import os
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from readout.records import Article, Fetched, Rejected
from readout.sources import Catalogue, Limits, Source, read, resolve
from readout.sources.plain import front_matter

NOW = datetime(2025, 3, 5, 12, tzinfo=UTC)


def outcomes(*inputs: Path | str) -> list[Article | Rejected | Fetched]:
    sources = resolve([str(one) for one in inputs], Catalogue())
    return [outcome for source in sources for outcome in read(source, {}, None, NOW)]


def the_article(*inputs: Path | str) -> Article:
    (outcome,) = outcomes(*inputs)
    assert isinstance(outcome, Article), outcome
    return outcome


def the_reject(*inputs: Path | str) -> Rejected:
    (outcome,) = outcomes(*inputs)
    assert isinstance(outcome, Rejected), outcome
    assert outcome.stage == "ingest"
    assert outcome.at == NOW
    return outcome


def reasons(found: list[Article | Rejected | Fetched]) -> list[str]:
    return [one.reason if isinstance(one, Rejected) else "" for one in found]


def saved(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


# One article a file


def test_a_text_is_an_article_called_by_its_folder_and_name(tmp_path: Path) -> None:
    article = the_article(saved(tmp_path, "desk/monday/one.txt", "The ministers met.\n"))
    assert article.content == "The ministers met.\n"
    assert (article.address, article.source) == ("monday/one.txt", "monday")
    assert article.media_type == "text/plain"
    assert article.fetched_at == NOW


def test_front_matter_is_the_word_of_the_article_itself(tmp_path: Path) -> None:
    written = (
        '---\ntitle: "Talks: day two"\nurl: https://desk.example/talks\n'
        "published: 2025-03-04\nsource: The Desk\ntags:\n  - talks\n---\n\nThe talks went on.\n"
    )
    article = the_article(saved(tmp_path, "talks.md", written))
    assert article.title == "Talks: day two"
    assert article.url == "https://desk.example/talks"
    assert article.published == "2025-03-04"
    assert article.source == "The Desk"
    assert article.content == "\nThe talks went on.\n"
    assert article.media_type == "text/markdown"


@pytest.mark.parametrize(
    "text",
    [
        "---\nThe ministers met.\n---\nAnd parted.\n",
        "---\nnote: of no use here\n---\nText.\n",
        "---\ntitle: never closed\n",
        "Text.\n---\ntitle: too late\n---\n",
    ],
)
def test_what_only_looks_like_front_matter_is_text(text: str) -> None:
    assert front_matter(text) == ({}, text)


def test_a_text_in_an_unknown_encoding_stays_bytes_and_keeps_its_title(tmp_path: Path) -> None:
    written = "---\ntitle: Café talks…\n---\nAu café.\n".encode("cp1252")
    article = the_article(saved(tmp_path, "one.txt", written))
    assert article.title == "Café talks…"
    assert article.content == "Au café.\n".encode("cp1252")


def test_a_text_in_utf_16_is_text_and_not_binary(tmp_path: Path) -> None:
    assert the_article(saved(tmp_path, "one.txt", "They met.".encode("utf-16"))).content == (
        "They met."
    )


def test_a_saved_page_passes_through_undecoded(tmp_path: Path) -> None:
    page = b"<!DOCTYPE html><title>Caf\xe9</title><p>They met."
    article = the_article(saved(tmp_path, "page", page))
    assert article.content == page
    assert article.media_type == "text/html"
    assert article.encoding is None


def test_invalid_utf_8_is_no_reason_to_refuse_a_page(tmp_path: Path) -> None:
    assert the_article(saved(tmp_path, "page.html", b"<p>\xff\xfe\xfa They met.</p>")).content


def test_a_gzipped_text_is_a_text(tmp_path: Path) -> None:
    article = the_article(saved(tmp_path, "one.txt.gz", gzip.compress(b"They met.")))
    assert article.content == "They met."


# What cannot be read


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("one.txt", b"", "empty"),
        ("one.txt", b" \n\t\n", "empty"),
        ("one.md", b"---\ntitle: Nothing follows\n---\n\n", "empty"),
        ("one.txt", b"They\0met.", "binary"),
        ("one.txt", b"They met. " * 2000 + b"\0", "binary"),
        ("one", b"%PDF-1.7 and so on", "binary"),
        ("one.html", b"\x89PNG\r\n\x1a\n", "binary"),
        ("one.csv", b"a,b\n1,2\n", "unknown format"),
        ("one.jsonl", b"[\n", "not json lines"),
        ("one.json", b'{\n "text": "They met."\n}\n', "not json lines"),
        ("one.txt.gz", gzip.compress(b"They met." * 99, mtime=0)[:-12], "truncated"),
        ("one.txt.gz", gzip.compress(b"They met." * 99, mtime=0)[:5], "truncated"),
        ("one.txt.gz", gzip.compress(b"They met.", mtime=0) + b"\0\0\0", ""),
        ("one.txt.gz", gzip.compress(b"They met.", mtime=0) + b"???", "corrupt"),
        ("one.parquet", b"PAR1 and then nothing", "corrupt"),
        ("feed.rss", b"They met.", "not a feed"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_a_countable_reason(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    path = saved(tmp_path, name, content)
    assert reasons(outcomes(path)) == [reason]


def test_a_missing_file_is_a_reject_that_says_what_was_asked_for(tmp_path: Path) -> None:
    reject = the_reject(tmp_path / "nowhere.txt")
    assert reject.reason == "missing"
    assert "nowhere.txt" in reject.error


def test_a_pattern_without_match_is_a_reject(tmp_path: Path) -> None:
    assert the_reject(tmp_path / "*.txt").reason == "missing"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert the_reject(tmp_path / "pipe.txt").reason == "not a file"


def test_a_dangling_link_is_a_reject_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    saved(tmp_path, "b.txt", "They met.")
    assert reasons(outcomes(tmp_path)) == ["unreadable", ""]


def test_an_article_larger_than_the_limit_is_a_reject(tmp_path: Path) -> None:
    path = saved(tmp_path, "one.txt", b"x" * 1001)
    source = Source("desk", str(path), limits=Limits(article_bytes=1000))
    assert reasons(list(read(source, {}, None, NOW))) == ["too large"]


def test_a_small_file_that_expands_without_measure_is_a_reject(tmp_path: Path) -> None:
    bomb = gzip.compress(b"{" + b" " * 200_000_000)
    assert len(bomb) < 250_000
    assert the_reject(saved(tmp_path, "rows.jsonl.gz", bomb)).reason == "too large"


# Folders


def test_a_folder_is_read_whole_in_order_without_what_is_hidden_or_expected(
    tmp_path: Path,
) -> None:
    for name in ("b/two.txt", "a.txt", "b/expected/two.txt", ".hidden/x.txt", "b/.x.txt", "c.md"):
        saved(tmp_path, f"desk/{name}", "They met.")
    addresses = [one.address for one in outcomes(tmp_path / "desk") if isinstance(one, Article)]
    assert addresses == ["desk/a.txt", "desk/b/two.txt", "desk/c.md"]


def test_rows_that_are_not_there_are_a_reject(tmp_path: Path) -> None:
    assert the_reject(saved(tmp_path, "rows.jsonl", b"\n \n\x0b\n")).reason == "empty"
    table = tmp_path / "rows.parquet"
    pq.write_table(pa.table({"text": pa.array([], pa.string())}), table)
    assert the_reject(table).reason == "empty"


def test_an_empty_folder_is_a_reject(tmp_path: Path) -> None:
    assert the_reject(tmp_path).reason == "empty"


def test_a_link_back_to_the_folder_is_not_followed_round_and_round(tmp_path: Path) -> None:
    saved(tmp_path, "one.txt", "They met.")
    (tmp_path / "again").symlink_to(tmp_path)
    assert len(outcomes(tmp_path)) == 1


def test_a_pattern_reads_what_matches(tmp_path: Path) -> None:
    for name in ("a/x.txt", "b/x.txt", "b/y.md"):
        saved(tmp_path, f"desk/{name}", "They met.")
    found = outcomes(tmp_path / "desk/**/*.txt")
    addresses = [one.address for one in found if isinstance(one, Article)]
    assert addresses == ["desk/a/x.txt", "desk/b/x.txt"]


def test_the_address_is_the_same_wherever_the_folder_lies(tmp_path: Path) -> None:
    here, there = (saved(tmp_path, f"{place}/desk/a.txt", "They met.") for place in ("x/y", "z"))
    assert the_article(here.parent).address == the_article(there).address == "desk/a.txt"


# Rows


def test_each_line_is_an_article_and_a_bad_one_costs_only_itself(tmp_path: Path) -> None:
    lines = [
        b'{"id": "urn:a", "text": "They met.", "title": "A", "source": "Desk"}',
        b"",
        b'{"text": "unclosed',
        b"[1, 2]",
        b'{"title": "no text"}',
        b'{"text": ["a", "list"]}',
        b'{"text": "\xff"}',
        b"[" * 100_000,
        b'{"url": "https://desk.example/b#top", "html": "<p>They met.</p>", "text": " "}',
    ]
    found = outcomes(saved(tmp_path, "rows.jsonl", b"\n".join(lines)))
    assert reasons(found) == [
        "", "not json", "not json", "no text", "bad field", "not utf-8", "not json", "",
    ]  # fmt: skip
    first, *bad, last = found
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert (first.address, first.source, first.title) == ("urn:a", "Desk", "A")
    assert (last.address, last.source) == ("https://desk.example/b", "desk.example")
    assert (last.media_type, last.content) == ("text/html", "<p>They met.</p>")
    rejects = [one for one in bad if isinstance(one, Rejected)]
    assert [one.address.partition("#")[2] for one in rejects] == [f"line-{n}" for n in range(3, 9)]
    assert all(one.error.startswith("line ") for one in rejects)


def test_text_is_preferred_to_html_and_content_is_what_it_looks_like(tmp_path: Path) -> None:
    rows = (
        '{"text": "They met.", "html": "<p>They met.</p>"}\n'
        '{"content": "<p>They met.</p>"}\n{"content": "If x < y, they met."}\n'
    )
    found = outcomes(saved(tmp_path, "rows.jsonl", rows))
    assert [one.media_type for one in found if isinstance(one, Article)] == [
        "text/plain", "text/html", "text/plain",
    ]  # fmt: skip


def test_ids_of_two_files_that_are_only_numbers_do_not_meet(tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.jsonl"):
        saved(tmp_path, f"desk/{name}", '{"id": 1, "text": "They met."}\n{"text": "Again."}\n')
    addresses = [one.address for one in outcomes(tmp_path / "desk") if isinstance(one, Article)]
    assert addresses == [
        "desk/a.jsonl#1", "desk/a.jsonl#line-2", "desk/b.jsonl#1", "desk/b.jsonl#line-2",
    ]  # fmt: skip


def test_an_unpaired_surrogate_becomes_a_character_that_can_be_stored(tmp_path: Path) -> None:
    article = the_article(saved(tmp_path, "rows.jsonl", r'{"text": "met \ud83d\ude00 \ud800."}'))
    assert article.content == "met 😀 \ufffd."


def test_a_line_of_fifty_megabytes_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    with path.open("wb") as file:
        file.write(b'{"text": "')
        for _ in range(50):
            file.write(b"x" * 1_000_000)
        file.write(b'"}\n{"text": "They met."}\n')
    assert reasons(outcomes(path)) == ["too large", ""]


def test_the_rows_before_a_cut_in_a_gzipped_file_are_given(tmp_path: Path) -> None:
    rows = b"".join(b'{"text": "They met %d times."}\n' % n for n in range(20_000))
    packed = gzip.compress(rows)
    found = outcomes(saved(tmp_path, "rows.jsonl.gz", packed[: len(packed) // 2]))
    assert reasons(found)[-1] == "truncated"
    assert 5_000 < len(found) < 15_000
    assert set(reasons(found)[:-1]) == {""}


def test_parquet_rows_are_articles_with_their_dates(tmp_path: Path) -> None:
    table = pa.table(
        {
            "id": [7, 8],
            "text": ["They met.", None],
            "published": [date(2025, 3, 4), None],
            "other": [[1], [2]],
        }
    )
    pq.write_table(table, tmp_path / "rows.parquet")
    first, second = outcomes(tmp_path / "rows.parquet")
    assert isinstance(first, Article)
    assert first.address.endswith("rows.parquet#7")
    assert first.published == "2025-03-04"
    assert isinstance(second, Rejected)
    assert (second.reason, second.error) == ("no text", "row 2 has no text, html or content")


def test_parquet_without_a_column_of_texts_is_a_reject(tmp_path: Path) -> None:
    pq.write_table(pa.table({"title": ["A"]}), tmp_path / "rows.parquet")
    assert the_reject(tmp_path / "rows.parquet").reason == "no text"


def test_a_cut_parquet_file_is_a_reject(tmp_path: Path) -> None:
    pq.write_table(pa.table({"text": ["They met."] * 100}), tmp_path / "rows.parquet")
    whole = (tmp_path / "rows.parquet").read_bytes()
    assert the_reject(saved(tmp_path, "cut.parquet", whole[:-20])).reason == "corrupt"


# Real articles


@pytest.mark.shared
def test_every_row_of_the_real_articles_is_one_article(shared: Path) -> None:
    found = outcomes(shared / "articles" / "articles.jsonl")
    assert Counter(reasons(found)) == {"": 637}
    assert len({one.address for one in found if isinstance(one, Article)}) == 637
