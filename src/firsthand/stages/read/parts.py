"""Which stretch of an article is what: title, byline, dateline, caption, correction, furniture, body."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from firsthand.records import Part, PartKind
from firsthand.stages.read.captions import is_caption, without_credit
from firsthand.stages.read.chrome import Chrome, chrome
from firsthand.stages.read.furniture import QUOTE, is_furniture, split_glued
from firsthand.stages.read.heads import (
    HEAD_LINES,
    dateline_end,
    is_byline,
    is_correction,
    is_title,
    reads_as_title,
    same_words,
)
from firsthand.stages.read.lines import Line, ends_sentence, lines_of
from firsthand.stages.read.stamps import is_place_and_date, is_stamp
from firsthand.stages.read.strips import is_post_note, menus

Kinds = list[PartKind | None]


class About(NamedTuple):
    """What the metadata say: a line that repeats it is a title, byline or masthead."""

    title: str | None
    authors: tuple[str, ...]
    outlet: str | None


HEADING = re.compile(r"#{1,6}[ \t]+(?=\S)")
FRONT_MATTER = re.compile(r"---[ \t]*\n(?:[^\n]*\n){0,60}?---[ \t]*(?:\n|$)")
_LABEL = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{1,40}:\s")
# No title is longer (code points).
TITLE = 400
# What stands behind so many lines is not looked at: no article has half as many.
LINES = 3_000
# A run of menu items, one a line, has at least so many lines of at most so many words.
RUN, ITEM_WORDS = 3, 3
# A list of links after "Read more:" is no longer than this (lines, words a line).
LINKS, LINK_WORDS = 10, 22


def mark_parts(
    text: str,
    language: str | None,
    title: str | None = None,
    authors: Sequence[str] = (),
    outlet: str | None = None,
    markdown: bool = False,
) -> tuple[Part, ...]:
    """The parts of a text: in order, without overlap, over everything that is not blank.

    >>> [part.kind for part in mark_parts("NewsSport\\n\\nBy Jane Doe\\n\\nThe port was closed on Friday.", "en")]
    ['furniture', 'byline', 'body']
    """
    words = chrome(language)
    about = About(title, tuple(authors), outlet)
    lines: list[Line] = []
    kinds: Kinds = []
    told = lines_of(text)
    for at, line in enumerate(told[:LINES]):
        head = at < HEAD_LINES + 3
        if markdown and (found := _markup(text, line)):
            pieces = found
        else:
            kind = _kind(line.text, words, head, about)
            cut = [] if kind else _cut(text, line, words)
            pieces = [(piece, _kind(piece.text, words, head, about)) for piece in cut] or [(line, kind)]
        lines += [piece for piece, _ in pieces]
        kinds += [kind for _, kind in pieces]
    _mark_twins(lines, kinds, words)
    _mark_runs(lines, kinds, words)
    _mark_stamps(lines, kinds, language)
    for at in menus(lines, [kind is None for kind in kinds], language, words):
        kinds[at] = "furniture"
    _find_title(lines, kinds, title)
    _mark_links(lines, kinds)
    _mark_tail(lines, kinds)
    rest = told[LINES:]
    unread = [Part(start=rest[0].start, end=rest[-1].end, kind="unread")] if rest else []
    return (*_to_parts(text, lines, kinds, words), *unread)


def _markup(text: str, line: Line) -> list[tuple[Line, PartKind | None]]:
    """Markdown's own marks: front matter is furniture, a heading is a title, the marks before it are furniture."""
    front = FRONT_MATTER.match(text)
    if front and line.end <= front.end():
        return [(line, "furniture")]
    mark = HEADING.match(line.text)
    if mark is None:
        return []
    at = line.start + mark.end()
    marks = line.text[: mark.end()].rstrip()
    return [
        (Line(line.start, line.start + len(marks), marks, line.block), "furniture"),
        (Line(at, line.end, text[at : line.end], line.block), "title"),
    ]


def _cut(text: str, line: Line, words: Chrome) -> list[Line]:
    """A line in pieces, where a menu or footer is glued to prose; none where it is whole."""
    cuts = split_glued(line.text, words)
    out = []
    for start, end in zip([0, *cuts], [*cuts, len(line.text)], strict=True) if cuts else ():
        piece = line.text[start:end]
        if piece.strip():
            at = line.start + start + len(piece) - len(piece.lstrip())
            out.append(Line(at, at + len(piece.strip()), piece.strip(), line.block))
    return out


def _kind(line: str, words: Chrome, head: bool, about: About) -> PartKind | None:
    if head and about.title and len(line) < TITLE and is_title(line, about.title):
        return "title"
    if is_correction(line, words):
        return "correction"
    if is_post_note(line, words):
        return "furniture"
    # "(Ana Kos/Reuters)" credits a picture, "(Reuters)" the article.
    if line[0] in "([" and is_caption(line, words):
        return "caption"
    if is_byline(line, words, head, about.authors):
        return "byline"
    if is_caption(line, words):
        return "caption"
    if is_furniture(line, words) or (
        about.outlet and len(line) < 2 * len(about.outlet) and same_words(line, about.outlet)
    ):
        return "furniture"
    return None


def _find_title(lines: list[Line], kinds: Kinds, title: str | None) -> None:
    """The title of a text without metadata: the first line of the prose, when it looks like one."""
    if title or "title" in kinds:
        return
    for at in range(min(HEAD_LINES, len(lines))):
        if kinds[at] is None:
            if reads_as_title(lines, at):
                kinds[at] = "title"
            return


def _mark_twins(lines: list[Line], kinds: Kinds, words: Chrome) -> None:
    """A caption given twice, with or without its credit, and a line given twice in a row."""
    captions = {
        without_credit(line.text, words).casefold()
        for line, kind in zip(lines, kinds, strict=True)
        if kind == "caption"
    }
    captions = {caption for caption in captions if len(caption) > 15}
    for at, line in enumerate(lines):
        if kinds[at] is not None or len(line.text) > 600:
            continue
        if line.text.rstrip(" .").casefold() in captions:
            kinds[at] = "caption"
        elif at and lines[at - 1].text == line.text and 30 < len(line.text) < 300 and not QUOTE.search(line.text):
            kinds[at] = "title" if kinds[at - 1] == "title" else "caption"
            kinds[at - 1] = kinds[at]


def _mark_runs(lines: list[Line], kinds: Kinds, words: Chrome) -> None:
    """Menu items on lines of their own, at the start or the end of the text."""
    names = words.buttons | words.sections
    for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        run = []
        for at in order:
            short = len(lines[at].text.split()) <= ITEM_WORDS and not ends_sentence(lines[at].text)
            if kinds[at] not in (None, "furniture") or (kinds[at] is None and not short):
                break
            run.append(at)
        known = sum(lines[at].text.casefold() in names or kinds[at] == "furniture" for at in run)
        if len(run) >= RUN and known * 2 >= len(run):
            for at in run:
                kinds[at] = "furniture"


def _mark_links(lines: list[Line], kinds: Kinds) -> None:
    """The headlines that follow a prompt without one ("Related stories"): to the next sentence."""
    last = max((at for at, line in enumerate(lines) if kinds[at] is None and ends_sentence(line.text)), default=-1)
    left = 0
    for at, line in enumerate(lines):
        if kinds[at] == "furniture":
            prompt = line.text[-1:].isalpha() and len(line.text.split()) <= 4
            left = LINKS if prompt or line.text.endswith(":") else left
            continue
        plain = kinds[at] is None and len(line.text.split()) <= LINK_WORDS and not ends_sentence(line.text)
        if plain and left and (at > last or (kinds[at - 1] == "furniture" and lines[at - 1].text.endswith(":"))):
            kinds[at] = "furniture"
            left -= 1
        else:
            left = 0


def _mark_tail(lines: list[Line], kinds: Kinds) -> None:
    """Below the prose, headlines that stand among furniture are links."""
    tail = []
    for at in range(len(lines) - 1, -1, -1):
        text = lines[at].text
        if kinds[at] is None and (ends_sentence(text) or len(text.split()) > LINK_WORDS or "@" in text):
            break
        tail.append(at)
    if len(tail) < len(lines) and any(kinds[at] == "furniture" for at in tail):
        for at in tail:
            kinds[at] = kinds[at] or "furniture"


def _mark_stamps(lines: list[Line], kinds: Kinds, language: str | None) -> None:
    """Dates and reading times on their own lines; a bare date only above or below the prose, where it heads nothing."""
    prose = [
        at
        for at, kind in enumerate(kinds)
        if kind is None and ends_sentence(lines[at].text) and len(lines[at].text) > 60
    ]
    first, last = (prose[0], prose[-1]) if prose else (len(lines), 0)
    for at, line in enumerate(lines):
        if kinds[at] is None and is_stamp(line.text, language, bare=at < first or at > last):
            kinds[at] = "furniture"
        elif kinds[at] is None and (at < first or at > last) and is_place_and_date(line.text, language):
            kinds[at] = "dateline"


def _to_parts(text: str, lines: list[Line], kinds: Kinds, words: Chrome) -> tuple[Part, ...]:
    labels = sum(kind is None and _LABEL.match(line.text) is not None for line, kind in zip(lines, kinds, strict=True))
    out: list[Part] = []
    first, block = True, -1
    for line, kind in zip(lines, kinds, strict=True):
        start = line.start
        if kind is None:
            if end := dateline_end(line.text, words, first, labels > 1):
                stop = start + len(line.text[:end].rstrip())
                out.append(Part(start=start, end=stop, kind="dateline"))
                start += end
            elif out and out[-1].kind == "body" and block == line.block:
                out[-1] = Part(start=out[-1].start, end=line.end, kind="body")
                continue
            first = first and len(line.text) < 40
        out.append(Part(start=start, end=line.end, kind=kind or "body"))
        block = line.block
    return tuple(out)
