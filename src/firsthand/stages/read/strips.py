"""Lines that are told by shape alone: arrows to other pages, networks in a row, signs of an app, notes below a post."""

import re
from collections.abc import Sequence
from itertools import pairwise

from firsthand.stages.read.chrome import Chrome
from firsthand.stages.read.lines import Line, ends_sentence
from firsthand.stages.read.tongue import detect

# What separates the pieces of a strip: a mark, or a gap wider than one blank.
GAP = re.compile(r"\s?[|·•▪●‧]\s?|\s{2,}|\t|\s[/—–-]\s")
# Arrows back open a line, arrows on close it.
_BACK = re.compile(r"(?:«|‹|←|◄|◀|⟵|<{1,3}|&lt;)\s?(?=\w)")
_ON = re.compile(r"(?<=[\w.…])\s?(?:»|›|→|►|▶|⟶|>{1,3}|&gt;)$")
_SIGN = re.compile("[☰≡▾⋮⋯✕✖▮▯⏵🔍🔎🔔🔖📤🖨]|^[↑⬆▲] ?[^\\W\\d_]")
# Two arrows back to back: "Older → ← Newer"
_BACK_TO_BACK = re.compile(r"\w ?[→►▶] ?[|·]? ?[←◄◀] ?\w")
_TAGS = re.compile(r"#\w{2,40}(?:[ ,·|]{1,3}#\w{2,40}){1,20}$")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:.]\d{2}(?!\d)")
_COUNT = re.compile(r"(?<![\d.,])\d{1,6} (?P<what>[^\W\d_]+)")
_PROSE_MARK = re.compile(r"[,;.!?\"“”„()\d]")
# A link, a menu, a row of networks and a note without marks are no longer than this (words); a menu has so many.
LINK, MENU, ROW, NOTE, FEWEST = 14, 16, 12, 8, 4
# Menus stand above or below lines of prose, which are longer than this (code points).
PROSE = 60
# No strip, note or menu is as long as this (code points).
LONG = 240


def is_strip(line: str, words: Chrome) -> bool:
    """Whether a line is made to be pressed: it points to another page, lists networks or tags, or shows signs.

    >>> from firsthand.stages.read.chrome import chrome
    >>> lines = ("« Rain | Wind »", "Dela Facebook X", "« Rain » is his film.", "Facebook and X paid")
    >>> [is_strip(line, chrome("en")) for line in lines]
    [True, True, False, False]
    """
    if len(line) >= LONG:
        return False
    tokens = line.split()
    if len(tokens) <= 8 and _SIGN.search(line) and not line.endswith((".", "!", "?")):
        return True
    if _BACK_TO_BACK.search(line) and len(tokens) <= LINK and not ends_sentence(line):
        return True
    return _points_away(line, len(tokens)) or _TAGS.match(line) is not None or _lists_networks(line, words)


def _points_away(line: str, count: int) -> bool:
    """Whether an arrow opens the line backwards or closes it onwards; two guillemets without a mark are quotes."""
    back, on = _BACK.match(line), _ON.search(line)
    inside = line[back.end() if back else 0 : on.start() if on else len(line)]
    if not (back or on) or count > LINK or ends_sentence(inside) or line.startswith((">", "›", "»")):
        return False
    if any(mark in inside for mark in "«»"):
        return False
    if back and on and "«" in back[0] and "»" in on[0]:
        return GAP.search(inside) is not None
    return True


def _lists_networks(line: str, words: Chrome) -> bool:
    """Whether two networks or more stand side by side with nothing between them, and little stands around them."""
    tokens = _WORD.findall(line)
    if not 2 <= len(tokens) <= ROW or _PROSE_MARK.search(line):
        return False
    known = [token.casefold() in words.networks for token in tokens]
    pairs = sum(a and b for a, b in pairwise(known))
    if sum(known) > 2:
        return pairs > 0 and sum(known) * 3 >= len(tokens)
    # "Facebook Messenger is down"
    return pairs > 0 and len(tokens) <= 6 and sum(token[0].islower() for token in tokens) < 3


def is_post_note(line: str, words: Chrome) -> bool:
    """Whether a line says two things of: when it was posted, how many comments it has, what it is filed under.

    >>> from firsthand.stages.read.chrome import chrome
    >>> [is_post_note(s, chrome("en")) for s in ("Posted by A. Kos at 21:14 | 3 comments", "By A. Kos | 21:14")]
    [True, False]
    """
    if len(line) >= LONG or ends_sentence(line):
        return False
    counts = sum(match["what"].casefold() in words.buttons | words.counted for match in _COUNT.finditer(line))
    label = words.post_label.search(line) is not None
    if not label and len(line.split()) > NOTE and not GAP.search(line):
        return False
    return label + min(counts, 2) + (_CLOCK.search(line) is not None) > 1 and label + counts > 0


def menus(lines: Sequence[Line], free: Sequence[bool], language: str | None, words: Chrome) -> list[int]:
    """Which lines above or below the prose are menus; only those that are `free`, of no kind yet, are looked at.

    A menu is a line of capitalised words without a sentence. A headline looks the same, but its words come again in
    the text and are in its language; a menu's do not, or are in another one.
    """
    prose = [at for at, line in enumerate(lines) if free[at] and ends_sentence(line.text) and len(line.text) > PROSE]
    if not prose:
        return []
    edges = [
        at for at, line in enumerate(lines) if free[at] and not prose[0] <= at <= prose[-1] and len(line.text) < LONG
    ]
    found = [at for at in edges if _is_row(lines[at].text, words)]
    edges = [at for at in edges if at not in found and _is_capitals(lines[at].text, words)]
    if edges:
        known = {word.casefold() for at in prose for word in _WORD.findall(lines[at].text)}
        found += [at for at in edges if _is_foreign(lines[at].text, language, words, known)]
    return found


def _is_row(line: str, words: Chrome) -> bool:
    """Whether marks or wide gaps cut a line into short pieces of which two belong on buttons ("Home  For You")."""
    pieces = [piece.strip() for piece in GAP.split(line) if piece.strip()]
    if len(pieces) < 3 or ends_sentence(line) or max(len(piece.split()) for piece in pieces) > 6:
        return False
    names = words.buttons | words.sections
    known = names | words.fillers
    tokens = [[token.casefold() for token in _WORD.findall(piece)] for piece in pieces]
    return sum(any(t in names for t in piece) and all(t in known for t in piece) for piece in tokens) > 1


def _is_capitals(line: str, words: Chrome) -> bool:
    tokens = line.split()
    if not FEWEST <= len(tokens) <= MENU or ends_sentence(line) or _PROSE_MARK.search(line):
        return False
    small = sum(not token[0].isupper() for token in tokens)
    # "Ana Kos and Eva Maria Lund"
    if any(token in words.byline_particles for token in tokens):
        return False
    return line.isupper() or (len(tokens) > FEWEST and small <= len(tokens) // 5)


def _is_foreign(line: str, language: str | None, words: Chrome, known: set[str]) -> bool:
    tokens = [token.casefold() for token in _WORD.findall(line)]
    if 4 * sum(token in known or f"{token}s" in known or token[:-1] in known for token in tokens) > len(tokens):
        return False
    if sum(token in words.buttons | words.sections for token in tokens) * 2 > len(tokens):
        return True
    # Capitals mislead the detector. One line is little, but a title in another language is rare.
    found = detect(line.lower(), None)
    return found is not None and language is not None and found != language
