"""A statement in its article, as the denial reader is told it."""

import re
from pathlib import Path
from typing import NamedTuple

from firsthand.models.pieces import marks, spell_text
from firsthand.records import Article, Statement

WORDS = 45  # before the sentence of a statement that are read
# Parts of the text, as the network numbers them (0 to 2 are the other statement and who says the two), and the word
# pieces of each that are read, at most.
TEXT, HEADLINE, BEFORE, BEHIND = 3, 4, 5, 6
_HEADLINE, _BEFORE, _AHEAD, _TEXT, _BEHIND = 22, 36, 36, 64, 28

_ENDS = re.compile(r"""[.!?]["”’']?\s+(?=["“‘'A-Z0-9])""")
_END = re.compile(r"""[.!?]["”’']?(?:\s+|$)""")


class Within(NamedTuple):
    """A statement in its article: the headline, the words before its sentence, those of its sentence before it, its own
    and those of its sentence behind it."""

    headline: str
    before: str
    ahead: str
    text: str
    behind: str


def within(said: Statement, article: Article) -> Within:
    """A statement in its article."""
    return Within(article.title or "", *around(article.text, said.spans[0][0], said.spans[-1][1], said.text))


def around(text: str, start: int, end: int, said: str) -> tuple[str, str, str, str]:
    """What stands before the sentence of a statement, in it before the statement, the statement, and in it behind it.

    >>> text = "She left. “I never saw it,” said Marsh. He stayed."
    >>> around(text, 11, 25, text[11:25])
    ('She left.', '“', 'I never saw it', ',” said Marsh. ')
    """
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    last = len(text) if last < 0 else last
    opens = [first, *(m.end() for m in _ENDS.finditer(text, first, last) if m.end() <= start)][-1]
    closed = _END.search(text, end, last)
    closes = closed.end() if closed else last
    return " ".join(text[:opens].split()[-WORDS:]), text[opens:start], said, text[end:closes]


def spelt(told: Within, known: Path) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The pieces of a statement in its article with the marks around them, and the part that each belongs to."""
    begin, end = marks(known)
    headline, before, ahead, text, behind = (spell_text(known, part) for part in told)
    held = (
        (HEADLINE, (begin, *headline[:_HEADLINE])),
        (BEFORE, before[-_BEFORE:]),
        (BEFORE, ahead[-_AHEAD:]),
        (TEXT, text[:_TEXT]),
        (BEHIND, (*behind[:_BEHIND], end)),
    )
    pieces = tuple(piece for _, some in held for piece in some)
    return pieces, tuple(part for part, some in held for _ in some)
