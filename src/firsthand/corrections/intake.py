"""Web Annotations → corrections: what does not fit is told with its place, and nothing is taken in."""

import json
from typing import Any

import msgspec

from firsthand.corrections.check import flaw
from firsthand.corrections.records import Anchor, Correction, Kind
from firsthand.errors import BadCorrections
from firsthand.records import Stance

REMEDY = "export the corrections anew, or take this annotation out"


class _Selector(msgspec.Struct):
    type: str
    start: int | None = None
    end: int | None = None
    exact: str | None = None
    prefix: str = ""
    suffix: str = ""


class _Position(msgspec.Struct):
    start: int
    end: int


class _Target(msgspec.Struct, rename=lambda name: name if name == "selector" else f"firsthand:{name}"):
    anchor: int
    article: str
    text: str
    url: str | None = None
    selector: tuple[_Selector, ...] = ()


class _Body(msgspec.Struct):
    purpose: str = ""
    value: str = ""


class _Creator(msgspec.Struct):
    name: str


MODEL = ("creator", "created", "body", "target")  # fields of the Web Annotation model


class _Annotation(msgspec.Struct, rename=lambda name: name if name in MODEL else f"firsthand:{name}"):
    id: str
    kind: Kind
    creator: _Creator
    created: str
    target: tuple[_Target | str, ...]
    body: tuple[_Body, ...] = ()
    first: int = 1
    spans: tuple[_Position, ...] = ()
    speaker: str | None = None
    stance: Stance | None = None
    said: str | None = None
    names: tuple[str, ...] = ()
    undone: str | None = None
    undone_by: str | None = None


def from_annotations(text: str | bytes) -> tuple[Correction, ...]:
    """The corrections in what `to_annotations` wrote: an AnnotationPage, a collection with its first page, or an array.

    Raises BadCorrections with one line, which annotation, why and what to do, at the first that does not fit.
    """
    try:
        held = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadCorrections(f"not JSON ({error}); give a file of exported corrections") from error
    taken: dict[str, Correction] = {}
    for n, each in enumerate(_items(held), 1):
        correction = _taken(n, each)
        if taken.setdefault(correction.id, correction) is not correction:
            raise BadCorrections(f"annotation {n}: another before it has the id {correction.id!r}; {REMEDY}")
    return tuple(taken.values())


def _items(held: Any) -> list[Any]:
    """The annotations of a page, a collection or an array."""
    if isinstance(held, dict) and held.get("type") == "AnnotationCollection":
        held = held.get("first")
    if isinstance(held, dict):
        held = held.get("items", [held] if held.get("type") == "Annotation" else None)
    if not isinstance(held, list):
        raise BadCorrections("no AnnotationPage and no list of annotations; give a file of exported corrections")
    return held


def _taken(number: int, held: Any) -> Correction:
    given = held.get("id") if isinstance(held, dict) else None
    name = f"annotation {number}" + (f" ({given[:80]})" if isinstance(given, str) else "")
    try:
        correction = _correction(msgspec.convert(held, _Annotation))
    except (msgspec.ValidationError, ValueError, RecursionError) as error:
        raise BadCorrections(f"{name}: {' '.join(str(error).split())}; {REMEDY}") from error
    if wrong := flaw(correction):
        raise BadCorrections(f"{name}: {wrong}; {REMEDY}")
    return correction


def _correction(given: _Annotation) -> Correction:
    groups: dict[int, list[_Target]] = {}
    for target in given.target:
        if isinstance(target, _Target):
            groups.setdefault(target.anchor, []).append(target)
    return Correction(
        id=given.id,
        kind=given.kind,
        at=tuple(_anchor(groups[n]) for n in sorted(groups)),
        first=given.first,
        spans=tuple((s.start, s.end) for s in given.spans),
        speaker=given.speaker,
        stance=given.stance,
        said=given.said,
        names=given.names,
        note=next((b.value for b in given.body if b.purpose == "commenting"), ""),
        by=given.creator.name,
        made=given.created,
        undone=given.undone,
        undone_by=given.undone_by,
    )


def _anchor(targets: list[_Target]) -> Anchor:
    """The anchor of the targets of its spans."""
    one = targets[0]
    if any((t.article, t.text, t.url) != (one.article, one.text, one.url) for t in targets):
        raise ValueError("the targets of one anchor are of different articles")
    if not one.selector and len(targets) == 1:
        return Anchor(article=one.article, text=one.text, url=one.url)
    pieces = sorted((_piece(t) for t in targets), key=lambda piece: piece[0])
    return Anchor(
        article=one.article,
        text=one.text,
        url=one.url,
        spans=tuple(span for span, _ in pieces),
        quote=" ".join(words.exact or "" for _, words in pieces),
        before=pieces[0][1].prefix,
        after=pieces[-1][1].suffix,
    )


def _piece(target: _Target) -> tuple[tuple[int, int], _Selector]:
    """The span of a target, and the selector that holds its words."""
    places = [s for s in target.selector if s.type == "TextPositionSelector"]
    words = [s for s in target.selector if s.type == "TextQuoteSelector" and s.exact is not None]
    if len(places) != 1 or len(words) != 1:
        raise ValueError("a target needs one TextPositionSelector and one TextQuoteSelector")
    start, end = places[0].start, places[0].end
    if start is None or end is None or end - start != len(words[0].exact or ""):
        raise ValueError(f"the words of a target are not as long as its place, {start} to {end}, says (in code points)")
    return (start, end), words[0]
