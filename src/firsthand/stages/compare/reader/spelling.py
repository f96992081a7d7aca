"""Two texts → the numbers that the pair reader reads."""

from pathlib import Path

from firsthand.models.pieces import marks, spell_text

LONGEST = 128  # pieces of a pair with its marks; of longer texts the ends are not read

Spelt = tuple[tuple[int, ...], int]  # the pieces of a pair, and how many of them belong to the first text


def spelt(one: str, two: str, known: Path) -> Spelt:
    """The pieces of two texts with the marks around them; the first text is cut first when both are too long."""
    left, right = spell_text(known, one), spell_text(known, two)
    room = LONGEST - 3
    if len(left) + len(right) > room:
        left = left[: max(room - len(right), room // 2)]
        right = right[: room - len(left)]
    begin, end = marks(known)
    return (begin, *left, end, *right, end), len(left) + 2
