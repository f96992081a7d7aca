"""The article stages on a shard: a row for every row of the input, with what was found in it or why nothing was."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from firsthand.corrections import text_hash
from firsthand.engines import Engine
from firsthand.pipeline import Found, find, silent
from firsthand.records import Article, Unprocessed
from firsthand.scale.files import exists, inside, write_table
from firsthand.scale.shards import Shard, rows_of
from firsthand.scale.tables import articles, row, table
from firsthand.settings import Settings
from firsthand.stages.copy import fingerprints
from firsthand.stages.group import member_of
from firsthand.stages.read import Row, read_row
from firsthand.store.add import sampled, without_text
from firsthand.store.kept import pack, storable
from firsthand.tasks import Lost


def place(out: str, shard: Shard) -> str:
    """Where the articles of a shard are written."""
    return inside(out, "articles", f"{shard.number:06}.parquet")


def read_all(out: str, shards: Iterable[Shard], settings: Settings, engine: Engine) -> Iterator[Shard]:
    """Run the article stages on the shards that are not done, and give each when it is.

    A shard that its workers died of is done article by article, which costs only those that they die of again.
    """
    left = [shard for shard in shards if not exists(place(out, shard))]
    for shard, lost in zip(left, engine.spread(partial(read_shard, out, settings), left), strict=True):
        if isinstance(lost, Lost):
            _with_care(out, shard, settings, engine)
        yield shard


def read_shard(out: str, settings: Settings, shard: Shard) -> None:
    """Run the article stages on a shard and write what they found."""
    write_table(place(out, shard), table((_row(each, shard, settings) for each in rows_of(shard)), articles()))


def _with_care(out: str, shard: Shard, settings: Settings, engine: Engine) -> None:
    rows = list(rows_of(shard))
    made = []
    for given, done in zip(rows, engine.spread(partial(_row, shard=shard, settings=settings), rows), strict=True):
        if isinstance(done, Lost):
            problem = Unprocessed(
                path=shard.path,
                why=f"line {given.number} could not be analysed ({done.why})",
                remedy="please report it with the article",
            )
            done = {"number": _number(given, shard), **_told(problem)}
        made.append(done)
    write_table(place(out, shard), table(made, articles()))


def _number(given: Row, shard: Shard) -> int:
    return shard.first + given.number - 1 - shard.before


def _row(given: Row, shard: Shard, settings: Settings) -> dict[str, Any]:
    """All that is known of one row of the input."""
    made: dict[str, Any] = {"number": _number(given, shard)}
    for read in read_row(given, shard.path, settings):
        made |= _told(read) if isinstance(read, Unprocessed) else _analysed(storable(read), settings)
    return made


def _told(problem: Unprocessed) -> dict[str, Any]:
    return {"path": problem.path, "error": problem.why, "remedy": problem.remedy, "failed": problem.failed}


def _analysed(article: Article, settings: Settings) -> dict[str, Any]:
    made = {**row(article), "digest": text_hash(article.text)}
    for found in find([article], settings, silent):
        if isinstance(found, Unprocessed):
            made |= _told(replace(found, path=article.path or ""))
        else:
            made |= kept(found)
    return made


def kept(found: Found) -> dict[str, Any]:
    """What was found in an article, and what is needed to group it, as columns."""
    return {
        "found": pack(without_text(found)),
        "member": pack(member_of(found.article)),
        "prints": sampled(fingerprints(found.article)),
    }
