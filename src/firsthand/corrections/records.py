"""An analyst's decision, and the exact words of the articles that it is about."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from firsthand.records import Spans, Stance

Kind = Literal[
    "statement",  # these words are a statement that was missed; `speaker`, `stance` and `said` as far as known
    "not a statement",
    "spans",  # the statement's content is `spans`
    "speaker",  # the statement's speaker is `speaker`; None for the outlet's own voice
    "stance",  # its stance is `stance`
    "said",  # it was said on `said`: an ISO date that may stop at the month or year, or "start/end"; None: not known
    "same actor",  # `names` are one actor, the one to show first
    "different actors",  # `names` are as many actors
    "same claim",  # the statements of all anchors say the same
    "different claims",  # the first `first` anchors say something else than the rest
    "same origin",
    "different origins",
    "same story",  # articles
    "different stories",
    "copy",  # the article of the first anchor is a copy of that of the second
    "not a copy",
]
OF_STATEMENTS = frozenset(("statement", "not a statement", "spans", "speaker", "stance", "said"))
ACTORS = frozenset(("same actor", "different actors"))
STORIES = frozenset(("same story", "different stories"))
COPIES = frozenset(("copy", "not a copy"))
APART = frozenset(("different claims", "different origins", "different stories"))  # of two groups of anchors


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Words of an article: `spans` in code points, end exclusive, into its text; no spans stand for the whole article.

    `text` is the SHA-256 (hex) of the article's text, `quote` the words at the spans joined by one space, `before` and
    `after` up to 32 code points around them. `url` is the article's address where it has one.
    """

    article: str
    text: str
    url: str | None = None
    spans: Spans = ()
    quote: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One decision: what `kind` of, about which words (`at`), by whom, and when it was `made` (ISO 8601, UTC).

    `first` says how many of the anchors are the first group of a decision that keeps two groups apart.
    An undone correction stays as a record and changes nothing.
    """

    id: str
    kind: Kind
    at: tuple[Anchor, ...] = ()
    first: int = 1
    spans: Spans = ()
    speaker: str | None = None
    stance: Stance | None = None
    said: str | None = None
    names: tuple[str, ...] = ()
    note: str = ""
    by: str
    made: str
    undone: str | None = None
    undone_by: str | None = None


def in_order(corrections: Iterable[Correction], kinds: Iterable[str]) -> list[Correction]:
    """The corrections of some kinds that are not undone, in the order in which they were made."""
    wanted = frozenset(kinds)
    kept = [c for c in corrections if c.kind in wanted and c.undone is None]
    return sorted(kept, key=lambda c: (datetime.fromisoformat(c.made), c.id))


def rebound(correction: Correction, lost: Anchor, found: Anchor, spans: Spans = ()) -> Correction:
    """The correction with a lost anchor in the place that a person confirmed; `spans` is the new cut there, if any."""
    return replace(correction, at=tuple(found if at == lost else at for at in correction.at), spans=spans)
