"""Cuts an article's text where statements and parts begin and end, so that overlapping statements can be marked."""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from firsthand.records import Part, PartKind, Spans

BODY: PartKind = "body"
LINES = 4_000
DEEPEST = 6  # statements marked at once; more would only hide the words


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of text (code points, end exclusive) in the same part and the same statements throughout.

    `inside` holds the statements' keys, the shortest statement first; `begins` those that begin here.
    """

    start: int
    end: int
    text: str
    kind: PartKind
    inside: tuple[int, ...]
    begins: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A line of an article that is not blank."""

    segments: tuple[Segment, ...]

    @property
    def kind(self) -> PartKind:
        """The kind of part that the whole line is; "body" where it is of several."""
        kinds = {s.kind for s in self.segments}
        return kinds.pop() if len(kinds) == 1 else "body"


def lines(text: str) -> list[tuple[int, int]]:
    """The lines that are not blank, as code points, end exclusive, without the line ends.

    >>> lines("one\\n\\n two")
    [(0, 3), (5, 9)]
    """
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append((at, at + len(line)))
        at += len(line) + 1
    return found


def paragraphs(text: str, parts: Iterable[Part], statements: Mapping[int, Spans]) -> list[Paragraph]:
    """The text cut into lines, each line into segments; `statements` maps keys to spans.

    Every character of every line is in exactly one segment. Spans outside the text are ignored. What stands behind
    `LINES` lines is one: no article has half as many.
    Takes time linear in the text and the statements, but for sorting.
    """
    rows = lines(text)
    if len(rows) > LINES:
        rows[LINES:] = [(rows[LINES][0], rows[-1][1])]
    pieces = _by_part(rows, sorted(parts, key=lambda p: p.start))
    opens, closes = _edges(len(text), statements)
    cuts = sorted({*opens, *closes, *(edge for start, end, _ in pieces for edge in (start, end))})
    width = {key: sum(end - start for start, end in spans) for key, spans in statements.items()}
    open_now: dict[int, int] = {}
    begun: set[int] = set()
    found: list[Segment] = []
    at = 0
    for start, end, kind in pieces:
        while at < len(cuts) and cuts[at] < end:
            cut = cuts[at]
            _step(open_now, opens.get(cut, ()), closes.get(cut, ()))
            at += 1
            if cut < start:
                continue
            inside = tuple(sorted(open_now, key=lambda k: (width[k], k))[:DEEPEST])
            begins = tuple(k for k in inside if k not in begun)
            begun.update(begins)
            stop = cuts[at]
            found.append(Segment(start=cut, end=stop, text=text[cut:stop], kind=kind, inside=inside, begins=begins))
    return _in_lines(rows, found)


def _in_lines(rows: Iterable[tuple[int, int]], segments: Iterable[Segment]) -> list[Paragraph]:
    queue = deque(segments)
    found = []
    for _, end in rows:
        mine = []
        while queue and queue[0].end <= end:
            mine.append(queue.popleft())
        found.append(Paragraph(segments=tuple(mine)))
    return found


def _by_part(spans: Iterable[tuple[int, int]], parts: Sequence[Part]) -> list[tuple[int, int, PartKind]]:
    """The lines cut where a part begins or ends; what is in no part is body."""
    pieces: list[tuple[int, int, PartKind]] = []
    at = 0
    for start, end in spans:
        while start < end:
            while at < len(parts) and parts[at].end <= start:
                at += 1
            stop, kind = end, BODY
            if at < len(parts) and parts[at].start <= start:
                stop, kind = min(end, parts[at].end), parts[at].kind
            elif at < len(parts):
                stop = min(end, parts[at].start)
            pieces.append((start, stop, kind))
            start = stop
    return pieces


def _edges(length: int, statements: Mapping[int, Spans]) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    opens: dict[int, list[int]] = {}
    closes: dict[int, list[int]] = {}
    for key, spans in statements.items():
        for start, end in spans:
            if 0 <= start < end <= length:
                opens.setdefault(start, []).append(key)
                closes.setdefault(end, []).append(key)
    return opens, closes


def _step(open_now: dict[int, int], opening: Iterable[int], closing: Iterable[int]) -> None:
    """Count what opens and closes here: a statement's own spans may overlap."""
    for key in opening:
        open_now[key] = open_now.get(key, 0) + 1
    for key in closing:
        if open_now.get(key, 0) > 1:
            open_now[key] -= 1
        else:
            open_now.pop(key, None)
