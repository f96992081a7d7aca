"""Articles → stories, in one pass over the stream: what is known grows, and nothing is grouped anew.

Average link: an article joins the story whose members it is on average most like, if it is like enough
for the time that has passed (Laban and Hearst 2017 chain windows in the same way). When it shows that its
story and another, which share rare names, are alike as a whole, they become one.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable

from firsthand.hints import NONE, Pairs, partners
from firsthand.ids import story_id
from firsthand.records import Article, Story
from firsthand.stages.group.evidence import FEW, LATE, needed, shared
from firsthand.stages.group.growing import Growing, Member, Stream, absorb, holders, join, product
from firsthand.stages.group.title import called, title
from firsthand.stages.group.unite import Partners, away_from, stories_of, unite
from firsthand.stages.group.vectors import vector
from firsthand.stages.group.window import day, stream


def group(articles: Iterable[Article], hints: Pairs = NONE) -> tuple[Story, ...]:
    """Every article in exactly one story, those of one event together; stories in order of their first article.

    `hints` as in `follow`.
    """
    return stories(follow(articles, Stream(), hints))


def follow(articles: Iterable[Article], known: Stream, hints: Pairs = NONE) -> Stream:
    """Put new articles into the stories known so far, or open new ones; `known` grows and is given back.

    Today's articles after yesterday's give what both give at once, as long as they come in order of time.
    `hints` holds pairs of article ids: those in one story however little alike they are, and those in none together.
    Stories known so far are put together by it and not taken apart; where it contradicts itself, apart stays apart.
    """
    return put((member_of(article, known.articles) for article in stream(articles)), known, hints)


def member_of(article: Article, place: int = 0) -> Member:
    """What is kept of an article, the one at this place of the stream."""
    titled = bool((article.title or "").strip())
    return Member(place, article.id, called(article), titled, vector(article), day(article.published))


def put(members: Iterable[Member], known: Stream, hints: Pairs = NONE) -> Stream:
    """`follow` for articles of which only this is kept; each keeps its place in the stream, in which they come."""
    same, apart = partners(hints.same), partners(hints.apart)
    for article in sorted(known.home.keys() & same.keys()):
        _gather(known.home[article], stories_of(article, known, same), known, apart)
    for member in members:
        away = stories_of(member.article, known, apart)
        with_it = [n for n in stories_of(member.article, known, same) if n not in away]
        number = with_it[0] if with_it else _best(member, known, away)
        if number is None:
            number = len(known.stories)
            known.stories.append(Growing())
        join(number, member, known)
        _gather(number, with_it[1:], known, apart)
        unite(known.home[member.article], known, apart)
    return known


def stories(known: Stream) -> tuple[Story, ...]:
    """The stories so far, in order of their first article."""
    living = [one for one in known.stories if one.members]
    return tuple(_story(one) for one in sorted(living, key=lambda one: one.members[0].place))


def _gather(number: int, others: Iterable[int], known: Stream, apart: Partners) -> None:
    """Make other stories, which a person says are one with it, part of a story."""
    for other in others:
        if other != number and known.stories[other].members and other not in away_from(number, known, apart):
            number, other = min(number, other), max(number, other)
            absorb(number, other, known)


def _best(member: Member, known: Stream, away: Collection[int]) -> int | None:
    """The number of the story an article joins, none of those it keeps away from, or None."""
    best, most = None, 0.0
    for number, total in _likenesses(member, known).items():
        one = known.stories[number]
        alike = total / len(one.members)
        if alike < LATE or number in away:
            continue
        passed = None if member.day is None or one.last is None else abs(member.day - one.last)
        least = needed(passed, shared(member.made.names, one.names, known.named))
        if least is not None and alike >= least and (best is None or alike - least > most):
            best, most = number, alike - least
    return best


def _likenesses(member: Member, known: Stream) -> dict[int, float]:
    """The sum of the likenesses of an article to a story's members, for the stories it could join."""
    weights = member.made.weights
    sums: defaultdict[int, float] = defaultdict(float)
    for term, numbers in holders(weights, member.day, known):
        weight = weights[term]
        for number in numbers:
            sums[number] += weight * known.stories[number].total[term]
    named = [known.named.get(name, []) for name in member.made.names]
    for number in (number for numbers in named if len(numbers) <= FEW for number in numbers):
        if number not in sums:
            sums[number] = product(weights, known.stories[number].total)
    return sums


def _story(one: Growing) -> Story:
    """The record of a grown story."""
    ids = tuple(member.article for member in one.members)
    return Story(id=story_id(ids), title=title(one), articles=ids, claims=())
