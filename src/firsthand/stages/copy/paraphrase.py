"""Articles → silent rewrites: the same details in other words and the same order, without credit or own material.

Fails closed: an article that credits anyone, marks its own reporting or holds speech that its source has not
is no silent rewrite; details that other articles hold too count for little, and so does what an article says often.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from firsthand.language import topic
from firsthand.records import Copy, Passage
from firsthand.stages.copy.credit import holds, known_names, mentions, same_outlet
from firsthand.stages.copy.direction import before, days_between
from firsthand.stages.copy.sentences import Aligned, Sentence, align, sentences, spread, value
from firsthand.stages.copy.source import Source

RARE = 4.5  # the value from which a word leads to other articles of the story
HOLDERS = 60  # a word of more articles leads to none
WINDOW = 45  # days between a text and its rewrite
NEIGHBOURS, NEAR = 24, 0.15  # articles weighed against each other: so many, that share so much of what the nearest does
TRIED = 8  # of these, how many are aligned
ENOUGH, SENTENCES, SHARE = 3, 0.3, 0.06  # aligned sentences; their share of all sentences and of all details
PASSAGE_SENTENCES, PASSAGE_SHARE = 0.6, 0.25  # or so much of a stretch of sentences: the rest may be the writer's own
LEAD, LEAD_DETAILS, BRIEF = 0.55, 5, 15  # or this share of the first sentence, so many details; sentences of a brief
AHEAD = 1.15  # how much heavier than any other source it must be
SPEECH, SPEECHES = 7, 3  # words in quotation marks that are speech, not a name; a rewrite keeps no more of them
KEPT = 0.8  # the share of a speech's words that its source must hold


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pile:
    """The articles, the value of each word number, its stem, and the details of each article."""

    sources: Sequence[Source]
    values: Sequence[float]
    stems: Sequence[tuple[str, str]]
    details: Sequence[frozenset[int]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Chain:
    """What an article shares in order with one source; `apart` weighs each sentence by what no other article holds."""

    source: Source
    aligned: Sequence[Aligned]
    apart: Sequence[float]


def paraphrases(known: Sequence[Source], stems: Sequence[tuple[str, str]]) -> list[Copy]:
    """The silent rewrites in a pile without its copies; `stems` holds language and stem of each word number."""
    values = [value(language, stem) for language, stem in stems]
    details = [frozenset(n for n in set(one.words.ids.tolist()) if values[n]) for one in known]
    pile = Pile(sources=known, values=values, stems=stems, details=details)
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for place, own in enumerate(details):
        for detail in own:
            if values[detail] >= RARE:
                holders[detail].append(place)
    out = []
    for place, one in enumerate(known):
        if details[place] and not _speaks_for_itself(one) and len(_speeches(one)) <= SPEECHES:
            copy = _rewrite(place, pile, _neighbours(place, pile, holders))
            if copy:
                out.append(copy)
    both = {(copy.of, copy.article) for copy in out}  # each the other's rewrite: two reports of one thing
    return [copy for copy in out if (copy.article, copy.of) not in both]


def _speaks_for_itself(one: Source) -> bool:
    """Whether an article marks its own reporting, names its own outlet or credits any agency or outlet."""
    language = one.article.language or ""
    phrases = {*topic(language, "firsthand")["phrases"], *topic(language, "relays")["phrases"], one.credits.outlet}
    return holds(one.credits, phrases - {""}) or holds(one.credits, _publishers(language))


@cache
def _publishers(language: str) -> frozenset[str]:
    """The known agencies and outlets of two words or more: a single word may be no name."""
    return frozenset(name for name in known_names(language, "agencies", "outlets") if " " in name)


def _speeches(one: Source) -> list[range]:
    """The places of the words of each stretch in quotation marks that is long enough to be speech."""
    out, first = [], 0
    for place, quoted in enumerate([*one.words.quoted.tolist(), False]):
        if not quoted:
            if place - first >= SPEECH:
                out.append(range(first, place))
            first = place + 1
    return out


def _neighbours(place: int, pile: Pile, holders: dict[int, list[int]]) -> list[int]:
    """The articles that share most rare details with one, heaviest first."""
    weights: defaultdict[int, float] = defaultdict(float)
    for detail in pile.details[place]:
        found = holders.get(detail, ())
        if 1 < len(found) <= HOLDERS:
            for other in found:
                weights[other] += pile.values[detail]
    weights.pop(place, None)
    published = pile.sources[place].article.published
    near = (n for n, _ in sorted(weights.items(), key=lambda x: (-x[1], x[0])))
    out: list[int] = []
    most = max(weights.values(), default=0.0)
    for n in near:
        if len(out) == NEIGHBOURS or weights[n] < NEAR * most:
            break
        if days_between(published, pile.sources[n].article.published) <= WINDOW:
            out.append(n)
    return out


def _rewrite(place: int, pile: Pile, near: Sequence[int]) -> Copy | None:
    """The silent rewrite of one of the articles near it, or None."""
    one = pile.sources[place]
    if any(mentions(one.credits, pile.sources[n].credits) for n in near):
        return None
    earlier = [n for n in near if not before(one.article.published, pile.sources[n].article.published)]
    held = Counter(detail for n in earlier for detail in pile.details[n])
    own = sentences(one, pile.values, {place for said in _speeches(one) for place in said})
    often = spread(own)
    chains = []
    for n in [n for n in earlier if not same_outlet(one.credits, pile.sources[n].credits)][:TRIED]:
        source = pile.sources[n]
        theirs = sentences(source, pile.values)
        oftener = spread(theirs) | often
        credited = [k for k in earlier if k != n and mentions(pile.sources[k].credits, source.credits)]
        passed_on = Counter(detail for k in credited for detail in pile.details[k])

        def weigh(detail: int, oftener: Counter[int] = oftener, passed_on: Counter[int] = passed_on) -> float:
            return pile.values[detail] / ((held[detail] - passed_on[detail]) * oftener[detail])

        chain = align(own, theirs, weigh)
        apart = [sum(pile.values[d] / (held[d] * oftener[d]) for d in a.details) for a in chain]
        chains.append(Chain(source=source, aligned=chain, apart=apart))
    for enough, weight in ((_whole, _all_apart), (_lead, _lead_apart), (_passage, _all_apart)):
        found = max(chains, key=weight, default=None)
        if found is None or not enough(own, found.aligned, pile):
            continue
        rivals = [weight(c) for c in chains if c is not found and not mentions(c.source.credits, found.source.credits)]
        if weight(found) >= AHEAD * max(rivals, default=0.0) and _nothing_own(one, found.source):
            return _record(one, found.source, found.aligned, pile)
    return None


def _all_apart(chain: Chain) -> float:
    """What a chain shares that no other article holds."""
    return sum(chain.apart)


def _lead_apart(chain: Chain) -> float:
    """What the first sentence shares that no other article holds."""
    return sum(w for w, a in zip(chain.apart, chain.aligned, strict=True) if a.place == 0)


def _whole(own: Sequence[Sentence], chain: Sequence[Aligned], pile: Pile) -> bool:
    """Whether a chain is long and heavy enough for a rewrite of the whole."""
    return _restates(own, chain, pile, SENTENCES, SHARE)


def _passage(own: Sequence[Sentence], chain: Sequence[Aligned], pile: Pile) -> bool:
    """Whether a stretch of an article is a rewrite, whatever stands before and after it."""
    return any(
        _restates(own[chain[i].place : chain[j].place + 1], chain[i : j + 1], pile, PASSAGE_SENTENCES, PASSAGE_SHARE)
        for i in range(len(chain))
        for j in range(i + ENOUGH - 1, len(chain))
    )


def _restates(own: Sequence[Sentence], chain: Sequence[Aligned], pile: Pile, sentences: float, details: float) -> bool:
    """Whether a chain holds such shares of some sentences and of their details, and enough of them."""
    weight = sum(aligned.weight for aligned in chain)
    total = sum(pile.values[d] for d in frozenset().union(*(s.details for s in own)))
    return (
        len(chain) >= max(ENOUGH, sentences * len(own))
        and sum(len(a.details) > 1 for a in chain) >= ENOUGH - 1
        and len({a.other for a in chain}) >= ENOUGH
        and weight >= details * total
    )


def _lead(own: Sequence[Sentence], chain: Sequence[Aligned], pile: Pile) -> bool:
    """Whether a chain restates the first sentence of a brief nearly whole, with a number in it."""
    first = next((a for a in chain if a.place == 0), None)
    if first is None or len(own) > BRIEF or len(first.details) < LEAD_DETAILS:
        return False
    numbered = any(pile.stems[d][1][0].isdecimal() for d in first.details)
    shared = sum(pile.values[d] for d in first.details)
    return numbered and shared >= LEAD * sum(pile.values[d] for d in own[0].details)


def _nothing_own(one: Source, of: Source) -> bool:
    """Whether every speech that an article quotes stands in its source too, and its source does not credit it."""
    theirs, ours = frozenset(of.words.ids.tolist()), one.words.ids.tolist()
    speeches = [{ours[place] for place in said} for said in _speeches(one)]
    return not mentions(of.credits, one.credits) and all(len(said & theirs) >= KEPT * len(said) for said in speeches)


def _record(one: Source, of: Source, chain: Sequence[Aligned], pile: Pile) -> Copy:
    """The copy record, its reason made of the details themselves."""
    details = list(dict.fromkeys(d for aligned in chain for d in aligned.details[:3]))
    gap = days_between(of.article.published, one.article.published, unknown=-1)
    later = f"; days later: {gap}" if gap >= 0 else ""
    return Copy(
        article=one.article.id,
        of=of.article.id,
        kind="paraphrase",
        credited=False,
        passages=tuple(Passage(article=(a.article,), of=(a.of,)) for a in chain),
        why=f"sentences that share details in order: {len(chain)}, with "
        f"{', '.join(pile.stems[d][1] for d in details[:12])}; names no source{later}",
    )
