"""A story's dated statements → timeline entries."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from typing import NamedTuple

from firsthand.language import words
from firsthand.records import Article, Claim, Period, Statement, Story, TimeExpression, TimelineEntry
from firsthand.stages.date.calendar import first_day, last_day, precision_of, shift_months

UNTOLD = ("declines",)  # stances that tell nothing that happened
WIDEST = 3  # years: wider stretches in a content are background, not the time of an event
LONG_AGO = 366  # days before publication after which an outlet's own telling is an aside
LONG = 240  # code points beyond which a statement is read only when there is no shorter one


_Key = tuple[str | None, str, str, str]  # story, claim or statement, start, end


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
    groups: dict[_Key, list[Statement]] = {}
    for dated in dates_of(articles, statements, times):
        statement = dated.statement
        key = (story_of.get(statement.article), statement.claim or statement.id, dated.start, dated.end)
        groups.setdefault(key, []).append(statement)
    entries = [
        TimelineEntry(
            start=start,
            end=end,
            precision=precision_of(start, end),
            text=clearest(rows, texts.get(what), published).text,
            statements=tuple(sorted({s.id for s in rows})),
            story=story,
        )
        for (story, what, start, end), rows in fold(groups).items()
        if not background(rows, start, end, published)
    ]
    place = {story.id: n for n, story in enumerate(stories)}
    return tuple(sorted(entries, key=lambda e: (place.get(e.story or "", len(place)), *when(e.start, e.end), e.text)))


def when(start: str, end: str) -> tuple[str, str]:
    """What entries are sorted by: the first day, then the last; a coarse date stands before the days in it.

    >>> sorted(["2024-05-02", "2024", "2024-05"], key=lambda d: when(d, d))
    ['2024', '2024-05', '2024-05-02']
    """
    return start, end


def dates_of(
    articles: Iterable[Article], statements: Iterable[Statement], times: dict[str, tuple[TimeExpression, ...]]
) -> Iterator[Dated]:
    """Every statement at the time it was said, at the dates of what it tells, and at the deadline it sets."""
    of = {article.id: article for article in articles}
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
                period = rows[n].period or _deadline(of.get(statement.article), rows[n], said)
                if period and period.start and period.end and _tells(of.get(statement.article), rows[n]):
                    yield Dated(period.start, period.end, statement)


def _deadline(article: Article | None, time: TimeExpression, said: Period | None) -> Period | None:
    """The end of a time set on a known day: "within 30 days"."""
    length = re.fullmatch(r"P(\d{1,4})([DWM])", time.value)
    if article is None or not length or not said or not said.start or said.start != said.end or len(said.start) < 10:
        return None
    before = article.text[max(0, time.start - 12) : time.start].lower().split()[-1:]
    if not set(before) & words(article.language or "en", "dates", "deadline"):
        return None
    days = {"D": 1, "W": 7}.get(length[2])
    day, number = first_day(said.start), int(length[1])
    end = day + timedelta(days=number * days) if days else shift_months(day, number)
    return Period(start=end.isoformat(), end=end.isoformat(), basis=said.basis)


def _tells(article: Article | None, time: TimeExpression) -> bool:
    """Whether an expression tells when: no bound ("since June"), no wide stretch, not just the article's year."""
    period = time.period
    if time.type == "DURATION" and period is None:
        return True  # a deadline
    if article is None or period is None or not period.start or not period.end:
        return False
    if int(period.end[:4]) - int(period.start[:4]) >= WIDEST:
        return False
    before = article.text[max(0, time.start - 24) : time.start].lower().split()[-2:]
    if set(before) & words(article.language or "en", "dates", "not_when"):
        return False
    return len(period.start) > 4 or period.start != (article.published.start or "")[:4]


def background(rows: Sequence[Statement], start: str, end: str, published: dict[str, str]) -> bool:
    """Whether an entry is an aside: in one outlet's own voice, of something that ended a year or more before."""
    if any(s.quote != "none" for s in rows) or len({s.article for s in rows}) > 1:
        return False
    day = published.get(rows[0].article, "")
    return len(day) == 10 and (first_day(day) - last_day(end)).days > LONG_AGO


def fold(groups: dict[_Key, list[Statement]]) -> dict[_Key, list[Statement]]:
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
