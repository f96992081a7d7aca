"""What every format shows of a brief: stories with their claim cards, in reading order.

Numbers (`number`, `index`) count from 1 and 0 within the brief: they name a claim to the reader and anchor links,
so that nothing from an article ends up in an address.
"""

from dataclasses import dataclass

from firsthand.records import Article, Claim, Copy, Count, Statement, TimelineEntry, Unprocessed
from firsthand.show import wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """An article with the words that name it; `index` is its place in the brief, `said` its statements' indices.

    `teller` is its outlet or, where that is not known, its title.
    """

    index: int
    article: Article
    teller: str
    published: str
    said: tuple[int, ...]

    @property
    def label(self) -> str:
        """Teller and date."""
        return f"{self.teller}, {self.published}" if self.published else self.teller

    @property
    def kind(self) -> str:
        """What the teller's name is the name of."""
        return "outlet" if self.article.outlet else "article"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement with its names. `hands` are the names it went through, first speaker first, without the outlet.

    `actors` are the ids of the hands; `unsourced` is "own", "unnamed", "unknown" or "" where a source is named;
    `when` is when it was said, `about` the dates that it speaks of; `claim` is a card's number or None.
    """

    index: int
    record: Statement
    paper: Paper
    hands: tuple[str, ...]
    actors: tuple[str, ...]
    unsourced: str
    when: str
    about: str
    claim: int | None

    @property
    def source(self) -> str:
        """The first speaker's name; the empty string in the outlet's own voice."""
        return self.hands[0] if self.hands else "" if self.unsourced == "own" else self.nobody

    @property
    def nobody(self) -> str:
        """The source's own words with a mark that it is not identified, where no speaker is known."""
        text = self.paper.article.text
        return wording.unidentified(" ".join(text[start:end] for start, end in self.record.source_spans))

    @property
    def chain(self) -> str:
        """The hands and then the outlet, joined by arrows."""
        if self.unsourced == "own":
            return f"{self.paper.teller} ({wording.OWN_VOICE})"
        return wording.ARROW.join((*(self.hands or (self.nobody,)), f"{self.paper.teller} ({self.paper.kind})"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An origin of a claim: its name, its statements' indices and the reason for every merge.

    A reason names a statement by its place in the card's `said`, from 1: [2].
    """

    number: int
    name: str
    actor: str | None
    said: tuple[int, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How the claim stands to another: `verb` reads from this claim to the other's `number` and `text`."""

    kind: str
    verb: str
    number: int
    text: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A claim as it is shown; `text` is one statement's own words, `plan` what became of a plan, as one line."""

    number: int
    record: Claim
    text: str
    count: Count
    articles: int
    outlets: int
    said: tuple[Said, ...]
    sources: tuple[Source, ...]
    chain: str
    denied_by: tuple[str, ...]
    doubted_by: tuple[str, ...]
    marks: tuple[Mark, ...]
    plan: str
    unsourced: str
    links: tuple[tuple[int, int], ...]  # (copy, taken from), indices of articles

    @property
    def disputed(self) -> bool:
        """Somebody denies or doubts it, or another claim contradicts it."""
        return bool(self.denied_by or self.doubted_by or any(m.kind == "contradicts" for m in self.marks))

    @property
    def alone(self) -> bool:
        """Told once and joined to nothing: one line is enough."""
        return len(self.said) <= 1 and not self.marks and not self.disputed


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A timeline entry; `claims` are the numbers of its statements' cards, `said` their indices."""

    number: int
    record: TimelineEntry
    when: str
    sources: tuple[str, ...]
    claims: tuple[int, ...]
    said: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reuse:
    """A copy: which article took its words from which."""

    record: Copy
    paper: Paper
    of: Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A story as it is shown: its cards with the weightiest first, then its timeline and copies."""

    number: int
    title: str
    papers: tuple[Paper, ...]
    outlets: int
    dates: str
    cards: tuple[Card, ...]
    moments: tuple[Moment, ...]
    copies: tuple[Reuse, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Everything that is shown of one brief."""

    firsthand: str
    papers: tuple[Paper, ...]
    said: tuple[Said, ...]
    tellings: tuple[Telling, ...]
    unprocessed: tuple[Unprocessed, ...]
    outlets: int
    dates: str
