"""What a pair of statements stands in: its story's words, the copies and outlets of its articles."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from firsthand.models.network import Floats
from firsthand.records import Article, Copy
from firsthand.stages.compare.decided import Decided
from firsthand.stages.compare.joint.model import Joint
from firsthand.stages.compare.reader.read import Denied
from firsthand.stages.compare.view import View

_NAME = 0.5  # a name says of whom something is told, not what: it counts half
_COMMON = 0.5  # a term that all articles of a story use counts half, one of a single article in full

Links = Mapping[frozenset[str], tuple[Copy, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """`telling`: statement id → the weights of its terms in this story, and their sum; `copies` by pair of articles.

    `publishers`: article id → the actors that are its outlet; `denied`: how likely the second statement of a
    pair speaks against the first; `names`: actor id → name; `decided`: what a person knows of its claims; `meaning`:
    statement id → its vector; `joint` reads two statements together.
    """

    telling: Mapping[str, tuple[dict[str, float], float]]
    copies: Links
    publishers: Mapping[str, frozenset[str]]
    articles: Mapping[str, Article]
    denied: Denied
    names: Mapping[str, str]
    decided: Decided
    meaning: Mapping[str, Floats]
    joint: Joint | None


def setting_of(
    story: Sequence[View],
    articles: Mapping[str, Article],
    publishers: Mapping[str, frozenset[str]],
    copies: Links,
    denied: Denied,
    names: Mapping[str, str],
    decided: Decided = Decided(),
    meaning: Mapping[str, Floats] | None = None,
    joint: Joint | None = None,
) -> Setting:
    """The setting of one story's pairs."""
    rarity = _rarity(story)
    telling = {}
    for view in story:
        weights = {t: w * rarity[t] for t, w in view.wording.weights.items()}
        telling[view.statement.id] = (weights, sum(weights.values()))
    return Setting(
        telling=telling,
        copies=copies,
        publishers=publishers,
        articles=articles,
        denied=denied,
        names=names,
        decided=decided,
        meaning=meaning or {},
        joint=joint,
    )


def links(copies: Iterable[Copy]) -> Links:
    """The copies by the two articles that they join."""
    out: dict[frozenset[str], tuple[Copy, ...]] = {}
    for copy in copies:
        key = frozenset((copy.article, copy.of))
        out[key] = (*out.get(key, ()), copy)
    return out


def _rarity(story: Sequence[View]) -> dict[str, float]:
    """How much each term of a story tells its claims apart, from 1 down to a quarter."""
    seen: dict[str, set[str]] = defaultdict(set)
    names: dict[str, int] = defaultdict(int)
    uses: dict[str, int] = defaultdict(int)
    for view in story:
        for term in view.wording.weights:
            seen[term].add(view.statement.article)
            uses[term] += 1
            names[term] += term in view.wording.names
    total = len({v.statement.article for v in story})
    common = {term: (len(held) - 1) / max(total - 1, 1) for term, held in seen.items()}
    return {term: (1.0 - _COMMON * common[term]) * (_NAME if 2 * names[term] >= uses[term] else 1.0) for term in seen}
