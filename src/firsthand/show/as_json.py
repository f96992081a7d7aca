"""Brief → one JSON object, schema 1, the record fields as they stand."""

import json
import math
from collections.abc import Iterator
from dataclasses import fields

from firsthand.records import Brief
from firsthand.show.plain import encodable, in_json


def as_json(brief: Brief) -> str:
    """The brief as one line of JSON with a line end: always UTF-8, with escapes where a terminal would act."""
    return "".join(json_pieces(brief))


def json_pieces(brief: Brief) -> Iterator[str]:
    """The same, record by record: at no time is a large brief in memory as text."""
    yield "{"
    for n, (name, value) in enumerate(_fields(brief).items()):
        yield f'{", " if n else ""}"{name}": '
        if isinstance(value, tuple):
            yield "["
            for k, record in enumerate(value):
                yield (", " if k else "") + _dumped(record)
            yield "]"
        else:
            yield _dumped(value)
    yield "}\n"


def _dumped(value: object) -> str:
    return in_json(encodable(json.dumps(value, default=_fields, ensure_ascii=False, allow_nan=False)))


def _fields(record: object) -> dict[str, object]:
    """A record's fields by name; a number that JSON cannot hold is null."""
    values = ((f.name, getattr(record, f.name)) for f in fields(record))  # type: ignore[arg-type]
    return {k: None if isinstance(v, float) and not math.isfinite(v) else v for k, v in values}
