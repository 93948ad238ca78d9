"""The set of happenings is what it says it is, and a fault in it is named."""

from collections import Counter
from pathlib import Path

import pytest

from tests.linking.happenings import Group, Happening, SetError, group, groups

WHOLE = """
set = "development"
look_alikes = [{ apart = ["riga", "call"], why = "a call and a meeting" }]
[happenings.riga]
kind = "meeting"
what = "Berg and Dahl meet"
[happenings.call]
kind = "meeting"
what = "Berg and Dahl telephone"
in_passing = true
[[articles]]
source = "Harbour"
url = "https://harbour.example/riga"
title = "Riga"
published = 2025-03-03
text = \"\"\"
Anna Berg met Carl
Dahl in Riga.

They had telephoned on Friday, and met well.
\"\"\"
tells.riga = ["met Carl Dahl", "met well"]
tells.call = "had telephoned"
"""


@pytest.fixture(scope="module")
def read() -> tuple[Group, ...]:
    return groups()


def main_ones(read: tuple[Group, ...], which: str) -> list[Happening]:
    return [h for one in read for h in one.happenings if h.set == which and not h.in_passing]


def test_it_holds_at_least_sixty_happenings_of_both_kinds_half_of_them_held_out(
    read: tuple[Group, ...],
) -> None:
    halves = [main_ones(read, which) for which in ("development", "held_out")]
    assert sum(map(len, halves)) >= 60
    assert abs(len(halves[0]) - len(halves[1])) <= 4
    for half in halves:
        kinds = Counter(happening.kind for happening in half)
        assert kinds["meeting"] >= 20
        assert kinds["deal_signing"] >= 12


def test_three_to_six_articles_tell_of_each_happening(read: tuple[Group, ...]) -> None:
    told = Counter(t.happening_id for one in read for r in one.reports for t in r.tellings)
    wrong = {
        happening.happening_id: told[happening.happening_id]
        for one in read
        for happening in one.happenings
        if not (1 <= told[happening.happening_id] <= 2 if happening.in_passing else
                3 <= told[happening.happening_id] <= 6)
    }  # fmt: skip
    assert not wrong


def test_the_articles_are_short_and_each_is_another(read: tuple[Group, ...]) -> None:
    texts = [report.text for one in read for report in one.reports]
    assert {text for text in texts if not 40 <= len(text.split()) <= 110} == set()
    assert len({*texts}) == len(texts)


def test_many_happenings_look_alike(read: tuple[Group, ...]) -> None:
    assert sum(len(one.look_alikes) for one in read) >= 25


def test_an_article_is_read_with_its_lines_joined(tmp_path: Path) -> None:
    path = tmp_path / "riga.toml"
    path.write_text(WHOLE, "utf-8")
    (report,) = group(path).reports
    assert report.text == (
        "Anna Berg met Carl Dahl in Riga.\n\nThey had telephoned on Friday, and met well."
    )
    assert [telling.words for telling in report.tellings] == [
        ("met Carl Dahl", "met well"),
        ("had telephoned",),
    ]


@pytest.mark.parametrize(
    ("words", "instead", "error"),
    [
        ('"met Carl Dahl"', '"saw Carl Dahl"', "'saw Carl Dahl' stands in the text 0 times"),
        ('"met Carl Dahl"', '"met"', "'met' stands in the text 2 times"),
        ('"met well"', '"Carl Dahl in"', "'met Carl Dahl' and 'Carl Dahl in' share words"),
        ("tells.call", "tells.letter", "'letter' is no happening of this file"),
        ('"development"', '"training"', "set must be one of development, held_out"),
        ('kind = "meeting"', 'kind = "summit"', "riga: kind must be one of meeting, deal_signing"),
        ("published = 2025-03-03", 'published = "Monday"', "published must be a date"),
        ("published = 2025-03-03", "published = 2025-02-30", "Invalid"),
        ('title = "Riga"', "", "https://harbour.example/riga lacks title"),
        ('title = "Riga"', 'title = "Riga"\nby = "me"', "has unknown by"),
        ('["riga", "call"]', '["riga"]', "must name two happenings or more"),
        ("in_passing = true", 'in_passing = "yes"', "in_passing must be true or false"),
    ],
)
def test_a_fault_in_a_file_is_named(tmp_path: Path, words: str, instead: str, error: str) -> None:
    path = tmp_path / "riga.toml"
    path.write_text(WHOLE.replace(words, instead, 1), "utf-8")
    with pytest.raises(SetError, match=r"^riga\.toml: ") as caught:
        group(path)
    assert error in str(caught.value)


def test_two_files_do_not_share_a_name(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(WHOLE, "utf-8")
    (tmp_path / "b.toml").write_text(WHOLE, "utf-8")
    with pytest.raises(SetError, match="the happening 'riga' is there twice"):
        groups(tmp_path)


def test_an_empty_folder_is_no_set(tmp_path: Path) -> None:
    with pytest.raises(SetError, match=r"there are no \.toml files"):
        groups(tmp_path)
