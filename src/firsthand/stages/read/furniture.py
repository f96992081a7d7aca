"""Whether a line is page furniture: menus, buttons, prompts and footers, told by shape first and words second."""

import re

from firsthand.stages.read.chrome import Chrome
from firsthand.stages.read.lines import ends_sentence
from firsthand.stages.read.strips import is_strip

JOINT = re.compile(r"(?<=[a-zà-öø-ÿāăąćčďđēęěğģīįķļłńňőœřśšťūůűųźżž])(?=[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪĮĶĻŁŃŇŐŒŘŚŠŤŪŮŰŲŹŻŽ])")
SEPARATOR = re.compile(r"\s[|·•»›>/]\s|\s?[|•»›]\s?")
WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
LETTER = re.compile(r"[^\W\d_]")
QUOTE = re.compile(r"[\"“”„«»‘]")
URL_ONLY = re.compile(r"(?:https?://|www\.)\S{3,300}$|\S{1,60}@[\w.-]{3,60}$", re.IGNORECASE)
DEGREES = re.compile(r"\d ?°")
CLOCK_ONLY = re.compile(r"[\d:/\s.,%+-]{1,40}$")
FIGURE = re.compile(r"[+−–-]?[$€£]?\d[\d.,]{0,12} ?[%‰]?$|[^\W\d_].{0,30} \d[\d.,]{0,12} ?[%‰]?$")
# Beyond these lengths (code points) a line is no menu item, no prompt, no footer.
MENU, PROMPT, FOOTER = 160, 240, 400


def is_furniture(line: str, words: Chrome) -> bool:
    """Whether a whole line is page furniture.

    >>> from firsthand.stages.read.chrome import chrome
    >>> [is_furniture(s, chrome("en")) for s in ("HomeNewsSport", "Share | Print", "He said no.")]
    [True, True, False]
    """
    if not LETTER.search(line):
        return True
    if len(line) > FOOTER:
        return False
    lower = line.lower()
    if _is_footer(line, lower, words) or words.cookies.search(lower):
        return True
    return len(line) <= PROMPT and (
        lower.strip("[](){}*-–— :") in words.labels
        or _is_menu(line, words)
        or is_strip(line, words)
        or _is_prompt(line, lower, words)
        or URL_ONLY.match(line) is not None
    )


def joints(line: str, words: Chrome) -> list[int]:
    """Where two words are run together as in "NewsSport", names such as "YouTube" and "McDonald" left out."""
    if len(found := [match.start() for match in JOINT.finditer(line)]) == 0:
        return found
    names = [match.span() for match in words.camel.finditer(line)]
    return [at for at in found if not any(a < at < b for a, b in names)]


def _is_menu(line: str, words: Chrome) -> bool:
    if len(line) > MENU or (ends_sentence(line) and not line.endswith(("…", ":"))):
        return False
    tokens = line.split()
    seams = joints(line, words)
    if seams and len(seams) >= 0.5 * len(tokens) and len(line[seams[-1] :].split()) <= 4:
        if len(seams) > 1 or len(tokens) == 1 or _in_menu(line, seams, words):
            return len(line) > 7
    pieces = [piece for piece in SEPARATOR.split(line.strip("|•·»› ")) if piece.strip()]
    if len(pieces) > 2 and not line.startswith("|") and max(len(piece.split()) for piece in pieces) <= 4:
        # "Copper | 9,412 | +1.3", "Greens 12 | Others 4"
        if sum(FIGURE.match(piece.strip()) is not None for piece in pieces) * 2 < len(pieces):
            return True
    return (
        _all_chrome(line, words)
        or _mostly_sections(tokens, words)
        or (len(tokens) <= 4 and DEGREES.search(line) is not None)
    )


def _mostly_sections(tokens: list[str], words: Chrome) -> bool:
    """Whether four capitalised words or more are mostly names of sections ("NEWS SPORT WEATHER COAST")."""
    known = sum(token.casefold() in words.sections for token in tokens)
    return len(tokens) > 3 and all(token[0].isupper() for token in tokens) and known >= 0.6 * len(tokens)


def _in_menu(line: str, seams: list[int], words: Chrome) -> bool:
    """Whether one seam joins words of which one belongs on a button or menu ("Share articleSave")."""
    known = words.buttons | words.sections | words.fillers
    cut = "".join(c + " " if i + 1 in seams else c for i, c in enumerate(line))
    tokens = [token.casefold() for token in WORD.findall(cut)]
    return sum(token in known for token in tokens) * 2 > len(tokens)


def _all_chrome(line: str, words: Chrome) -> bool:
    """Whether a line is made of button words, fillers and counts ("Share on networks 41 Discussion 118")."""
    tokens = [token.casefold() for token in WORD.findall(line)]
    if not tokens or len(tokens) > 16:
        return False
    buttons = sections = 0
    for token in tokens:
        run = _run(token, words.buttons | words.fillers) if token not in words.buttons else 1
        if run and (token in words.buttons or run > 1):
            buttons += run
        elif token in words.sections:
            sections += 1
        elif token not in words.fillers and not token[0].isdigit():
            return False
    return buttons > 0 or sections > 2


def _run(token: str, known: frozenset[str]) -> int:
    """How many known words a lower-case run such as "pdfshareprint" falls into; 0 when it does not."""
    if not 7 <= len(token) <= 60:
        return 0
    best = [0] + [-1] * len(token)
    for end in range(3, len(token) + 1):
        for start in range(max(0, end - 14), end - 2):
            if best[start] >= 0 and token[start:end] in known:
                best[end] = max(best[end], best[start] + 1)
    return best[-1] if best[-1] > 1 else 0


def _is_prompt(line: str, lower: str, words: Chrome) -> bool:
    bare = line.lstrip("*•-–—>»›▶►→[( ")
    if prompt := words.prompt.match(bare):
        # "More: that is what the union wants."
        after = bare[prompt.end() :].lstrip()
        return not _quotes_speech(line) and not (after[:1].islower() and ends_sentence(line))
    if words.opener.match(bare):
        return not _quotes_speech(line)
    if QUOTE.search(line):
        return False
    if len(line) <= MENU and words.final_call.search(lower[-40:]):
        return True
    return bool(words.offer.search(lower) and words.call.search(lower))


def _quotes_speech(line: str) -> bool:
    """Whether a closing quotation mark follows a comma or a full stop, as speech in a sentence does."""
    return re.search(r"[,.!?][”\"’] [a-z]", line) is not None


def _is_footer(line: str, lower: str, words: Chrome) -> bool:
    if len(line) <= MENU and words.footer_start.match(line):
        return not _reads_on(line, lower, words)
    if any(mark.search(lower) for mark in words.footer_marks):
        return not QUOTE.search(line) or any(mark.match(lower) for mark in words.footer_marks)
    return len(line) <= PROMPT and len(set(words.footer_phrase.findall(lower))) > 1


def _reads_on(line: str, lower: str, words: Chrome) -> bool:
    """Whether a long sentence follows the footer word ("Publisher, editor and poet Ana Kos died …")."""
    if len(line.split()) <= 12 or not ends_sentence(line):
        return False
    return not any(mark.search(lower) for mark in words.footer_marks) and len(words.footer_phrase.findall(lower)) < 2


def split_glued(line: str, words: Chrome) -> list[int]:
    """Where to cut a line into menu, prose and footer that were run together; usually nowhere.

    >>> from firsthand.stages.read.chrome import chrome
    >>> split_glued("The port was shut on Sunday, the mayor said.Share Print Comments (4)", chrome("en"))
    [44]
    """
    cuts = []
    if head := _menu_head(line, words) or _footer_head(line, words):
        cuts.append(head)
    if tail := _chrome_tail(line, words, head):
        cuts.append(tail)
    return cuts


def _menu_head(line: str, words: Chrome) -> int:
    """The end of a menu that prose is glued to, else 0."""
    head = line[:MENU]
    seams = joints(head, words)
    last = 0
    for n, at in enumerate(seams):
        if len(head[:at].split()) > 2 * (n + 1) + 1:
            break
        last = at if n else 0
    if last and len(line[last:].split()) >= 4:
        return last
    marks = list(SEPARATOR.finditer(head))
    if len(marks) > 1 and not line.startswith("|"):
        starts = [0, *(m.end() for m in marks)]
        short = all(len(line[a : m.start()].split()) <= 3 for a, m in zip(starts, marks, strict=False))
        if short and len(line[marks[-1].end() :].split()) >= 6:
            return marks[-1].end()
    return 0


_SENTENCE = re.compile(r"[.!?…][)\]\"'”’»]*\s*(?=[^\s.!?…)\]\"'”’»])")


def _footer_head(line: str, words: Chrome) -> int:
    """The end of a footer that prose is glued to, else 0: sentence by sentence, as long as they are footers."""
    end = 0
    for match in _SENTENCE.finditer(line, 0, FOOTER):
        piece = line[end : match.end()].strip()
        if not _is_footer(piece, piece.lower(), words) or len(line) - match.end() < 40:
            break
        end = match.end()
    return end


def _chrome_tail(line: str, words: Chrome, head: int) -> int:
    """The start of furniture behind the prose in a line, else 0: from the end, sentence by sentence."""
    first = max(head + 30, len(line) - FOOTER)
    found = 0
    for match in reversed(list(_SENTENCE.finditer(line, first))):
        tail = line[match.end() :]
        if len(tail) > 3 and not QUOTE.search(tail) and _is_tail(tail, words, match[0]):
            found = match.end()
        elif found or match[0][-1].isspace():
            break
    return found


def _is_tail(tail: str, words: Chrome, gap: str) -> bool:
    if gap[-1].isspace() and len(tail.split()) < 2 and not tail[0].isupper():
        return False
    return (
        is_furniture(tail, words)
        and not CLOCK_ONLY.match(tail)
        and (bool(LETTER.search(tail)) and len(tail.split()) + 3 * (not gap[-1].isspace()) > 1)
    )
