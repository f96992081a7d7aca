"""JSON, JSON lines, CSV and TSV files, row by row, with a line number for what is broken."""

import csv
import json
from collections.abc import Iterator, Mapping
from typing import IO, Any, NamedTuple, TextIO

from firsthand.stages.read.fields import TEXT, has_text

# A line this long (in characters) can still hold an article of MAX_TEXT characters, each escaped.
MAX_LINE = 13_000_000
# A JSON file is one value, so it has to be held whole: as small objects it takes 25 times its size in memory.
MAX_JSON = 32_000_000
# Where a JSON object keeps its articles.
CONTAINERS = (
    "articles", "items", "results", "data", "documents", "docs", "hits", "entries", "posts", "stories", "news",
    "rows", "records", "_source",
)  # fmt: skip
DEPTH = 4


class Row(NamedTuple):
    """A row with its 1-based line (or item) number; `broken` says what is wrong with it."""

    number: int
    fields: Mapping[str, Any] | None
    broken: str | None = None


def read_lines(stream: TextIO) -> Iterator[tuple[int, str | None]]:
    """Lines with their numbers; one longer than MAX_LINE is passed over in bounded memory and given as None."""
    number = 0
    while line := stream.readline(MAX_LINE):
        number += 1
        if len(line) < MAX_LINE or line.endswith("\n"):
            yield number, line
            continue
        while (rest := stream.readline(1 << 20)) and not rest.endswith("\n"):
            pass
        yield number, None


def json_lines(stream: TextIO) -> Iterator[Row]:
    """The objects of a JSON-lines file; what is no JSON object is reported and the rest goes on."""
    for number, line in read_lines(stream):
        if line is None:
            yield Row(number, None, "is too long")
        elif line.strip("\ufeff \t\r\n\x1e"):
            yield _json_line(number, line.strip("\ufeff \t\r\n\x1e"))


def _json_line(number: int, line: str) -> Row:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return Row(number, None, "is not valid JSON")
    return Row(number, value) if isinstance(value, dict) else Row(number, None, "is not a JSON object")


def json_value(text: str) -> list[Row]:
    """The articles in one JSON value: an object, a list, or an object that holds a list.

    Raises ValueError when it is not valid JSON.
    """
    try:
        value = json.loads(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    return [Row(n, found) for n, found in enumerate(_articles(value, True, 0), 1)]


def _articles(value: object, outermost: bool, depth: int) -> Iterator[Mapping[str, Any]]:

    if depth > DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _articles(item, outermost, depth + 1)
    elif isinstance(value, dict):
        if has_text(value) or (outermost and any(isinstance(value.get(name), str) for name in TEXT)):
            yield value
            return
        inner = [value[name] for name in CONTAINERS if isinstance(value.get(name), list | dict)]
        # A crawl of several publishers: every value is a list of articles.
        if not inner and value and all(isinstance(v, list) for v in value.values()):
            inner = list(value.values())
        for item in inner:
            yield from _articles(item, False, depth + 1)


def table(stream: TextIO, tabs: bool) -> Iterator[Row]:
    """The rows of a CSV or TSV file with a header line; the mark between columns is found from the header."""
    skipped: list[int] = []
    header = stream.readline(MAX_LINE)
    mark = "\t" if tabs else max(",;\t|", key=header.count)
    limit = csv.field_size_limit(MAX_LINE)
    try:
        names = next(csv.reader([header.lstrip("\ufeff")], delimiter=mark), [])
        reader = csv.reader(_short_lines(stream, skipped), delimiter=mark)
        while True:
            try:
                values = next(reader, None)
            except csv.Error:
                yield Row(reader.line_num + 1, None, "is not valid CSV")
                continue
            yield from (Row(number + 1, None, "is too long") for number in skipped)
            skipped.clear()
            if values is None:
                return
            if any(values):
                yield Row(reader.line_num + 1, dict(zip(names, values, strict=False)))
    finally:
        csv.field_size_limit(limit)


def _short_lines(stream: TextIO, skipped: list[int]) -> Iterator[str]:
    for number, line in read_lines(stream):
        if line is None:
            skipped.append(number)
            yield "\n"
        else:
            yield line


def bounded(stream: IO[bytes], limit: int) -> bytes | None:
    """All bytes of a stream, or None when there are more than `limit`."""
    data = stream.read(limit + 1)
    return None if len(data) > limit else data
