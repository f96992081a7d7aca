"""Binds the stages: paths in, one brief out. The only conductor."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

from firsthand.corrections import Correction, apply, hints_of, names_of
from firsthand.errors import FirsthandError, NothingReadable
from firsthand.hints import Hints
from firsthand.ids import statement_id
from firsthand.records import (
    SCHEMA,
    Actor,
    Article,
    Attribution,
    Brief,
    Claim,
    Copy,
    Period,
    Speakers,
    Statement,
    Story,
    TimeExpression,
    Unprocessed,
)
from firsthand.settings import Settings
from firsthand.stages.attribute import attribute
from firsthand.stages.compare import compare
from firsthand.stages.copy import find_copies
from firsthand.stages.count import count_origins
from firsthand.stages.date import date_statements, find_times
from firsthand.stages.group import group
from firsthand.stages.order import order
from firsthand.stages.parse import parse
from firsthand.stages.read import read
from firsthand.stages.resolve import identify, resolve, shown
from firsthand.tasks import Lost, Map, in_turn, none_lost

T = TypeVar("T")
Dated = tuple[Article, tuple[TimeExpression, ...]]
Progress = Callable[[str, int, int], None]  # what is being done, how many are done, of how many


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the article stages found in one article; `said[i]` belongs to `attributions[i]`."""

    article: Article
    attributions: tuple[Attribution, ...]
    speakers: Speakers
    times: tuple[TimeExpression, ...]
    said: tuple[Period | None, ...]


def brief(
    paths: Iterable[str | Path],
    settings: Settings = Settings(),
    progress: Progress | None = None,
    spread: Map = in_turn,
) -> Brief:
    """Read a pile and work out its brief.

    `paths` may name files, folders (read recursively), globs, and "-" for standard input. `spread` hands out the
    articles to be read closely; the brief is the same whoever does it.
    Raises NothingReadable when no article could be read.
    """
    articles, unprocessed = read(paths, settings, progress)
    if not articles:
        raise NothingReadable("no article could be read", unprocessed)
    return brief_of(articles, unprocessed, settings, progress, spread)


def brief_of(
    articles: Sequence[Article],
    unprocessed: Sequence[Unprocessed] = (),
    settings: Settings = Settings(),
    progress: Progress | None = None,
    spread: Map = in_turn,
) -> Brief:
    """The brief of articles already read; those in a language that is not supported are listed, not analysed."""
    results = list(find(articles, settings, progress or silent, spread))
    found = [one for one in results if isinstance(one, Found)]
    failed = [one for one in results if isinstance(one, Unprocessed)]
    return conclude(found, articles, [*unprocessed, *failed], settings, progress=progress, spread=spread)


def conclude(
    found: Sequence[Found],
    articles: Sequence[Article],
    unprocessed: Sequence[Unprocessed] = (),
    settings: Settings = Settings(),
    *,
    stories: Sequence[Story] | None = None,
    corrections: Sequence[Correction] = (),
    progress: Progress | None = None,
    spread: Map = in_turn,
) -> Brief:
    """The corpus stages: the brief of `articles`, of which those that could be analysed are `found`.

    `stories` are those the articles are known to tell; without it they are grouped here. What analysts decided goes
    before what the stages find. `spread` hands out what can be compared apart.
    """
    step = progress or silent
    analysed = [each.article for each in found]
    of = len(analysed)
    times = {each.article.id: each.times for each in found}
    names = names_of(corrections, settings.names) if corrections else settings.names
    actors, owner = resolve(analysed, [each.speakers for each in found], names)
    statements = [s for each in found for s in statements_of(each, owner)]
    if corrections:
        said, actors, _ = apply(statements, actors, analysed, corrections, times)
        statements = list(said)
    hints = hints_of(corrections, statements, analysed).hints if corrections else Hints()
    step("finding copies and stories", 0, of)
    copies, stories = _linked(analysed, hints, stories, spread)
    step(what := "comparing statements", 0, of)
    comparing = partial(compare, hints=hints.claims, stances=hints.stances, spread=spread, quick=settings.quick)
    seen = comparing(analysed, statements, actors, copies, stories, progress=lambda done: step(what, done, of))
    statements = [replace(s, stance="denies") if s.id in seen.denials else s for s in statements]
    step("counting origins", 0, of)
    claims = count_origins(analysed, statements, actors, copies, seen.claims, hints.origins, seen.unsure)
    home = {s: claim.id for claim in claims for s in claim.statements}
    statements = [replace(s, claim=home.get(s.id)) for s in statements]
    stories = told(stories, statements, claims)
    timeline = order(analysed, statements, claims, times, stories)
    return Brief(
        schema=SCHEMA,
        firsthand=version("firsthand"),
        articles=tuple(articles),
        actors=mentioned(actors, statements, claims),
        statements=tuple(statements),
        claims=claims,
        relations=tuple(seen.relations),
        copies=copies,
        stories=stories,
        timeline=timeline,
        unprocessed=tuple(unprocessed),
    )


def _linked(
    articles: Sequence[Article], hints: Hints, stories: Sequence[Story] | None, spread: Map
) -> tuple[tuple[Copy, ...], Sequence[Story]]:
    """The copies among articles, and the stories where these are not known: neither needs the other.

    Raises EngineFailed when one is lost.
    """
    work: list[Callable[[], Any]] = [partial(find_copies, articles, hints.copies, hints.no_copies)]
    if stories is None:
        work.append(partial(group, articles, hints.stories))
    found = list(none_lost(spread(_done, work), "copies and stories could not be found"))
    return found[0], found[1] if stories is None else stories


def _done(work: Callable[[], T]) -> T:
    return work()


def silent(what: str, done: int, of: int) -> None:
    """The progress of a run that tells nobody."""


def find(
    articles: Sequence[Article], settings: Settings, progress: Progress, spread: Map = in_turn
) -> Iterator[Found | Unprocessed]:
    """The article stages, one article after another; what fails on one does not stop the rest."""
    return _each(articles, settings, progress, find_in, spread)


def find_dates(
    articles: Sequence[Article], settings: Settings, progress: Progress | None = None, *, ranges: bool = True
) -> Iterator[Dated | Unprocessed]:
    """The time expressions of one article after another; without `ranges` as TIMEX3 has them, which knows no ranges."""

    def times_in(article: Article, settings: Settings) -> Dated:
        return article, find_times(article, next(parse([article])), ranges=ranges)

    return _each(articles, settings, progress or silent, times_in)


def _each(
    articles: Sequence[Article],
    settings: Settings,
    progress: Progress,
    work: Callable[[Article, Settings], T],
    spread: Map = in_turn,
) -> Iterator[T | Unprocessed]:
    """What `work` makes of each article in a supported language, or why it could not."""
    supported = [a for a in articles if a.language in settings.languages]
    progress("reading closely", 0, len(supported))
    results = spread(partial(_tried, work, settings), supported)
    for done, (article, made) in enumerate(zip(supported, results, strict=True), 1):
        yield failed(article, made.why) if isinstance(made, Lost) else made
        progress("reading closely", done, len(supported))


def _tried(work: Callable[[Article, Settings], T], settings: Settings, article: Article) -> T | Unprocessed:
    try:
        return work(article, settings)
    except FirsthandError:
        raise
    except Exception as error:  # an article that no stage foresaw must not cost the others
        return failed(article, f"{type(error).__name__}: {error}")


def failed(article: Article, why: str) -> Unprocessed:
    """The record of an article that could not be analysed."""
    return Unprocessed(
        path=article.url or article.path or article.id,
        why=f"could not be analysed ({why})",
        remedy="please report it with the article",
        article=article.id,
    )


def find_in(article: Article, settings: Settings) -> Found:
    """All that one article gives on its own."""
    (grammar,) = parse([article])
    attributions = tuple(
        a
        for a in attribute(article, grammar)
        if a.cue_kind in settings.cue_kinds and a.confidence >= settings.confidence
    )
    times = find_times(article, grammar)
    return Found(
        article=article,
        attributions=attributions,
        speakers=shown(identify(article, grammar, attributions, settings.names), settings.speaker_confidence),
        times=times,
        said=date_statements(article, grammar, attributions, times),
    )


def statements_of(found: Found, owner: dict[str, str]) -> Iterator[Statement]:
    """The attributions of an article with their speakers; `owner` gives the actor of each entity."""
    text, article = found.article.text, found.article.id
    starts = [time.start for time in found.times]
    rows = zip(found.attributions, found.speakers.sources, found.speakers.chains, found.said, strict=True)
    seen: set[str] = set()
    for a, source, chain, said in rows:
        key = statement_id(article, a.spans, a.source, a.cue)
        if key in seen:
            continue
        seen.add(key)
        yield Statement(
            id=key,
            article=article,
            spans=a.spans,
            text=" ".join(text[start:end] for start, end in a.spans),
            quote=a.quote,
            source=owner.get(source or ""),
            source_spans=a.source,
            cue_spans=a.cue,
            cue_kind=a.cue_kind,
            chain=tuple(dict.fromkeys(owner[hand] for hand in chain if hand in owner)),
            stance=a.stance,
            hedges=a.hedges,
            said=said,
            times=tuple(
                time
                for start, end in a.spans
                for time in found.times[bisect_left(starts, start) : bisect_left(starts, end)]
                if time.period
            ),
            claim=None,
            confidence=a.confidence,
        )


def told(stories: Sequence[Story], statements: Sequence[Statement], claims: Sequence[Claim]) -> tuple[Story, ...]:
    """The stories with the claims that their articles make."""
    home = {article: story.id for story in stories for article in story.articles}
    article = {s.id: s.article for s in statements}
    by_story: dict[str, list[str]] = {}
    for claim in claims:
        for story in dict.fromkeys(home.get(article[s], "") for s in claim.statements):
            by_story.setdefault(story, []).append(claim.id)
    return tuple(replace(story, claims=tuple(by_story.get(story.id, ()))) for story in stories)


def mentioned(actors: Sequence[Actor], statements: Sequence[Statement], claims: Sequence[Claim]) -> tuple[Actor, ...]:
    """The actors that a brief speaks of: speakers, hands, origins, deniers, and what these belong to."""
    used = {hand for s in statements for hand in (s.source, *s.chain)}
    for claim in claims:
        used |= {origin.actor for origin in claim.origins} | {*claim.denied_by, *claim.doubted_by}
    parents = {actor.id: actor.member_of for actor in actors}
    for actor in list(used):
        while (actor := parents.get(actor or "")) and actor not in used:
            used.add(actor)
    return tuple(actor for actor in actors if actor.id in used)
