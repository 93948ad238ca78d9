"""Characters in one form: mojibake repaired, Unicode composed, nothing invisible."""

import re
import unicodedata
from html import unescape

import ftfy
from ftfy.badness import is_bad

# Only the repair of encodings is asked of ftfy. Quotation marks, ligatures and widths stay as they
# are written (quotation marks are evidence), so do line breaks and the composed form, which are
# settled below; no explanation, for speed. Lost bytes may be restored (`replace_lossy_sequences`,
# `restore_byte_a0`) and text that was damaged in part may be repaired in part
# (`decode_inconsistent_utf8`): ftfy does both only where nothing but mojibake looks so.
REPAIRS = ftfy.TextFixerConfig(
    unescape_html=False,
    remove_terminal_escapes=False,
    fix_encoding=True,
    restore_byte_a0=True,
    replace_lossy_sequences=True,
    decode_inconsistent_utf8=True,
    fix_c1_controls=True,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=False,
    fix_surrogates=False,
    remove_control_chars=False,
    normalization=None,
    explain=False,
)
LONGEST_REPAIR = 20_000

AMPERSANDS = re.compile(r"&(?:(?:amp|AMP|#0{0,5}38|#[xX]0{0,5}26);)+")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
# Mojibake of UTF-8 is at least two characters beyond ASCII side by side, or one of these before
# what was a non-breaking space or could not be shown. To look costs a tenth of ftfy's own look.
SUSPECT = re.compile(r"[^\x00-\x7f]{2}|[ÂÃâĂ][ ?]")
HALVES = re.compile(r"[\ud800-\udfff]")
SURROGATES = re.compile(r"[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]")
LINE_BREAK = re.compile(r"\r\n?|[\n\v\f\x1c-\x1e\x85\u2028\u2029]")
TERMINAL_ESCAPE = re.compile(r"\x1b\[[0-9;]{0,20}[a-zA-Z]")
# Controls, soft hyphens, zero-width characters, marks of direction, byte order marks,
# annotations, tags, private use and what is no character at all.
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff"
    "\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
NARROW_HYPHENS = re.compile("[\u2010\u2011]")


def normal(text: str) -> str:
    """The text with every character in its normal form; lines stay lines, blank ones too.

    Quotation marks and dashes stay as written. Afterwards the only white space is the single
    space and the line feed, no line begins or ends with a space, and the text is in NFC.
    """
    text = _repaired(_unescaped(text))
    text = LINE_BREAK.sub("\n", TERMINAL_ESCAPE.sub("", text))
    if not text.isascii():
        text = SURROGATES.sub(_joined, text) if HALVES.search(text) else text
        text = NARROW_HYPHENS.sub("-", text)
    text = unicodedata.normalize("NFC", INVISIBLE.sub("", text))
    return "\n".join([" ".join(line.split()) for line in text.split("\n")])


def _unescaped(text: str) -> str:
    if "&" not in text:
        return text
    return ENTITY.sub(lambda match: unescape(match[0]), AMPERSANDS.sub("&", text))


def _repaired(text: str) -> str:
    if text.isascii() or not SUSPECT.search(text):
        return text
    return "\n".join(
        ftfy.fix_encoding(line, REPAIRS) if _is_damaged(line) else line for line in text.split("\n")
    )


def _is_damaged(line: str) -> bool:
    return len(line) <= LONGEST_REPAIR and bool(SUSPECT.search(line)) and bool(is_bad(line))


def _joined(match: re.Match[str]) -> str:
    pair = match[0]
    if len(pair) == 1:
        return "\ufffd"
    return pair.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
