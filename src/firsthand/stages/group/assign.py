"""Articles → stories, in one pass over the stream: what is known grows, and nothing is grouped anew.

Average link: an article joins the story whose members it is on average most like, if it is like enough
for the time that has passed (Laban and Hearst 2017 chain windows in the same way). When it shows that its
story and another, which share rare names, are alike as a whole, they become one.
"""

from collections import defaultdict
from collections.abc import Iterable

from firsthand.ids import story_id
from firsthand.records import Article, Story
from firsthand.stages.group.evidence import FEW, LATE, needed, shared
from firsthand.stages.group.growing import Growing, Member, Stream, holders, join, product
from firsthand.stages.group.sketch import Sketch, sketch
from firsthand.stages.group.title import title
from firsthand.stages.group.unite import unite
from firsthand.stages.group.window import stream


def group(articles: Iterable[Article]) -> tuple[Story, ...]:
    """Every article in exactly one story, those of one event together; stories in order of their first article."""
    return stories(follow(articles, Stream()))


def follow(articles: Iterable[Article], known: Stream) -> Stream:
    """Put new articles into the stories known so far, or open new ones; `known` grows and is given back."""
    return follow_sketches(map(sketch, articles), known)


def follow_sketches(sketches: Iterable[Sketch], known: Stream) -> Stream:
    """The same with what is kept of the articles.

    Today's articles after yesterday's give what both give at once, as long as they come in order of time.
    """
    for each in stream(sketches):
        member = Member(known.articles, each)
        number = _best(member, known)
        if number is None:
            number = len(known.stories)
            known.stories.append(Growing())
        join(number, member, known)
        unite(number, known)
    return known


def restore(rows: Iterable[tuple[int, Sketch]]) -> Stream:
    """The stream in which each article was put into the story of this number, in this order: nothing is decided."""
    known = Stream()
    for number, each in rows:
        known.stories.extend(Growing() for _ in range(number + 1 - len(known.stories)))
        join(number, Member(known.articles, each), known)
    return known


def stories(known: Stream) -> tuple[Story, ...]:
    """The stories so far, in order of their first article."""
    living = [one for one in known.stories if one.members]
    return tuple(_story(one) for one in sorted(living, key=lambda one: one.members[0].place))


def _best(member: Member, known: Stream) -> int | None:
    """The number of the story an article joins, or None."""
    best, most = None, 0.0
    for number, total in _likenesses(member, known).items():
        one = known.stories[number]
        alike = total / len(one.members)
        if alike < LATE:
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
    for term, weight in weights.items():
        for number in holders(term, member.day, known):
            sums[number] += weight * known.stories[number].total[term]
    far = [number for name in member.made.names if len(known.named[name]) <= FEW for number in known.named[name]]
    for number in far:
        if number not in sums:
            sums[number] = product(weights, known.stories[number].total)
    return sums


def _story(one: Growing) -> Story:
    """The record of a grown story."""
    ids = tuple(member.sketch.article for member in one.members)
    return Story(id=story_id(ids), title=title(one), articles=ids, claims=())
