"""A story's dated statements → timeline entries."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from firsthand.records import Article, Claim, Statement, Story, TimeExpression, TimelineEntry
from firsthand.stages.date.calendar import first_day, last_day

UNTOLD = ("declines",)  # stances that tell nothing that happened
WIDEST = 3  # years: wider stretches in a content are background, not the time of an event
LONG = 240  # code points beyond which a statement is read only when there is no shorter one


class Dated(NamedTuple):
    """A statement at one of its times."""

    start: str
    end: str
    statement: Statement


def order(
    articles: Sequence[Article],
    statements: Sequence[Statement],
    claims: Sequence[Claim],
    times: dict[str, tuple[TimeExpression, ...]],
    stories: Sequence[Story],
) -> tuple[TimelineEntry, ...]:
    """The timeline of every story, one after another: what happened or is planned when, and what was said when.

    A statement stands at the dates in its content, and at the time it was said. Statements of one claim at one time are
    one entry, whose text is the clearest one's own words. `times` holds the expressions of each article by its id.
    """
    story_of = {article: story.id for story in stories for article in story.articles}
    texts = {claim.id: claim.text for claim in claims}
    published = {article.id: article.published.start or "" for article in articles}
    groups: dict[tuple[str | None, str, str, str], list[Statement]] = {}
    for dated in _dated(statements, times):
        statement = dated.statement
        story = story_of.get(statement.article)
        what = statement.claim or statement.id
        groups.setdefault((story, what, dated.start, dated.end), []).append(statement)
    merged = _fold(groups)
    entries = [
        TimelineEntry(
            start=start,
            end=end,
            text=clearest(rows, texts.get(what), published).text,
            statements=tuple(sorted({s.id for s in rows})),
            story=story,
        )
        for (story, what, start, end), rows in merged.items()
    ]
    place = {story.id: n for n, story in enumerate(stories)}
    return tuple(sorted(entries, key=lambda e: (place.get(e.story or "", len(place)), *when(e.start, e.end), e.text)))


def when(start: str, end: str) -> tuple[str, str]:
    """What entries are sorted by: the first day, then the last; a coarse date stands before the days in it.

    >>> sorted(["2024-05-02", "2024", "2024-05"], key=lambda d: when(d, d))
    ['2024', '2024-05', '2024-05-02']
    """
    return start, end


def _dated(statements: Iterable[Statement], times: dict[str, tuple[TimeExpression, ...]]) -> Iterable[Dated]:
    starts = {article: [time.start for time in rows] for article, rows in times.items()}
    for statement in statements:
        if statement.stance in UNTOLD:
            continue
        said = statement.said
        if said and said.start and said.end and said.basis != "unknown":
            yield Dated(said.start, said.end, statement)
        rows = times.get(statement.article, ())
        for first, past in statement.spans:
            for n in range(bisect_left(starts.get(statement.article, []), first), len(rows)):
                if rows[n].start >= past:
                    break
                period = rows[n].period
                if period and period.start and period.end and _narrow(period.start, period.end):
                    yield Dated(period.start, period.end, statement)


def _narrow(start: str, end: str) -> bool:
    return int(end[:4]) - int(start[:4]) < WIDEST


def _fold(
    groups: dict[tuple[str | None, str, str, str], list[Statement]],
) -> dict[tuple[str | None, str, str, str], list[Statement]]:
    """The groups without those whose stretch only blurs a finer one of the same claim and speaker.

    "Said last September" beside the day it was said on: the statements join the finer entry.
    """
    by_claim: dict[tuple[str | None, str], list[tuple[str, str]]] = {}
    for story, what, start, end in groups:
        by_claim.setdefault((story, what), []).append((start, end))
    out = {key: list(rows) for key, rows in groups.items()}
    for (story, what), stretches in by_claim.items():
        days = sorted(((last_day(end) - first_day(start)).days, start, end) for start, end in stretches)
        for _, start, end in reversed(days):
            coarse = groups[story, what, start, end]
            speakers = {s.source for s in coarse}
            for _, a, b in days:  # the finest first
                if (a, b) == (start, end) or not (first_day(start) <= first_day(a) and last_day(b) <= last_day(end)):
                    continue
                fine = out.get((story, what, a, b))
                if fine and speakers <= {s.source for s in fine} and all(_said_at(s, (start, end)) for s in coarse):
                    fine += out.pop((story, what, start, end))
                    break
    return out


def _said_at(statement: Statement, stretch: tuple[str, str]) -> bool:
    return statement.said is not None and (statement.said.start, statement.said.end) == stretch


def clearest(rows: Sequence[Statement], text: str | None, published: dict[str, str]) -> Statement:
    """The statement whose words stand for an entry: the claim's own, else an early and short one."""
    return min(
        rows,
        key=lambda s: (
            s.text != text,
            s.stance == "denies",
            len(s.text) > LONG,
            s.quote == "direct",
            published.get(s.article, ""),
            -len(s.text),
            s.id,
        ),
    )
