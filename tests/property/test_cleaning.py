"""What holds for any input to cleaning."""

from datetime import UTC, datetime
from typing import Literal

from hypothesis import given, settings
from hypothesis import strategies as st

from readout.cleaning import as_given, bands, clean, dateline, normal_form, signature, similarity
from readout.records import Article, Document, Rejected

NOW = datetime(2025, 3, 5, tzinfo=UTC)
PIECES = [
    "The king met the queen of Freedonia on Monday.", "KYIV, March 3 (AP) \u2014 ", "(Reuters) - ",
    "London", ": ", "“", "”", "…", "\n", "\n\n", "\r\n", "\t", " ", "\xa0", "\u200b", "\u202e",
    "\x00", "\x1b[1m", "&amp;", "&", "amp;", "#38;", "&lt;", "â€œ", "\xe2\u20ac\u2122", "\xc3",
    "\xa9", "- ", "* ", "# ", "**", "_", "`", "[a](b)", "|", "---", "Advertisement",
    "Related stories", "King Opens New Bridge Over the River The king…", "Read more: that",
    "\ud800", "\udc00", "e\u0301", "\ufb01", "\xe9", "\u4e2d", "<p>", "</p>", "<div>", "<br>",
    "<html>", "<body>", "<script>", "<!--", "<table><tr><td>", "<a href='", "<ul><li>", "<pre>",
    "March 3, 2025", "By Ann Writer",
    "went on in lower case for some sixty characters without an end\n",
]  # fmt: skip
# Lone surrogates are left in: sources can give them.
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=())), st.lists(st.sampled_from(PIECES)).map("".join)
)
MEDIA_TYPES = st.sampled_from(("text/plain", "text/markdown", "text/html"))
MediaType = Literal["text/plain", "text/markdown", "text/html"]


def _cleaned(
    content: str | bytes, media_type: MediaType, **known: str | None
) -> Document | Rejected:
    given_as = Article("s", "a", media_type, content, NOW, **known)
    return clean(given_as, NOW)


@settings(max_examples=300, deadline=None)
@given(st.one_of(TEXTS, st.binary()), MEDIA_TYPES, st.none() | TEXTS, st.none() | TEXTS)
def test_any_input_gives_a_document_or_a_reason(
    content: str | bytes, media_type: MediaType, title: str | None, published: str | None
) -> None:
    found = _cleaned(content, media_type, title=title, published=published, encoding=title)
    if isinstance(found, Rejected):
        assert found.reason
        assert found.error
    else:
        assert found.text
        assert found == _cleaned(
            content, media_type, title=title, published=published, encoding=title
        )


@settings(max_examples=500, deadline=None)
@given(TEXTS)
def test_the_normal_form_is_its_own_normal_form(text: str) -> None:
    once = normal_form.of(text)
    assert normal_form.of(once) == once
    assert once == once.strip()
    assert "\n\n" not in once
    assert "  " not in once
    once.encode()


@settings(max_examples=150, deadline=None)
@given(TEXTS, MEDIA_TYPES)
def test_a_cleaned_text_cleaned_again_does_not_change(text: str, media_type: MediaType) -> None:
    first = _cleaned(text, media_type)
    if isinstance(first, Document):
        second = _cleaned(first.text, "text/plain")
        assert isinstance(second, Document)
        assert second.text == first.text
        assert second.content_hash == first.content_hash


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_a_dateline_lies_in_its_text(text: str) -> None:
    found = dateline.find(text)
    if found:
        assert 0 <= found.extent.start < found.extent.end <= len(text)
        for part in (found.place, found.date, found.agency):
            assert part is None or (found.extent.contains(part) and part.of(text).strip())


@given(TEXTS, st.none() | TEXTS)
def test_a_text_as_given_is_never_touched(text: str, published: str | None) -> None:
    assert as_given("1", text, text, published).text == text


@given(TEXTS, TEXTS)
def test_a_text_is_most_similar_to_itself(one: str, other: str) -> None:
    signed = signature(one)
    assert similarity(signed, signature(other)) <= similarity(signed, signed) or not signed
    assert len(set(bands(signed))) in {0, 21}
