"""Articles → stories → dossiers. On one node, but for the fingerprints, which are exchanged."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from sys import intern
from typing import NamedTuple, TypeVar

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from firsthand.dossiers import MOST, PRINTS, Pair, by_names, joins, partners
from firsthand.engines import Engine
from firsthand.scale.files import exists, inside, read_table, write_table
from firsthand.stages.group import Member, Stream, Vector, put, title
from firsthand.store.kept import unpack
from firsthand.tasks import none_lost

IN_BUCKET = 500  # articles of the dossiers that are worked out in one go
PRINTED = 5000  # articles whose fingerprints are compared in one go
AT_ONCE = 200  # buckets that one machine holds, of some 8 MB each

T = TypeVar("T")
Numbers = NDArray[np.int64]


class Story(NamedTuple):
    """A story as it was grouped: its articles by number, in order of time, and the dossier and bucket it is in."""

    story: int
    title: str
    articles: list[int]
    dossier: int
    bucket: int


STORIES = pa.schema(
    [
        ("story", pa.int64()),
        ("title", pa.string()),
        ("articles", pa.list_(pa.int64())),
        ("dossier", pa.int64()),
        ("bucket", pa.int64()),
    ]
)


def stories(out: str, shards: Sequence[str], rows: int, engine: Engine) -> list[Story]:
    """The stories that the articles of some shards, of so many rows, tell, each article in one; made once."""
    kept = inside(out, "work", "stories.parquet")
    if not exists(kept):
        again = duplicates(_columns(shards, ["number", "digest", "url"]))
        prints = _by_prints(out, shards, 1 + rows // PRINTED, again, engine)
        known, numbers = _grouped(shards, again)
        write_table(kept, pa.Table.from_pylist([each._asdict() for each in _told(known, numbers, prints)], STORIES))
    return [Story(**each) for each in read_table(kept).to_pylist()]


def _columns(shards: Iterable[str], columns: list[str]) -> Iterator[dict[str, object]]:
    for shard in shards:
        yield from read_table(shard, columns).to_pylist()


def duplicates(rows: Iterable[dict[str, object]]) -> set[int]:
    """The articles, by number, that are there already: the same text under the same URL, or where one of two has none.

    As `read` has it, of an article without and one with a URL the second counts.
    """
    again: set[int] = set()
    seen: defaultdict[object, list[tuple[int, object]]] = defaultdict(list)
    for number, digest, url in ((int(str(each["number"])), each["digest"], each["url"]) for each in rows):
        if digest is None:
            continue
        same = seen[digest]
        for at, (other, known) in enumerate(same):
            if url is None or known == url:
                again.add(number)
                break
            if known is None:
                again.add(other)
                same[at] = number, url
                break
        else:
            same.append((number, url))
    return again


def _grouped(shards: Iterable[str], again: set[int]) -> tuple[Stream, dict[str, int]]:
    """The stream of all articles, and the number of each by its id."""
    rows = []
    for shard in shards:
        held = read_table(shard, ["number", "published", "member"])
        for number, published, member in zip(*(held[name].to_pylist() for name in held.column_names), strict=True):
            if member is not None and number not in again:
                day = unpack(member, Member).day
                rows.append((day is None, day or 0, published["start"] or "", number, member))
    rows.sort(key=lambda row: row[:4])
    numbers: dict[str, int] = {}

    def members() -> Iterator[Member]:
        for place, (*_, number, packed) in enumerate(rows):
            member = unpack(packed, Member)
            numbers[member.article] = number
            made = Vector(weights=_interned(member.made.weights), names=_interned(member.made.names))
            yield member._replace(place=place, made=made)

    return put(members(), Stream()), numbers


def _interned(counts: dict[str, T]) -> dict[str, T]:
    """The same with each word held once in memory, however many articles write it."""
    return {intern(word): count for word, count in counts.items()}


def _told(known: Stream, numbers: dict[str, int], prints: Iterable[Pair]) -> Iterator[Story]:
    """The stories in order of their first article, with the dossiers that they are in."""
    living = [n for n, one in enumerate(known.stories) if one.members]
    living.sort(key=lambda n: known.stories[n].members[0].place)
    rank = {n: at for at, n in enumerate(living)}
    home = {number: rank[known.home[key]] for key, number in numbers.items()}
    pairs = [(rank[one], rank[two]) for one, two in by_names(known, living)]
    pairs += [(home[one], home[two]) for one, two in prints if one in home and two in home]
    dossier_of = gathered(pairs, [len(known.stories[n].members) for n in living])
    order: dict[int, int] = {}
    sizes: Counter[int] = Counter()
    for at, n in enumerate(living):
        sizes[order.setdefault(dossier_of[at], len(order))] += len(known.stories[n].members)
    before = np.cumsum([0, *(sizes[number] for number in range(len(order)))])
    for at, n in enumerate(living):
        one, dossier = known.stories[n], order[dossier_of[at]]
        held = [numbers[member.article] for member in one.members]
        yield Story(at, title(one), held, dossier, int(before[dossier]) // IN_BUCKET)


def gathered(pairs: Sequence[Pair], sizes: Sequence[int]) -> list[int]:
    """The dossier of each story, given how many articles each has: connected stories, cut where they grow too large."""
    count = len(sizes)
    ends = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    edges = coo_array((np.ones(len(ends), dtype=np.int8), (ends[:, 0], ends[:, 1])), shape=(count, count))
    _, labels = connected_components(edges, directed=False)
    large = np.bincount(labels, weights=sizes, minlength=1)[labels] > MOST if count else labels > 0
    into = {n: n for n in np.flatnonzero(large).tolist()}
    held = [(one, two) for one, two in pairs if large[one]]
    into |= {gone: kept for kept, gone in joins(held, dict(into), {n: sizes[n] for n in into})}
    firsts: dict[int, int] = {}  # of a component that is small enough: its first story
    return [_last(into, n) if large[n] else firsts.setdefault(label, n) for n, label in enumerate(labels.tolist())]


def _last(into: dict[int, int], number: int) -> int:
    while into[number] != number:
        number = into[number]
    return number


def _by_prints(out: str, shards: Sequence[str], buckets: int, again: set[int], engine: Engine) -> list[Pair]:
    """The pairs of articles, by number, that share a passage."""
    folder = inside(out, "work", "prints")
    engine.exchange(shards, partial(_prints, buckets), partial(_put, folder), buckets, AT_ONCE)
    places = [place for n in range(buckets) if exists(place := _place(folder, n))]
    found = engine.spread(partial(_shared, frozenset(again)), places)
    shared = list(none_lost(found, "fingerprints could not be compared"))
    every = np.concatenate(shared or [np.zeros((0, 3), dtype=np.int64)])
    pairs, where = np.unique(every[:, :2], axis=0, return_inverse=True)
    sums = np.bincount(where.reshape(-1), weights=every[:, 2], minlength=len(pairs))
    return [(int(one), int(two)) for one, two in pairs[sums >= PRINTS]]


def _place(folder: str, bucket: int) -> str:
    return inside(folder, f"{bucket:06}.parquet")


def _prints(buckets: int, shard: str, first: int, past: int) -> pa.Table:
    """The fingerprints of a shard in buckets [first, past), each with the number of its article."""
    held = read_table(shard, ["number", "prints"])
    lists = held["prints"].combine_chunks()
    lists = lists if isinstance(lists, pa.ListArray) else pa.concat_arrays(lists.chunks)
    numbers = np.repeat(held["number"].to_numpy(), lists.value_lengths().fill_null(0).to_numpy(zero_copy_only=False))
    prints = lists.flatten().to_numpy(zero_copy_only=False).astype(np.int64)
    of = (prints.view(np.uint64) // np.uint64(4) % np.uint64(buckets)).astype(np.int64)
    here = (of >= first) & (of < past)
    return pa.table({"bucket": of[here], "print": prints[here], "number": numbers[here]})


def _put(folder: str, bucket: int, rows: pa.Table) -> None:
    write_table(_place(folder, bucket), rows.sort_by([("print", "ascending"), ("number", "ascending")]))


def _shared(again: frozenset[int], place: str) -> Numbers:
    """The pairs of articles with a fingerprint in common, and how many they have, in one bucket: a row for each."""
    held = read_table(place, ["print", "number"])
    prints, numbers = held["print"].to_numpy(), held["number"].to_numpy()
    borders = np.flatnonzero(np.diff(prints)) + 1
    starts, ends = np.r_[0, borders], np.r_[borders, len(prints)]
    several = np.flatnonzero(ends - starts > 1)
    shared: Counter[Pair] = Counter()
    for at in several:
        shared.update(partners([n for n in numbers[starts[at] : ends[at]].tolist() if n not in again]))
    rows = [(one, two, count) for (one, two), count in shared.items()]
    return np.array(rows, dtype=np.int64).reshape(-1, 3)
