"""The names in an author field, however it is written."""

import ast
import re
from collections.abc import Mapping
from functools import cache

from firsthand.language import topic
from firsthand.stages.read.chrome import FALLBACK

NOTHING = frozenset({"", "none", "null", "nan", "[]"})


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before names, and what stands between them."""
    words = topic(FALLBACK, "page")
    leads, joins = "|".join(words["name_leads"]), "|".join(words["name_joins"])
    return (
        re.compile(rf"\s{{0,2}}(?:{leads})\s{{1,3}}(?=\S)", re.IGNORECASE),
        re.compile(rf"\s{{0,9}}(?:[;|&\n]|\b(?:{joins})\b)\s{{0,9}}", re.IGNORECASE),
    )


def authors_of(value: object) -> tuple[str, ...] | None:
    """Authors' names from a list, a list of objects, or one string ("By A and B", "A; B", "A, B").

    >>> authors_of("By Jane Doe and John Roe")
    ('Jane Doe', 'John Roe')
    """
    if isinstance(value, str):
        names = _split_authors(value)
    elif isinstance(value, Mapping):
        names = [name] if (name := _name(value)) else []
    elif isinstance(value, list):
        names = [name for item in value for name in (authors_of(item) or ())]
    else:
        return None
    kept = dict.fromkeys(name for name in names if name and not name.lower().startswith("http") and len(name) <= 120)
    return tuple(kept) or None


def _split_authors(text: str) -> list[str]:
    text = text.strip()
    if text.lower() in NOTHING:
        return []
    if text.startswith("[") and text.endswith("]"):
        try:
            return list(authors_of(ast.literal_eval(text)) or ())
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            pass
    lead, several = _patterns()
    start = lead.match(text)
    names = several.split(text[start.end() :] if start else text)
    out = []
    for name in names:
        pieces = [piece.strip() for piece in name.split(",")]
        # "Doe, Jane" is one name; "Jane Doe, John Roe" are two.
        out += pieces if all(" " in piece for piece in pieces) else [name.strip(" ,")]
    return [re.sub(r"\s+", " ", name) for name in out if name]


def _name(value: Mapping[object, object]) -> str | None:
    name = value.get("name") or value.get("@value")
    return name.strip() if isinstance(name, str) else None
