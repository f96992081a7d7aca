"""One file, of whatever format, as drafts."""

import gzip
import io
import os
import re
import zlib
from collections.abc import Callable, Iterator
from typing import IO, cast

from firsthand.records import Unprocessed
from firsthand.stages.read.decode import GZIP_MAGIC, decode, guess_encoding, is_binary, read_head
from firsthand.stages.read.draft import MAX_TEXT, SPLIT, Draft, rejected
from firsthand.stages.read.fields import draft_of
from firsthand.stages.read.inputs import open_input
from firsthand.stages.read.page import MAX_ELEMENTS, MAX_PAGE, TooLarge, read_page
from firsthand.stages.read.rows import MAX_JSON, Row, bounded, json_lines, json_value, table
from firsthand.stages.read.text import read_text

KINDS = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown",
    ".html": "page", ".htm": "page", ".xhtml": "page",
    ".json": "json", ".jsonl": "lines", ".ndjson": "lines", ".jsonlines": "lines",
    ".csv": "csv", ".tsv": "tsv", ".tab": "tsv",
}  # fmt: skip
# Line numbers listed for broken rows of one file.
LISTED = 5
_PAGE = re.compile(
    r"\s*(?:<!doctype html|<html|<head|<body|<\?xml[^>]{0,200}>\s*<(?:!doctype )?html|<article|<!--)", re.IGNORECASE
)
_TAG = re.compile(r"<[a-zA-Z!/]")

TEXT_ONLY = "save the article's text as a .txt file"

Found = Draft | Unprocessed
Advance = Callable[[int], None]


def read_file(path: str, advance: Advance) -> Iterator[Found]:
    """The drafts of a file, and one Unprocessed for each cause that kept something from being read.

    `advance` is told how many bytes of the file are done.
    """
    try:
        with open_input(path) as raw:
            yield from _read_stream(path, raw, lambda: advance(raw.tell()), _kind_of(path))
    except (EOFError, zlib.error, gzip.BadGzipFile):
        yield rejected(path, "broken gzip file", "compress it again, or unpack it first")
    except OSError as error:
        yield rejected(path, f"cannot be read: {error.strerror or error}", "check that the file is there and readable")


def read_data(data: bytes, path: str, kind: str | None) -> Iterator[Found]:
    """The drafts of bytes that came from elsewhere, as `read_file` gives them; `path` says where from in what it tells.

    `kind` is one of the values of KINDS, or None: it shows in the bytes.
    """
    try:
        yield from _read_stream(path, io.BytesIO(data), lambda: None, kind)
    except (EOFError, zlib.error, gzip.BadGzipFile):
        yield rejected(path, "broken gzip data", "try again later, or save the page and add the file")


def _kind_of(path: str) -> str | None:
    return KINDS.get(os.path.splitext(path.lower().removesuffix(".gz"))[1])


def _read_stream(path: str, raw: IO[bytes], done: Callable[[], None], kind: str | None) -> Iterator[Found]:
    stream = raw
    if read_head(raw).startswith(GZIP_MAGIC):
        stream = cast(IO[bytes], gzip.GzipFile(fileobj=raw, mode="rb"))
    head = read_head(stream)
    if not head.strip():
        # Blank at first: nothing, or a text that starts far down.
        if not bounded(stream, 2 * MAX_PAGE) or len(head) < 2:
            yield rejected(path, "empty file", "remove it, or save the article again")
            return
        stream.seek(0)
    if is_binary(head):
        yield rejected(path, "binary file, not text", "save the article as text, HTML or JSON lines")
        return
    kind = kind or _sniff(head)
    if kind == "json" and _holds_lines(head):
        kind = "lines"
    if kind in ("text", "markdown", "page"):
        yield from _read_whole(path, kind, stream)
    elif kind == "json":
        yield from _read_json(path, stream, done)
    else:
        with _characters(stream, head) as characters:
            rows = json_lines(characters) if kind == "lines" else table(characters, kind == "tsv")
            yield from _read_rows(path, rows, "line", done)


def _characters(stream: IO[bytes], head: bytes) -> io.TextIOWrapper:
    binary = cast(io.BufferedReader, stream)
    return io.TextIOWrapper(binary, encoding=guess_encoding(head, whole=False), errors="replace")


def _sniff(head: bytes) -> str:
    text = decode(head).lstrip()
    if _PAGE.match(text):
        return "page"
    if text[:1] == "{":
        return "json"
    return "json" if re.match(r"\[\s*[{\]]", text) else "text"


def _holds_lines(head: bytes) -> bool:
    """Whether JSON starts with a complete object on the first line and another on the second."""
    lines = [line.strip() for line in decode(head).lstrip().split("\n")[:3]]
    return len(lines) > 1 and lines[0][:1] == "{" and lines[0][-1:] == "}" and lines[1][:1] == "{"


def _read_whole(path: str, kind: str, stream: IO[bytes]) -> Iterator[Found]:
    data = bounded(stream, MAX_PAGE if kind == "page" else 4 * MAX_TEXT)
    if data is None:
        yield _too_large(path) if kind == "page" else _too_long(path)
        return
    text = decode(data)
    if kind == "page" and _TAG.search(text):
        try:
            draft = read_page(text)
        except TooLarge:
            yield _too_large(path)
            return
        if draft is None:
            yield rejected(path, "no article text found in the page", TEXT_ONLY)
            return
    else:
        draft = read_text(text, kind == "markdown")
    yield from _checked(path, draft, "")


def _too_large(path: str) -> Unprocessed:
    why = f"too large: a page may have {MAX_PAGE:,} characters and {MAX_ELEMENTS:,} elements"
    return rejected(path, why, TEXT_ONLY)


def _too_long(path: str, where: str = "") -> Unprocessed:
    return rejected(path, f"{where}too long: an article may have {MAX_TEXT:,} characters", SPLIT)


def _checked(path: str, draft: Draft, where: str) -> Iterator[Found]:
    if len(draft.text) > MAX_TEXT:
        yield _too_long(path, where)
    elif draft.text.strip():
        yield draft
    else:
        yield rejected(path, f"{where}no text", "save the article again")


def _read_json(path: str, stream: IO[bytes], done: Callable[[], None]) -> Iterator[Found]:
    data = bounded(stream, MAX_JSON)
    if data is None:
        yield rejected(
            path, f"too big: a JSON file may have {MAX_JSON:,} bytes", "write it as JSON lines, one article a line"
        )
        return
    try:
        rows = json_value(decode(data))
    except ValueError as error:
        line = getattr(error, "lineno", None)
        yield rejected(
            path, "not valid JSON" + (f" (line {line})" if line else ""), "correct the file, or write it as JSON lines"
        )
        return
    if not rows:
        yield rejected(path, "no article in this JSON file", 'name the field with the text "text"')
        return
    yield from _read_rows(path, iter(rows), "item", done)


def read_row(row: Row, path: str) -> Iterator[Found]:
    """The draft of one row of an export, or why it gives none."""
    return _read_rows(path, iter((row,)), "line", lambda: None)


def _read_rows(path: str, rows: Iterator[Row], unit: str, done: Callable[[], None]) -> Iterator[Found]:
    """The drafts of rows; rows with one and the same fault are told in one record, by number.

    A file whose first `BARREN` rows hold no article is not read further.
    """
    broken: dict[str, list[int]] = {}
    found = 0
    for place, row in enumerate(rows, 1):
        draft, fault = None, row.broken
        try:
            draft = draft_of(row.fields) if row.fields is not None else None
        except TooLarge:
            fault = "is too long"
        if draft is not None and draft.text.strip() and len(draft.text) <= MAX_TEXT:
            found += 1
            yield draft
        else:
            fault = fault or ("has no text" if draft is None or not draft.text.strip() else "is too long")
            broken.setdefault(fault, []).append(row.number)
        done()
        if not found and place == BARREN:
            yield rejected(path, f"no article in the first {BARREN:,} {unit}s; the rest is not read", "check the file")
            break
    for fault, numbers in broken.items():
        yield rejected(path, _told(unit, numbers, fault), REMEDIES.get(fault, "correct or remove it"))
    if not found and not broken:
        yield rejected(path, "no article in this file", "check the file")


BARREN = 10_000
REMEDIES = {
    "has no text": 'name the field with the text "text"',
    "is too long": f"an article may have {MAX_TEXT:,} characters; split it",
}


def _told(unit: str, numbers: list[int], fault: str) -> str:
    """One line about all rows with a fault.

    >>> _told("line", [3], "is not valid JSON"), _told("line", [3, 9], "is too long")
    ('line 3 is not valid JSON', 'lines 3, 9 are too long')
    """
    if len(numbers) == 1:
        return f"{unit} {numbers[0]} {fault}"
    more = f" and {len(numbers) - LISTED:,} more" if len(numbers) > LISTED else ""
    verb, _, rest = fault.partition(" ")
    return f"{unit}s {', '.join(map(str, numbers[:LISTED]))}{more} {dict(PLURAL)[verb]} {rest}"


PLURAL = (("is", "are"), ("has", "have"))
