"""Files by path or URL, on whatever fsspec knows; what is written is there whole or not at all."""

import json
import os
from collections.abc import Iterable
from typing import Any
from uuid import uuid4

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq

from firsthand.errors import NothingReadable

LINES = (".jsonl", ".ndjson", ".jsonlines")
PACKED = (".gz", ".bz2", ".xz", ".zst")
PARQUET = (".parquet", ".pq")
GROUP = 1000  # rows that can be read by themselves


def address(path: str) -> str:
    """A path or URL as every machine understands it: a path from the root, a URL as it is."""
    return path if "://" in path else os.path.abspath(path)


def kind_of(path: str) -> str | None:
    """How the articles of a file are written: "lines", "parquet", or None where it is neither."""
    name = path.lower()
    for packed in PACKED:
        name = name.removesuffix(packed)
    return "lines" if name.endswith(LINES) else "parquet" if name.endswith(PARQUET) else None


def listed(given: Iterable[str]) -> list[tuple[str, int]]:
    """The files that paths, folders, globs and URLs stand for, with their sizes in bytes, each once and in order.

    Raises NothingReadable where one of them stands for none.
    """
    found: dict[str, int] = {}
    for each in map(address, given):
        system, path = fsspec.core.url_to_fs(each)
        inside = [path] if system.isfile(path) else system.find(path) if system.isdir(path) else system.glob(path)
        files = sorted(file for file in inside if kind_of(file) and not os.path.basename(file).startswith((".", "_")))
        if not files:
            raise NothingReadable(f"{each} holds no JSON-lines or Parquet file")
        local = "://" not in each
        found |= {file if local else system.unstrip_protocol(file): int(system.size(file) or 0) for file in files}
    return list(found.items())


def inside(folder: str, *names: str) -> str:
    """The address of something in a folder."""
    return "/".join((folder.rstrip("/"), *names))


def exists(url: str) -> bool:
    """Whether a file is there, which is then whole."""
    system, path = fsspec.core.url_to_fs(url)
    return bool(system.exists(path))


def write(url: str, data: bytes) -> None:
    """Write a file whole: first under another name, that readers pass over, then renamed."""
    system, path = fsspec.core.url_to_fs(url)
    folder, _, name = path.rpartition("/")
    system.makedirs(folder, exist_ok=True)
    half = f"{folder}/.{name}.{uuid4().hex}"
    try:
        system.pipe_file(half, data)
        system.mv(half, path)
    except BaseException:
        if system.exists(half):
            system.rm(half)
        raise


def read(url: str) -> bytes:
    """The bytes of a file. Raises FileNotFoundError."""
    system, path = fsspec.core.url_to_fs(url)
    return bytes(system.cat_file(path))


def write_json(url: str, value: Any) -> None:
    """A value as JSON."""
    write(url, json.dumps(value, ensure_ascii=False, indent=1).encode())


def read_json(url: str) -> Any:
    """What `write_json` wrote."""
    return json.loads(read(url))


def write_table(url: str, table: pa.Table) -> None:
    """A table as Parquet."""
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd", row_group_size=GROUP)
    write(url, sink.getvalue().to_pybytes())


def read_table(url: str, columns: list[str] | None = None) -> pa.Table:
    """A table, or some of its columns."""
    with fsspec.open(url, "rb") as file:
        return pq.read_table(file, columns=columns)


def sweep(folder: str) -> None:
    """Remove what runs that were killed left half written."""
    system, path = fsspec.core.url_to_fs(folder)
    if system.exists(path):
        for file in system.find(path):
            if os.path.basename(file).startswith("."):
                system.rm(file)
