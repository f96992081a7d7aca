"""The lines of a text, with their places and the blocks that blank lines make."""

import re
from collections.abc import Iterator
from typing import NamedTuple

BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
# A line ends like a sentence.
ENDED = re.compile(r"[.!?…:;][)\]\"'”’»]*$|[”\"»]$")
# Hard-wrapped text: lines about this long.
WRAP = (40, 100)


class Line(NamedTuple):
    """A line without its blank edges (code points, end exclusive), and the number of its block."""

    start: int
    end: int
    text: str
    block: int


def lines_of(text: str) -> list[Line]:
    """The lines that are not blank; the lines of a hard-wrapped paragraph come as one."""
    out: list[Line] = []
    block: list[Line] = []
    for line in _raw(text):
        if block and line.block != block[0].block:
            out += _unwrapped(text, block)
            block = []
        block.append(line)
    return out + _unwrapped(text, block)


def _raw(text: str) -> Iterator[Line]:
    at, number, gap = 0, 0, False
    for match in (*BREAK.finditer(text), None):
        end = match.start() if match else len(text)
        raw = text[at:end]
        if stripped := raw.strip():
            number += gap
            gap = False
            start = at + len(raw) - len(raw.lstrip())
            yield Line(start, start + len(stripped), stripped, number)
        else:
            gap = True
        at = match.end() if match else end


def _unwrapped(text: str, block: list[Line]) -> list[Line]:
    if len(block) < 2:
        return block
    full = block[:-1]
    wrapped = all(WRAP[0] <= len(line.text) <= WRAP[1] for line in full) and len(block[-1].text) <= WRAP[1]
    open_ends = sum(not ENDED.search(line.text) for line in full)
    if not wrapped or open_ends * 2 < len(full) or not any(line.text[:1].islower() for line in block[1:]):
        return block
    start, end = block[0].start, block[-1].end
    return [Line(start, end, text[start:end], block[0].block)]


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does.

    >>> ends_sentence("It was late."), ends_sentence("Sport & Shipping")
    (True, False)
    """
    return ENDED.search(text) is not None
