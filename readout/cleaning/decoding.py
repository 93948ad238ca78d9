"""Bytes to text: the encoding that the bytes show, before the one that somebody declared."""

import codecs
import re

from charset_normalizer import from_bytes

from readout.cleaning.refusal import Refusal

# UTF-32 first: its little-endian mark begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
META_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^<>]{0,300}(?:charset|encoding)\s*=\s*["']?([\w:-]{2,40})""", re.IGNORECASE
)
# Of the standard library's codecs those that web pages are written in: rot13 and idna are others.
CHARSET = re.compile(
    r"(?:x-)?(?:utf-?(?:8|16|32)|us-ascii|ascii|iso|latin|windows-|cp|koi8|mac|gb|big5|shift|sjis|euc|tis)"
    r"[\w-]{0,20}",
    re.IGNORECASE | re.ASCII,
)
META_WINDOW = 4096
DETECTION_WINDOW = 65_536
# Encodings that are read as a superset of themselves, as browsers do (WHATWG Encoding Standard).
READ_AS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030"}
MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{1,3}")
HIGH = re.compile(rb"[\x80-\xff]")
# Bytes that are quotation marks, dashes and the like in Windows-1252 and controls elsewhere.
WINDOWS_ONLY = bytes(range(0x80, 0xA0))
JUNK = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
MOST_JUNK = 0.1
# English and its neighbours write fewer of their letters with accents; Russian writes nearly all.
MOST_WESTERN = 0.15
NUL_WINDOW = 2000


def _typographic(error: UnicodeError) -> tuple[str, int]:
    """One bad byte in UTF-8: a Windows quotation mark or dash where it can be one, else U+FFFD."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    if len(bad) == 1 and bad in WINDOWS_ONLY:
        return bad.decode("cp1252", "replace"), error.end
    return "\ufffd", error.end


codecs.register_error("readout-typographic", _typographic)


def decode(content: bytes, declared: str | None = None) -> str:
    """The text in the bytes.

    A byte order mark decides; then UTF-8, which other encodings hardly ever resemble, single
    bad bytes forgiven; then the declared charset, by HTTP (`declared`) or by the text's own
    `<meta>` or XML declaration; then a guess from the bytes.

    Raises:
        Refusal: "undecodable" when the result is no text (a picture, an archive, a program).
    """
    text = _decoded(content, declared)
    junk = sum(1 for _ in JUNK.finditer(text, 0, DETECTION_WINDOW))
    if junk > MOST_JUNK * min(len(text), DETECTION_WINDOW):
        raise Refusal(
            "undecodable",
            f"{len(content):,} bytes are not text in any known encoding: "
            "look at the file, it may be a picture, a PDF or an archive.",
        )
    return text


def _decoded(content: bytes, declared: str | None) -> str:
    for mark, name in MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, "replace")
    wide = _wide(content)
    if wide:
        return content.decode(wide, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _not_quite_utf8(content, declared)


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark: in Western text every other byte is NUL."""
    window = content[:NUL_WINDOW]
    even, odd = window[::2].count(0), window[1::2].count(0)
    if max(even, odd) < len(window) / 5 or len(content) % 2:
        return None
    if not min(even, odd) < max(even, odd) / 10:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _not_quite_utf8(content: bytes, declared: str | None) -> str:
    sequences = sum(len(match[0]) for match in MULTIBYTE.finditer(content))
    stray = sum(1 for _ in HIGH.finditer(content)) - sequences
    if sequences > 2 * stray:
        return content.decode("utf-8", "readout-typographic")
    for name in (_known(declared), _known(_meta_charset(content))):
        if name and name != "utf-8":
            return content.decode(name, "replace")
    return _guessed(content)


def _meta_charset(content: bytes) -> str | None:
    found = META_CHARSET.search(content, 0, META_WINDOW)
    return found[1].decode("ascii", "replace") if found else None


def _known(name: str | None) -> str | None:
    """The codec of a declared charset; None for none, and for codecs that are no charset."""
    if not name or not CHARSET.fullmatch(name):
        return None
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        return None
    return READ_AS.get(codec, codec)


def _guessed(content: bytes) -> str:
    """A guess: the Western encoding where few bytes need one, else what the bytes resemble most."""
    if len(HIGH.findall(content)) < MOST_WESTERN * len(content):
        return content.decode("cp1252", "replace")
    found = from_bytes(content[:DETECTION_WINDOW]).best()
    return content.decode(found.encoding if found else "cp1252", "replace")
