"""Articles → numbered words with their places: what the copy stage compares."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from firsthand.language.terms import terms
from firsthand.records import Article

READ = ("title", "dateline", "body")  # never furniture, captions or bylines

_MARK = re.compile(r"[\"“”„«»]|(?<![^\W_])['‘](?=[^\W_])|(?<=[^\s\W_])['’](?![^\W_])|(?<=[.,!?])['’](?![^\W_])|\n")
_POST = re.compile(r"\(@\w+\)|https?://t\.co/|pic\.twitter\.com/")  # a paragraph that shows somebody's post
_OPENING, _CLOSING = "“„«‘", "”»’"

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Words:
    """The words of one article: a number for each stem, the same in the whole pile; code points, end exclusive.

    `quoted` marks those in quotation marks, `figures` the numbers in the text.
    """

    ids: Numbers
    starts: Numbers
    ends: Numbers
    quoted: NDArray[np.bool_]
    figures: NDArray[np.bool_]

    def spans(self, first: int, past: int) -> tuple[int, int]:
        """Where the words `first` to `past` (exclusive) stand in the text."""
        return int(self.starts[first]), int(self.ends[past - 1])


def number_words(articles: Iterable[Article]) -> tuple[list[Words], list[tuple[str, str]]]:
    """The words of every article, and the language and stem of each number."""
    numbers: dict[tuple[str, str], int] = {}
    out = []
    for article in articles:
        ids, starts, ends, quoted, figures = [], [], [], [], []
        for part in article.parts:
            if part.kind not in READ:
                continue
            text = article.text[part.start : part.end]
            inside = quotations(text)
            at = 0
            language = article.language or ""
            for term in terms(language, text):
                while at < len(inside) and inside[at][1] <= term.start:
                    at += 1
                ids.append(numbers.setdefault((language, term.stem), len(numbers)))
                starts.append(part.start + term.start)
                ends.append(part.start + term.end)
                figures.append(term.stem[0].isdecimal())
                quoted.append(at < len(inside) and inside[at][0] <= term.start)
        out.append(
            Words(
                ids=np.array(ids, dtype=np.int64),
                starts=np.array(starts, dtype=np.int64),
                ends=np.array(ends, dtype=np.int64),
                quoted=np.array(quoted, dtype=np.bool_),
                figures=np.array(figures, dtype=np.bool_),
            )
        )
    return out, list(numbers)


def quotations(text: str) -> list[tuple[int, int]]:
    """The stretches between quotation marks, and the lines that hold a post (code points, end exclusive), in order.

    None runs over the end of its paragraph.

    >>> [("He said “go” and ‘come’.")[a:b] for a, b in quotations("He said “go” and ‘come’.")]
    ['“go”', '‘come’']
    """
    posts = _posts(text)
    posts_left = posts[::-1]
    out: list[tuple[int, int]] = []
    opened, mark = -1, ""
    for match in _MARK.finditer(text):
        char, at = match.group(), match.start()
        while posts_left and posts_left[-1].stop <= at:
            posts_left.pop()
        if posts_left and at in posts_left[-1]:
            continue
        if char == "\n":
            if opened >= 0 and mark not in "'‘":
                out.append((opened, at))
            opened = -1
        elif opened < 0:
            if char not in _CLOSING and not (char == "'" and at and text[at - 1].isalnum()):
                opened, mark = at, char
        elif (mark in '"“„«' and char in '"”»') or (mark in "'‘" and char in "'’"):
            out.append((opened, at + 1))
            opened = -1
    if opened >= 0 and mark not in "'‘":
        out.append((opened, len(text)))
    return sorted(out + [(r.start, r.stop) for r in posts]) if posts else out


def _posts(text: str) -> list[range]:
    """The lines that hold a post of a social network: they are their writer's words, marked or not."""
    if "@" not in text and "t.co" not in text and "twitter" not in text:
        return []
    out, at = [], 0
    for line in text.splitlines(keepends=True):
        if _POST.search(line):
            out.append(range(at, at + len(line.rstrip())))
        at += len(line)
    return out
