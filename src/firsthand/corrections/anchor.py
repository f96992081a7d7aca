"""Words of an article → an anchor, and back: only where the text is the very same."""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from firsthand.corrections.records import Anchor
from firsthand.records import Article, Spans, Statement

AROUND = 32  # code points kept on either side
MOST = 200  # places of one quote that are weighed when a lost anchor is looked for


class Place(NamedTuple):
    """Where an anchor holds: the article, and the spans in it; none for the whole article."""

    article: Article
    spans: Spans


Texts = Mapping[str, Sequence[Article]]


def text_hash(text: str) -> str:
    """The SHA-256 of a text in UTF-8, 64 hex digits.

    >>> text_hash("")[:8]
    'e3b0c442'
    """
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def texts(articles: Sequence[Article]) -> Texts:
    """The articles by the hash of their text, as `find` wants them."""
    out: dict[str, list[Article]] = {}
    for article in articles:
        out.setdefault(text_hash(article.text), []).append(article)
    return out


def cut(text: str, spans: Spans) -> str:
    """The characters at the spans, joined by one space.

    >>> cut("one two three", ((0, 3), (8, 13)))
    'one three'
    """
    return " ".join(text[start:end] for start, end in spans)


def ordered(spans: Spans) -> bool:
    """Whether spans hold something each, follow one another and do not overlap.

    >>> ordered(((0, 3), (3, 5))), ordered(((0, 3), (2, 5))), ordered(((4, 4),))
    (True, False, False)
    """
    edges = [edge for span in spans for edge in span]
    return all(start < end for start, end in spans) and edges == sorted(edges) and min(edges, default=0) >= 0


def within(spans: Spans, text: str) -> bool:
    """Whether spans are in order and lie in a text."""
    return ordered(spans) and (not spans or spans[-1][1] <= len(text))


def anchor(article: Article, spans: Spans = ()) -> Anchor:
    """The anchor of words of an article (code points, end exclusive), or without spans of the whole of it.

    Raises ValueError for spans that are not in order or not in the text.
    """
    text = article.text
    if not within(spans, text):
        raise ValueError(f"spans {spans} do not lie in order within the {len(text)} code points of {article.id}")
    first, past = (spans[0][0], spans[-1][1]) if spans else (0, len(text))
    return Anchor(
        article=article.id,
        text=text_hash(text),
        url=article.url,
        spans=spans,
        quote=cut(text, spans),
        before=text[max(0, first - AROUND) : first],
        after=text[past : past + AROUND],
    )


def statement_anchor(article: Article, statement: Statement) -> Anchor:
    """The anchor of a statement's content; raises ValueError where it is not in the article's text."""
    return anchor(article, statement.spans)


def find(at: Anchor, known: Texts) -> Place | None:
    """The place that an anchor stands for, or None where no article has its text and its words at its spans.

    Of articles with the same text the one with the anchor's id is meant, else the one with its address; where neither
    tells, nothing is.
    """
    same = known.get(at.text, ())
    told = [a for a in same if a.id == at.article] or [a for a in same if at.url and a.url == at.url] or list(same)
    if len(told) != 1 or not within(at.spans, told[0].text) or cut(told[0].text, at.spans) != at.quote:
        return None
    return Place(told[0], at.spans)


def quotes(at: Anchor) -> list[str]:
    """The words at each of an anchor's spans."""
    out, start = [], 0
    for first, past in at.spans:
        out.append(at.quote[start : start + past - first])
        start += past - first + 1
    return out


def locate(at: Anchor, article: Article) -> Spans | None:
    """Where an anchor's words stand in a text that changed, for a person to confirm; None where that is not clear.

    Where they stand several times, the words around them decide. The pieces of several spans must follow one another.
    """
    pieces, out, start = quotes(at), list[tuple[int, int]](), 0
    for n, piece in enumerate(pieces):
        before = at.before if n == 0 else ""
        after = at.after if n == len(pieces) - 1 else ""
        found = _clearest(article.text, piece, before, after, start)
        if found is None:
            return None
        start = found + len(piece)
        out.append((found, start))
    return tuple(out)


def _clearest(text: str, piece: str, before: str, after: str, start: int) -> int | None:
    """Where a piece stands from `start` on: once, or best surrounded."""
    places = list(_places(text, piece, start))
    if len(places) < 2 or len(places) > MOST:
        return places[0] if len(places) == 1 else None
    alike = {n: _alike(text[max(0, n - AROUND) : n][::-1], before[::-1]) for n in places}
    alike = {n: known + _alike(text[n + len(piece) : n + len(piece) + AROUND], after) for n, known in alike.items()}
    best, second = sorted(places, key=lambda n: -alike[n])[:2]
    return best if alike[best] > alike[second] else None


def _places(text: str, piece: str, start: int) -> Iterator[int]:
    """Up to MOST + 1 places of a piece that do not overlap."""
    for _ in range(MOST + 1):
        start = text.find(piece, start) if piece else -1
        if start < 0:
            return
        yield start
        start += len(piece)


def _alike(one: str, two: str) -> int:
    """How many characters two texts share from the start."""
    return next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
