"""What leads one statement of a claim back to another: the steps by which statements share an origin."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from firsthand.hints import NONE, Pair, Pairs, partners
from firsthand.language import topic
from firsthand.language.terms import terms
from firsthand.parties import parties, publishers
from firsthand.records import Actor, Article, Copy, Span, Statement

ALIKE = 0.5  # shared words (of the shorter) from which an unsourced sentence restates a sourced one of the same article
_SHORT = 4  # words below which likeness says nothing


class Link(NamedTuple):
    """`statement` goes back to `to`: why, and whether that is sure or only suspected."""

    statement: str
    to: str
    why: str
    sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Pile:
    """What counting needs of the pile, looked up once.

    `same` and `apart`: statement id → those that a person knows to come from its origin, or from another; `unsure`:
    statements that may tell another claim.
    """

    articles: Mapping[str, Article]
    statements: Mapping[str, Statement]
    actors: Mapping[str, Actor]
    parties: Mapping[str, str]
    publishers: Mapping[str, frozenset[str]]
    copies: Mapping[str, tuple[Copy, ...]]
    same: Mapping[str, frozenset[str]]
    apart: Mapping[str, frozenset[str]]
    unsure: frozenset[str]


def pile(
    articles: Sequence[Article],
    statements: Sequence[Statement],
    actors: Sequence[Actor],
    copies: Sequence[Copy],
    hints: Pairs = NONE,
    unsure: frozenset[str] = frozenset(),
) -> Pile:
    """The pile, indexed for counting."""
    known = {a.id: a for a in articles}
    taken: dict[str, list[Copy]] = defaultdict(list)
    for copy in copies:
        taken[copy.article].append(copy)
    return Pile(
        articles=known,
        statements={s.id: s for s in statements if s.article in known},
        actors={a.id: a for a in actors},
        parties=parties(actors),
        publishers=publishers(articles, actors),
        copies={key: tuple(rows) for key, rows in taken.items()},
        same=partners(hints.same),
        apart=partners(hints.apart),
        unsure=unsure,
    )


def day(article: Article) -> int | None:
    """The day an article was published, as an ordinal, when it is known to the day."""
    start = article.published.start
    if start is None or len(start) < 10:
        return None
    try:
        return date.fromisoformat(start[:10]).toordinal()
    except ValueError:
        return None


def label(statement: Statement, known: Pile) -> str:
    """How a reason names a statement: its id and its outlet."""
    outlet = known.articles[statement.article].outlet
    return f"{statement.id} ({outlet.name})" if outlet else statement.id


def shown_by(statement: Statement, known: Pile) -> str:
    """The name of a statement's source, or of its outlet."""
    if statement.source and statement.source in known.actors:
        return known.actors[statement.source].name
    outlet = known.articles[statement.article].outlet
    return outlet.name if outlet else "the article"


def told_to_be_one(told: Sequence[Statement], known: Pile) -> list[Link]:
    """The statements that a person marked as coming from one origin."""
    here = {s.id: s for s in told}
    found = [(s, here[other]) for s in told for other in sorted(known.same.get(s.id, ())) if other in here]
    return [
        Link(s.id, other.id, f"{label(s, known)} and {label(other, known)} marked as one origin by an analyst", True)
        for s, other in found
        if s.id < other.id
    ]


def told_apart(told: Sequence[Statement], known: Pile) -> frozenset[Pair]:
    """The pairs of statements that a person marked as coming from two origins."""
    here = {s.id for s in told}
    return frozenset(frozenset((one, other)) for one in here for other in known.apart.get(one, ()) if other in here)


def copied_from(statement: Statement, others: Sequence[Statement], known: Pile) -> Link | None:
    """The statement that this one was copied with: the article it stands in, or the passage, reuses another's."""
    for copy in known.copies.get(statement.article, ()):
        if copy.passages and not any(_meet(p.article, statement.spans) for p in copy.passages):
            continue
        source = [s for s in others if s.article == copy.of]
        if not source:
            continue
        nearest = max(source, key=lambda s: (_alike(statement, s, known), s.id))
        word = {"verbatim": "reprints", "edited": "reprints, edited,", "paraphrase": "rewrites"}[copy.kind]
        sure = copy.kind != "paraphrase" or bool(copy.passages)
        return Link(statement.id, nearest.id, f"{label(statement, known)} {word} {label(nearest, known)}", sure)
    return None


def restates(statement: Statement, others: Sequence[Statement], known: Pile) -> Link | None:
    """A sourced statement of the same article that says nearly the same words: a headline, a lead, a summary.

    Where this one names its source only vaguely ("observers find"), the link is no more than suspected.
    """
    near = [s for s in others if s.article == statement.article and s.source not in (None, statement.source)]
    near = [s for s in near if _alike(statement, s, known) >= ALIKE]
    if not near:
        return None
    best = max(near, key=lambda s: (_alike(statement, s, known), s.id))
    why = f"{label(statement, known)} restates {best.id}, which names {shown_by(best, known)}"
    return Link(statement.id, best.id, why, statement.source is None)


def told_before(statement: Statement, others: Sequence[Statement], known: Pile) -> Link | None:
    """An earlier article that carries the claim from a source, while this one names none and shows no own reporting."""
    article = known.articles[statement.article]
    if reports_itself(statement, known):
        return None
    mine = day(article)
    earlier = [s for s in others if s.article != statement.article and _not_after(day(known.articles[s.article]), mine)]
    sourced = [s for s in earlier if s.source is not None] or [
        s for s in earlier if (day(known.articles[s.article]) or 0, s.id) < (mine or 0, statement.id)
    ]
    if not sourced:
        return None
    first = min(sourced, key=lambda s: (day(known.articles[s.article]) or 0, s.id))
    why = f"{label(statement, known)} names no source, {label(first, known)} had it from {shown_by(first, known)}"
    return Link(statement.id, first.id, why, False)


def credits_outlet(statement: Statement, others: Sequence[Statement], known: Pile) -> Link | None:
    """The statement in the article of an outlet that this one's chain passes through."""
    hands = set(statement.chain)
    for other in others:
        if other.article != statement.article and (shared := known.publishers.get(other.article, frozenset()) & hands):
            name = known.actors[min(shared)].name
            why = f"{label(statement, known)} credits {name}, which {other.id} shows citing {shown_by(other, known)}"
            return Link(statement.id, other.id, why, True)
    return None


def is_vague(statement: Statement, known: Pile) -> bool:
    """Whether a statement's source is somebody without a name."""
    actor = known.actors.get(statement.source or "")
    return actor is not None and actor.kind in ("unnamed", "group") and actor.member_of is None


def reports_itself(statement: Statement, known: Pile) -> bool:
    """Whether the text around a statement shows the outlet's own reporting."""
    article = known.articles[statement.article]
    start, end = statement.spans[0][0], statement.spans[-1][1]
    around = " ".join(article.text[max(0, start - 120) : end + 160].casefold().split())
    return any(phrase in around for phrase in topic(article.language or "en", "claims")["reporting"]["own"])


def _alike(a: Statement, b: Statement, known: Pile) -> float:
    left, right = (_words(known.articles[s.article].language or "en", s.text) for s in (a, b))
    shorter = min(len(left), len(right))
    return len(left & right) / shorter if shorter >= _SHORT else float(left == right)


@lru_cache(maxsize=4096)
def _words(language: str, text: str) -> frozenset[str]:
    return frozenset(term.stem for term in terms(language, text))


def _not_after(one: int | None, two: int | None) -> bool:
    return one is None or two is None or one <= two


def _meet(one: Sequence[Span], two: Sequence[Span]) -> bool:
    return any(a < d and c < b for a, b in one for c, d in two)
