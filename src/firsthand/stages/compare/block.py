"""The statements of one story → its claims, and how these stand to each other: work that can be done apart."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from firsthand.records import Article, Claim, Copy, Relation
from firsthand.stages.compare.candidates import CONTESTING, answering, candidates, deniable, nearest
from firsthand.stages.compare.decided import Decided
from firsthand.stages.compare.denial.model import load as load_denial
from firsthand.stages.compare.denial.read import denies
from firsthand.stages.compare.denial.read import opposed as opposed_within
from firsthand.stages.compare.denials import settle
from firsthand.stages.compare.deny import set_aside, sets_aside
from firsthand.stages.compare.joint.model import load as load_joint
from firsthand.stages.compare.lean import lean
from firsthand.stages.compare.meaning import vectors
from firsthand.stages.compare.merge import merge, outsiders
from firsthand.stages.compare.pair import SURE, SURE_BY_WORDS, overlap, score
from firsthand.stages.compare.reader.model import load as load_reader
from firsthand.stages.compare.reader.read import opposed
from firsthand.stages.compare.rebut import ALONE, ASSERTING, HINT, as_denial, rebutting
from firsthand.stages.compare.relate import relate
from firsthand.stages.compare.setting import Setting, links, setting_of
from firsthand.stages.compare.state import claim_of
from firsthand.stages.compare.view import View

_EACH, _MOST = 8, 16  # statements of an article that are read closely: for each other article of the story; at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The statements that are compared together, and what is known of their articles, by article id.

    `names`: actor id → name, of speakers; `copies`: those between two of its articles; `same`,
    `stances` and `quick` as in `compare`.
    """

    views: Sequence[View]
    articles: Mapping[str, Article]
    publishers: Mapping[str, frozenset[str]]
    copies: Sequence[Copy]
    names: Mapping[str, str]
    same: float
    decided: Decided
    stances: frozenset[str]
    quick: bool = False


class Compared(NamedTuple):
    """The claims of a block, the relations between them, and the statements that turned out to be denials.

    `unsure` are those that may tell another claim than the rest of theirs: alike enough to stand there, no more.
    """

    claims: Sequence[Claim]
    relations: Sequence[Relation]
    denials: frozenset[str]
    unsure: frozenset[str]


def compared(block: Block) -> Compared:
    """What comparing the statements of a block shows."""
    story, first = block.views, block.views[0].statement
    language = block.articles[first.article].language or "en"
    closely = len(block.articles) > 1 and not block.quick
    own = _own(block, language) if closely else frozenset()
    near = sorted(deniable(story, own))
    answers = [(one, two) for one, two in near if two in own]
    denied = _denied(block, near, answers, language)
    against = rebutting(story, answers, denied)
    setting = setting_of(
        story, block.articles, block.publishers, links(block.copies), denied, block.names, block.decided
    )
    joint = load_joint(language) if closely else None
    if joint is not None:  # an article alone seldom says one thing twice in words that have nothing in common
        told = echoing(story, setting)
        setting = replace(setting, meaning=vectors(joint.encoder, (v.statement for v in told)), joint=joint)
    claims, groups, unsure = _claims(block, setting, language, against)
    denials = {v.statement.id for _, contested in groups for v in contested}
    denials &= {v.statement.id for v in story if v.statement.stance in ASSERTING}
    relations = relate(claims, groups, setting, language, block.names)
    return Compared(claims, relations, frozenset(denials), unsure)


def _own(block: Block, language: str) -> frozenset[int]:
    """The positions of the statements that deny something with no word of denial.

    Reading a statement in its article takes long: a negation in its words or the pair reader tells which are worth it.
    """
    pairs, reader, closely = answering(block.views, block.stances), load_reader(language), load_denial(language)
    if not pairs or reader is None or closely is None:
        return frozenset()
    plain = [(one, two) for one, two in pairs if not block.views[two].wording.negated]
    hints = opposed(reader, _views(block, plain), language, block.names)
    unlikely = {two for (_, two), hint in zip(plain, hints.values(), strict=True) if hint < HINT}
    worth = [two for _, two in pairs if two not in unlikely]
    home = {place: block.articles[block.views[place].statement.article] for place in worth}
    return frozenset(n for n in worth if denies(closely, block.views[n], home[n], block.names) >= ALONE)


def _denied(
    block: Block, near: Sequence[tuple[int, int]], answers: Sequence[tuple[int, int]], language: str
) -> Mapping[tuple[str, str], float]:
    """How likely the second statement of each pair denies the first, by their ids; of denials with no word of denial,
    which are `answers`, the mean of what both readers find."""
    if not near or (reader := load_reader(language)) is None:
        return {}
    found = opposed(reader, _views(block, near), language, block.names)
    if answers and (closely := load_denial(language)):
        within = opposed_within(closely, _views(block, answers), block.articles, block.names)
        found |= {key: (found[key] + share) / 2 for key, share in within.items()}
    return found


def _views(block: Block, pairs: Sequence[tuple[int, int]]) -> list[tuple[View, View]]:
    return [(block.views[one], block.views[two]) for one, two in pairs]


def echoing(story: Sequence[View], setting: Setting) -> list[View]:
    """The statements of each article that share most words with one of another article: more of each where more
    articles tell the story, _MOST at most.

    Reading closely takes long; of the many statements of a long article most are told by nobody else.
    """
    best: dict[str, float] = defaultdict(float)
    for a, b in ((story[a], story[b]) for a, b in candidates(story)):
        if a.statement.article != b.statement.article:
            like = overlap(a, b, setting).score
            for view in (a, b):
                best[view.statement.id] = max(best[view.statement.id], like)
    held = _same_article(story)
    for told in held.values():
        told.sort(key=lambda v: (-best[v.statement.id], v.place))
    most = min(_MOST, _EACH * (len(held) - 1))
    return [view for told in held.values() for view in told[:most]]


def _claims(
    block: Block, setting: Setting, language: str, against: frozenset[str]
) -> tuple[list[Claim], list[tuple[list[View], list[View]]], frozenset[str]]:
    turned = [as_denial(v) if v.statement.id in against else v for v in block.views]
    asserted = [v for v in turned if v.statement.stance in ASSERTING]
    contested = [v for v in turned if v.statement.stance in CONTESTING]
    clusters, unsure = _clusters(asserted, setting, block.same)
    denials, alone, settled = settle(contested, clusters, setting, language)
    _own_words(clusters, denials, contested, settled, setting, block.stances)
    groups = [(cluster, denials[place]) for place, cluster in enumerate(clusters) if cluster]
    plain = {v.statement.id for v in alone} & against  # these deny nothing that is told here
    others, _ = _clusters([v for v in alone if v.statement.id not in plain], setting, block.same)
    answers, more = _clusters([v for v in block.views if v.statement.id in plain], setting, block.same)
    groups += [*(([], cluster) for cluster in others), *((cluster, []) for cluster in answers)]
    near = _same_article(asserted)
    aside = [(value, v) for v in asserted for value in set_aside(v, language) if v.party]
    claims = []
    for told, against_it in groups:
        setters = [p for v in told if (p := sets_aside(v, near[v.statement.article], setting, language)) is not None]
        setters += [v.party for value, v in aside if v.party and _counts(told, value, v)]
        claims.append(claim_of(told, against_it, language, setters))
    return claims, groups, unsure | more


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
    stances: frozenset[str],
) -> None:
    """Put the denier's own words, quoted right behind the report of a denial, beside it."""
    denied = {(v.statement.article, v.place): v for v in contested if v.statement.id in settled}
    for place, cluster in enumerate(clusters):
        if len({v.plain for v in cluster}) > 1 or denials[place]:
            continue
        for view in cluster:
            before = denied.get((view.statement.article, view.place - 1))
            if (
                view.statement.id in stances
                or before is None
                or before.party != view.party
                or view.statement.quote != "direct"
            ):
                continue
            target = settled[before.statement.id]
            if setting.decided.parts(cluster, [*clusters[target], *denials[target]]):
                continue
            if target != place and clusters[target]:
                denials[target].extend(cluster)
                clusters[place] = []
                break


def _same_article(told: Sequence[View]) -> dict[str, list[View]]:
    out: dict[str, list[View]] = defaultdict(list)
    for view in told:
        out[view.statement.article].append(view)
    return out


def _clusters(asserted: list[View], setting: Setting, same: float) -> tuple[list[list[View]], frozenset[str]]:
    """The statements by claim, and those of which it is not sure that they belong there."""
    cache: dict[tuple[int, int], float] = {}

    def scored(a: int, b: int) -> float:
        key = (a, b) if a < b else (b, a)
        if key not in cache:
            cache[key] = score(asserted[key[0]], asserted[key[1]], setting)
        return cache[key]

    def parts(some: Sequence[int], others: Sequence[int]) -> bool:
        return setting.decided.parts((asserted[i] for i in some), (asserted[i] for i in others))

    read = [n for n, v in enumerate(asserted) if v.statement.id in setting.meaning]
    near = {(read[a], read[b]) for a, b in nearest([setting.meaning[asserted[n].statement.id] for n in read])}
    edges = [(scored(a, b), a, b) for a, b in sorted(candidates(asserted) | near)]
    bound = setting.decided.bound(asserted)
    merged = merge(len(asserted), edges, scored, same, bound, parts)
    loose = outsiders(merged, edges, SURE if setting.joint else SURE_BY_WORDS, bound)
    clusters = [[asserted[i] for i in items] for items in merged]
    return lean(clusters, setting), frozenset(asserted[i].statement.id for i in loose)
