"""The settings of a home: where batches run, where staged parts are, how long a step may take."""

import pickle
from pathlib import Path

import pytest

from readout.home import Home
from readout.settings import PROCESSES, Settings, SettingsError


def configured(folder: Path, text: str) -> Home:
    (folder / "settings.toml").write_text(text, "utf-8")
    return Home.configured(folder)


def test_a_home_without_the_file_has_all_of_it_on_this_machine(tmp_path: Path) -> None:
    home = Home.configured(tmp_path)
    assert home.settings == Settings()
    assert home.settings.runner == PROCESSES
    assert home.staging == tmp_path / "staging"


def test_what_is_set_is_kept_and_travels_with_the_home(tmp_path: Path) -> None:
    home = configured(
        tmp_path,
        'runner = "tls://scheduler:8786"\nstaging = "memory://news/staging"\n[limits]\nload = 60\n',
    )
    there = pickle.loads(pickle.dumps(home))  # noqa: S301  it was made here
    assert there == home
    assert there.settings.runner == "tls://scheduler:8786"
    assert str(there.staging) == "memory://news/staging"
    assert there.settings.limits.of("load") == 60
    assert there.settings.limits.of("ingest") == Settings().limits.ingest


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("runner = 'ray'", "runner must be here, processes, dask or the address"),
        ("staging = 'folder'", "staging must be a URL, such as s3://bucket/folder"),
        ("speed = 1", "unknown key speed; known are runner, staging, limits"),
        ("[limits]\nsleep = 1", r"\[limits\] may have ingest, clean, extract, load"),
        ("[limits]\nload = 0", r"\[limits\] are in seconds, above 0"),
        ("[limits]\nload = true", r"\[limits\] are in seconds, above 0"),
        ("limits = 3", r"\[limits\] may have"),
        ("runner =", "is not TOML"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_the_file_and_the_reason(
    tmp_path: Path, text: str, message: str
) -> None:
    with pytest.raises(SettingsError, match=message) as refused:
        configured(tmp_path, text)
    assert str(tmp_path / "settings.toml") in str(refused.value)
