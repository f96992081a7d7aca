"""The whole of it: shards, articles, stories, dossiers. What is done is passed over, so that a run can be taken up."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec

from firsthand.engines import Engine
from firsthand.errors import NothingReadable, OtherRun
from firsthand.pipeline import Progress
from firsthand.scale import dossiers
from firsthand.scale.articles import place, read_all
from firsthand.scale.files import address, exists, inside, listed, read_json, read_table, sweep, write_json
from firsthand.scale.shards import Shard, deal
from firsthand.scale.stories import stories
from firsthand.settings import Settings
from firsthand.store.maker import maker


class Made(NamedTuple):
    """What a run has made, counted over all that is in the folder; `failed` are rows and dossiers with an error."""

    rows: int
    analysed: int
    stories: int
    dossiers: int
    failed: int


def run(
    given: Sequence[str], out: str, engine: Engine, settings: Settings, progress: Progress, rows: int = 500
) -> Made:
    """Read the files given and write all tables into the folder `out`; both may be URLs that fsspec knows.

    `progress` is told what is done, how many articles, of how many. Raises OtherRun when `out` holds something else,
    NothingReadable when there is nothing to read.
    """
    out = address(out)
    files = listed(given)
    _claim(out, {"files": [list(each) for each in files], "settings": _plain(settings), "rows": rows, "by": maker()})
    sweep(out)
    shards = _dealt(out, [path for path, _ in files], rows, engine)
    total = sum(shard.rows for shard in shards)
    if not total:
        raise NothingReadable("the files hold no rows")
    done = sum(shard.rows for shard in shards if exists(place(out, shard)))
    progress("reading closely", done, total)
    for shard in read_all(out, shards, settings, engine):
        done += shard.rows
        progress("reading closely", done, total)
    progress("grouping stories", 0, total)
    places = [place(out, shard) for shard in shards]
    told = stories(out, places, total, engine)
    waiting = left = sum(len(story.articles) for story in told)
    progress("working out stories", 0, waiting)
    for bucket in dossiers.work_out(out, places, told, settings, engine):
        left -= sum(len(story.articles) for story in bucket.stories)
        progress("working out stories", waiting - left, waiting)
    return _counted(out, places, {story.bucket for story in told}, len(told))


def _dealt(out: str, paths: list[str], rows: int, engine: Engine) -> list[Shard]:
    """The shards of a run, cut once and then kept."""
    kept = inside(out, "work", "shards.json")
    if not exists(kept):
        write_json(kept, deal(paths, rows, engine))
    return [Shard(*each) for each in read_json(kept)]


def _claim(out: str, made_from: dict[str, Any]) -> None:
    """Note what a folder is made from. Raises OtherRun where it was made from something else."""
    kept = inside(out, "manifest.json")
    if not exists(kept):
        write_json(kept, made_from)
        return
    before = read_json(kept)
    names = {"files": "other files", "settings": "other settings", "rows": "another --rows", "by": "another version"}
    other = [told for name, told in names.items() if before.get(name) != made_from[name]]
    if other:
        raise OtherRun(f"{out} was made from {' and '.join(other)}; name another folder, or remove this one")


def _plain(settings: Settings) -> Any:
    """Settings as JSON has them, sets in order."""
    return msgspec.json.decode(msgspec.json.encode(settings, order="deterministic"))


def _counted(out: str, places: Sequence[str], buckets: set[int], stories: int) -> Made:
    errors = analysed = rows = held = 0
    for each in places:
        told = read_table(each, ["failed", "digest", "error"])
        rows += told.num_rows
        errors += sum(bool(failed) for failed in told["failed"].to_pylist())
        analysed += sum(
            error is None and text is not None
            for error, text in zip(told["error"].to_pylist(), told["digest"].to_pylist(), strict=True)
        )
    for number in buckets:
        column = read_table(dossiers.place(out, dossiers.MARK, number), ["error"])["error"]
        held += len(column)
        errors += len(column) - column.null_count
    return Made(rows, analysed, stories, held, errors)
