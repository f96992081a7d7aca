"""Claims → claims with their origins, and how many of these are independent."""

from collections.abc import Sequence
from dataclasses import replace

from firsthand.hints import NONE, Pairs
from firsthand.records import Actor, Article, Claim, Copy, Statement
from firsthand.stages.count.fold import Pile, pile
from firsthand.stages.count.origins import origins_of


def count_origins(
    articles: Sequence[Article],
    statements: Sequence[Statement],
    actors: Sequence[Actor],
    copies: Sequence[Copy],
    claims: Sequence[Claim],
    hints: Pairs = NONE,
    unsure: frozenset[str] = frozenset(),
) -> tuple[Claim, ...]:
    """The claims with their origins and counts; every merge has a reason in `Origin.why`.

    `at_least` counts origins that nothing in the pile links; `at_most` adds those whose link is only suspected.
    Statements that are `unsure` to tell the claim, by id, make no origin that `at_least` counts.
    `hints` holds pairs of statement ids that a person knows to come from one origin, or from two; what is apart ends
    in no origin together, over whatever else links it: the weakest links between are left out.
    """
    known: Pile = pile(articles, statements, actors, copies, hints, unsure)
    out = []
    for claim in claims:
        origins, independent = origins_of(claim, known)
        out.append(replace(claim, origins=origins, independent_origins=independent))
    return tuple(out)
