"""Which stories are worked out together: those that share a passage, or names that hardly any other story holds."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from firsthand.stages.group import Stream

MOST = 60  # articles of stories that are worked out together; a story may be larger by itself
FEW = 3  # stories at most in which a name marks them as having to do with each other
NAMES = 2  # such names that two stories must share
PRINTS = 4  # sampled fingerprints that two articles of one text share: some 100 words
MANY = 30  # holders of a fingerprint from which on each leads to the earliest only

Pair = tuple[int, int]


def by_names(known: Stream, touched: Iterable[int]) -> list[Pair]:
    """Pairs of stories that share names which hardly any other story holds, one of them written more than once.

    Of the stories `touched`, each with all others, by their numbers in the stream.
    """
    found = []
    for number in touched:
        own = known.stories[number].names
        shared: Counter[int] = Counter()
        often: set[int] = set()
        for name, count in own.items():
            holders = known.named[name]
            if 1 < len(holders) <= FEW:
                shared.update(other for other in holders if other != number)
                often |= {other for other in holders if min(count, known.stories[other].names[name]) > 1}
        found += [(number, other) for other, names in shared.items() if names >= NAMES and other in often]
    return found


def partners(holders: Sequence[int]) -> Iterable[Pair]:
    """The pairs of articles that one fingerprint leads to; of very many holders each leads to the first only."""
    return combinations(holders, 2) if len(holders) <= MANY else ((holders[0], other) for other in holders[1:])


def joins(pairs: Iterable[Pair], homes: Mapping[int, int], sizes: Mapping[int, int]) -> Iterator[Pair]:
    """The dossiers to be made one, pair by pair, the first of which keeps its number: the lower.

    `pairs` are stories that have to do with each other, the surest first; `homes` gives the dossier of each story that
    there still is, `sizes` the articles of each dossier. None grows beyond MOST.
    """
    sizes = dict(sizes)
    into: dict[int, int] = {}  # of a dossier that has become part of another: that other

    def now(story: int) -> int | None:
        number = homes.get(story)
        while number in into:
            number = into[number]
        return number

    for one, two in pairs:
        left, right = now(one), now(two)
        if left is None or right is None or left == right or sizes[left] + sizes[right] > MOST:
            continue
        left, right = min(left, right), max(left, right)
        into[right] = left
        sizes[left] += sizes.pop(right)
        yield left, right
