"""Which of many pieces of a text touch a given one, without asking each of them."""

from collections.abc import Iterable

from firsthand.records import Spans

SHELF = 256  # code points

# Number of a stretch of text → numbers of the pieces that reach into it.
Shelves = dict[int, set[int]]


def put(shelves: Shelves, number: int, spans: Spans) -> None:
    """Shelve a piece under its number; its spans are code points, end exclusive."""
    for start, end in spans:
        for shelf in range(start // SHELF, (end - 1) // SHELF + 1):
            shelves.setdefault(shelf, set()).add(number)


def shelved(pieces: Iterable[tuple[int, Spans]]) -> Shelves:
    """All pieces, numbers with their spans, on shelves."""
    shelves: Shelves = {}
    for number, spans in pieces:
        put(shelves, number, spans)
    return shelves


def near(shelves: Shelves, spans: Spans) -> list[int]:
    """The numbers, in order, of all pieces that share code points with some spans, and of some that only come close.

    >>> shelves: Shelves = {}
    >>> put(shelves, 7, ((0, 10),))
    >>> near(shelves, ((5, 6),)), near(shelves, ((9_000, 9_001),))
    ([7], [])
    """
    found: set[int] = set()
    for start, end in spans:
        found.update(*(shelves.get(shelf, ()) for shelf in range(start // SHELF, (end - 1) // SHELF + 1)))
    return sorted(found)
