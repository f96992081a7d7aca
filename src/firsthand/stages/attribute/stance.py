"""What a source does with a content: asserts, confirms, denies, doubts, declines, promises, asks; and the hedges."""

import re
from collections.abc import Mapping
from typing import Any

from firsthand.records import Spans, Stance
from firsthand.stages.attribute.draft import Draft
from firsthand.stages.attribute.lexicon import Lexicon

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
OPENING = 3  # words of a content in which a negation is about the whole of it
BEFORE_SENTENCE = ".!?…:“‘\"'"  # and the empty string: the text's start
ORDER: tuple[Stance, ...] = ("denies", "doubts", "declines", "confirms", "promises", "asks")


def stance(text: str, draft: Draft, lexicon: Lexicon) -> Stance:
    """The stance of a draft, from its verb, its negation and the words it is said with."""
    if draft.quote == "none":
        return "asserts"
    if draft.stance is not None:
        return draft.stance
    table = lexicon.tables["stances"]
    content = words_in(text, draft.spans)
    cue = {draft.lemma, " ".join([draft.lemma, *words_in(text, draft.cue)[1:]])}  # “shot back”
    listed = (s for s in ORDER if not cue.isdisjoint(table[s]))
    named: Stance = next(listed, lexicon.stances.get(draft.lemma, "asserts"))
    if draft.how not in table["asks_only_with"].get(draft.lemma, [draft.how]):
        named = "asserts"
    if draft.negated:
        return "asserts" if named == "doubts" else "declines"  # what is not said is neither asserted nor denied
    turned = turn(content, draft, table)
    if turned is not None and named in ("asserts", "confirms"):
        return turned
    if draft.lemma in table["words"]["insisting"] and not lexicon.particles.negations.isdisjoint(content[:OPENING]):
        return "denies"
    if named == "asserts":
        said = " ".join(text[start:end] for start, end in draft.spans)
        first_person = lexicon.tables["first_person" if draft.quote == "direct" else "own_words"]
        for meant in (s for s in ORDER if s in first_person):
            if any(re.search(pattern, said, re.IGNORECASE) for pattern in first_person[meant]):
                return meant
    return named


def turn(content: list[str], draft: Draft, table: Mapping[str, Any]) -> Stance | None:
    """The stance that the content's own words give: a report called false is denied, a doubt raised is a doubt."""
    words = table["words"]
    if draft.how.startswith("object") and content[:2] and any(w in words["doubts"] for w in content[:3]):
        return "doubts"
    of_report = any(w in words["reports"] or w.removesuffix("s") in words["reports"] for w in content[:4])
    denied = "denies" if of_report else "unreal" if draft.lemma in words["naming"] else None
    if denied and any(w in words[denied] for w in content):
        return "denies"
    return None


def hedges(text: str, draft: Draft, lexicon: Lexicon) -> tuple[str, ...]:
    """The words in the content that weaken it, as written, each once."""
    words = (w for start, end in draft.spans for w in WORD.finditer(text, start, end))
    found = [w for w in words if w[0].casefold() in lexicon.hedging]
    return tuple(dict.fromkeys(w[0] for w in found if w[0].islower() or starts_sentence(text, w.start(), draft.spans)))


def starts_sentence(text: str, at: int, spans: Spans) -> bool:
    """Whether a capital at a code point may be a sentence's: elsewhere it makes a name, as of the month of May."""
    before = text[max(0, at - 4) : at].rstrip()
    return before[-1:] in BEFORE_SENTENCE or any(at == start for start, _ in spans)


def words_in(text: str, spans: Spans) -> list[str]:
    """The words at some spans in one case."""
    return [w.casefold() for start, end in spans for w in WORD.findall(text[start:end])]
