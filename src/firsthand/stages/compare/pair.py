"""Do two statements say the same thing? A list of features, each a score and a short reason, and their weighted sum."""

from collections.abc import Callable
from math import log
from typing import NamedTuple

from firsthand.records import Copy, Span
from firsthand.stages.compare.joint.read import together
from firsthand.stages.compare.quantity import BY_CHANCE, compatible
from firsthand.stages.compare.setting import Setting
from firsthand.stages.compare.view import View

SAME = -1.0  # from this score on two statements may be one claim
SURE = 8.0  # and from this one on they surely are: the same in nearly the same words
SURE_BY_WORDS = 3.0  # where nothing is read closely

_BARE = 0.15  # stands for the likeness in meaning of two that share no word, where nothing is read closely
_USUAL = 0.28  # likeness in meaning of two statements of one story
_UNLIKE = 0.33  # and of two that have little in common
_RANGE = 0.75  # and from there to those that say the same in the same words
_SOON = 3  # days
_SUREST = 0.005  # the joint reader's share that says no more than what is further from one half
_NEVER = -9.0  # outweighs all other features


class Seen(NamedTuple):
    """What one feature sees in a pair."""

    score: float
    reason: str


NONE = Seen(0.0, "")


def overlap(a: View, b: View, setting: Setting) -> Seen:
    """Shared words, weighted by how telling they are: the mean of cosine and containment in the shorter text."""
    left, mine = setting.telling[a.statement.id]
    right, theirs = setting.telling[b.statement.id]
    if len(left) > len(right):
        left, right = right, left
    shared = [t for t in left if t in right]
    if not shared:
        return NONE
    common = sum([left[t] for t in shared])
    cosine = common / (mine * theirs) ** 0.5
    contained = common / min(mine, theirs) if len(left) > 2 else cosine
    return Seen((cosine + contained) / 2, "shared words")


def meaning(a: View, b: View, setting: Setting) -> Seen:
    """How alike two statements are in meaning, as the trained encoder has it; in a language without one, in words."""
    if not setting.meaning:
        seen = overlap(a, b, setting)
        return Seen(_BARE + (1 - _BARE) * seen.score, seen.reason)
    if not closely(a, b, setting):
        return Seen(_USUAL, "")
    return Seen(float(setting.meaning[a.statement.id] @ setting.meaning[b.statement.id]), "alike in meaning")


def read(a: View, b: View, setting: Setting) -> Seen:
    """Whether the joint reader takes both for one claim (-1 to 1); nothing where one of them is not read closely."""
    if setting.joint is None or not closely(a, b, setting):
        return NONE
    return Seen(sureness(together(setting.joint, a, b, setting.names).same), "read together")


def sureness(share: float) -> float:
    """A share of the joint reader's as log-odds, from -1 to 1."""
    held = min(max(share, _SUREST), 1 - _SUREST)
    return log(held / (1 - held)) / log(1 / _SUREST - 1)


def likeness(a: View, b: View, setting: Setting) -> float:
    """How much two statements speak of one thing (0 to 1): in words or in meaning, whichever shows it better."""
    if not closely(a, b, setting):
        return overlap(a, b, setting).score
    return max(overlap(a, b, setting).score, (meaning(a, b, setting).score - _UNLIKE) / _RANGE)


def copied(a: View, b: View, setting: Setting) -> Seen:
    """Both stand in articles of which one copies the other; more when an aligned passage holds both."""
    links = setting.copies.get(frozenset((a.statement.article, b.statement.article)), ())
    if a.statement.article == b.statement.article or not links:
        return NONE
    if any(_aligned(link, a, b) for link in links):
        return Seen(0.8, "in one copied passage")
    return Seen(0.4, "one article copies the other")


def speakers(a: View, b: View, setting: Setting) -> Seen:
    """One party in two articles, more when one article credits the other's outlet with it; or two parties."""
    if a.party is None or b.party is None or a.statement.article == b.statement.article:
        return NONE
    if a.party != b.party:
        return Seen(-0.2, "other speaker") if a.named and b.named else NONE
    through = setting.publishers.get(b.statement.article, frozenset()) & set(a.statement.chain[1:])
    through |= setting.publishers.get(a.statement.article, frozenset()) & set(b.statement.chain[1:])
    return Seen(0.5, "one speaker, credited") if through else Seen(0.3, "one speaker")


def follow_up(a: View, b: View, setting: Setting) -> Seen:
    """Two statements of one party in one article, more when the second leans on the first."""
    if a.statement.article != b.statement.article or a.party is None or a.party != b.party:
        return NONE
    first, second = (a, b) if a.place < b.place else (b, a)
    if second.place - first.place > 1:
        return Seen(0.1, "one speaker, one article")
    if second.leans:
        return Seen(0.25, "goes on from the statement before it")
    if first.statement.quote in ("indirect", "mixed") and second.statement.quote == "direct":
        return Seen(0.2, "the speaker's own words behind the report of them")
    return Seen(0.1, "said in one breath")


def numbers(a: View, b: View, setting: Setting) -> Seen:
    """Numbers that count the same: one value speaks for, different values forbid."""
    left = [c for c in a.counts if not c.minor and not c.part]
    right = [c for c in b.counts if not c.minor and not c.part]
    if not left or not right:
        return _lengths(a, b)
    like = [(x, y) for x in left for y in right if x.kind == y.kind]
    if found := [x for x, y in like if compatible(x, y)]:
        large = any(x.value >= BY_CHANCE for x in found)
        return Seen(0.6 if large else 0.4, "one number of one thing")
    if any(x.kind for x, _ in like):
        return Seen(_NEVER, "other number of the same")
    if any(x.value == y.value and x.value >= BY_CHANCE for x in left for y in right):
        return Seen(0.5, "one number")
    return Seen(-0.35, "other numbers")


def _lengths(a: View, b: View) -> Seen:
    """One stretch of time or distance, or others."""
    like = [(x, y) for x in a.counts for y in b.counts if x.minor and y.minor and x.kind == y.kind]
    if not like:
        return NONE
    same = [x for x, y in like if x.value == y.value]
    if any(x.value >= BY_CHANCE for x in same):
        return Seen(0.4, "one length")
    return NONE if same else Seen(-0.35, "other lengths")


def polarity(a: View, b: View, setting: Setting) -> Seen:
    """Two parties use opposite words, or one negates what the other affirms."""
    one, two = a.wording, b.wording
    if a.party == b.party and a.party is not None:
        return NONE
    opposed = [d for d in one.sides if one.sides[d] * two.sides.get(d, 0) < 0]
    agreed = [d for d in one.sides if one.sides[d] * two.sides.get(d, 0) > 0]
    if opposed and not agreed:
        return Seen(-0.3, "opposites: " + ", ".join(opposed))
    shared = [t for t in one.signs if t in two.signs]
    total = sum(one.weights[t] for t in shared)
    turned = sum(one.weights[t] for t in shared if one.signs[t] * two.signs[t] < 0)
    return Seen(-0.3, "negated in one") if total and turned / total > 0.5 else NONE


def names(a: View, b: View, setting: Setting) -> Seen:
    """Each names somebody or something, and nothing that the other names."""
    one, two = a.wording.names, b.wording.names
    return Seen(-0.1, "other names") if one and two and not one & two else NONE


def state(a: View, b: View, setting: Setting) -> Seen:
    """A plan and a fact are two claims, the more so when days lie between."""
    if a.plan == b.plan or (a.party is not None and a.party == b.party):
        return NONE
    apart = a.day is not None and b.day is not None and abs(a.day - b.day) > _SOON
    return Seen(-0.2, "plan and later fact") if apart else Seen(-0.1, "plan and fact")


Feature = Callable[[View, View, Setting], Seen]
# What a feature's score weighs: benchmarks/pair_weights.py fits them to the packs.
FEATURES: tuple[tuple[Feature, float], ...] = (
    (overlap, 1.6),
    (meaning, 6.6),
    (copied, 2.8),
    (speakers, 1.6),
    (follow_up, 12.0),
    (numbers, 3.7),
    (polarity, 1.8),
    (names, 3.7),
    (state, 3.8),
)
_BASE = -4.9
READ = 3.1  # and what the joint reader's score weighs
UNSURE = (-0.7, 1.5)  # it is asked between these scores of all else


def score(a: View, b: View, setting: Setting) -> float:
    """How likely two statements are one claim, as log-odds: the sum of all features by their weights.

    Reading both together takes long: it is left out where all else is sure enough, and taken to say the same.
    """
    rest = _BASE + sum([weight * feature(a, b, setting).score for feature, weight in FEATURES])
    if setting.joint is None:
        return rest
    if not UNSURE[0] <= rest <= UNSURE[1]:
        return rest + (READ if rest > UNSURE[1] else -READ)
    return rest + READ * read(a, b, setting).score


def explain(a: View, b: View, setting: Setting) -> list[tuple[str, Seen]]:
    """Every feature that has something to say, by name."""
    seen = [(feature.__name__, feature(a, b, setting)) for feature in (*(f for f, _ in FEATURES), read)]
    return [(name, found) for name, found in seen if found.score]


def closely(a: View, b: View, setting: Setting) -> bool:
    """Whether both statements were read closely: have vectors."""
    return a.statement.id in setting.meaning and b.statement.id in setting.meaning


def _aligned(link: Copy, a: View, b: View) -> bool:
    copy, of = (a, b) if link.article == a.statement.article else (b, a)
    return any(_meet(p.article, copy.statement.spans) and _meet(p.of, of.statement.spans) for p in link.passages)


def _meet(one: tuple[Span, ...], two: tuple[Span, ...]) -> bool:
    return any(a < d and c < b for a, b in one for c, d in two)
