"""Words of an article with what stands around them, and where given words stand."""

import re
from typing import NamedTuple

from firsthand.records import Spans

ROOM = 240  # code points shown before the first and after the last words of a statement
GAP = 400  # code points between two pieces of a statement that are shown whole
HITS = 20


class Piece(NamedTuple):
    """A stretch of text, `marked` where it is the statement's own."""

    text: str
    marked: bool


def around(text: str, spans: Spans, room: int = ROOM) -> tuple[Piece, ...]:
    """The words at `spans` with up to `room` code points of their paragraph around them; "…" stands for what is cut.

    >>> [tuple(piece) for piece in around("First.\\nShe said it rained. Then we left.", ((16, 25),))]
    [('She said ', False), ('it rained', True), ('. Then we left.', False)]
    """
    spans = tuple((a, b) for a, b in spans if 0 <= a < b <= len(text))
    if not spans:
        return ()
    first, last = spans[0][0], spans[-1][1]
    pieces = [Piece(_before(text[max(0, first - 2 * room) : first], room, first > 2 * room), False)]
    at = first
    for start, end in spans:
        between = text[at:start]
        if len(between) > GAP:
            between = f"{_after(between[: GAP // 2], GAP // 4, True)} {_before(between[-GAP // 2 :], GAP // 4, True)}"
        pieces += [Piece(between, False), Piece(text[start:end], True)]
        at = end
    pieces.append(Piece(_after(text[last : last + 2 * room], room, last + 2 * room < len(text)), False))
    return tuple(piece for piece in pieces if piece.text)


def standing(text: str, words: str, most: int = HITS) -> tuple[Spans, ...]:
    """Every place where `words` stand in `text`, whatever white space is between them: one span each.

    >>> standing("a big\\n dam, a big dam", "big dam")
    (((2, 10),), ((14, 21),))
    """
    asked = words.split()
    if not asked:
        return ()
    found = re.finditer(r"\s+".join(map(re.escape, asked)), text)
    return tuple(((hit.start(), hit.end()),) for hit, _ in zip(found, range(most), strict=False))


def _before(text: str, room: int, more: bool) -> str:
    line = text.rpartition("\n")[2]
    if len(line) <= room and (line != text or not more):
        return line
    return "… " + line[-room:].partition(" ")[2]


def _after(text: str, room: int, more: bool) -> str:
    line = text.partition("\n")[0]
    if len(line) <= room and (line != text or not more):
        return line
    return line[:room].rpartition(" ")[0] + " …"
