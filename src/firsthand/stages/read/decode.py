"""Bytes to characters: compression, encodings, byte order marks, binary files."""

import codecs
import re
from typing import IO

from charset_normalizer import from_bytes

GZIP_MAGIC = b"\x1f\x8b"
# How much of a file is looked at to tell its kind and encoding.
HEAD = 65_536
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# First bytes of formats that are no text: PDF, ZIP (Word, EPUB), PNG, JPEG, GIF, ELF, old Office, bzip2, xz, zstd,
# RIFF, Ogg, SQLite, RTF.
BINARY_MAGIC = (
    b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"\xd0\xcf\x11\xe0", b"BZh", b"\xfd7zXZ",
    b"\x28\xb5\x2f\xfd", b"RIFF", b"OggS", b"SQLite format 3", b"{\\rtf",
)  # fmt: skip
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
# Text has hardly any control characters; compressed or compiled data has about a tenth.
MAX_CONTROLS = 0.02
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)


def is_binary(head: bytes) -> bool:
    """Whether the first bytes of a file are something else than text.

    >>> is_binary(b"%PDF-1.7"), is_binary("Žena".encode("utf-16"))
    (True, False)
    """
    if head.startswith(BINARY_MAGIC):
        return True
    if guess_utf(head):
        return False
    sample = head[:8192]
    return len(sample) - len(sample.translate(None, _CONTROLS)) > MAX_CONTROLS * len(sample)


def guess_utf(head: bytes) -> str | None:
    """The UTF encoding that a byte order mark or the place of the zero bytes tells, else None."""
    for mark, name in BOMS:
        if head.startswith(mark):
            return name
    pairs = len(head[:4096]) // 2
    if pairs >= 2:
        even, odd = head[0 : 2 * pairs : 2].count(0), head[1 : 2 * pairs : 2].count(0)
        name = "utf-16-le" if odd > even else "utf-16-be"
        if max(odd, even) > 0.4 * pairs and min(odd, even) < 0.1 * pairs and _reads(head[: 2 * pairs], name):
            return name
    return None


def _reads(data: bytes, encoding: str) -> bool:
    """Whether bytes hold hardly any control characters or errors in an encoding."""
    text = data.decode(encoding, "replace")
    odd = sum((char < " " and not char.isspace()) or char == "\ufffd" for char in text)
    return odd <= MAX_CONTROLS * len(text)


def guess_encoding(head: bytes, whole: bool) -> str:
    """The encoding of a file from its first bytes (`whole`: they are all of it)."""
    if utf := guess_utf(head):
        return utf
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head, final=whole)
        return "utf-8"
    except UnicodeDecodeError:
        pass
    # A UTF-8 file with a broken byte here and there stays UTF-8.
    text = head.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if broken * 20 < sum(c > "\x7f" and c != "\ufffd" for c in text) + 1:
        return "utf-8"
    if declared := _DECLARED.search(head[:4096]):
        name = declared[1].decode("ascii", "replace")
        if is_encoding(name) and not _NOT_SO.match(name):
            return name
    best = from_bytes(head).best()
    name = best.encoding if best else "cp1252"
    # Text with no byte beyond western letters and quotes reads well in all of these; the first is by far the commonest.
    if name in {"cp1250", "cp1254", "cp1257", "cp1258", "latin_1", "iso8859_15", "cp858", "mac_roman"} and _western(
        head
    ):
        return "cp1252"
    return name


# Python's codecs for other things than pages and texts.
_NO_PAGE = re.compile(r"idna|punycode|(?:raw[-_])?unicode[-_]escape")
# A page in one of these could not have declared it in letters that are read before it is known.
_NOT_SO = re.compile(r"utf[-_]?(?:8|16|32)(?:[-_][bl]e)?$", re.IGNORECASE)


def is_encoding(name: str) -> bool:
    """Whether bytes can be read in an encoding that somebody names: to Python "hex" and "zlib" are codecs too.

    >>> is_encoding("windows-1250"), is_encoding("hex"), is_encoding("utf-99")
    (True, False, False)
    """
    try:
        b"a".decode(name, "replace")
        return _NO_PAGE.match(codecs.lookup(name).name) is None
    except (LookupError, UnicodeError):
        return False


# Bytes that cp1252 texts of western languages use: quotes, dashes, euro, accented letters that occur in them.
_WESTERN = frozenset(
    "€‚…‘’“”•–—™£©«®°´·»¿¡ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûü§½\xa0".encode("cp1252")
)


def _western(head: bytes) -> bool:
    return all(byte < 128 or byte in _WESTERN for byte in head)


def decode(data: bytes) -> str:
    """The text of a whole file: no byte order mark, line ends as "\\n", undecodable bytes as U+FFFD.

    >>> decode(b"\\xef\\xbb\\xbfone\\r\\ntwo")
    'one\\ntwo'
    """
    text = data.decode(guess_encoding(data[:HEAD], whole=len(data) <= HEAD), "replace")
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def read_head(stream: IO[bytes]) -> bytes:
    """The first bytes of a stream, which is left at its start."""
    stream.seek(0)
    head = stream.read(HEAD)
    stream.seek(0)
    return head
