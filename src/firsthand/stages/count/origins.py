"""What is left of a claim's statements after folding: its origins."""

from collections import defaultdict
from collections.abc import Sequence

from firsthand.hints import Pair, joined
from firsthand.records import Claim, Count, Origin, Statement
from firsthand.stages.count.circle import circles
from firsthand.stages.count.fold import (
    Link,
    Pile,
    copied_from,
    credits_outlet,
    is_vague,
    label,
    restates,
    shown_by,
    told_apart,
    told_before,
    told_to_be_one,
)

TELLING = frozenset({"asserts", "confirms", "promises"})


def origins_of(claim: Claim, known: Pile) -> tuple[tuple[Origin, ...], Count]:
    """The origins of one claim and their count. Statements that deny, doubt, decline or ask make no origin.

    Nor do the own words of somebody whose denial the same article reports.
    """
    told = [known.statements[s] for s in claim.statements if s in known.statements]
    deniers = {(s.article, s.source) for s in told if s.stance == "denies" and s.source}
    told = [s for s in told if s.stance in TELLING and not (s.quote == "direct" and (s.article, s.source) in deniers)]
    apart = told_apart(told, known)
    links = told_to_be_one(told, known)
    links += [link for s in told if (link := _link(s, _linkable(s, told, known), known))]
    links += _same_party(told, known) + circles(told, known)
    sure = _groups(told, [link for link in links if link.sure], apart)
    every = _groups(told, sorted(links, key=lambda link: not link.sure), apart)
    loose = {link.statement for link in links if not link.sure}
    loose.update(s.id for s in told if s.id in known.unsure)
    told_other = {statement for pair in apart for statement in pair}
    counted = [g for g in sure if any(s.id in told_other or not (s.id in loose or _unknown(s)) for s in g)]
    at_least = len({_root(g, every) for g in counted}) if counted else min(1, len(told))
    at_least = max(at_least, min(1, len(every)))
    origins = tuple(_origin(g, links, known) for g in every)
    return origins, Count(at_least=at_least, at_most=max(len(sure), at_least))


def _linkable(statement: Statement, told: Sequence[Statement], known: Pile) -> list[Statement]:
    """The other statements but those that a person knows to have another origin."""
    not_to = known.apart.get(statement.id, frozenset())
    return [s for s in told if s.id != statement.id and s.id not in not_to]


def _link(statement: Statement, others: Sequence[Statement], known: Pile) -> Link | None:
    """The first step that leads a statement back to another."""
    if statement.source is None and statement.quote == "none":
        return (
            copied_from(statement, others, known)
            or restates(statement, others, known)
            or told_before(statement, others, known)
        )
    found = copied_from(statement, others, known) or credits_outlet(statement, others, known)
    return found or (restates(statement, others, known) if is_vague(statement, known) else None)


def _same_party(told: Sequence[Statement], known: Pile) -> list[Link]:
    """Everything one speaker says, and everything that members of one organisation say for it, is one origin."""
    first: dict[str, list[Statement]] = defaultdict(list)
    links = []
    for statement in told:
        party = _party(statement, known)
        if party is None:
            continue
        before = next(iter(_linkable(statement, first[party], known)), None)
        if before is None:
            first[party].append(statement)
            continue
        one, two = statement.source, before.source
        if one == two:
            why = f"{label(statement, known)} and {label(before, known)} both give {shown_by(statement, known)}"
        else:
            name = known.actors[party].name if party in known.actors else party
            both = f"{shown_by(statement, known)} ({statement.id}) and {shown_by(before, known)} ({before.id})"
            why = f"{both} speak for {name}"
        links.append(Link(statement.id, before.id, why, True))
    return links


def _party(statement: Statement, known: Pile) -> str | None:
    """The party that a statement comes from; for an outlet's own words the outlet, where it is an actor."""
    if statement.source is not None:
        return known.parties.get(statement.source, statement.source)
    if statement.quote == "none":
        outlets = known.publishers.get(statement.article, frozenset())
        return min(outlets) if outlets else statement.article
    return None


def _unknown(statement: Statement) -> bool:
    """Somebody said it, nobody knows who: no origin of which one can be sure."""
    return statement.source is None and statement.quote != "none"


def _groups(told: Sequence[Statement], links: Sequence[Link], apart: frozenset[Pair]) -> list[list[Statement]]:
    """The statements by origin, the links followed in their order; one that joins what is apart is left out."""
    home = joined(((link.statement, link.to) for link in links), apart)
    out: dict[str, list[Statement]] = defaultdict(list)
    for statement in told:
        out[home.get(statement.id, statement.id)].append(statement)
    return list(out.values())


def _root(group: Sequence[Statement], every: Sequence[Sequence[Statement]]) -> int:
    return next(i for i, whole in enumerate(every) if group[0] in whole)


def _origin(group: Sequence[Statement], links: Sequence[Link], known: Pile) -> Origin:
    ids = {s.id for s in group}
    named = next((s for s in group if s.source is not None), None)
    if named is not None and named.source is not None:
        actor: str | None = known.parties.get(named.source, named.source)
        article: str | None = None
    else:
        outlets = known.publishers.get(group[0].article, frozenset())
        actor, article = (min(outlets) if outlets else None), group[0].article
    why = dict.fromkeys(link.why for link in links if link.statement in ids and link.to in ids)
    if ids <= known.unsure:
        why[f"{label(group[0], known)} is told in other words and may be another claim"] = None
    return Origin(actor=actor, article=article, statements=tuple(s.id for s in group), why=tuple(why))
