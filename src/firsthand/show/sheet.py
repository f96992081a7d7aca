"""Works out once, for every format, what is shown of a brief: linear in its size but for sorting."""

from collections.abc import Iterable, Mapping, Sequence

from firsthand.records import Article, Brief, TimelineEntry
from firsthand.show import wording
from firsthand.show.cards import cards, claim_order, outlets
from firsthand.show.dates import days, of_period, stretch
from firsthand.show.view import Card, Moment, Paper, Reuse, Said, Sheet, Telling

TITLE = 36  # code points of a title that stands for an outlet


def sheet(brief: Brief) -> Sheet:
    """Everything that is shown of `brief`, in reading order."""
    names = {a.id: a.name for a in brief.actors}
    papers = _papers(brief)
    numbers = {claim: n for n, claim in enumerate(claim_order(brief), 1)}
    said = _said(brief, papers, names, numbers)
    every = tuple(papers.values())
    return Sheet(
        firsthand=brief.firsthand,
        papers=every,
        said=tuple(said.values()),
        tellings=_tellings(brief, papers, said, cards(brief, said, names, numbers)),
        unprocessed=brief.unprocessed,
        outlets=outlets(every),
        dates=_dates(every),
    )


def teller(article: Article) -> str:
    """Who tells it: the outlet's name or domain; where that is not known, the article's title or file name."""
    if article.outlet and (name := article.outlet.name.strip() or article.outlet.domain):
        return name
    file = (article.path or "").replace("\\", "/").rpartition("/")[2]
    return wording.cut(article.title or file, TITLE) or wording.NO_OUTLET


def _papers(brief: Brief) -> dict[str, Paper]:
    mine: dict[str, list[int]] = {a.id: [] for a in brief.articles}
    for index, statement in enumerate(brief.statements):
        mine.get(statement.article, []).append(index)
    return {
        a.id: Paper(index=i, article=a, teller=teller(a), published=of_period(a.published), said=tuple(mine[a.id]))
        for i, a in enumerate(brief.articles)
    }


def _said(
    brief: Brief, papers: Mapping[str, Paper], names: Mapping[str, str], numbers: Mapping[str, int]
) -> dict[str, Said]:
    """Statements by id, without those whose article is not in the brief."""
    unnamed = {a.id for a in brief.actors if a.kind == "unnamed"}
    found = {}
    for index, s in enumerate(brief.statements):
        if s.article not in papers:
            continue
        hands = s.chain or ((s.source,) if s.source else ())
        lacking = "" if hands else "own" if s.quote == "none" else "unknown"
        found[s.id] = Said(
            index=index,
            record=s,
            paper=papers[s.article],
            hands=tuple(names.get(h, wording.UNKNOWN) for h in hands),
            actors=hands,
            unsourced="unnamed" if hands and hands[0] in unnamed else lacking,
            when=of_period(s.said),
            about=", ".join(dict.fromkeys(of_period(time.period) for time in s.times)),
            claim=numbers.get(s.claim or ""),
        )
    return found


def _tellings(
    brief: Brief, papers: Mapping[str, Paper], said: Mapping[str, Said], every: Sequence[Card]
) -> tuple[Telling, ...]:
    """The stories with most articles first; what is in no story comes last, without a title."""
    home = {a: s.id for s in reversed(brief.stories) for a in s.articles}
    homes = {c: s.id for s in reversed(brief.stories) for c in s.claims}
    cards_of: dict[str | None, list[Card]] = {}
    for card in every:
        cards_of.setdefault(homes.get(card.record.id), []).append(card)
    known = {s.id for s in brief.stories}
    entries: dict[str | None, list[TimelineEntry]] = {}
    for entry in brief.timeline:
        entries.setdefault(entry.story if entry.story in known else None, []).append(entry)
    copies: dict[str | None, list[Reuse]] = {}
    for copy in brief.copies:
        if copy.article in papers and copy.of in papers:
            reuse = Reuse(record=copy, paper=papers[copy.article], of=papers[copy.of])
            copies.setdefault(home.get(copy.article), []).append(reuse)
    members: list[tuple[str, str | None, tuple[Paper, ...]]] = [
        (s.title, s.id, tuple(papers[a] for a in s.articles if a in papers))
        for s in sorted(brief.stories, key=lambda s: -len(s.articles))
    ]
    loose = tuple(p for a, p in papers.items() if a not in home)
    if loose or any(None in held for held in (cards_of, entries, copies)):
        members.append(("", None, loose))
    return tuple(
        Telling(
            number=number,
            title=title,
            papers=mine,
            outlets=outlets(mine),
            dates=_dates(mine),
            cards=tuple(cards_of.get(story, ())),
            moments=tuple(_moment(n, e, said) for n, e in enumerate(entries.get(story, ()), 1)),
            copies=tuple(copies.get(story, ())),
        )
        for number, (title, story, mine) in enumerate(members, 1)
    )


def _moment(number: int, entry: TimelineEntry, said: Mapping[str, Said]) -> Moment:
    mine = [said[s] for s in entry.statements if s in said]
    return Moment(
        number=number,
        record=entry,
        when=stretch(entry.start, entry.end),
        sources=tuple(dict.fromkeys(s.source or s.paper.teller for s in mine)),
        claims=tuple(dict.fromkeys(s.claim for s in mine if s.claim)),
        said=tuple(s.index for s in mine),
    )


def _dates(papers: Iterable[Paper]) -> str:
    """From the first to the last day of publication; the empty string when no day is known."""
    periods = [p.article.published for p in papers]
    known = [iso for p in periods for iso in (p.start, p.end) if iso and days(iso)]
    return stretch(min(known), max(known)) if known else ""
