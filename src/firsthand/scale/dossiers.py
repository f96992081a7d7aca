"""Dossiers worked out: what was found in their articles is brought together, and each concluded by itself."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from firsthand.engines import Engine
from firsthand.errors import FirsthandError
from firsthand.ids import digest, story_id
from firsthand.pipeline import Found, conclude
from firsthand.records import Brief
from firsthand.records import Story as Told
from firsthand.scale.files import exists, inside, read_table, write_table
from firsthand.scale.stories import AT_ONCE, Numbers, Story
from firsthand.scale.tables import DOSSIERS, table, tables
from firsthand.settings import Settings
from firsthand.store.work import restored
from firsthand.tasks import Lost

MARK = "dossiers"  # the table that is written last: with it a bucket is done


class Bucket(NamedTuple):
    """Dossiers that are worked out in one go, with all their stories."""

    number: int
    stories: tuple[Story, ...]


def place(out: str, name: str, bucket: int) -> str:
    """Where a table of a bucket is written."""
    return inside(out, name, f"{bucket:06}.parquet")


def work_out(
    out: str, shards: Sequence[str], stories: Iterable[Story], settings: Settings, engine: Engine
) -> Iterator[Bucket]:
    """Work out the dossiers of the buckets that are not done, and give each when it is.

    A bucket that its workers died of is done dossier by dossier, which costs only those that they die of again.
    """
    by_bucket: dict[int, list[Story]] = {}
    for each in stories:
        by_bucket.setdefault(each.bucket, []).append(each)
    buckets = [Bucket(number, tuple(held)) for number, held in sorted(by_bucket.items())]
    left = [each for each in buckets if not exists(place(out, MARK, each.number))]
    _bring(out, shards, [each for each in left if not exists(_brought(out, each.number))], engine)
    for bucket, lost in zip(left, engine.spread(partial(work_out_bucket, out, settings), left), strict=True):
        if isinstance(lost, Lost):
            _with_care(out, bucket, settings, engine)
        yield bucket


def work_out_bucket(out: str, settings: Settings, bucket: Bucket) -> None:
    """Work out the dossiers of a bucket and write their tables."""
    _write(out, bucket, worked_out(out, settings, bucket))


def worked_out(out: str, settings: Settings, bucket: Bucket) -> dict[str, pa.Table]:
    """The tables of the dossiers of a bucket."""
    held = read_table(_brought(out, bucket.number), ["number", "text", "found"])
    wanted = {number for story in bucket.stories for number in story.articles}
    rows = zip(*(held[name].to_pylist() for name in held.column_names), strict=True)
    found = {number: restored(record, text) for number, text, record in rows if number in wanted}
    made, told = [], []
    for dossier, stories in _by_dossier(bucket):
        row = {"dossier": dossier, "title": stories[0].title, "stories": len(stories)}
        row["articles"] = sum(len(story.articles) for story in stories)
        try:
            made.append((dossier, concluded(stories, found, settings)))
        except FirsthandError:
            raise
        except Exception as error:  # a dossier that no stage foresaw must not cost the others
            row["error"] = f"could not be worked out ({type(error).__name__}: {error})"
        told.append(row)
    return {**tables(made), MARK: table(told, DOSSIERS)}


def concluded(stories: Sequence[Story], found: dict[int, Found], settings: Settings) -> Brief:
    """The brief of one dossier, without its articles: these stand in a table of their own."""
    told = []
    for story in stories:
        ids = tuple(found[number].article.id for number in story.articles)
        told.append(Told(id=story_id(ids), title=story.title, articles=ids, claims=()))
    numbers = sorted(number for story in stories for number in story.articles)
    return conclude([found[number] for number in numbers], (), (), settings, stories=told)


def _by_dossier(bucket: Bucket) -> list[tuple[int, list[Story]]]:
    held: dict[int, list[Story]] = {}
    for story in bucket.stories:
        held.setdefault(story.dossier, []).append(story)
    return sorted(held.items())


def _write(out: str, bucket: Bucket, made: dict[str, pa.Table]) -> None:
    for name, rows in made.items():
        write_table(place(out, name, bucket.number), rows)


def _with_care(out: str, bucket: Bucket, settings: Settings, engine: Engine) -> None:
    alone = [Bucket(bucket.number, tuple(stories)) for _, stories in _by_dossier(bucket)]
    parts = []
    for one, done in zip(alone, engine.spread(partial(worked_out, out, settings), alone), strict=True):
        if isinstance(done, Lost):
            story = one.stories[0]
            row = {"dossier": story.dossier, "title": story.title, "stories": len(one.stories)}
            row["articles"] = sum(len(each.articles) for each in one.stories)
            row["error"] = f"could not be worked out ({done.why})"
            done = {**tables(()), MARK: table([row], DOSSIERS)}
        parts.append(done)
    _write(out, bucket, {name: pa.concat_tables([part[name] for part in parts]) for name in parts[0]})


def _brought(out: str, bucket: int) -> str:
    return inside(out, "work", "found", f"{bucket:06}.parquet")


def _bring(out: str, shards: Sequence[str], buckets: Sequence[Bucket], engine: Engine) -> None:
    """Bring what was found in the articles of each bucket together."""
    if not buckets:
        return
    names = tuple(each.number for each in buckets)
    homes = inside(out, "work", f"homes-{digest(names)}.parquet")
    numbers = [(n, at) for at, each in enumerate(buckets) for story in each.stories for n in story.articles]
    numbers.sort()
    write_table(homes, pa.table({"number": [n for n, _ in numbers], "bucket": [at for _, at in numbers]}))
    engine.exchange(shards, partial(_found, homes), partial(_put, out, names), len(buckets), AT_ONCE)


@cache
def _homes(place: str) -> tuple[Numbers, Numbers]:
    held = read_table(place)
    return held["number"].to_numpy(), held["bucket"].to_numpy()


def _found(homes: str, shard: str, first: int, past: int) -> pa.Table:
    """What was found in those articles of a shard that are in buckets [first, past)."""
    numbers, buckets = _homes(homes)
    held = read_table(shard, ["number", "text", "found"])
    own = held["number"].to_numpy()
    at = np.minimum(np.searchsorted(numbers, own), max(0, len(numbers) - 1))
    of = np.where(numbers[at] == own, buckets[at], -1)
    here = np.flatnonzero((of >= first) & (of < past))
    text = held["text"].cast(pa.large_string())
    return pa.table({"bucket": of, "number": own, "text": text, "found": held["found"]}).take(here)


def _put(out: str, names: tuple[int, ...], bucket: int, rows: pa.Table) -> None:
    write_table(_brought(out, names[bucket]), rows.drop_columns(["bucket"]).sort_by("number"))
