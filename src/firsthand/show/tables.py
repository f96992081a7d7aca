"""Brief → flat tables: a statement a row with all that belongs to it, and each other kind of record as it stands.

Columns have the names of the records' fields; a record within a record is spread over several (`published_start`), and
a list of records is a table of its own that names its owner (`claim_origins`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from types import UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from firsthand.records import Article, Brief, Claim, Period, Spans, Statement, Story

Kind = Literal["text", "whole", "number", "truth", "texts", "spans"]
KINDS: dict[object, Kind] = {
    str: "text",
    int: "whole",
    float: "number",
    bool: "truth",
    tuple[str, ...]: "texts",
    Spans: "spans",
}
# What stands in a row of the statements: what one reads first, then where it is, then the ids of other tables.
STATEMENT: dict[str, Kind] = {
    "text": "text",
    "quote": "text",
    "speaker": "text",
    "speaker_kind": "text",
    "speaker_words": "text",
    "chain_names": "texts",
    "stance": "text",
    "hedges": "texts",
    "cue": "text",
    "cue_kind": "text",
    "said_start": "text",
    "said_end": "text",
    "said_basis": "text",
    "said_precision": "text",
    "speaks_of": "texts",
    "claim_text": "text",
    "origins_at_least": "whole",
    "origins_at_most": "whole",
    "denied_by": "texts",
    "doubted_by": "texts",
    "story_title": "text",
    "outlet": "text",
    "title": "text",
    "published_start": "text",
    "published_end": "text",
    "url": "text",
    "path": "text",
    "start": "whole",
    "end": "whole",
    "confidence": "number",
    "id": "text",
    "article": "text",
    "claim": "text",
    "story": "text",
    "source": "text",
    "chain": "texts",
    "spans": "spans",
    "source_spans": "spans",
    "cue_spans": "spans",
}


class Table(NamedTuple):
    """A name, the kind of value in each column, and the rows; a value that is not known is None."""

    name: str
    columns: dict[str, Kind]
    rows: list[tuple[Any, ...]]


def statements(brief: Brief) -> Table:
    """The statements with the names, the claim, the story and the article behind their ids."""
    names, kinds = {a.id: a.name for a in brief.actors}, {a.id: a.kind for a in brief.actors}
    homes = {a.id: a for a in brief.articles}
    claims = {c.id: c for c in brief.claims}
    stories = {article: story for story in reversed(brief.stories) for article in story.articles}
    paths = _paths(Statement)
    rows = []
    for each in brief.statements:
        told = {name: _at(each, path) for name, (path, _) in paths.items()}
        told |= {"speaker": names.get(each.source or ""), "speaker_kind": kinds.get(each.source or "")}
        told |= {"chain_names": _named(each.chain, names), "said_precision": precision(each.said)}
        told |= {"speaks_of": tuple(dict.fromkeys(filter(None, (interval(time.period) for time in each.times))))}
        told |= {"start": each.spans[0][0], "end": each.spans[-1][1]} if each.spans else {}
        told |= _of_claim(claims.get(each.claim or ""), names)
        told |= _of_home(each, homes.get(each.article), stories.get(each.article))
        rows.append(tuple(told.get(name) for name in STATEMENT))
    return Table("statements", STATEMENT, rows)


def tables(brief: Brief) -> Iterator[Table]:
    """All tables, that of the statements first; each is there, though it may have no rows."""
    yield statements(brief)
    for field, hint in get_type_hints(Brief).items():
        kind = _inner(hint)
        if kind is None:
            continue
        owners = getattr(brief, field)
        if kind is not Statement:
            yield _table(field, kind, [((), owners)], ())
        for part, inner in ((name, _inner(each)) for name, each in get_type_hints(kind).items()):
            if inner is not None:
                owner = kind.__name__.lower()
                keys = {owner: "id"} if "id" in get_type_hints(kind) else {f"{owner}_{k}": k for k in ("article", "of")}
                listed = [(tuple(getattr(one, k) for k in keys.values()), getattr(one, part)) for one in owners]
                yield _table(f"{owner}_{part}", inner, listed, tuple(keys))


def precision(period: Period | None) -> str | None:
    """How finely a period is known: year, month, day or time; "span" for a longer stretch; None where nothing is.

    >>> precision(Period(start="2031-03", end="2031-03", basis="expression"))
    'month'
    """
    if period is None or not (period.start or period.end):
        return None
    if period.start != period.end:
        return "span"
    return {4: "year", 7: "month", 10: "day"}.get(len(period.start or ""), "time")


def interval(period: Period | None) -> str:
    """A period as ISO 8601 writes an interval, with ".." for an end that is not known; empty where none is.

    >>> interval(Period(start="2031-03", end=None, basis="bounds"))
    '2031-03/..'
    """
    if period is None or not (period.start or period.end):
        return ""
    start, end = period.start or "..", period.end or ".."
    return start if start == end else f"{start}/{end}"


def _of_claim(claim: Claim | None, names: Mapping[str, str]) -> dict[str, Any]:
    if claim is None:
        return {}
    return {
        "claim_text": claim.text,
        "origins_at_least": claim.independent_origins.at_least,
        "origins_at_most": claim.independent_origins.at_most,
        "denied_by": _named(claim.denied_by, names),
        "doubted_by": _named(claim.doubted_by, names),
    }


def _of_home(each: Statement, home: Article | None, story: Story | None) -> dict[str, Any]:
    told: dict[str, Any] = {"story": story.id, "story_title": story.title} if story else {}
    if home is None:
        return told
    return told | {
        "speaker_words": " ".join(home.text[start:end] for start, end in each.source_spans) or None,
        "cue": " ".join(home.text[start:end] for start, end in each.cue_spans) or None,
        "outlet": home.outlet.name if home.outlet else None,
        "title": home.title,
        "published_start": home.published.start,
        "published_end": home.published.end,
        "url": home.url,
        "path": home.path,
    }


def _named(ids: Sequence[str], names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(names.get(each, each) for each in ids)


def _table(name: str, kind: type, listed: Sequence[tuple[tuple[Any, ...], Any]], keys: tuple[str, ...]) -> Table:
    """The table of records of one kind: each list of them with the values of `keys`, which come first."""
    paths = _paths(kind)
    columns: dict[str, Kind] = {**dict.fromkeys(keys, "text"), **{name: told for name, (_, told) in paths.items()}}
    rows = [
        (*lead, *(_at(record, path) for path, _ in paths.values())) for lead, records in listed for record in records
    ]
    return Table(name, columns, rows)


def _paths(kind: type, before: tuple[str, ...] = ()) -> dict[str, tuple[tuple[str, ...], Kind]]:
    """The columns of a kind of record: by name the fields that lead to the value, and what it is."""
    found: dict[str, tuple[tuple[str, ...], Kind]] = {}
    hints = get_type_hints(kind)
    for field in fields(kind):
        hint, path = _known(hints[field.name]), (*before, field.name)
        if is_dataclass(hint) and isinstance(hint, type):
            found |= _paths(hint, path)
        elif _inner(hint) is None:
            found["_".join(path)] = path, "text" if get_origin(hint) is Literal else KINDS[hint]
    return found


def _known(hint: Any) -> Any:
    """A type without None."""
    if get_origin(hint) not in (UnionType, Union):
        return hint
    return next(each for each in get_args(hint) if each is not type(None))


def _inner(hint: Any) -> type | None:
    """The kind of record that a list holds; None for what is no list of records."""
    inner = get_args(hint)[0] if get_origin(hint) is tuple else None
    return inner if isinstance(inner, type) and is_dataclass(inner) else None


def _at(record: Any, path: Sequence[str]) -> Any:
    for name in path:
        if record is None:
            return None
        record = getattr(record, name)
    return record
