import json
from pathlib import Path

import pytest

from firsthand.show.as_json import as_json
from firsthand.show.schema import json_schema
from show.sample import SAMPLE

DOCS = Path(__file__).parents[2] / "docs"


def check(value, shape, schema, where="$"):
    """Raise AssertionError where `value` is not of `shape`: the part of JSON Schema that json_schema() uses."""
    if "$ref" in shape:
        return check(value, schema["$defs"][shape["$ref"].rpartition("/")[2]], schema, where)
    if "anyOf" in shape:
        for option in shape["anyOf"]:
            try:
                return check(value, option, schema, where)
            except AssertionError:
                continue
        raise AssertionError(f"{where}: {value!r}")
    if "enum" in shape or "const" in shape:
        assert value in shape.get("enum", [shape.get("const")]), f"{where}: {value!r}"
        return None
    types = {"string": str, "integer": int, "number": (int, float), "boolean": bool, "null": type(None)}
    kind = {"object": dict, "array": list, **types}[shape["type"]]
    assert isinstance(value, kind), f"{where}: {value!r}"
    for name in shape.get("required", ()):
        check(value[name], shape["properties"][name], schema, f"{where}.{name}")
    if "prefixItems" in shape:
        assert len(value) == shape["minItems"] == len(shape["prefixItems"]), where
    items = shape.get("prefixItems") or [shape.get("items")] * (len(value) if kind is list else 0)
    for i, item in enumerate(items):
        check(value[i], item, schema, f"{where}[{i}]")
    return None


def test_a_brief_is_of_its_schema():
    schema = json_schema()
    check(json.loads(as_json(SAMPLE)), schema, schema)


@pytest.mark.parametrize(
    ("where", "wrong"),
    [(("schema",), 2), (("articles", 0, "id"), 5), (("statements", 0, "stance"), "yells"), (("claims", 0, "plan"), 1)],
)
def test_a_wrong_brief_is_not(where, wrong):
    brief = json.loads(as_json(SAMPLE))
    *path, last = where
    inner = brief
    for step in path:
        inner = inner[step]
    inner[last] = wrong
    with pytest.raises(AssertionError):
        check(brief, json_schema(), json_schema())


def test_the_published_schema_is_current():
    assert json.loads((DOCS / "brief.schema.json").read_text("utf-8")) == json_schema(), (
        "write it anew: python -c 'import json; from firsthand.show import json_schema; "
        "print(json.dumps(json_schema(), indent=1))' > docs/brief.schema.json"
    )


def test_every_field_is_explained():
    text = (DOCS / "brief.md").read_text("utf-8")
    shapes = [json_schema(), *json_schema()["$defs"].values()]
    missing = {name for shape in shapes for name in shape["properties"] if f"`{name}`" not in text}
    assert not missing
