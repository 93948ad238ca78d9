"""Articles to documents, of every media type, and the refusals."""

import re
from datetime import UTC, datetime

import pytest

from readout.cleaning import as_given, clean
from readout.records import Article, Document, Rejected

NOW = datetime(2025, 3, 5, 12, tzinfo=UTC)
PARAGRAPHS = [
    "The king of Ruritania met the queen of Freedonia in Zenda on Monday, officials said.",
    "“We agreed on every point,” the king said. A treaty will be signed in May.",
    "The two also spoke of trade, which fell by a tenth last year, and of the border villages.",
]
STORY = "\n".join(PARAGRAPHS)
TAGGED = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
PAGE = f"""<!doctype html><html><head><title>Kings agree | The Zenda Post</title>
<meta property="article:published_time" content="2025-03-03T09:30:00+01:00"></head><body>
<div id="cookies"><p>We use cookies.</p></div>
<header><nav><a href="/">Home</a><a href="/w">World</a></nav></header>
<main><article><h1>Kings agree</h1>{TAGGED}
<ul><li>Open the border</li><li>Cut tariffs by <b>half</b></li></ul></article></main>
<aside><h3>Related stories</h3><p>King opens a bridge over the river of his capital.</p></aside>
<footer><p>© 2025 The Zenda Post</p></footer></body></html>"""


def article(content: str | bytes, media_type: str = "text/plain", **known: str | None) -> Article:
    fields: dict[str, object] = {
        "source": "zenda", "address": "zenda:1", "content": content, "media_type": media_type,
        "fetched_at": NOW, **known,
    }  # fmt: skip
    return Article(**fields)  # type: ignore[arg-type]  # fields are given by name, each of its own type


def document(content: str | bytes, media_type: str = "text/plain", **known: str | None) -> Document:
    found = clean(article(content, media_type, **known), NOW)
    assert isinstance(found, Document), found
    return found


def refusal(content: str | bytes, media_type: str = "text/plain", **known: str | None) -> Rejected:
    found = clean(article(content, media_type, **known), NOW)
    assert isinstance(found, Rejected), found
    return found


def test_a_page_gives_its_report_title_and_date() -> None:
    found = document(PAGE, "text/html")
    assert found.text == f"{STORY}\nOpen the border\nCut tariffs by half"
    assert found.title == "Kings agree"
    assert found.published_at == datetime(2025, 3, 3, 8, 30, tzinfo=UTC)


def test_what_the_source_says_goes_before_what_the_page_says() -> None:
    found = document(
        PAGE, "text/html", title="Two <em>kings</em> &amp; a treaty", published="2025-03-02"
    )
    assert found.title == "Two kings & a treaty"
    assert found.published_at == datetime(2025, 3, 2, tzinfo=UTC)


def test_a_short_page_keeps_its_paragraphs_apart() -> None:
    page = "<html><body><h1>Kings agree</h1><p>They met.</p><p>They signed.</p></body></html>"
    assert document(page, "text/html").text == "They met.\nThey signed."


def test_paragraphs_of_broken_html_stay_apart() -> None:
    page = PAGE.replace("</p><p>“We", "<p><span>“We").replace("</p>", "")
    assert document(page, "text/html").text.startswith(STORY)


def test_a_piece_of_html_keeps_every_paragraph_heading_and_item_in_order() -> None:
    piece = (
        f"<p>Office of the Spokesperson</p>\n<h2>What was agreed</h2>{TAGGED}<ul><li>One</li>"
        "<li>Two<ol><li>Three</li></ol></li></ul><div>Four<br>Five<br/>&nbsp;<br>Six</div><blockquote>Seven"
        "</blockquote><table><tr><th>Year</th><th>Trade</th></tr><tr><td>2024</td><td>$3bn</td></tr>"
        "</table><script>alert('no')</script><p hidden>no</p><p style='display: none'>no</p>Eight"
    )
    assert document(piece, "text/html").text.split("\n") == [
        "Office of the Spokesperson", "What was agreed", *PARAGRAPHS, "One", "Two", "Three", "Four",
        "Five", "Six", "Seven", "Year | Trade", "2024 | $3bn", "Eight",
    ]  # fmt: skip


def test_a_page_without_a_date_gets_none() -> None:
    for nothing in ("", '<meta property="article:modified_time" content="2025-03-03">'):
        page = re.sub("<meta[^>]*>", nothing, PAGE)
        page = page.replace("<h3>Related", '<time datetime="2025-03-01">Saturday</time><h3>Related')
        assert document(page, "text/html").published_at is None


@pytest.mark.parametrize(
    "script",
    [
        '<script type="application/ld+json">{"datePublished": "2025-03-03T08:30:00Z"}</script>',
        '<meta itemprop="datePublished" content="2025-03-03T08:30:00Z">',
        '<meta name="date" content="Mon, 03 Mar 2025 09:30:00 +0100">',
    ],
)
def test_a_page_tells_its_date_in_several_ways(script: str) -> None:
    page = PAGE.replace("article:published_time", "nothing").replace("</head>", f"{script}</head>")
    assert document(page, "text/html").published_at == datetime(2025, 3, 3, 8, 30, tzinfo=UTC)


def test_a_future_date_is_ignored_and_the_address_asked_instead() -> None:
    found = document(STORY, published="2031-01-01", url="https://zenda.example/2025/03/04/kings")
    assert found.published_at == datetime(2025, 3, 4, tzinfo=UTC)


def test_a_headline_in_a_plain_text_is_the_title_and_stays_in_the_text() -> None:
    headline = "Kings of Ruritania and Freedonia Agree"
    found = document(f"{headline}\n\n{STORY}")
    assert found.title == headline
    assert found.text == f"{headline}\n{STORY}"


@pytest.mark.parametrize("first", ["", "By Ann Writer of the Zenda Post\n", "East Room\n"])
def test_what_is_no_headline_is_no_title(first: str) -> None:
    assert document(first + STORY).title is None


def test_a_heading_is_the_title_of_markdown() -> None:
    found = document(f"# Kings *agree*\n\n{PARAGRAPHS[0]}", "text/markdown")
    assert found.title == "Kings agree"
    assert found.text == f"Kings agree\n{PARAGRAPHS[0]}"


@pytest.mark.parametrize("title", ["Kings agree - The Zenda Post", "Kings agree | The Zenda Post"])
def test_the_name_of_the_site_is_no_part_of_the_title(title: str) -> None:
    assert (
        document(PAGE.replace("Kings agree | The Zenda Post", title), "text/html").title
        == "Kings agree"
    )


def test_a_dash_in_a_title_stays() -> None:
    page = PAGE.replace("<h1>Kings agree</h1>", "").replace(
        " | The Zenda Post", " – at last, they say"
    )
    assert document(page, "text/html").title == "Kings agree – at last, they say"


def test_bytes_are_decoded_as_declared_or_as_they_show() -> None:
    assert document(PAGE.encode("cp1252", "replace"), "text/html").text.startswith(STORY)
    assert document(STORY.encode("utf-16")).text == STORY
    assert document(f"{STORY}".encode() + b"\xff\x00").text.startswith(STORY)


def test_an_edit_is_another_document_and_the_same_is_the_same() -> None:
    assert document(STORY) == document(STORY)
    edited = document(STORY.replace("Monday", "Tuesday"))
    assert edited.document_id != document(STORY).document_id
    assert edited.article_id != document(STORY).article_id
    retitled = document(STORY, title="Kings agree")
    assert retitled.document_id != document(STORY).document_id
    assert retitled.content_hash == document(STORY).content_hash


@pytest.mark.parametrize(
    ("content", "media_type", "reason"),
    [
        ("", "text/plain", "empty"),
        (b"", "text/html", "empty"),
        (" \n\t ", "text/markdown", "empty"),
        ("\x00\u200b", "text/plain", "no text"),
        ("This website uses cookies.\n###", "text/plain", "no text"),
        ("<!-- nothing -->", "text/html", "no text"),
        ("<html><body><script>start()</script></body></html>", "text/html", "no text"),
        ("<p></p>", "text/html", "no text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "text/html", "undecodable"),
        ("x" * 20_000_001, "text/plain", "too large"),
        ("The king met her. " * 60_000, "text/plain", "too large"),
        ("<div>" * 100_000 + "Hello" + "</div>" * 100_000, "text/html", "too deep"),
        ("Le roi a rencontré la reine lundi à Zenda, ont-ils dit.", "text/plain", "language"),
        ("Der König hat am Montag die Königin getroffen, sagte er.", "text/plain", "language"),
        ("Король в понедельник встретился с королевой.", "text/plain", "language"),
        ("国王周一会见了王后", "text/plain", "language"),
    ],
)  # fmt: skip
def test_bad_input_is_refused_with_a_reason_and_advice(
    content: str | bytes, media_type: str, reason: str
) -> None:
    found = refusal(content, media_type, url="https://zenda.example/1")
    assert (found.stage, found.reason) == ("clean", reason)
    assert found.error.startswith("zenda:1: ")
    assert (found.source, found.url, found.at) == ("zenda", "https://zenda.example/1", NOW)


@pytest.mark.parametrize("text", ["King dies at 90", "They met.", "2 + 2 = 4"])
def test_a_very_short_text_in_latin_letters_passes(text: str) -> None:
    assert document(text).text == text


def test_names_do_not_make_a_text_foreign() -> None:
    text = (
        "Among those who met were Thórdís Kolbrún Reykfjörð Gylfadóttir, Zbigniew Rau, "
        "Ignazio Cassis, Annalena Baerbock and Jean-Yves Le Drian of France."
    )
    assert document(text).language == "en"


def test_html_deeper_than_the_parser_goes_is_read_when_only_its_looks_are_deep() -> None:
    content = "<font>" * 50_000 + PARAGRAPHS[0]
    assert document(content, "text/html").text == PARAGRAPHS[0]


def test_a_tag_with_200_000_attributes_takes_no_time() -> None:
    attributes = " ".join(f"a{number}='>'" for number in range(200_000))
    assert document(f"<p {attributes}>{PARAGRAPHS[0]}</p>", "text/html").text == PARAGRAPHS[0]


def test_a_text_as_given_stays_untouched_with_its_dateline_described() -> None:
    text = "  KYIV, March 3, 2025 (AP) \u2014\u00a0They met.\r\n\r\nAdvertisement\n"
    found = as_given("7", text, "A <b>title</b>", None)
    assert (found.document_id, found.text, found.title) == ("7", text, "A title")
    assert found.published_at == datetime(2025, 3, 3, tzinfo=UTC)
    assert found.dateline is not None
    assert found.dateline.place is not None
    assert found.dateline.place.of(text) == "KYIV"
    assert as_given("8", "", None, "2025-03-04").published_at == datetime(2025, 3, 4, tzinfo=UTC)
    assert as_given("9", "\ud800", None, "soon").published_at is None
