"""The documents: their links lead somewhere, each view has its page, and words have one place."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SEED_ARTICLES = ROOT / "seeds" / "articles"
FOLDERS = ("docs", "seeds", "extractors", "sql", "training", "benchmarks", "tests")
DOCUMENTS = sorted(
    path
    for path in (*ROOT.glob("*.md"), *(p for one in FOLDERS for p in (ROOT / one).rglob("*.md")))
    if SEED_ARTICLES not in path.parents
)
VIEWS = sorted(path.name for path in (ROOT / "sql" / "views").iterdir() if path.is_dir())
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)|<(?:img|a)\b[^>]*?(?:src|href)=\"([^\"]+)\"")
# A path from the root of a machine. Those of an example in operations are where a reader puts them.
ABSOLUTE = re.compile(r"(?<![\w.:/~<-])/(?:work|home|root|tmp|Users|opt|var|mnt|etc)/\S*|[A-Z]:\\")


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def prose(path: Path) -> str:
    """The text of a document without its code."""
    return re.sub(
        r"`[^`\n]+`",
        "",
        re.sub(r"^```.*?^```", "", path.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE),
    )


def relative_links(path: Path) -> Iterator[tuple[str, str]]:
    for found in LINK.finditer(prose(path)):
        target, _, anchor = (found[1] or found[2]).partition("#")
        if not re.match(r"[a-z]+:", target):
            yield target, anchor


def anchors(path: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), flags=re.MULTILINE)
    kept = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return {heading.strip().replace(" ", "-") for heading in kept}


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_every_relative_link_leads_somewhere(path: Path) -> None:
    for target, anchor in relative_links(path):
        place = (path.parent / target).resolve() if target else path
        assert place.is_relative_to(ROOT), f"{target} leads out of the project"
        assert place.exists(), f"{target} leads nowhere"
        if anchor and place.suffix == ".md":
            assert anchor in anchors(place), f"{target} has no heading #{anchor}"


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_no_document_names_a_folder_of_somebodys_machine(path: Path) -> None:
    assert ABSOLUTE.findall(path.read_text("utf-8")) == []


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_has_its_page(view: str) -> None:
    page = ROOT / "docs" / "views" / f"{view}.md"
    assert page.is_file(), f"docs/views/{view}.md is missing"
    assert page.read_text("utf-8").startswith(f"# {view}")


def test_every_page_of_a_view_has_its_view() -> None:
    assert {path.stem for path in (ROOT / "docs" / "views").glob("*.md")} <= {*VIEWS, "README"}


def test_a_word_stands_once_in_the_glossary_and_is_easy_to_find() -> None:
    groups = (ROOT / "docs" / "GLOSSARY.md").read_text("utf-8").split("\n## ")[1:]
    words = [re.findall(r"^\*\*(.+?)\*\* · ", group, flags=re.MULTILINE) for group in groups]
    everywhere = [word for group in words for word in group]
    assert len(everywhere) == len(set(everywhere))
    for group in words:
        assert group
        assert group == sorted(group, key=str.casefold)


def test_decisions_are_dated_and_in_order() -> None:
    text = (ROOT / "docs" / "decisions.md").read_text("utf-8")
    entries = text.split("\n\n")[2:]
    dates = [
        found[1] for entry in entries if (found := re.match(r"\*\*(\d{4}-\d\d-\d\d) · ", entry))
    ]
    assert len(dates) == len(entries)
    assert dates == sorted(dates)


@pytest.mark.promise(14)
def test_the_licences_travel_with_the_program() -> None:
    assert "MIT License" in (ROOT / "LICENSE").read_text("utf-8")
    card = (ROOT / "extractors" / "model" / "README.md").read_text("utf-8")
    for corpus in ("EWT", "GUM", "Universal NER", "CrossNER", "WikiGold", "Faker"):
        assert corpus in (ROOT / "NOTICE").read_text("utf-8")
        assert corpus in card
