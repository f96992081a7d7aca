"""Files cut into shards: so many rows that one worker reads in one go."""

import io
from collections.abc import Iterator
from functools import partial
from itertools import accumulate
from typing import NamedTuple, cast

import fsspec
import numpy as np
import pyarrow.parquet as pq

from firsthand.engines import Engine
from firsthand.errors import EngineFailed
from firsthand.scale.files import kind_of
from firsthand.stages.read import Row, json_lines
from firsthand.tasks import Lost

CHUNK = 1 << 22  # bytes of lines counted at a time
BATCH = 200  # rows of a Parquet file held at a time


class Shard(NamedTuple):
    """`rows` rows of a file, after the `before` first, which end at byte `offset` (unpacked) of a file of lines.

    `number` is the shard's own, `first` the number of its first row among all rows of all files.
    """

    number: int
    path: str
    before: int
    rows: int
    offset: int
    first: int


def deal(paths: list[str], rows: int, engine: Engine) -> list[Shard]:
    """All files cut into shards of at most so many rows."""
    shards: list[Shard] = []
    first = 0
    for path, found in zip(paths, engine.spread(partial(_cut, rows), paths), strict=True):
        if isinstance(found, Lost):
            raise EngineFailed(f"{path} cannot be counted: {found.why}")
        for before, some, offset in found:
            shards.append(Shard(len(shards), path, before, some, offset, first + before))
        first += sum(some for _, some, _ in found)
    return shards


def _cut(rows: int, path: str) -> list[tuple[int, int, int]]:
    """Rows before, rows, and offset in bytes, for each shard of a file."""
    if kind_of(path) == "parquet":
        with fsspec.open(path, "rb") as file:
            total = int(pq.ParquetFile(file).metadata.num_rows)
        return [(start, min(rows, total - start), 0) for start in range(0, total, rows)]
    total, offsets = _counted(path, rows)
    return [(start, min(rows, total - start), offsets[start // rows]) for start in range(0, total, rows)]


def _counted(path: str, rows: int) -> tuple[int, list[int]]:
    """How many lines a file has, and the offsets in bytes of each so-many-th."""
    lines, at, offsets, last = 0, 0, [0], b"\n"
    with fsspec.open(path, "rb", compression="infer") as stream:
        while chunk := stream.read(CHUNK):
            ends = np.flatnonzero(np.frombuffer(chunk, dtype=np.uint8) == 10)
            here = np.arange(lines + 1, lines + len(ends) + 1)  # how many lines have ended at each
            offsets += [at + int(end) + 1 for end in ends[here % rows == 0]]
            lines, at, last = lines + len(ends), at + len(chunk), chunk[-1:]
    return lines + (last != b"\n"), offsets


def rows_of(shard: Shard) -> Iterator[Row]:
    """The rows of a shard, numbered as in its file."""
    return _parquet(shard) if kind_of(shard.path) == "parquet" else _lines(shard)


def _lines(shard: Shard) -> Iterator[Row]:
    with fsspec.open(shard.path, "rb", compression="infer") as stream:
        stream.seek(shard.offset)
        text = io.TextIOWrapper(cast(io.BufferedReader, stream), encoding="utf-8", errors="replace", newline="\n")
        for row in json_lines(text):
            if row.number > shard.rows:
                break
            yield row._replace(number=shard.before + row.number)
        text.detach()


def _parquet(shard: Shard) -> Iterator[Row]:
    with fsspec.open(shard.path, "rb") as file:
        parquet = pq.ParquetFile(file)
        sizes = [parquet.metadata.row_group(n).num_rows for n in range(parquet.num_row_groups)]
        ends = list(accumulate(sizes))
        past = shard.before + shard.rows
        wanted = [n for n, end in enumerate(ends) if end > shard.before and end - sizes[n] < past]
        number = ends[wanted[0]] - sizes[wanted[0]]
        for batch in parquet.iter_batches(batch_size=BATCH, row_groups=wanted):
            lot = batch.slice(max(0, shard.before - number))
            number = max(number, shard.before) if len(lot) else number + len(batch)
            for fields in lot.to_pylist():
                if number >= past:
                    return
                number += 1
                yield Row(number, {name: _plain(value) for name, value in fields.items()})


def _plain(value: object) -> object:
    """A value as JSON has it: dates are written out."""
    return value.isoformat() if hasattr(value, "isoformat") else value
