"""Claims → claims with their origins, and how many of these are independent."""

from collections.abc import Sequence
from dataclasses import replace

from firsthand.records import Actor, Article, Claim, Copy, Statement
from firsthand.stages.count.fold import Pile, pile
from firsthand.stages.count.origins import origins_of


def count_origins(
    articles: Sequence[Article],
    statements: Sequence[Statement],
    actors: Sequence[Actor],
    copies: Sequence[Copy],
    claims: Sequence[Claim],
) -> tuple[Claim, ...]:
    """The claims with their origins and counts; every merge has a reason in `Origin.why`.

    `at_least` counts origins that nothing in the pile links; `at_most` adds those whose link is only suspected.
    """
    known: Pile = pile(articles, statements, actors, copies)
    out = []
    for claim in claims:
        origins, independent = origins_of(claim, known)
        out.append(replace(claim, origins=origins, independent_origins=independent))
    return tuple(out)
