"""Statements → claims and the relations between them."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from firsthand.hints import NONE, Pairs
from firsthand.parties import publishers
from firsthand.records import Actor, Article, Claim, Copy, Relation, Statement, Story
from firsthand.stages.compare.block import Block, Compared, compared
from firsthand.stages.compare.blocks import blocks
from firsthand.stages.compare.decided import Decided, decided
from firsthand.stages.compare.pair import SAME
from firsthand.stages.compare.plans import stated
from firsthand.stages.compare.view import View, views
from firsthand.tasks import Map, in_turn, none_lost


def compare(
    articles: Sequence[Article],
    statements: Sequence[Statement],
    actors: Sequence[Actor],
    copies: Sequence[Copy],
    stories: Sequence[Story],
    same: float = SAME,
    hints: Pairs = NONE,
    stances: frozenset[str] = frozenset(),
    spread: Map = in_turn,
    quick: bool = False,
    progress: Callable[[int], None] = lambda done: None,
) -> Compared:
    """The claims that the statements of each story make, how these stand to each other, which statements deny one in
    words of their own, with no word of denial, and which may not belong to the claim that they stand in.

    Claims come without origins. Statements that decline or ask make no claim. `same` is the score from which two
    statements say the same thing (see `pair.FEATURES`). Statements of articles outside all stories are compared
    within their article only.

    `hints` holds pairs of statement ids: those in one claim whatever they score, across stories too, and those in none
    together. A denial or doubt in one claim with what is asserted speaks against it. Where decisions contradict each
    other, what is apart stays apart. `stances` are the ids of statements whose stance a person gave: it stands.

    `spread` hands out the stories; `progress` is told of how many articles the statements are compared. `quick` as in
    `Settings`. Raises EngineFailed when a story is lost.
    """
    known = {a.id: a for a in articles}
    seen = views(known, statements, actors)
    known_claims = decided(hints, seen)
    found = blocks(seen, stories, known_claims)
    size = [(len({view.statement.article for view in story}), len(story)) for story in found]
    # The largest first: whoever hands them out waits for a slow one before it goes far ahead.
    order = sorted(range(len(found)), key=size.__getitem__, reverse=True)
    work = _blocks([found[n] for n in order], known, actors, copies, same, known_claims, stances, quick)
    done: dict[int, Compared] = {}
    compared_so_far = 0
    results = none_lost(spread(compared, work), "the statements of a story could not be compared")
    for n, made in zip(order, results, strict=True):
        done[n] = made
        compared_so_far += size[n][0]
        progress(compared_so_far)
    claims: list[Claim] = []
    relations: list[Relation] = []
    denials: set[str] = set()
    unsure: set[str] = set()
    for n in range(len(found)):
        claims.extend(done[n].claims)
        relations.extend(done[n].relations)
        denials.update(done[n].denials)
        unsure.update(done[n].unsure)
    told = stated(claims, relations, seen, known)
    return Compared(told, tuple(relations), frozenset(denials), frozenset(unsure))


def _blocks(
    found: Sequence[Sequence[View]],
    known: Mapping[str, Article],
    actors: Sequence[Actor],
    copies: Sequence[Copy],
    same: float,
    known_claims: Decided,
    stances: frozenset[str],
    quick: bool,
) -> Iterator[Block]:
    """What is compared together; each holds no more than it needs, since it may be sent to another process."""
    outlets, names = publishers([*known.values()], actors), {a.id: a.name for a in actors}
    home = {view.statement.article: n for n, story in enumerate(found) for view in story}
    within: dict[int, list[Copy]] = defaultdict(list)
    for copy in copies:
        if (n := home.get(copy.article)) is not None and n == home.get(copy.of):
            within[n].append(copy)
    for n, story in enumerate(found):
        held = dict.fromkeys(view.statement.article for view in story)
        yield Block(
            views=story,
            articles={a: known[a] for a in held},
            publishers={a: outlets[a] for a in held if a in outlets},
            copies=within[n],
            names={s: names[s] for view in story if (s := view.statement.source) in names},
            same=same,
            decided=known_claims,
            stances=stances,
            quick=quick,
        )
