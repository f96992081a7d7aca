"""The head of an article: title, byline, dateline; and its corrections."""

import re
from collections.abc import Sequence

from firsthand.stages.read.chrome import Chrome
from firsthand.stages.read.lines import Line, ends_sentence

_LETTERS = re.compile(r"[^\w]+")
_SITE = re.compile(r"\s[|–—-]\s[^|–—]{2,40}$")
_WIRE = re.compile(r"\((?=(?:\S+ ){0,4}\S+$)[A-ZÀ-ÞĀ-Ž][^():;]{0,39}[^():;.!?]\)\.?$")
_SIGNED = re.compile(r"(?:—|–|--|-)\s?(?P<name>[A-Z][^.!?]{1,30})$")
_WORD = re.compile(r"[^\W\d_][\w.'’-]*|\d[\w:./]*")
_STOP = re.compile(r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])[.!?] ")
# A title is no longer than this (words, code points), and stands among the first lines.
TITLE_WORDS, TITLE_CHARS, HEAD_LINES = 32, 220, 7
ROLE_WORDS = 10
# A sentence that stands alone at the top and is this short (code points) is a title that was given a full stop.
SHORT = 100


def same_words(a: str, b: str) -> bool:
    """Whether two texts have the same letters and digits.

    >>> same_words("Ferry burns off Vis", "FERRY BURNS OFF VIS.")
    True
    """
    return _LETTERS.sub("", a).casefold() == _LETTERS.sub("", b).casefold() != ""


def is_title(line: str, title: str) -> bool:
    """Whether a line is the title that the metadata give, with or without the name of the site behind it."""
    return same_words(line, title) or same_words(line, _SITE.sub("", title)) or same_words(_SITE.sub("", line), title)


def reads_as_title(lines: Sequence[Line], at: int) -> bool:
    """Whether line `at` of a text without metadata stands and looks like its title."""
    line = lines[at]
    if len(line.text) > TITLE_CHARS or not 2 <= len(line.text.split()) <= TITLE_WORDS or at + 1 >= len(lines):
        return False
    if (
        line.text[0].islower()
        or "\n" in line.text
        or not any(len(other.text) > len(line.text) for other in lines[at + 1 :])
    ):
        return False
    alone = lines[at + 1].block != line.block
    if not ends_sentence(line.text):
        return alone or len(lines[at + 1].text) > 80
    if line.text.endswith(("?", "!", "”", "’", '"')):
        return alone and len(line.text) <= 120 and not re.search(r"[,.][”\"’]|\.\s", line.text)
    if not alone or not line.text.rstrip("”’\"'").endswith(".") or _STOP.search(line.text):
        return False
    return _is_title_case(line.text) or (
        at == 0 and len(line.text) <= SHORT and len(line.text.split()) > 3 and len(lines[1].text) > len(line.text)
    )


def _is_title_case(text: str) -> bool:
    long_words = [word for word in _WORD.findall(text) if len(word) > 3]
    return len(long_words) > 2 and sum(word[0].isupper() or word[0].isdigit() for word in long_words) >= 0.8 * len(
        long_words
    )


def is_byline(line: str, words: Chrome, head: bool, authors: Sequence[str]) -> bool:
    """Whether a line says who wrote or supplied the article; `head`: it stands among the first lines.

    >>> from firsthand.stages.read.chrome import chrome
    >>> [is_byline(s, chrome("en"), False, ()) for s in ("By Jane Doe", "(Adria Wire)", "By noon it was over.")]
    [True, True, False]
    """
    if len(line) > 300:
        return False
    if (
        _WIRE.match(line)
        or line.strip(" .()—–-") in words.agencies
        or ((signed := _SIGNED.match(line)) and signed["name"] in words.agencies)
    ):
        return True
    if words.byline_start.match(line.lstrip("—–-•⦁ ")) and (len(line) <= 160 or ";" in line):
        return True
    if len(line) <= 200 and words.byline_end.search(line):
        return True
    by = words.byline_word.match(line) or words.source_word.match(line)
    if by and _is_people(line[by.end() :], words):
        return True
    if not head:
        return False
    if (
        authors
        and len(line) < 20 + len(" and ".join(authors))
        and any(same_words(line, a) for a in (*authors, " and ".join(authors)))
    ):
        return True
    role = words.staff.search(line)
    return role is not None and len(line.split()) <= ROLE_WORDS and _is_role(line, role) and _is_people(line, words)


def _is_role(line: str, role: re.Match[str]) -> bool:
    """Whether a role stands behind a name: "Jane Doe, Staff Writer", "Jane Doe Political Editor"."""
    before = line[: role.start()].rstrip()
    return not ends_sentence(line) and (
        before.endswith((",", "|", "-", "–", "—")) or len(line[role.end() :].split()) <= 1 < len(before.split())
    )


def _is_people(text: str, words: Chrome) -> bool:
    """Whether a text is names, places, dates and the words between them, and no sentence."""
    tokens = _WORD.findall(text)
    if not tokens or len(tokens) > 24 or len(text) > 140 or not tokens[0][0].isupper():
        return False
    if (text.rstrip().endswith((".", "!", "?")) and len(tokens[-1]) > 3) or not sum(
        token[0].isupper() for token in tokens
    ) > 1:
        return False
    if len(tokens) > 1 and not tokens[1][0].isupper() and tokens[1].casefold() not in words.byline_particles:
        return False
    return all(
        token[0].isupper() or token[0].isdigit() or token.casefold() in words.byline_particles for token in tokens
    )


def is_correction(line: str, words: Chrome) -> bool:
    """Whether a line corrects the article or says that it was changed."""
    bare = line.lstrip("*•[( ")
    return words.correction.match(bare) is not None or words.correction_note.match(line[:600]) is not None


def dateline_end(line: str, words: Chrome, first: bool, labels_repeat: bool) -> int:
    """The end of the dateline at the start of a paragraph (code points), else 0.

    A place in capitals with a colon counts only in the `first` paragraph, and not where such labels mark speakers.

    >>> from firsthand.stages.read.chrome import chrome
    >>> text = "SPLIT, Croatia, Oct 14 (Adria Wire) - The ferry burned."
    >>> text[dateline_end(text, chrome("en"), True, False):]
    'The ferry burned.'
    """
    match = words.dateline.match(line[:160])
    if match is None or words.dateline_not.match(line) or len(line) - match.end() < 5:
        return 0
    if match["label"] and (not first or labels_repeat):
        return 0
    bare_dash = "(" not in match[0] and "/" not in match[0] and not any(c.isdigit() for c in match[0])
    return 0 if bare_dash and not first else match.end()
