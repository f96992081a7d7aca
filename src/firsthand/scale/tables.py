"""Records as tables: a column for each field, nested as in the JSON brief."""

import types
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
import pyarrow as pa

from firsthand.records import Actor, Article, Brief, Claim, Copy, Relation, Statement, Story, TimelineEntry

PLAIN: dict[type, pa.DataType] = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
OF_A_DOSSIER = {
    "actors": Actor, "statements": Statement, "claims": Claim, "relations": Relation, "copies": Copy,
    "stories": Story, "timeline": TimelineEntry,
}  # fmt: skip
DOSSIERS = pa.schema(
    [
        ("dossier", pa.int64()),
        ("title", pa.string()),
        ("stories", pa.int64()),
        ("articles", pa.int64()),
        ("error", pa.string()),
    ]
)
SHARD = {  # what stands in the table of articles beside the fields of Article
    "number": pa.int64(),
    "error": pa.string(),
    "remedy": pa.string(),
    "failed": pa.bool_(),
    "digest": pa.string(),
    "found": pa.large_binary(),
    "member": pa.large_binary(),
    "prints": pa.list_(pa.int64()),
}


@cache
def type_of(kind: Any) -> pa.DataType:
    """The column type for what a field may hold."""
    if (plain := PLAIN.get(kind)) is not None:
        return plain
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return pa.struct([(each.name, type_of(hints[each.name])) for each in fields(kind)])
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return PLAIN[type(inner[0])]
    if origin in (Union, types.UnionType):
        (only,) = (each for each in inner if each is not type(None))
        return type_of(only)
    if origin is tuple:
        return pa.list_(type_of(inner[0]))
    raise TypeError(f"no column for {kind}")


@cache
def schema_of(record: type, *, dossier: bool = True) -> pa.Schema:
    """The columns of a table of records, after that of the dossier they are of."""
    own = list(type_of(record))
    return pa.schema([pa.field("dossier", pa.int64()), *own] if dossier else own)


@cache
def articles() -> pa.Schema:
    """The columns of the table of articles: one row for each row of the input."""
    return pa.schema([*schema_of(Article, dossier=False), *SHARD.items()])


def row(record: object) -> dict[str, Any]:
    """A record as a row."""
    made: dict[str, Any] = msgspec.to_builtins(record)
    return made


def table(rows: Iterable[Mapping[str, Any]], schema: pa.Schema) -> pa.Table:
    """Rows as a table; what a row does not say is null."""
    return pa.Table.from_pylist(list(rows), schema=schema)


def tables(briefs: Iterable[tuple[int, Brief]]) -> dict[str, pa.Table]:
    """The tables of some dossiers' briefs."""
    held = list(briefs)
    return {
        name: table(
            ({"dossier": number, **row(each)} for number, brief in held for each in getattr(brief, name)),
            schema_of(record),
        )
        for name, record in OF_A_DOSSIER.items()
    }
