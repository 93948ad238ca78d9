"""An article to a document: the steps of cleaning, in their order."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from readout.cleaning import (
    dateline,
    decoding,
    fingerprint,
    language,
    markdown,
    markup,
    normal_form,
    page,
    publication,
    titles,
)
from readout.cleaning.refusal import Refusal
from readout.identity import article_id, hash_id
from readout.records import Article, Document, Rejected

LARGEST_CONTENT = 20_000_000
LARGEST_TEXT = 1_000_000


def clean(article: Article, now: datetime) -> Document | Rejected:
    """The article's text in normal form with what is known of it, or why there is none.

    The text keeps every paragraph that is the report's; a headline stays in it when it was part of
    a plain text, and not when it was a page's title. `published_at` is the source's word, else
    the page's, else the address's, else a full date in the dateline or on a line of its own in
    the opening; else None. Pure, and of the same result everywhere.
    """
    try:
        return _cleaned(article, now)
    except Refusal as refusal:
        return Rejected(
            source=article.source,
            address=article.address,
            stage="clean",
            reason=refusal.reason,
            error=f"{article.address}: {refusal}",
            at=now,
            url=article.url,
        )


def clean_all(articles: Iterable[Article], now: datetime) -> Iterator[Document | Rejected]:
    """Each article's document or reject, in order; one that breaks the cleaning is rejected."""
    for article in articles:
        try:
            yield clean(article, now)
        except Exception as error:  # noqa: BLE001  whatever it is, it is this article's, and is kept
            message = f"{article.address}: cleaning failed with {type(error).__name__}: {error}"
            yield Rejected(
                article.source, article.address, "clean", "failed", message, now, article.url
            )


def as_given(id: str, text: str, title: str | None, published: str | None) -> Document:  # noqa: A002 - the name of the field in the input
    """A document of a text that stays untouched, so that offsets point into what was given.

    Nothing is rejected, dropped or repaired; there are no fingerprints, for nothing is stored.
    """
    found = dateline.find(text)
    stated = publication.understood(published or "")
    return Document(
        document_id=id,
        article_id=id,
        address=id,
        source="given",
        text=text,
        title=titles.normal(title),
        published_at=stated or publication.from_text(text, found),
        dateline=found,
    )


def _cleaned(article: Article, now: datetime) -> Document:
    raw, title, stated = _read(article, now)
    text = normal_form.of(raw)
    if article.media_type == "text/html":
        text = _without_title(text, title)
    _check_text(text)
    found = dateline.find(text)
    if title is None and article.media_type != "text/html":
        title = titles.of_plain(text.split("\n"))
    published = (
        stated
        or publication.believable(publication.from_address(article.url), now)
        or publication.believable(publication.from_text(text, found), now)
    )
    return Document(
        document_id=hash_id(article.address, title, text),
        article_id=article_id(article),
        address=article.address,
        source=article.source,
        text=text,
        url=article.url,
        title=title,
        published_at=published,
        fetched_at=article.fetched_at,
        dateline=found,
        content_hash=fingerprint.content_hash(text),
        signature=fingerprint.signature(text),
    )


def _read(article: Article, now: datetime) -> tuple[str, str | None, datetime | None]:
    """The article's words in lines, its title and its stated moment, from whatever holds them."""
    content = _decoded(article)
    title = titles.normal(article.title)
    stated = publication.believable(publication.understood(article.published or ""), now)
    if article.media_type == "text/markdown":
        text, heading = markdown.plain(content)
        return text, title or titles.normal(heading), stated
    if article.media_type == "text/plain":
        return content, title, stated
    root = markup.tree(content)
    if not page.is_whole(content):
        return markup.lines(root), title, stated
    title = title or page.title(root)
    stated = stated or page.published(root, now)
    return page.report(root), title, stated


def _decoded(article: Article) -> str:
    content = article.content
    if len(content) > LARGEST_CONTENT:
        raise Refusal(
            "too large",
            f"{len(content):,} characters or bytes are more than the {LARGEST_CONTENT:,} an "
            "article may have: give its articles one by one.",
        )
    text = decoding.decode(content, article.encoding) if isinstance(content, bytes) else content
    if not text.strip():
        raise Refusal("empty", "There is nothing in it: see whether it was saved completely.")
    return text


def _without_title(text: str, title: str | None) -> str:
    first, _, rest = text.partition("\n")
    return rest if rest and titles.is_same(first, title) else text


def _check_text(text: str) -> None:
    if not text:
        raise Refusal("no text", "Nothing is left of it but marks and lines that belong to a page.")
    if len(text) > LARGEST_TEXT:
        raise Refusal(
            "too large",
            f"Its text of {len(text):,} characters is longer than {LARGEST_TEXT:,}: "
            "it may be a book or an archive; give its articles one by one.",
        )
    found = language.identify(text)
    if found != "en":
        raise Refusal("language", f"It is written in {found!r} and only English ('en') is read.")
