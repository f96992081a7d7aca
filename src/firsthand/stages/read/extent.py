"""How much of an article is read closely: an article of any length takes no more than its share of time and memory."""

import re
from collections.abc import Sequence

from firsthand.records import Part, PartKind

PROSE: frozenset[PartKind] = frozenset({"title", "body", "correction"})
# What the models read as one or two pieces: six letters, three digits, a mark. A long word counts more than once.
_WORD = re.compile(r"\d{1,3}|[^\W\d]{1,6}|[^\w\s]")


def extent(text: str, parts: Sequence[Part], most: int) -> tuple[Part, ...]:
    """The parts, with the prose behind its first `most` words and marks as "unread".

    >>> text = "It rained. It snowed."
    >>> [(part.start, part.end, part.kind) for part in extent(text, [Part(start=0, end=21, kind="body")], 3)]
    [(0, 11, 'body'), (11, 21, 'unread')]
    """
    out: list[Part] = []
    left = most
    for part in parts:
        if part.kind not in PROSE:
            out.append(part)
            continue
        end = part.start
        if left:
            end, left = _read(text, part, left)
        if end > part.start:
            out.append(Part(start=part.start, end=end, kind=part.kind))
        if end < part.end:
            out.append(Part(start=end, end=part.end, kind="unread"))
    return tuple(out)


def _read(text: str, part: Part, left: int) -> tuple[int, int]:
    """Where the reading of a part ends, and how many words are left then."""
    for word in _WORD.finditer(text, part.start, part.end):
        if not left:
            return _start(text, part.start, word.start()), 0
        left -= 1
    return part.end, left


def _start(text: str, first: int, at: int) -> int:
    """The start of the word that stands at `at`, so that none is read in half; `at` itself where no blank is near."""
    blank = next((n for n in range(at, max(first, at - 100), -1) if text[n - 1].isspace()), None)
    return at if blank is None else blank
