from collections.abc import Callable
from pathlib import Path

import pytest

from readout.sources import Catalogue, CatalogueError, load_catalogue, resolve

Written = Callable[[str, str], Path]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    return write


def test_the_catalogue_of_the_program_names_public_feeds_and_reads_none_unasked() -> None:
    catalogue = load_catalogue()
    assert {"state_gov", "whitehouse", "un_news"} <= set(catalogue.sources)
    assert catalogue.enabled == ()
    assert all(source.format == "feed" for source in catalogue.sources.values())


def test_a_name_in_the_catalogue_brings_its_terms(written: Written) -> None:
    path = written(
        "mine.toml",
        '[sources.desk]\nlocation = "https://desk.example/feed"\npause = 2\nallow_private = true\n'
        'date_order = "DMY"\n[sources.desk.limits]\npages = 7\n',
    )
    (source,) = resolve(["desk"], load_catalogue(path))
    assert (source.name, source.pause, source.allow_private) == ("desk", 2.0, True)
    assert (source.limits.pages, source.date_order, source.catalogued) == (7, "DMY", True)


def test_a_path_in_a_catalogue_is_relative_to_the_catalogue(written: Written) -> None:
    path = written("lists/mine.toml", '[sources.desk]\nlocation = "../articles"\n')
    (source,) = resolve(["desk"], load_catalogue(path))
    assert Path(source.location).resolve() == path.parent.parent / "articles"


@pytest.mark.parametrize(
    ("entry", "complaint"),
    [
        ("[sources.desk]\n", "needs a location"),
        ('[sources.desk]\nlocation = "x"\npaus = 1\n', "unknown key paus"),
        ('[sources.desk]\nlocation = "x"\npause = -1\n', "pause"),
        ('[sources.desk]\nlocation = "x"\npause = true\n', "pause cannot be True"),
        ('[sources.desk]\nlocation = "x"\nformat = "doc"\n', "format must be one of"),
        ('[sources.desk]\nlocation = "x"\n[sources.desk.limits]\npages = 0\n', "limits.pages"),
        ('[sources.desk]\nlocation = "x"\n[sources.desk.limits]\nbytes = 9\n', "limits.bytes"),
        ("sources = 3\n", "must be tables"),
        ("[sources", "not TOML"),
    ],
)
def test_a_catalogue_that_cannot_mean_what_it_says_is_refused(
    written: Written, entry: str, complaint: str
) -> None:
    path = written("mine.toml", entry)
    with pytest.raises(CatalogueError, match=complaint) as refusal:
        load_catalogue(path)
    assert str(path) in str(refusal.value)


def test_a_file_is_named_after_its_folder_as_if_the_folder_had_been_given(
    written: Written,
) -> None:
    path = written("news/one.txt", "x")
    names = [source.name for source in resolve([str(path), str(path.parent)], Catalogue())]
    assert names == ["news", "news"]


def test_folders_of_the_same_name_are_told_apart(written: Written) -> None:
    first, second = written("a/news/one.txt", "x"), written("b/news/one.txt", "y")
    names = [source.name for source in resolve([str(first), str(second)], Catalogue())]
    assert names == ["a/news", "b/news"]


def test_a_url_is_named_after_its_host_and_never_after_its_password() -> None:
    (source,) = resolve(["https://jo:secret@www.desk.example/feed"], Catalogue())
    assert source.name == "desk.example"
    assert source.is_url


def test_the_same_input_twice_is_one_source() -> None:
    assert len(resolve(["https://desk.example/", "https://desk.example/"], Catalogue())) == 1
