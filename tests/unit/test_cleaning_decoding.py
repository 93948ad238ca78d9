"""Bytes to text."""

import codecs
import gzip

import pytest

from readout.cleaning import decoding
from readout.cleaning.refusal import Refusal

STORY = "“At last,” said the café owner’s friend – he paid €5 to Señor Núñez. "


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides(encoding: str) -> None:
    assert decoding.decode(STORY.encode(encoding), "iso-8859-1") == STORY


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_recognised(encoding: str) -> None:
    assert decoding.decode(STORY.encode(encoding)) == STORY


def test_utf_8_is_read_as_such_whatever_was_declared() -> None:
    assert decoding.decode(STORY.encode(), "iso-8859-1") == STORY


def test_one_bad_byte_does_not_spoil_a_page_of_utf_8() -> None:
    content = STORY.encode() + b"\xff \x93so\x94 " + STORY.encode() + b"\xe2\x80"
    assert decoding.decode(content) == f"{STORY}\ufffd “so” {STORY}\ufffd"


@pytest.mark.parametrize("declared", ["iso-8859-1", "latin1", "windows-1252", "US-ASCII"])
def test_western_charsets_are_read_as_windows_1252(declared: str) -> None:
    assert decoding.decode(STORY.encode("cp1252"), declared) == STORY


def test_the_page_declares_its_charset_when_nobody_else_does() -> None:
    page = f'<html><head><meta charset="windows-1251"></head>Привет, {"мир" * 9}</html>'
    assert decoding.decode(page.encode("cp1251")) == page


@pytest.mark.parametrize("declared", ["no-such-charset", "rot13", "utf-8", None])
def test_a_wrong_declaration_does_no_harm(declared: str | None) -> None:
    assert decoding.decode((STORY * 5).encode("cp1252"), declared) == STORY * 5


def test_nul_bytes_are_no_reason_to_refuse() -> None:
    assert decoding.decode(b"The ministers\x00 met.") == "The ministers\x00 met."


@pytest.mark.parametrize(
    "content", [gzip.compress(STORY.encode() * 50, mtime=0), bytes(range(256)) * 9, b"\x00" * 99]
)
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(Refusal) as refused:
        decoding.decode(content)
    assert refused.value.reason == "undecodable"


def test_the_marks_are_those_of_the_standard_library() -> None:
    assert decoding.decode(codecs.BOM_UTF16_LE + "é".encode("utf-16-le")) == "é"
