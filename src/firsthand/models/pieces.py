"""A word → the pieces of it that a vocabulary knows, as BERT's uncased models spell (Devlin et al., 2019)."""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

LONGEST, MOST = 100, 32  # characters and pieces of a word that are read; what is longer is no word
INNER = "##"  # marks a piece that does not start a word
UNKNOWN = "[UNK]"
MARKS = (("<s>", "</s>"), ("[CLS]", "[SEP]"))  # before a text and behind it: MPNet's, BERT's


@cache
def marks(path: Path) -> tuple[int, int]:
    """The numbers of the marks before a text and behind it in a vocabulary file."""
    known = vocabulary(path)
    return next((known[begin], known[end]) for begin, end in MARKS if begin in known)


@cache
def vocabulary(path: Path) -> Mapping[str, int]:
    """The pieces of a vocabulary file, one a line, with their numbers."""
    return {piece: n for n, piece in enumerate(path.read_text(encoding="utf-8").splitlines())}


def spell(word: str, known: Mapping[str, int]) -> tuple[int, ...]:
    """The numbers of a word's pieces, at least one.

    >>> known = {"[UNK]": 0, "bridge": 1, "##s": 2, "-": 3}
    >>> spell("Bridges-", known), spell("×", known)
    ((1, 2, 3), (0,))
    """
    return tuple(n for part in parts(word) for n in longest(part, known))[:MOST] or (known[UNKNOWN],)


@lru_cache(maxsize=200_000)
def spell_once(path: Path, word: str) -> tuple[int, ...]:
    """The numbers of a word's pieces in a vocabulary file; most words come again."""
    return spell(word, vocabulary(path))


@lru_cache(maxsize=4096)
def spell_text(path: Path, text: str) -> tuple[int, ...]:
    """The numbers of the pieces of a text's words."""
    return tuple(n for word in text.split() for n in spell_once(path, word))


def parts(word: str) -> Iterator[str]:
    """A word in small letters without accents, in stretches that no sign or blank divides."""
    kept = ""
    for letter in unicodedata.normalize("NFD", word.lower()):
        kind = unicodedata.category(letter)
        if kind == "Mn" or letter == "\ufffd" or (kind[0] == "C" and not letter.isspace()):
            continue
        if letter.isspace() or is_sign(letter, kind) or "\u4e00" <= letter <= "\u9fff":
            if kept:
                yield kept
            kept = ""
            if not letter.isspace():
                yield letter
        else:
            kept += letter
    if kept:
        yield kept


def is_sign(letter: str, kind: str) -> bool:
    """Whether a letter is punctuation or another sign of the keyboard.

    >>> is_sign("$", "Sc"), is_sign("£", "Sc"), is_sign("“", "Pi")
    (True, False, True)
    """
    return kind[0] == "P" or (letter.isascii() and letter.isprintable() and not letter.isalnum())


def longest(part: str, known: Mapping[str, int]) -> list[int]:
    """The longest pieces that make up a stretch of letters, from its start."""
    out: list[int] = []
    start = 0
    while start < len(part):
        mark = INNER if start else ""
        end = next((e for e in range(len(part), start, -1) if mark + part[start:e] in known), None)
        if end is None or len(part) > LONGEST:
            return [known[UNKNOWN]]
        out.append(known[mark + part[start:end]])
        start = end
    return out
