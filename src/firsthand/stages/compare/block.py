"""The statements of one story → its claims, and how these stand to each other: work that can be done apart."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from firsthand.records import Article, Claim, Copy, Relation
from firsthand.stages.compare.candidates import CONTESTING, candidates, deniable
from firsthand.stages.compare.decided import Decided
from firsthand.stages.compare.denials import settle
from firsthand.stages.compare.deny import set_aside, sets_aside
from firsthand.stages.compare.lean import lean
from firsthand.stages.compare.merge import merge
from firsthand.stages.compare.pair import score
from firsthand.stages.compare.reader.model import load
from firsthand.stages.compare.reader.read import opposed
from firsthand.stages.compare.relate import relate
from firsthand.stages.compare.setting import Setting, links, setting_of
from firsthand.stages.compare.state import claim_of
from firsthand.stages.compare.view import View

ASSERTING = frozenset({"asserts", "confirms", "promises"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The statements that are compared together, and what is known of their articles, by article id.

    `names`: actor id → name, of speakers; `copies`: those between two of its articles; `same` as in `compare`.
    """

    views: Sequence[View]
    articles: Mapping[str, Article]
    publishers: Mapping[str, frozenset[str]]
    copies: Sequence[Copy]
    names: Mapping[str, str]
    same: float
    decided: Decided


def compared(block: Block) -> tuple[list[Claim], list[Relation]]:
    """The claims of a block and the relations between them."""
    story = block.views
    language = block.articles[story[0].statement.article].language or "en"
    reader = load(language)
    near = [(story[told], story[denial]) for told, denial in sorted(deniable(story))] if reader else []
    denied = opposed(reader, near, language, block.names) if reader and near else {}
    setting = setting_of(story, block.articles, block.publishers, links(block.copies), denied, block.decided)
    claims, groups = _claims(story, setting, language, block.same)
    return claims, relate(claims, groups, setting, language, block.names)


def _claims(
    story: Sequence[View], setting: Setting, language: str, same: float
) -> tuple[list[Claim], list[tuple[list[View], list[View]]]]:
    asserted = [v for v in story if v.statement.stance in ASSERTING]
    contested = [v for v in story if v.statement.stance in CONTESTING]
    clusters = _clusters(asserted, setting, same)
    denials, alone, settled = settle(contested, clusters, setting, language)
    _own_words(clusters, denials, contested, settled, setting)
    groups = [(cluster, denials[place]) for place, cluster in enumerate(clusters) if cluster]
    groups += [([], cluster) for cluster in _clusters(alone, setting, same)]
    near = _same_article(asserted)
    aside = [(value, v) for v in asserted for value in set_aside(v, language) if v.party]
    claims = []
    for told, against_it in groups:
        setters = [p for v in told if (p := sets_aside(v, near[v.statement.article], setting, language)) is not None]
        setters += [v.party for value, v in aside if v.party and _counts(told, value, v)]
        claims.append(claim_of(told, against_it, language, setters))
    return claims, groups


def _counts(told: list[View], value: float, aside: View) -> bool:
    """Whether a claim of others gives the number that a statement sets aside."""
    return any(
        c.value == value and not c.part and v.party != aside.party
        for v in told
        for c in v.counts
        if {x.kind for x in aside.counts} & {c.kind}
    )


def _own_words(
    clusters: list[list[View]],
    denials: dict[int, list[View]],
    contested: list[View],
    settled: dict[str, int],
    setting: Setting,
) -> None:
    """Put the denier's own words, quoted right behind the report of a denial, beside it."""
    denied = {(v.statement.article, v.place): v for v in contested if v.statement.id in settled}
    for place, cluster in enumerate(clusters):
        if len({v.plain for v in cluster}) > 1 or denials[place]:
            continue
        for view in cluster:
            before = denied.get((view.statement.article, view.place - 1))
            if before is None or before.party != view.party or view.statement.quote != "direct":
                continue
            target = settled[before.statement.id]
            if setting.decided.parts(cluster, [*clusters[target], *denials[target]]):
                continue
            if target != place and clusters[target]:
                denials[target].extend(cluster)
                clusters[place] = []
                break


def _same_article(told: list[View]) -> dict[str, list[View]]:
    out: dict[str, list[View]] = defaultdict(list)
    for view in told:
        out[view.statement.article].append(view)
    return out


def _clusters(asserted: list[View], setting: Setting, same: float) -> list[list[View]]:
    cache: dict[tuple[int, int], float] = {}

    def scored(a: int, b: int) -> float:
        key = (a, b) if a < b else (b, a)
        if key not in cache:
            cache[key] = score(asserted[key[0]], asserted[key[1]], setting)
        return cache[key]

    def parts(some: Sequence[int], others: Sequence[int]) -> bool:
        return setting.decided.parts((asserted[i] for i in some), (asserted[i] for i in others))

    edges = [(scored(a, b), a, b) for a, b in sorted(candidates(asserted))]
    merged = merge(len(asserted), edges, scored, same, setting.decided.bound(asserted), parts)
    clusters = [[asserted[i] for i in items] for items in merged]
    return lean(clusters, setting)
