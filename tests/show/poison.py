"""Records with words that mean harm wherever a text of a stranger's can stand."""

from dataclasses import fields, is_dataclass, replace
from functools import reduce
from typing import Any

from firsthand.records import Brief

FIXED = {"kind", "quote", "stance", "cue_kind", "basis", "precision", "type", "bound", "state"}
KEYS = {"id", "article", "of", "source", "chain", "claim", "a", "b", "statements", "articles", "claims", "actor"}
KEYS |= {"denied_by", "doubted_by", "member_of", "story"}


def poisoned(record: Any, payload: str, name: str = "") -> Any:
    """The record with every free text in it replaced by `payload`; ids and fixed words stay."""
    if is_dataclass(record):
        return replace(record, **{f.name: poisoned(getattr(record, f.name), payload, f.name) for f in fields(record)})
    if isinstance(record, tuple) and name != "spans":
        return tuple(poisoned(item, payload, "" if is_dataclass(item) else name) for item in record)
    return payload if isinstance(record, str) and name not in FIXED | KEYS else record


def many(brief: Brief, payloads: list[str]) -> Brief:
    """One brief of as many poisoned ones."""
    each = [renamed(poisoned(brief, payload), f"p{n}-") for n, payload in enumerate(payloads)]
    lists = [f.name for f in fields(Brief) if isinstance(getattr(brief, f.name), tuple)]
    return replace(brief, **{key: reduce(tuple.__add__, (getattr(one, key) for one in each)) for key in lists})


def renamed(record: Any, prefix: str, name: str = "") -> Any:
    """The record with `prefix` before every id."""
    if is_dataclass(record):
        return replace(record, **{f.name: renamed(getattr(record, f.name), prefix, f.name) for f in fields(record)})
    if isinstance(record, tuple):
        return tuple(renamed(item, prefix, "" if is_dataclass(item) else name) for item in record)
    return prefix + record if isinstance(record, str) and name in KEYS else record


TAME = str.maketrans("<>\"'`&=;{}%$[]\\", "()“’’+~,()°§()/")


BOUNDS = ("=", ">=", "<=", "~")


def tamed(record: Any) -> Any:
    """The record, or whatever holds records, with a harmless character for each that markup could be made of."""
    if isinstance(record, str):
        return record if record in BOUNDS else record.translate(TAME)
    if is_dataclass(record) and not isinstance(record, type):
        return replace(record, **{f.name: tamed(getattr(record, f.name)) for f in fields(record) if f.init})
    if isinstance(record, tuple) and hasattr(record, "_fields"):
        return type(record)(*map(tamed, record))
    if isinstance(record, list | tuple):
        return type(record)(map(tamed, record))
    return record
