"""Bytes to characters."""

import codecs
import io
import os

import pytest

from firsthand.stages.read.decode import HEAD, decode, guess_encoding, guess_utf, is_binary, read_head

TEXT = "“The café in Malmö was closed — for good,” the mayor’s office said on Monday.\nNobody knew why."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings(encoding):
    assert decode(TEXT.encode(encoding)) == TEXT


def test_eastern_european_text():
    text = "Zażółć gęślą jaźń. Premier powiedział w środę, że ustawa zostanie przyjęta, choć opozycja się sprzeciwia."
    assert decode(text.encode("cp1250")) == text


@pytest.mark.parametrize("name", ["hex", "zlib", "undefined", "idna", "punycode", "unicode_escape", "utf-16", "utf-99"])
def test_a_page_cannot_choose_a_codec_that_is_no_encoding(name):
    data = f"<meta charset={name}>".encode() + TEXT.encode("cp1252")
    assert decode(data) == data.decode("cp1252")


def test_line_ends():
    assert decode(b"a\r\nb\rc\n") == "a\nb\nc\n"


def test_a_broken_byte_does_not_change_the_encoding():
    data = ("žluťoučký kůň " * 20).encode() + b"\xff" + b" konec"
    assert decode(data).endswith("\ufffd konec")


def test_a_declared_encoding_is_believed():
    page = '<meta charset="iso-8859-2"><p>Žluťoučký kůň'
    assert decode(page.encode("iso-8859-2")) == page


def test_a_character_cut_at_the_end_of_the_head_is_no_error():
    assert guess_encoding(("a" * (HEAD - 1) + "ž").encode()[:HEAD], whole=False) == "utf-8"


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"\x89PNG\r\n", b"PK\x03\x04", b"\x00\x01\x02\x03" * 100])
def test_binary(data):
    assert is_binary(data)


@pytest.mark.parametrize(
    "data", [TEXT.encode(), TEXT.encode("utf-16"), b"one \x00 in a long text" + b" word" * 50, b""]
)
def test_text(data):
    assert not is_binary(data)


def test_marks():
    assert guess_utf(codecs.BOM_UTF8 + b"a") == "utf-8"
    assert guess_utf(b"abcd") is None


def test_the_head_leaves_the_stream_at_its_start():
    stream = io.BytesIO(os.urandom(HEAD + 5))
    assert len(read_head(stream)) == HEAD
    assert stream.tell() == 0
