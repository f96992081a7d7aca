"""The JSON Schema of a brief, generated from the record types so that the two cannot drift apart."""

from dataclasses import fields, is_dataclass
from inspect import getdoc
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from firsthand.records import SCHEMA, Brief

SCALARS: dict[object, dict[str, Any]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    NoneType: {"type": "null"},
}


def json_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of what `render(brief, "json")` writes; fields beyond it are allowed."""
    shapes: dict[str, Any] = {}
    _record(Brief, shapes)
    top = shapes.pop("Brief")
    top["properties"]["schema"] = {"const": SCHEMA}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Firsthand brief, schema {SCHEMA}",
        **top,
        "$defs": dict(sorted(shapes.items())),
    }


def _record(record: type, shapes: dict[str, Any]) -> None:
    """Put the shape of a dataclass, and of every dataclass in it, into `shapes`."""
    if record.__name__ in shapes:
        return
    shapes[record.__name__] = {}  # stops the recursion; filled below
    hints = get_type_hints(record)
    properties = {f.name: _shape(hints[f.name], shapes) for f in fields(record)}
    shapes[record.__name__] = {
        "description": (getdoc(record) or "").partition("\n\n")[0].replace("\n", " "),
        "type": "object",
        "properties": properties,
        "required": list(properties),
    }


def _shape(hint: Any, shapes: dict[str, Any]) -> dict[str, Any]:
    if hint in SCALARS:
        return dict(SCALARS[hint])
    if is_dataclass(hint) and isinstance(hint, type):
        _record(hint, shapes)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    arguments = get_args(hint)
    if get_origin(hint) is Literal:
        return {"enum": list(arguments)}
    if get_origin(hint) in (UnionType, Union):  # a Literal or None is a Union
        return {"anyOf": [_shape(a, shapes) for a in arguments]}
    if get_origin(hint) is tuple and arguments[-1] is Ellipsis:
        return {"type": "array", "items": _shape(arguments[0], shapes)}
    if get_origin(hint) is tuple:
        items = [_shape(a, shapes) for a in arguments]
        return {"type": "array", "prefixItems": items, "items": False, "minItems": len(items)}
    raise TypeError(f"no JSON shape for {hint!r}: give the record a field of str, int, float, tuple or dataclass")
