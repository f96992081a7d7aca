"""Entities of many articles → actors of the pile."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from firsthand.ids import actor_id
from firsthand.records import Actor, Article, Speakers
from firsthand.settings import Names
from firsthand.stages.resolve.actor import actor_of, kind_of
from firsthand.stages.resolve.grouping import grouped
from firsthand.stages.resolve.lexicon import lexicon
from firsthand.stages.resolve.merge import merges
from firsthand.stages.resolve.overrule import WHY, Classes, Overruling, overruling
from firsthand.stages.resolve.pile import Pile, pile_of


class Parent(NamedTuple):
    """The group that another belongs to, and the words that tell it."""

    group: int
    why: str | None


def resolve(
    articles: Sequence[Article], speakers: Sequence[Speakers], names: Names = Names()
) -> tuple[tuple[Actor, ...], dict[str, str]]:
    """One actor for all the names of a person or body over the pile; also entity key → actor id.

    `speakers[i]` belongs to `articles[i]`. Actors are those who speak, pass on, have such members, or publish;
    entities of others are in no actor. What `names` says goes before what is found.
    """
    pile = pile_of(articles, speakers)
    language = pile.languages[0] if pile.languages else "en"
    given = overruling(names, lexicon(language).articles)
    classes = [given.classes(e.name, e.aliases, lexicon(language).articles) for e in pile.entities]
    groups, made_by = grouped(classes, merges(pile), given)
    borne = [frozenset[int]().union(*(classes[n] for n in members)) for members in groups]
    of = {n: g for g, members in enumerate(groups) for n in members}
    place = {e.key: n for n, e in enumerate(pile.entities)}
    fixed, absent = _overruled(borne, given)
    parents = _parents(pile, groups, of, place, fixed)
    used = {of[place[k]] for s in speakers for chain in s.chains for k in chain} | {of[n] for n in pile.outlets}
    for g in list(used):
        while g in parents and (g := parents[g].group) not in used:
            used.add(g)
    texts = [article.text for article in articles]
    made = {
        g: actor_of(pile, groups[g], made_by[g], texts, given.name(borne[g])) if g < len(groups) else absent[g]
        for g in sorted(used)
    }
    ids = _ids(made, {g: pile.entities[groups[g][0]].key for g in made if g < len(groups)})
    actors = tuple(
        replace(actor, id=ids[g], member_of=ids[parents[g].group], member_why=parents[g].why)
        if g in parents
        else replace(actor, id=ids[g])
        for g, actor in made.items()
    )
    return actors, {pile.entities[n].key: ids[of[n]] for n in place.values() if of[n] in ids}


def _ids(made: dict[int, Actor], keys: dict[int, str]) -> dict[int, str]:
    """An id for each group; who has no name, and the second of two with one name and kind, is told by its first entity:
    "an official" of two piles is not one person."""
    ids: dict[int, str] = {}
    taken: set[str] = set()
    for g, actor in made.items():
        alone = actor.kind != "unnamed" and actor.id not in taken
        ids[g] = actor.id if alone else actor_id(actor.kind, f"{actor.name} {keys.get(g)}")
        taken.add(ids[g])
    return ids


def _overruled(borne: Sequence[Classes], given: Overruling) -> tuple[dict[int, Parent | None], dict[int, Actor]]:
    """What the names file says of memberships, by group; and the parents that the pile does not name, numbered on."""
    holder = {c: g for g, classes in enumerate(borne) for c in classes}
    absent: dict[int, Actor] = {}
    fixed: dict[int, Parent | None] = {}
    for child, over in given.parents.items():
        if over is not None and over not in holder and child in holder:
            name = given.written[over]
            holder[over] = len(borne) + len(absent)
            absent[holder[over]] = Actor(
                id=actor_id("organisation", name), name=name, kind="organisation", aliases=(name,), member_of=None
            )
    for child, over in given.parents.items():
        if child in holder and (over is None or over in holder):
            fixed[holder[child]] = None if over is None else Parent(holder[over], WHY)
    return fixed, absent


def _parents(
    pile: Pile,
    groups: Sequence[Sequence[int]],
    of: dict[int, int],
    place: dict[str, int],
    fixed: dict[int, Parent | None],
) -> dict[int, Parent]:
    """The group that each belongs to: as the names file says, else as most of its entities do; never in a circle."""
    parents = {g: p for g, p in fixed.items() if p is not None}
    for g, members in enumerate(groups):
        told = [(of[place[k]], n) for n in members if (k := pile.entities[n].member_of) and of[place[k]] != g]
        if not told or g in fixed or kind_of(pile, members) in ("outlet", "agency"):
            continue
        votes = Counter(p for p, _ in told)
        for over in sorted(votes, key=lambda p: (-votes[p], p)):
            if not _circle(parents, over, g):
                parents[g] = Parent(over, next(pile.entities[n].member_why for p, n in told if p == over))
                break
    return parents


def _circle(parents: dict[int, Parent], over: int, member: int) -> bool:
    """Whether `over` is, by way of others, a member of `member`."""
    while over in parents and over != member:
        over = parents[over].group
    return over == member
