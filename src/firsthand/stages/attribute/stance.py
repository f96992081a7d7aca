"""What a source does with a content: asserts, confirms, denies, doubts, declines, promises, asks; and the hedges."""

import re
from collections.abc import Mapping

from firsthand.records import Spans, Stance
from firsthand.stages.attribute.draft import Draft
from firsthand.stages.attribute.lexicon import Lexicon

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
ORDER: tuple[Stance, ...] = ("denies", "doubts", "declines", "confirms", "promises", "asks")


def stance(text: str, draft: Draft, lexicon: Lexicon) -> Stance:
    """The stance of a draft, from its verb, its negation and the words it is said with."""
    if draft.quote == "none":
        return "asserts"
    table = lexicon.tables["stances"]
    content = words_in(text, draft.spans)
    named: Stance = next((s for s in ORDER if draft.lemma in table[s]), "asserts")
    if draft.lemma in table["asks_only_with"] and draft.how.partition("/")[0] not in table["asks_only_with"][draft.lemma]:  # type: ignore[index,call-overload]
        named = "asserts"
    if draft.negated:
        if draft.lemma in table["negated_declines"]:
            return "declines"
        if named == "confirms":
            return "declines"
        return "asserts" if named in ("denies", "doubts") else named
    turned = turn(content, draft, table)
    if turned is not None and named in ("asserts", "confirms"):
        return turned
    if draft.quote == "direct" and named == "asserts":
        said = " ".join(text[start:end] for start, end in draft.spans)
        for meant in ("declines", "promises"):
            if any(re.search(pattern, said, re.IGNORECASE) for pattern in lexicon.tables["first_person"][meant]):
                return meant  # type: ignore[return-value]
    return named


def turn(content: list[str], draft: Draft, table: Mapping[str, object]) -> Stance | None:
    """The stance that the content's own words give: a report called false is denied, a doubt raised is a doubt."""
    words: Mapping[str, list[str]] = table["words"]  # type: ignore[assignment]
    if draft.how.startswith("object") and content[:2] and any(w in words["doubts"] for w in content[:3]):
        return "doubts"
    of_report = any(w in words["reports"] for w in content[:4])
    if of_report and (any(w in words["denies"] for w in content) or draft.lemma in words["naming"]):
        return "denies"
    return None


def hedges(text: str, draft: Draft, lexicon: Lexicon) -> tuple[str, ...]:
    """The words in the content that weaken it, as written, each once."""
    listed = frozenset(lexicon.tables["hedges"]["words"]) - frozenset(lexicon.tables["hedges"]["weak"])
    found = [w for start, end in draft.spans for w in WORD.findall(text[start:end]) if w.casefold() in listed]
    return tuple(dict.fromkeys(found))


def words_in(text: str, spans: Spans) -> list[str]:
    return [w.casefold() for start, end in spans for w in WORD.findall(text[start:end])]
