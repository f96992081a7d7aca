"""What became of plans: announced, changed, delayed, done, dropped, or no news since a day."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from firsthand.records import Article, Claim, PlanState, PlanWord, Relation
from firsthand.stages.compare.deeds import planned
from firsthand.stages.compare.outcome import outcome
from firsthand.stages.compare.schedule import postponed
from firsthand.stages.compare.side import SPEAKERS
from firsthand.stages.compare.view import View, day_of

# A report that nothing has come of a plan is no news of it.
_WORDS: Mapping[str, PlanWord] = {
    "delayed": "delayed",
    "done": "done",
    "dropped": "dropped",
    "silent": "no news",
    "gone": "no news",
    "not yet": "no news",
}


class _News(NamedTuple):
    """An update of a plan; the greatest is the last one told, of those of one day rather one that says what it is."""

    day: int
    plain: bool
    claim: str
    word: PlanWord


def stated(
    claims: Sequence[Claim], relations: Sequence[Relation], seen: Mapping[str, View], articles: Mapping[str, Article]
) -> tuple[Claim, ...]:
    """The claims, plans with their state: what the last claim that updates a plan tells of it.

    Where that claim is a plan too (another day, another number), what updates it counts for both. A plan that nothing
    updates is announced while it is told on the last day of the pile; after that there is no news of it. `seen` holds
    views by statement id, `articles` all of the pile by id.
    """
    known = {claim.id: claim for claim in claims}
    told = {claim.id: _days(claim, seen, articles) for claim in claims}
    last = max((day for a in articles.values() if (day := day_of(a.published)) is not None), default=0)
    newest = {c.id: news for c in claims if c.plan and (news := _retold(c, seen, articles)) is not None}
    for relation in relations:
        if relation.kind == "updates" and known[relation.b].plan:
            new, old = (_views(known[c], seen) for c in (relation.a, relation.b))
            word = _word(new, old, articles)
            news = _News(min(told[relation.a], default=0), word != "changed", relation.a, word)
            newest[relation.b] = max(newest.get(relation.b, news), news)
    return tuple(
        replace(c, state=_state(c.id, newest, told, last)) if c.plan and _announced(c, seen, articles) else c
        for c in claims
    )


def _announced(claim: Claim, seen: Mapping[str, View], articles: Mapping[str, Article]) -> bool:
    """Whether a statement says what is to be done: "would have settled" and "can be fatal" are open, but no plans."""
    return any(
        v.statement.stance == "promises" or planned(_language(v, articles), v.statement.text)
        for v in _views(claim, seen)
    )


def _state(plan: str, newest: Mapping[str, _News], told: Mapping[str, Sequence[int]], last: int) -> PlanState:
    news, at, passed = None, plan, set[str]()
    while at in newest and at not in passed:
        passed.add(at)
        if newest[at].claim == plan != at:  # a circle
            break
        news = newest[at]
        at = news.claim
    final = max(told[plan], default=0)
    if news is None:
        silent = 0 < final < last
        day = final if silent else min(told[plan], default=0)
        return PlanState(state="no news" if silent else "announced", since=_iso(day), claim=None)
    by = news.claim if news.claim != plan else None
    return PlanState(state=news.word, since=_iso(final if news.word == "no news" else news.day), claim=by)


def _retold(plan: Claim, seen: Mapping[str, View], articles: Mapping[str, Article]) -> _News | None:
    """What the claim's own later statements tell of it, where a plan and its postponement were taken for one claim."""
    views = [(day, view) for view in _views(plan, seen) if (day := _day(view, articles)) is not None]
    first = min((day for day, _ in views), default=0)
    for day, view in sorted(views, key=lambda row: row[0], reverse=True)[:SPEAKERS]:
        if day > first:
            word = _word([view], [v for d, v in views if d == first], articles)
            if word != "changed":
                return _News(day, True, plan.id, word)
    return None


def _word(new: Sequence[View], old: Sequence[View], articles: Mapping[str, Article]) -> PlanWord:
    """What the words of an update tell of a plan; "changed" where they tell no more than that."""
    pairs = [(x, y, _language(x, articles)) for y in old[:SPEAKERS] for x in new[:SPEAKERS]]
    for x, y, language in pairs:
        if (became := outcome(x, y, language, plan=True)) is not None:
            return _WORDS[became.kind]
    return "delayed" if any(postponed(*pair) for pair in pairs) else "changed"


def _views(claim: Claim, seen: Mapping[str, View]) -> list[View]:
    return [seen[s] for s in claim.statements if s in seen]


def _language(view: View, articles: Mapping[str, Article]) -> str:
    return articles[view.statement.article].language or "en"


def _days(claim: Claim, seen: Mapping[str, View], articles: Mapping[str, Article]) -> list[int]:
    """The days on which a claim was in print; the days on which it was said where that is all that is known."""
    return [day for view in _views(claim, seen) if (day := _day(view, articles)) is not None]


def _day(view: View, articles: Mapping[str, Article]) -> int | None:
    return day_of(articles[view.statement.article].published) or view.day


def _iso(day: int) -> str | None:
    return date.fromordinal(day).isoformat() if day else None
