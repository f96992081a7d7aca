"""The records that flow through the pipeline: frozen, compared by value, written to JSON as they stand.

Every offset is 0-based, end-exclusive, in Unicode code points, into `Article.text`.
Dates are ISO 8601 strings that may stop at the month or the year: precision is part of the value.
The field names are the JSON contract (schema 1); `docs/brief.md` explains each.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

SCHEMA = 1

Span = tuple[int, int]
Spans = tuple[Span, ...]

PartKind = Literal["title", "byline", "dateline", "caption", "correction", "furniture", "body", "unread"]
ActorKind = Literal["person", "organisation", "government", "outlet", "agency", "document", "group", "unnamed"]
Quote = Literal["direct", "indirect", "mixed", "none"]
Stance = Literal["asserts", "confirms", "denies", "doubts", "declines", "promises", "asks"]
Basis = Literal["metadata", "text", "bounds", "expression", "published", "unknown"]
PlanWord = Literal["announced", "changed", "delayed", "done", "dropped", "no news"]
CueKind = Literal["speech", "writing", "belief", "intention", "perception", "none"]
# How finely a period is known: "part" is a part of a day, "span" a stretch that no calendar names.
Precision = Literal[
    "time", "part", "day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century", "span"
]
Mod = Literal["START", "MID", "END", "APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"]


# --- what is read -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch of time and what it rests on; an end that is not known is None."""

    start: str | None
    end: str | None
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """Who published an article."""

    name: str
    domain: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of an article of one kind. Parts are in order and do not overlap."""

    start: int
    end: int
    kind: PartKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One published text, exactly as read: nothing is cut out, furniture is marked in `parts`."""

    id: str
    path: str | None
    url: str | None
    outlet: Outlet | None
    title: str | None
    authors: tuple[str, ...]
    language: str | None
    published: Period
    text: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unprocessed:
    """Input that gave no analysed article: where, why, and what to do about it.

    `failed` is false where nothing went wrong (a language that is not supported, a folder without articles).
    """

    path: str
    why: str
    remedy: str
    article: str | None = None
    failed: bool = True


# --- what is found in one article ---------------------------------------------------------------


class Token(NamedTuple):
    """A word or mark with its analysis (a tuple, not a dataclass: there are millions of them).

    `head` and `sentence` are indices into `Parse.tokens` and `Parse.sentences`; a root is its own head.
    `pos`, `tag` and `dep` are Universal POS, Penn Treebank and ClearNLP labels.
    """

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    sentence: int


class Named(NamedTuple):
    """A name found by the parser: code points and an OntoNotes label (PERSON, ORG, GPE, NORP …)."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parse:
    """The grammar of an article's title and body; furniture, captions and bylines are not parsed.

    `sentences` and `paragraphs` are (first, past-last) token indices. No sentence crosses a paragraph.
    """

    tokens: tuple[Token, ...]
    sentences: tuple[Span, ...]
    paragraphs: tuple[Span, ...]
    names: tuple[Named, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """A content and the words that attribute it, before anybody is identified.

    `via` holds the source spans of the re-reporters, nearest to the speaker first.
    No `source` means the outlet's own voice when `quote` is "none", else an unnamed source without words.
    """

    spans: Spans
    quote: Quote
    source: Spans
    cue: Spans
    via: tuple[Spans, ...]
    stance: Stance
    hedges: tuple[str, ...]
    cue_kind: CueKind
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A time expression with its TIMEX3 type, value and mod ("early" is START), and the period it stands for.

    An expression that nothing fixes has no period, and no precision.
    """

    start: int
    end: int
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    mod: Mod | None
    period: Period | None
    precision: Precision | None


class Link(NamedTuple):
    """Words at code points [start, end) that were taken for an actor, how surely (0 to 1), and by what."""

    start: int
    end: int
    score: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One actor as one article names it.

    `key` is unique in the pile; `aliases` are all its names as written; `roles` what it is called beside a name
    ("deputy culture minister"); `member_of` is the key of another entity of the same article, `member_why` the words
    that tell it; `links` say what made the words at some of the `spans` this actor's.
    """

    key: str
    article: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    spans: Spans
    member_of: str | None
    member_why: str | None = None
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Speakers:
    """Who the attributions of one article belong to.

    `sources[i]` and `chains[i]` hold entity keys for attribution i; None is an unknown speaker.
    `confidences[i]` is how likely the source of i is the one meant, a share between 0 and 1.
    """

    entities: tuple[Entity, ...]
    sources: tuple[str | None, ...]
    chains: tuple[tuple[str, ...], ...]
    confidences: tuple[float, ...] = ()


# --- what is found in the pile ------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """Where an article speaks of an actor: by name, or as a speaker by any words."""

    article: str
    spans: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMerge:
    """`one` and `two`, as written, were taken for the same actor: `score`, the least where there are several `articles`
    (0 to 1), says how surely, `why` by what."""

    one: str
    two: str
    score: float
    why: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person, organisation … one for all its names; `member_why` holds the words that tell what it belongs to."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...]
    member_of: str | None
    member_why: str | None = None
    mentions: tuple[ActorMention, ...] = ()
    merges: tuple[ActorMerge, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One content in one article; `source` is None for the outlet's own voice and for unknown speakers.

    `text` is the characters at `spans`, joined by one space. `chain` holds actor ids, first speaker first.
    `said` is when it was said; `times` are the dates inside the content, which it speaks of.
    """

    id: str
    article: str
    spans: Spans
    text: str
    quote: Quote
    source: str | None
    source_spans: Spans
    cue_spans: Spans
    cue_kind: CueKind
    chain: tuple[str, ...]
    stance: Stance
    hedges: tuple[str, ...]
    said: Period | None
    times: tuple[TimeExpression, ...] = ()
    claim: str | None
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The spans of one reused passage in the copy (`article`) and in what it was taken from (`of`)."""

    article: Spans
    of: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Article `article` reuses the text of `of`."""

    article: str
    of: str
    kind: Literal["verbatim", "edited", "paraphrase"]
    credited: bool
    passages: tuple[Passage, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a claim enters the pile: an actor, or an article's own reporting; `why` gives a reason for every merge."""

    actor: str | None
    article: str | None
    statements: tuple[str, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many origins are independent: nothing links `at_least` of them; `at_most` adds links only suspected."""

    at_least: int
    at_most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with what it counts."""

    value: float
    unit: str
    bound: Literal["=", ">=", "<=", "~"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanState:
    """What became of a plan, as far as the pile tells.

    `since` is the day on which `claim` told it; None where the plan's own statements do. Of a plan that is announced it
    is the first day on which it was told, of one without news the last.
    """

    state: PlanWord
    since: str | None
    claim: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """The statements that say the same thing; `text` is one statement's own words, `state` what became of a plan."""

    id: str
    text: str
    statements: tuple[str, ...]
    origins: tuple[Origin, ...]
    independent_origins: Count
    denied_by: tuple[str, ...]
    doubted_by: tuple[str, ...]
    plan: bool
    quantity: Quantity | None
    state: PlanState | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How claim `a` stands to claim `b`; with "updates", a is the later state."""

    a: str
    b: str
    kind: Literal["contradicts", "updates", "supports"]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The articles that tell of one event and what followed from it."""

    id: str
    title: str
    articles: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """A dated statement, or several that tell the same thing; `text` is one statement's own words."""

    start: str
    end: str
    precision: Precision
    text: str
    statements: tuple[str, ...]
    story: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """Everything above for one pile, as one record."""

    schema: int
    firsthand: str
    articles: tuple[Article, ...]
    actors: tuple[Actor, ...]
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]
    copies: tuple[Copy, ...]
    stories: tuple[Story, ...]
    timeline: tuple[TimelineEntry, ...]
    unprocessed: tuple[Unprocessed, ...]
