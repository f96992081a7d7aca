"""One card a claim: who says it, where it comes from, who disputes it and how it stands to other claims."""

import re
from collections.abc import Iterable, Mapping, Sequence
from re import Match

from firsthand.records import Brief, Claim, Origin, PlanState
from firsthand.show import wording
from firsthand.show.dates import written
from firsthand.show.view import Card, Mark, Paper, Said, Source

AGAINST = ("denies", "doubts", "declines", "asks")  # stances that do not carry the claim
WORD = re.compile(r"\w+")
BEST_SOURCED = ("", "unnamed", "unknown", "own")


def claim_order(brief: Brief) -> list[str]:
    """Claim ids: the stories with most articles first; within one, the most told and most disputed claims first."""
    where = {s.id: s.article for s in brief.statements}
    weight = {
        c.id: len({where[s] for s in c.statements if s in where}) + 2 * len(c.denied_by) + len(c.doubted_by)
        for c in brief.claims
    }
    for relation in brief.relations:
        for claim in (relation.a, relation.b):
            if claim in weight:
                weight[claim] += 2 if relation.kind == "contradicts" else 1
    stories = sorted(brief.stories, key=lambda s: -len(s.articles))
    ordered: dict[str, None] = {}
    for claims in (*(s.claims for s in stories), tuple(weight)):
        ordered |= dict.fromkeys(sorted((c for c in claims if c in weight), key=lambda c: -weight[c]))
    return list(ordered)


def outlets(papers: Iterable[Paper]) -> int:
    """How many outlets these articles are from; articles whose outlet is not known are not counted."""
    return len({p.article.outlet.domain or p.article.outlet.name for p in papers if p.article.outlet})


def cards(
    brief: Brief, said: Mapping[str, Said], names: Mapping[str, str], numbers: Mapping[str, int]
) -> tuple[Card, ...]:
    """The cards in the order of their `numbers` (claim id to number); `said` and `names` are by id."""
    claims = {c.id: c for c in brief.claims}
    marks = _marks(brief, claims, numbers)
    places = {a.id: i for i, a in enumerate(brief.articles)}
    taken: dict[int, list[int]] = {}
    for copy in brief.copies:
        if copy.article in places and copy.of in places:
            taken.setdefault(places[copy.article], []).append(places[copy.of])
    plans = {c: _plan(claims[c].state, numbers) for c in numbers}
    return tuple(_card(claims[c], n, said, names, marks.get(c, ()), taken, plans[c]) for c, n in numbers.items())


def _marks(brief: Brief, claims: Mapping[str, Claim], numbers: Mapping[str, int]) -> dict[str, list[Mark]]:
    marks: dict[str, list[Mark]] = {}
    for relation in brief.relations:
        pairs = ((relation.a, relation.b), (relation.b, relation.a))
        if relation.a not in claims or relation.b not in claims:
            continue
        why = relation.why  # the words of both claims stand beside it already
        for claim in (relation.a, relation.b):
            why = why.replace(f"“{claims[claim].text}”", f"claim {numbers[claim]}")
        for (one, other), verb in zip(pairs, wording.RELATIONS[relation.kind], strict=True):
            mark = Mark(kind=relation.kind, verb=verb, number=numbers[other], text=claims[other].text, why=why)
            marks.setdefault(one, []).append(mark)
    return marks


def _card(
    claim: Claim,
    number: int,
    said: Mapping[str, Said],
    names: Mapping[str, str],
    marks: Sequence[Mark],
    taken: Mapping[int, Sequence[int]],
    plan: str,
) -> Card:
    mine = tuple(said[s] for s in claim.statements if s in said)
    papers = {s.paper.index: s.paper for s in mine}
    lacking = [s.unsourced for s in mine]
    places = {s.record.id: n for n, s in enumerate(mine, 1)}
    counted = {s for origin in claim.origins for s in origin.statements}
    carrying = tuple(s for s in mine if s.record.id in counted)  # not the words of those who deny it
    return Card(
        number=number,
        record=claim,
        text=claim.text,
        count=claim.independent_origins,
        articles=len(papers),
        outlets=outlets(papers.values()),
        said=mine,
        sources=tuple(_source(n, o, said, names, places) for n, o in enumerate(claim.origins, 1)),
        chain=_shortest(carrying or mine),
        denied_by=tuple(names.get(a, wording.UNKNOWN) for a in claim.denied_by),
        doubted_by=tuple(names.get(a, wording.UNKNOWN) for a in claim.doubted_by),
        marks=tuple(sorted(marks, key=lambda m: (m.kind, m.number))),
        plan=plan,
        unsourced=wording.unsourced(lacking.count("own"), lacking.count("unnamed"), lacking.count("unknown")),
        links=tuple((p, of) for p in papers for of in taken.get(p, ()) if of in papers),
    )


def _plan(state: PlanState | None, numbers: Mapping[str, int]) -> str:
    """What became of a plan, since when, by which claim; the empty string for what is no plan."""
    if state is None:
        return ""
    since = written(state.since) if state.since else ""
    when = f"no news since {since}" if state.state == "no news" and since else f"{state.state} {since}".rstrip()
    number = numbers.get(state.claim or "")
    return f"{when}, claim {number}" if number else when


def _source(
    number: int, origin: Origin, said: Mapping[str, Said], names: Mapping[str, str], places: Mapping[str, int]
) -> Source:
    mine = [said[s] for s in origin.statements if s in said]
    own = next((s.paper.teller for s in mine if s.paper.article.id == origin.article), None)
    return Source(
        number=number,
        name=names.get(origin.actor or "") or (f"{own} ({wording.OWN_VOICE})" if own else wording.UNKNOWN),
        actor=origin.actor,
        said=tuple(s.index for s in mine),
        why=tuple(_readable(why, said, places) for why in origin.why),
    )


def _readable(why: str, said: Mapping[str, Said], places: Mapping[str, int]) -> str:
    """A reason with a place in the card's list, as [2], for a statement's id; the teller's name for one elsewhere."""

    def named(word: Match[str]) -> str:
        if word[0] in places:
            return f"[{places[word[0]]}]"
        return said[word[0]].paper.label if word[0] in said else word[0]

    return WORD.sub(named, why)


def _shortest(said: Sequence[Said]) -> str:
    """The chain with fewest hands, from somebody named if anybody is, and rather one that carries the claim."""
    best = min(
        said,
        key=lambda s: (s.record.stance in AGAINST, BEST_SOURCED.index(s.unsourced), len(s.hands), s.index),
        default=None,
    )
    return best.chain if best else ""
