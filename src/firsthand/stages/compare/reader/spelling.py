"""Two texts → the numbers that the pair reader reads."""

from functools import lru_cache
from pathlib import Path

from firsthand.models.pieces import spell_once, vocabulary

LONGEST = 128  # pieces of a pair with its marks; of longer texts the ends are not read
BEGIN, BETWEEN = "[CLS]", "[SEP]"

Spelt = tuple[tuple[int, ...], int]  # the pieces of a pair, and how many of them belong to the first text


def spelt(one: str, two: str, known: Path) -> Spelt:
    """The pieces of two texts with the marks around them; the first text is cut first when both are too long."""
    left, right = _text(one, known), _text(two, known)
    room = LONGEST - 3
    if len(left) + len(right) > room:
        left = left[: max(room - len(right), room // 2)]
        right = right[: room - len(left)]
    marks = vocabulary(known)
    return (marks[BEGIN], *left, marks[BETWEEN], *right, marks[BETWEEN]), len(left) + 2


@lru_cache(maxsize=4096)
def _text(text: str, known: Path) -> tuple[int, ...]:
    return tuple(n for word in text.split() for n in spell_once(known, word))
