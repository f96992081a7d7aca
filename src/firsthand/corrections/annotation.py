"""Corrections ↔ W3C Web Annotations (JSON-LD), for other tools to read and for these to come back as they were.

https://www.w3.org/TR/annotation-model/. One AnnotationPage holds them all. Each span is a target of its own with its
place in code points and its words, since several selectors of one target would say the same span in other ways.
What the model has no word for stands under terms of our own, `firsthand:…`.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any
from urllib.parse import quote as escaped
from uuid import UUID

from firsthand.corrections.anchor import quotes
from firsthand.corrections.records import ACTORS, Anchor, Correction, Kind

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
TERMS = {
    "firsthand": "urn:firsthand:terms:",
    "firsthand:names": {"@container": "@list"},
    "firsthand:spans": {"@container": "@list"},
}
URN = "urn:firsthand:"
OWN = ("kind", "first", "speaker", "stance", "said", "undone", "undone_by")  # fields that stand as they are
MOTIVATION: dict[Kind, str] = {
    "statement": "identifying",
    "not a statement": "assessing",
    "spans": "editing",
    "speaker": "identifying",
    "stance": "classifying",
    "said": "describing",
    "same actor": "linking",
    "different actors": "assessing",
    "same claim": "linking",
    "different claims": "assessing",
    "same origin": "linking",
    "different origins": "assessing",
    "same story": "linking",
    "different stories": "assessing",
    "copy": "linking",
    "not a copy": "assessing",
}
READ: dict[Kind, str] = {
    "statement": "This is a statement{who}.",
    "not a statement": "This is not a statement.",
    "spans": "The statement's content is at code points {spans}.",
    "speaker": "The speaker is {speaker}.",
    "stance": "The stance is: {stance}.",
    "said": "It was said: {said}.",
    "same actor": "These names are one actor: {names}.",
    "different actors": "These names are as many actors: {names}.",
    "same claim": "These statements make the same claim.",
    "different claims": "These statements make other claims: the first {first} and the rest.",
    "same origin": "These statements have the same origin.",
    "different origins": "These statements have other origins: the first {first} and the rest.",
    "same story": "These articles tell the same story.",
    "different stories": "These articles tell other stories: the first {first} and the rest.",
    "copy": "The first article is a copy of the second.",
    "not a copy": "The first article is not a copy of the second.",
}
WEB = re.compile("https?://")  # any other address, as javascript:, must not become a link; `firsthand:url` keeps it
SURROGATE = re.compile("[\ud800-\udfff]")


def to_annotations(corrections: Iterable[Correction]) -> str:
    """Corrections as one AnnotationPage in JSON-LD; `from_annotations` gives the same corrections back."""
    page = {
        "@context": [CONTEXT, TERMS],
        "id": f"{URN}corrections",
        "type": "AnnotationPage",
        "items": [_annotation(correction) for correction in corrections],
    }
    text = json.dumps(page, ensure_ascii=False, indent=1)
    return SURROGATE.sub(lambda found: f"\\u{ord(found.group()):04x}", text) + "\n"


def readable(correction: Correction) -> str:
    """What was decided, as a sentence for a person to read."""
    spans = ", ".join(f"{start}-{end}" for start, end in correction.spans)
    who = f" of {correction.speaker}" if correction.speaker is not None else ""
    return READ[correction.kind].format(
        who=who,
        spans=spans,
        speaker=correction.speaker if correction.speaker is not None else "the outlet itself",
        stance=correction.stance,
        said=correction.said or "not known when",
        names=", ".join(correction.names),
        first=correction.first,
    )


def _annotation(correction: Correction) -> dict[str, Any]:
    motivation = MOTIVATION[correction.kind]
    body = [{"type": "TextualBody", "value": readable(correction), "format": "text/plain", "purpose": motivation}]
    if correction.note:
        body.append({"type": "TextualBody", "value": correction.note, "format": "text/plain", "purpose": "commenting"})
    if correction.kind in ACTORS:
        targets: list[Any] = [f"{URN}name:{escaped(name, safe='', errors='replace')}" for name in correction.names]
    else:
        targets = [target for n, at in enumerate(correction.at) for target in _targets(at, n)]
    out: dict[str, Any] = {
        "id": _iri(correction.id),
        "type": "Annotation",
        "motivation": motivation,
        "creator": {"type": "Person", "name": correction.by},
        "created": correction.made,
        "body": body,
        "target": targets,
        "firsthand:id": correction.id,
    }
    if correction.spans:
        out["firsthand:spans"] = [_position(*span) for span in correction.spans]
    if correction.names:
        out["firsthand:names"] = list(correction.names)
    plain = {f.name: f.default for f in fields(Correction)}
    out |= {f"firsthand:{key}": value for key in OWN if (value := getattr(correction, key)) != plain[key]}
    return out


def _iri(given: str) -> str:
    """An id as an IRI: urn:uuid where it is a UUID."""
    try:
        return f"urn:uuid:{UUID(given)}"
    except ValueError:
        return f"{URN}correction:{escaped(given, safe='', errors='replace')}"


def _targets(at: Anchor, number: int) -> Iterator[dict[str, Any]]:
    """One target a span; `number` tells which spans are of one anchor."""
    whole: dict[str, Any] = {
        "type": "SpecificResource",
        "source": at.url
        if WEB.match(at.url or "")
        else f"{URN}article:{escaped(at.article, safe='', errors='replace')}",
        "firsthand:anchor": number,
        "firsthand:article": at.article,
        "firsthand:text": at.text,
    }
    if at.url is not None:
        whole["firsthand:url"] = at.url
    if not at.spans:
        yield whole
        return
    last = len(at.spans) - 1
    for n, (span, words) in enumerate(zip(at.spans, quotes(at), strict=True)):
        told = {"type": "TextQuoteSelector", "exact": words}
        told |= {"prefix": at.before} if n == 0 else {}
        told |= {"suffix": at.after} if n == last else {}
        yield whole | {"selector": [_position(*span), told]}


def _position(start: int, end: int) -> dict[str, Any]:
    return {"type": "TextPositionSelector", "start": start, "end": end}
