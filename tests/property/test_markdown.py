"""Words of others stay words in what Prefect's pages show."""

import re
import unicodedata
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from readout.markdown import JOINER, link, table, words

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

# What the pages make links of by themselves: these are the patterns of mdast-util-gfm-autolink.
BY_THEMSELVES = re.compile(
    r"(https?://|www(?=\.))([-.\w]+)([^ \t\r\n]*)|[-.\w+]+@[-\w]+(?:\.[-\w]+)+", re.IGNORECASE
)

MARKUP = st.sampled_from(
    ["[x](javascript:alert(1))", "![i](http://e.example/i.png)", "<img src=x onerror=alert(1)>",
     "<script>", "</script>", "http://e.example", "www.e.example", "WWW.E.example", "a@b.example",
     "<https://e.example>", "&lt;b&gt;", "&#60;", "\\", "\\[", "`", "``", "**", "__", "~~", "|",
     "\n", "\n\n", "\r", "# ", "- ", "1. ", "> ", "    ", "\t", "---", "===", "[^1]",
     "[1]: http://e.example", "\u202e", "\u200b", "\u2028", "\x00", "$x$", ":smile:", "{{x}}",
     "é", "“yes”", "—"]
)  # fmt: skip
TEXTS = st.lists(MARKUP | st.text(max_size=20), max_size=8).map("".join)


def inline(markdown: str) -> list[Token]:
    return [part for token in READER.parse(markdown) for part in token.children or []]


def plain(text: str) -> str:
    """The text as it should be read: on one line, without what cannot be seen."""
    hidden = {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"}
    seen = (
        " " if unicodedata.category(one) in hidden and one not in "\u200c\u200d" else one
        for one in text
    )
    return " ".join("".join(seen).split())


@pytest.mark.promise(10)
@given(TEXTS)
def test_words_are_read_as_the_words_that_they_are(text: str) -> None:
    parts = inline(words(text, longest=10_000))
    assert {part.type for part in parts} <= {"text", "text_special"}
    read = "".join(part.content for part in parts)
    assert read.replace(JOINER, "") == plain(text).replace(JOINER, "")


@pytest.mark.promise(10)
@given(TEXTS)
def test_words_are_one_paragraph_or_nothing(text: str) -> None:
    kinds = [token.type for token in READER.parse(words(text))]
    assert kinds in ([], ["paragraph_open", "inline", "paragraph_close"])


@pytest.mark.promise(10)
@given(TEXTS)
def test_no_page_makes_a_link_of_words_by_itself(text: str) -> None:
    read = "".join(part.content for part in inline(words(text)))
    assert not BY_THEMSELVES.search(read)


@pytest.mark.promise(10)
@given(st.lists(TEXTS, min_size=2, max_size=2), TEXTS)
def test_a_table_has_the_cells_that_it_is_given(row: list[str], head: str) -> None:
    shown = table((f"a {words(head)}", "b"), [[f"x {words(cell)}" for cell in row]])
    kinds = [token.type for token in READER.parse(shown)]
    assert kinds.count("td_open") == 2
    assert kinds.count("tr_open") == 2
    assert {part.type for part in inline(shown)} <= {"text", "text_special"}


ADDRESSES = st.builds(
    lambda scheme, rest: f"{scheme}{rest}",
    st.sampled_from(["http://e.example/", "https://e.example/", "javascript:", "data:", "//", ""]),
    TEXTS,
)


@pytest.mark.promise(10)
@given(ADDRESSES)
def test_an_address_is_at_most_one_link_to_the_host_that_is_shown(url: str) -> None:
    parts = inline(link(url))
    opened = [part for part in parts if part.type == "link_open"]
    assert len(opened) <= 1
    assert {part.type for part in parts} <= {"text", "text_special", "link_open", "link_close"}
    for part in opened:
        target = urlsplit(str(part.attrs["href"]))
        shown = "".join(one.content for one in parts).replace(JOINER, "")
        assert target.scheme in {"http", "https"}
        assert shown == target.hostname
        assert "\\" not in link(url)


@pytest.mark.promise(10)
@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,x",
        "http://news.example@evil.example/",
        "http:\\\\evil.example",
        "http://[",
        "file:///etc/passwd",
        "//evil.example",
    ],
)
def test_what_is_no_plain_address_of_the_web_is_no_link(url: str) -> None:
    assert [part.type for part in inline(link(url)) if part.type == "link_open"] == []


@pytest.mark.promise(10)
def test_an_address_with_brackets_and_spaces_is_one_link() -> None:
    (opened,) = [
        part
        for part in inline(link("https://news.example/a_(b)_c?x=[1]&copy;=2"))
        if part.type == "link_open"
    ]
    assert opened.attrs["href"] == "https://news.example/a_%28b%29_c?x=%5B1%5D&copy%3B=2"


@pytest.mark.promise(10)
def test_a_host_in_other_letters_is_shown_as_it_is_asked_for() -> None:
    shown = link("https://Наука.example:8080/ü")
    assert shown == "[xn--80aa3ak5a.example](https://xn--80aa3ak5a.example:8080/%C3%BC)"
    assert link("https://www.news.example/a").startswith("[www.news.example](")


@pytest.mark.promise(10)
def test_long_words_are_cut() -> None:
    assert words("a" * 500, longest=10) == "aaaaaaaaa…"
