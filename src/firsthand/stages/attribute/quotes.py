"""Quotation marks → quotations, whatever the house style."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.records import Span

# Opening mark → the marks that may close it. A straight mark opens and closes.
PAIRS = {"“": "”“", "„": "“”", "«": "»", "»": "«", '"': '"', "‘": "’", "'": "'", "‹": "›"}
SINGLE = "‘'"
SPACED = {"«": "»", "‹": "›"}  # French sets blanks inside its marks
LETTER = re.compile(r"\w")
MARK = re.compile(r"''|``|[“”„«»\"‘’'‹›]")
# A single mark that may close: behind a word or stop, and no letter after it.
CLOSING = {mark: re.compile(rf"{mark}(?<!\s{mark})(?![^\W_])") for mark in "’'"}
TWIN = {"''": '"', "``": '"'}
REOPENED = 4  # code points behind a paragraph in which the next one's first mark stands
REACH = 3_000  # code points within which a single mark must find its closer: keeps hostile input linear


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A stretch between quotation marks; all code points, end exclusive.

    `inner` leaves the marks out, `outer` holds them. `open` is true when the mark was never closed
    and the paragraph's end was taken.
    """

    inner: Span
    outer: Span
    open: bool


def quotations(text: str, paragraphs: tuple[Span, ...]) -> tuple[Quotation, ...]:
    """The outermost quotations of an article, in order.

    A quotation left open at a paragraph's end goes on in the next paragraph when that starts with the same
    opening mark, as newspapers set long quotes; it is then one quotation.
    """
    out: list[Quotation] = []
    carried: tuple[str, int, int] | None = None  # opening mark, outer start, inner start
    for n, (start, end) in enumerate(paragraphs):
        following = text[paragraphs[n + 1][0] : paragraphs[n + 1][1]] if n + 1 < len(paragraphs) else ""
        for found, mark in in_paragraph(text, start, end, carried):
            carried = None
            if found.open and following.startswith(mark):
                carried = (mark, found.outer[0], found.inner[0])
            elif found.inner[0] < found.inner[1] and not (found.open and mark in SINGLE):
                out.append(found)
        # An open quotation whose continuation never closes is kept as it stands.
    return tuple(out)


def in_paragraph(
    text: str, start: int, end: int, carried: tuple[str, int, int] | None
) -> Iterator[tuple[Quotation, str]]:
    """The quotations of one paragraph with their opening marks; `carried` is one that came in open."""
    mark, outer, inner = carried or ("", start, start)
    ahead: dict[str, int] = {}
    closers = PAIRS.get(mark, "")
    skip = start + 1 if carried else start
    for found in MARK.finditer(text, skip, end):
        at, sign = found.start(), TWIN.get(found.group(), found.group())
        if not mark:
            if sign in PAIRS and opens(text, found, start, end, ahead):
                mark, outer, inner, closers = sign, at, found.end(), PAIRS[sign]
        elif sign in closers and closes(text, found, mark, end):
            yield Quotation(inner=trim(text, inner, at), outer=(outer, found.end()), open=False), mark
            mark = ""
    if mark:
        yield Quotation(inner=trim(text, inner, end), outer=(outer, end), open=True), mark


def opens(text: str, mark: re.Match[str], start: int, end: int, ahead: dict[str, int]) -> bool:
    """A mark opens at a paragraph's start or after a blank, bracket or dash, when a word follows it.

    `ahead` remembers where the paragraph's next closing marks stand, so that none is looked for twice.
    """
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    if before.isalnum() or before in ".,!?;%)" or (after.isspace() and mark.group() not in SPACED):
        return False
    if mark.group() in SINGLE:  # ’90s and ’tis are apostrophes, and so is a single mark that nothing closes
        return not after.isdigit() and closing_single(text, mark, end, ahead)
    return True


def closing_single(text: str, mark: re.Match[str], end: int, ahead: dict[str, int]) -> bool:
    """Whether something closes a single mark, so that it is no apostrophe: in its paragraph, or in the next."""
    closer = "’" if mark.group() == "‘" else "'"
    if ahead.get(closer, -1) < mark.end():
        found = CLOSING[closer].search(text, mark.end(), end)
        ahead[closer] = found.start() if found else len(text)
    end = min(end, mark.end() + REACH)
    if ahead[closer] < end:
        return True
    # A long quote in single marks may run on into the next paragraph, which then opens with the same mark.
    if text[end : end + REOPENED].strip()[:1] == mark.group() and begins(text, mark.start()):
        return True
    return text[mark.start() - 1 : mark.start()] in ("", "\n") and text[end : end + 3].strip() in ("", closer, "‘")


def begins(text: str, at: int) -> bool:
    """Whether a sentence begins at a code point."""
    return text[max(0, at - 3) : at].rstrip()[-1:] in ("", ".", "!", "?", "…", ":") or text[at - 1 : at] == "\n"


def closes(text: str, mark: re.Match[str], opening: str, end: int) -> bool:
    """A mark closes unless it is an apostrophe inside a word or stands before a word."""
    after = text[mark.end()] if mark.end() < end else " "
    before = text[mark.start() - 1]
    if after.isalnum() or (before.isspace() and SPACED.get(opening) != mark.group()):
        return False
    if opening in SINGLE and before in "sS" and after.isspace():
        # ‘the workers’ demands’: a possessive, unless the quotation ends here and nothing later closes it.
        end = min(end, mark.end() + REACH)
        later = re.compile(r"(?<=[\w.,!?])" + mark.group() + r"(?!\w)").search(text, mark.end(), end)
        reopened = re.compile(r"(?<!\w)" + opening + r"\w").search(text, mark.end(), later.start() if later else end)
        return later is None or reopened is not None
    return True


def trim(text: str, start: int, end: int) -> Span:
    """The span without blanks at its edges."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
