"""Articles → silent rewrites: the same details in other words and the same order, without credit or own material.

Fails closed: an article that credits anyone, marks its own reporting or holds speech that its source has not
is no silent rewrite; details that other articles hold too count for little, and so does what an article says often.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.language import topic
from firsthand.records import Copy, Passage
from firsthand.stages.copy.credit import holds, mentions, same_outlet
from firsthand.stages.copy.direction import before, days_between
from firsthand.stages.copy.sentences import Aligned, Sentence, align, sentences, spread, value
from firsthand.stages.copy.source import Source

RARE = 4.5  # the value from which a word leads to other articles of the story
HOLDERS = 60  # a word of more articles leads to none
WINDOW = 45  # days between a text and its rewrite
NEIGHBOURS = 24  # articles of the story that are weighed against each other
TRIED = 8  # of these, how many are aligned
ENOUGH, SENTENCES, SHARE = 3, 0.3, 0.06  # aligned sentences; their share of all sentences and of all details
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
        if details[place] and not _own_reporting(one) and len(_speeches(one)) <= SPEECHES:
            copy = _rewrite(place, pile, _neighbours(place, pile, holders))
            if copy:
                out.append(copy)
    return out


def _own_reporting(one: Source) -> bool:
    """Whether an article marks its own reporting, or names its own outlet."""
    phrases = topic(one.article.language or "", "firsthand")["phrases"]
    return holds(one.credits, phrases) or (one.credits.outlet != "" and holds(one.credits, [one.credits.outlet]))


def _speeches(one: Source) -> list[frozenset[int]]:
    """The words of each stretch in quotation marks that is long enough to be speech."""
    out, run = [], []
    for number, quoted in [*zip(one.words.ids.tolist(), one.words.quoted.tolist(), strict=True), (0, False)]:
        if quoted:
            run.append(number)
            continue
        if len(run) >= SPEECH:
            out.append(frozenset(run))
        run = []
    return out


def _neighbours(place: int, pile: Pile, holders: dict[int, list[int]]) -> list[int]:
    """The articles that share most rare details with one, heaviest first."""
    weights: Counter[int] = Counter()
    for detail in pile.details[place]:
        found = holders.get(detail, ())
        if 1 < len(found) <= HOLDERS:
            for other in found:
                weights[other] += pile.values[detail]
    del weights[place]
    published = pile.sources[place].article.published
    near = (n for n, _ in sorted(weights.items(), key=lambda x: (-x[1], x[0])))
    out: list[int] = []
    for n in near:
        if len(out) == NEIGHBOURS:
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
    own = sentences(one, pile.values)
    often = spread(own)
    chains = []
    for n in [n for n in earlier if not same_outlet(one.credits, pile.sources[n].credits)][:TRIED]:
        theirs = sentences(pile.sources[n], pile.values)
        oftener = spread(theirs) | often

        def weigh(detail: int, oftener: Counter[int] = oftener) -> float:
            return pile.values[detail] / (held[detail] * oftener[detail])

        chains.append((align(own, theirs, weigh), pile.sources[n]))
    for judge in (_whole, _lead):
        ranked = sorted(
            ((judge(own, chain, pile), n) for n, (chain, _) in enumerate(chains)), key=lambda x: (-x[0], x[1])
        )
        if not ranked or not ranked[0][0]:
            continue
        chain, source = chains[ranked[0][1]]
        rivals = [w for w, n in ranked[1:] if not mentions(chains[n][1].credits, source.credits)]
        if ranked[0][0] >= AHEAD * max(rivals, default=0.0) and _nothing_own(one, source):
            return _record(one, source, chain, pile)
    return None


def _whole(own: Sequence[Sentence], chain: Sequence[Aligned], pile: Pile) -> float:
    """The weight of a chain that is long and heavy enough for a rewrite, else 0."""
    weight = sum(aligned.weight for aligned in chain)
    total = sum(pile.values[d] for d in frozenset().union(*(s.details for s in own)))
    long = len(chain) >= max(ENOUGH, SENTENCES * len(own)) and len({a.other for a in chain}) >= ENOUGH
    return weight if long and weight >= SHARE * total else 0.0


def _lead(own: Sequence[Sentence], chain: Sequence[Aligned], pile: Pile) -> float:
    """The weight of the first sentence in a chain that restates it nearly whole, with a number in it, else 0."""
    first = next((a for a in chain if a.place == 0), None)
    if first is None or len(own) > BRIEF or len(first.details) < LEAD_DETAILS:
        return 0.0
    numbered = any(pile.stems[d][1][0].isdecimal() for d in first.details)
    shared = sum(pile.values[d] for d in first.details)
    whole = sum(pile.values[d] for d in own[0].details)
    return first.weight if numbered and shared >= LEAD * whole else 0.0


def _nothing_own(one: Source, of: Source) -> bool:
    """Whether every speech that an article quotes stands in its source too."""
    words = frozenset(of.words.ids.tolist())
    return all(len(said & words) >= KEPT * len(said) for said in _speeches(one))


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
