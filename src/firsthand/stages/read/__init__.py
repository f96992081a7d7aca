"""Read: files and pages to articles, with their parts marked."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from firsthand.ids import digest
from firsthand.records import Article, Unprocessed
from firsthand.settings import Settings
from firsthand.stages.read.address import own_address
from firsthand.stages.read.article import article_of
from firsthand.stages.read.draft import rejected
from firsthand.stages.read.formats import Found, read_data, read_file
from firsthand.stages.read.formats import read_row as draft_of_row
from firsthand.stages.read.inputs import STDIN, find_files
from firsthand.stages.read.rows import Row, json_lines

__all__ = ["Row", "json_lines", "read", "read_bytes", "read_each", "read_row"]

UNFORESEEN = "could not be read"
Progress = Callable[[str, int, int], None]


def read(
    paths: Iterable[str | Path], settings: Settings, progress: Progress | None = None
) -> tuple[tuple[Article, ...], tuple[Unprocessed, ...]]:
    """All articles that the paths hold, in order and each once, and a record of everything that gave none.

    Articles in a language that is not supported are among both. `progress` is told bytes done, of how many.
    """
    articles: list[Article] = []
    unprocessed: list[Unprocessed] = []
    places: dict[str, list[int]] = {}
    for found in read_each(paths, settings, progress):
        if isinstance(found, Unprocessed):
            unprocessed.append(found)
        else:
            _add(found, articles, places)
    return tuple(articles), _once(unprocessed, {article.id for article in articles})


def _once(records: list[Unprocessed], kept: set[str]) -> tuple[Unprocessed, ...]:
    """Each record once, and one only about an article that was given twice."""
    out: dict[object, Unprocessed] = {}
    for record in records:
        if record.article is None or record.article in kept:
            out.setdefault(record.article or record, record)
    return tuple(out.values())


def read_each(
    paths: Iterable[str | Path], settings: Settings, progress: Progress | None = None
) -> Iterator[Article | Unprocessed]:
    """Articles and failures one by one, as they are read; an article given twice comes twice."""
    files = list(find_files([paths] if isinstance(paths, str | Path) else paths))
    sizes = [_size(path) for path in files]
    total, before = sum(sizes), 0
    for path, size in zip(files, sizes, strict=True):
        if isinstance(path, Unprocessed):
            yield path
            continue

        def advance(done: int, before: int = before, size: int = size) -> None:
            if progress:
                progress("reading", before + min(done, size), total)

        yield from _without_fail(_articles(read_file(path, advance), path, settings), path)
        before += size
        advance(0, before, 0)


def read_bytes(
    data: bytes,
    address: str,
    settings: Settings,
    *,
    kind: str | None = None,
    published: str | None = None,
    fetched: str | None = None,
) -> Iterator[Article | Unprocessed]:
    """The articles in what was fetched from a web address, and a record of each cause that kept one from being read.

    `kind` is "page", "text", "json" …, or None: it shows in the bytes. `published` is a date as somebody else (a feed)
    tells it, for an article that tells none; `fetched` is the day on which the bytes were had. A page keeps an address
    of its own site; the rows of an export ("json") keep what they state.
    """

    def placed(found: Found) -> Found:
        if isinstance(found, Unprocessed):
            return found
        url = found.url or address if kind == "json" else own_address(found.url, address)
        return replace(found, url=url, published=found.published or published, fetched=fetched)

    yield from _without_fail(_articles(map(placed, read_data(data, address, kind)), address, settings), address)


def _articles(drafts: Iterable[Found], path: str, settings: Settings) -> Iterator[Article | Unprocessed]:
    for found in drafts:
        yield from (found,) if isinstance(found, Unprocessed) else article_of(found, path, settings)


def _without_fail(found: Iterator[Article | Unprocessed], path: str) -> Iterator[Article | Unprocessed]:
    """What could be read; a file that no reader foresaw must not cost the others."""
    try:
        yield from found
    except Exception as error:
        yield rejected(path, f"{UNFORESEEN} ({type(error).__name__})", "please report it with the file")


def read_row(row: Row, path: str, settings: Settings) -> Iterator[Article | Unprocessed]:
    """The article of one row of an export, and why it gives none or cannot be analysed; `path` says where it is."""
    yield from _without_fail(_articles(draft_of_row(row, path), path, settings), path)


def _size(path: str | Unprocessed) -> int:
    if isinstance(path, Unprocessed) or path == STDIN:
        return 0
    try:
        return os.path.getsize(path)
    except OSError:
        return 0


def _add(article: Article, articles: list[Article], places: dict[str, list[int]]) -> None:
    """Keep an article unless it is there: the same text under the same URL, or where one of the two has none."""
    same = places.setdefault(digest(article.text), [])
    for at in same:
        if article.url is None or articles[at].url == article.url:
            return
        if articles[at].url is None:
            articles[at] = article
            return
    same.append(len(articles))
    articles.append(article)
