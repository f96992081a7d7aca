"""What changed between two versions of an article, paragraph by paragraph."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from firsthand.show.marks import lines

PARAGRAPHS = 1_500  # of a version that are compared
WORDS = 800  # of a paragraph whose words are compared
ALIKE = 0.4  # share of words from which two paragraphs are one that was changed

Kind = Literal["same", "gone", "new"]


class Word(NamedTuple):
    """Words that stand in both versions, only in the older, or only in the newer."""

    text: str
    kind: Kind


class Change(NamedTuple):
    """A paragraph; of one that was changed `words` hold what came and what went. `same` paragraphs are counted only."""

    kind: Literal["same", "gone", "new", "changed"]
    words: tuple[Word, ...]
    paragraphs: int = 1


def changes(older: str, newer: str) -> tuple[Change, ...]:
    """How `newer` differs from `older`: what stayed as one entry a run, what came, went and changed word by word.

    >>> [(c.kind, [w for w in c.words if w.kind != "same"]) for c in changes("One.\\nIt is so.", "One.\\nIt was so.")]
    [('same', []), ('changed', [Word(text='is', kind='gone'), Word(text='was', kind='new')])]
    """
    old, new = (_paragraphs(text) for text in (older, newer))
    found: list[Change] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Change("same", (), b - a))
        else:
            found.extend(_replaced(old[a:b], new[c:d]))
    return tuple(found)


def _paragraphs(text: str) -> list[str]:
    return [" ".join(text[start:end].split()) for start, end in lines(text)[:PARAGRAPHS]]


def _replaced(old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    """Paragraphs in the place of others: in pairs where they are alike."""
    for one, two in zip(old, new, strict=False):
        words = _words(one, two)
        if words is None:
            yield Change("gone", (Word(one, "gone"),))
            yield Change("new", (Word(two, "new"),))
        else:
            yield Change("changed", words)
    both = min(len(old), len(new))
    yield from (Change("gone", (Word(text, "gone"),)) for text in old[both:])
    yield from (Change("new", (Word(text, "new"),)) for text in new[both:])


def _words(older: str, newer: str) -> tuple[Word, ...] | None:
    """What changed in a paragraph; None where too little stayed for it to be the same one."""
    old, new = older.split(" "), newer.split(" ")
    if max(len(old), len(new)) > WORDS:
        return None
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < ALIKE:
        return None
    found: list[Word] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            found.append(Word(" ".join(old[a:b]), "same"))
            continue
        if b > a:
            found.append(Word(" ".join(old[a:b]), "gone"))
        if d > c:
            found.append(Word(" ".join(new[c:d]), "new"))
    return tuple(found)
