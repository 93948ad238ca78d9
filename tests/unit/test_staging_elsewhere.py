"""Staged parts in an object store: whole or not there, loaded from a copy, taken down with all."""

from pathlib import Path

import pytest

from readout import staging
from readout.home import Home
from readout.staging import ARTICLES, DOCUMENTS, EXTRACTIONS, KINDS
from tests.newsroom import Newsroom, Story, told
from tests.unit.test_forget import forget

TEXT = "Anna Berg met Carl Dahl in Oslo."
STORY = Story(TEXT, (told(TEXT, "meeting", "met", ["Anna Berg"]),), "https://news.example/1")
OTHER = Story("Nothing was said by Eva Falk.", (), "https://news.example/2")


class Abroad(Newsroom):
    """A newsroom whose staged parts are where its settings say."""

    @property
    def home(self) -> Home:
        return Home.configured(self.path)


@pytest.fixture
def newsroom(tmp_path: Path, bucket: str) -> Newsroom:
    (tmp_path / "settings.toml").write_text(f'staging = "{bucket}/{tmp_path.name}"', "utf-8")
    return Abroad(tmp_path)


def staged(home: Home) -> list[str]:
    return [part for kind in KINDS for part in staging.parts(home, kind)]


def test_parts_are_written_read_loaded_and_removed_there(newsroom: Newsroom) -> None:
    part = newsroom.stage([STORY, OTHER])
    assert [*staging.read(newsroom.home, DOCUMENTS, part)] == [STORY.document, OTHER.document]
    assert staging.to_clean(newsroom.home) == staging.to_extract(newsroom.home) == []
    assert newsroom.load().loaded == 1
    assert staged(newsroom.home) == []
    assert newsroom.rows("select participants from meetings_v1") == [(["Anna Berg"],)]
    assert not (newsroom.path / "staging").exists()


def test_what_another_process_has_written_meanwhile_is_seen(newsroom: Newsroom) -> None:
    home = newsroom.home
    assert staging.parts(home, ARTICLES) == []
    Abroad(newsroom.path).stage([STORY])
    assert len(staging.parts(home, EXTRACTIONS)) == 1


def test_a_takedown_reaches_what_is_staged_there(newsroom: Newsroom) -> None:
    newsroom.run(STORY, OTHER)
    part = newsroom.stage([STORY, OTHER])
    forget(newsroom, STORY.address)
    assert [*staging.read(newsroom.home, DOCUMENTS, part)] == [OTHER.document]
