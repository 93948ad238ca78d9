"""What a page says of itself (title, day of publication) and what its report is."""

import re
from copy import deepcopy
from datetime import datetime

from htmldate import find_date
from lxml.html import HtmlElement
from trafilatura import bare_extraction

from readout.cleaning import markup, publication, titles
from readout.cleaning.refusal import Refusal

WHOLE_PAGE = re.compile(r"<(?:!doctype|html|head|body)\b", re.IGNORECASE)
PAGE_WINDOW = 20_000
# Below its `min_extracted_size` trafilatura runs the words of the whole page together.
FEWEST_CHARACTERS = 250
LETTERS = re.compile(r"\w+")
NOT_THE_REPORT = "//nav|//header[not(ancestor::article)]|//footer|//aside|//form|//menu|//dialog"
NOT_ITS_DATE = (
    f"{NOT_THE_REPORT}|//meta[contains(@property, 'modified') or contains(@property, 'updated')"
    " or contains(@name, 'modified') or @itemprop='dateModified']|//time[@itemprop='dateModified']"
)
REPORT = ("//article", "//main", "//*[@role='main']")
JSON_LD_DATE = re.compile(r'"datePublished"\s{0,9}:\s{0,9}"([^"]{8,40})"')
META_DATES = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//meta[@name='pubdate' or @name='date' or @name='DC.date.issued']/@content",
    "//time[@itemprop='datePublished' or @pubdate]/@datetime",
)


def is_whole(html: str) -> bool:
    """Whether the HTML is a page, and not a piece of one such as a feed's item."""
    return WHOLE_PAGE.search(html, 0, PAGE_WINDOW) is not None


def report(root: HtmlElement) -> str:
    """The lines of a page's main text, without navigation, comments and the like.

    Trafilatura judges which words are the report's. The lines are the page's own where they
    can be found again, because trafilatura runs paragraphs of broken HTML together, and on short
    pages everything.

    Raises:
        Refusal: "no text" when there is none.
    """
    own = markup.lines(root)
    found = bare_extraction(root, include_comments=False, include_tables=True, with_metadata=False)
    body = getattr(found, "body", None)
    judged = markup.lines(body) if body is not None else ""
    text = _found_again(judged, own) if len(judged) >= FEWEST_CHARACTERS else _all_blocks(root)
    if not text.strip():
        raise Refusal("no text", "No report is found in the page: it may be made by scripts.")
    return text


def _found_again(judged: str, own: str) -> str:
    """The page's own lines that make up the judged text; the judged text where some are missing."""
    wanted = "".join(LETTERS.findall(judged))
    kept: list[str] = []
    place = 0
    for line in own.split("\n"):
        letters = "".join(LETTERS.findall(line))
        if not letters or wanted.startswith(letters, place):
            kept.append(line)
            place += len(letters)
    return "\n".join(kept) if place == len(wanted) else judged


def _all_blocks(root: HtmlElement) -> str:
    """Every block of the article, or of the page without its furniture."""
    for element in root.xpath(NOT_THE_REPORT):
        element.drop_tree()
    for path in REPORT:
        found = root.xpath(path)
        if len(found) == 1 and (text := markup.lines(found[0]).strip()):
            return text
    return markup.lines(root).strip()


def title(root: HtmlElement) -> str | None:
    """The page's own title, without the name of its site."""
    heading = _one(root, "//h1")
    site = _one(root, "//meta[@property='og:site_name']/@content")
    for path in ("//meta[@property='og:title']/@content", "//head/title", "//title"):
        found = titles.normal(_one(root, path))
        if found:
            return titles.without_site(found, site, titles.normal(heading))
    return titles.normal(heading)


def _one(root: HtmlElement, path: str) -> str | None:
    for found in root.xpath(path):
        words = found if isinstance(found, str) else found.text_content()
        if words.strip():
            return str(words)
    return None


def published(root: HtmlElement, now: datetime) -> datetime | None:
    """When the page says that it was first published; None when it doesn't say."""
    for path in META_DATES:
        stated = _one(root, path)
        moment = publication.believable(publication.understood(stated or ""), now)
        if moment:
            return moment
    scripts = root.xpath("//script[@type='application/ld+json']/text()")
    stated_there = (match for script in scripts for match in JSON_LD_DATE.findall(script))
    for stated in stated_there:
        moment = publication.believable(publication.understood(stated), now)
        if moment:
            return moment
    return _searched(root, now)


def _searched(root: HtmlElement, now: datetime) -> datetime | None:
    """The day that htmldate finds, kept from dates of changes and of other stories."""
    searched = deepcopy(root)
    for element in searched.xpath(NOT_ITS_DATE):
        element.drop_tree()
    day = find_date(searched, original_date=True, extensive_search=False, max_date=now)
    return publication.believable(publication.understood(day or ""), now)
