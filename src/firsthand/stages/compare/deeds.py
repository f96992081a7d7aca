"""What a text says that somebody will do, and what it tells as done."""

from collections.abc import Mapping
from functools import lru_cache

from firsthand.language import topic, words
from firsthand.language.terms import fold
from firsthand.stages.compare.words import concept, cut, describes, stopwords

_VERB = 4  # terms behind "will" among which its verb is looked for


@lru_cache(maxsize=1 << 14)
def planned(language: str, text: str) -> frozenset[str]:
    """The verbs of what is to come, as concepts or stems.

    >>> sorted(planned("en", "The hull will be towed on Thursday")), sorted(planned("en", "The hull was towed"))
    (['tow'], [])
    """
    data = topic(language, "claims")["plans"]
    run = cut(language, text)
    raw = [fold(text[t.start : t.end]) for t in run]
    announced = {*data["infinitive"], *data["words"]}
    found = set()
    for place, word in enumerate(raw):
        after = raw[place + 1] if place + 1 < len(raw) else ""
        opens = word in data["verbs"]["will"] or word.endswith(("'ll", "’ll"))
        opens |= word == data["verbs"]["should"] and after == data["verbs"]["be"]
        opens |= word == data["to"] and (place == 0 or raw[place - 1] in announced)
        no = words(language, "claims", "negators") & {after, *raw[max(place - 3, 0) : place]}
        if opens and not no and after != data["verbs"]["have"] and not describes(language, text, run, place):
            found.add(_verb(language, raw, [t.stem for t in run], place + 1))
    return frozenset(found - {""})


@lru_cache(maxsize=1 << 14)
def told(language: str, text: str) -> Mapping[str, str]:
    """The words that tell of something done, by their concepts or stems.

    >>> dict(told("en", "The hull was towed into port"))
    {'tow': 'towed'}
    """
    data = topic(language, "claims")["past"]
    run = cut(language, text)
    raw = [fold(text[t.start : t.end]) for t in run]
    out: dict[str, str] = {}
    for place, word in enumerate(raw):
        near = {*raw[max(place - 2, 0) : place]}
        helped = bool(near & {*data["auxiliaries"]})
        helped |= bool(near & {*data["passives"]}) and word.endswith(tuple(data["passive"]))
        if word in stopwords(language) or describes(language, text, run, place):
            continue
        if helped or word in data["words"] or word.endswith(tuple(data["endings"])):
            key = concept(language, run[place].stem) or run[place].stem
            out.setdefault(key, text[run[place].start : run[place].end])
    return out


def _verb(language: str, raw: list[str], stems: list[str], start: int) -> str:
    for at in range(start, min(start + _VERB, len(raw))):
        if raw[at] not in stopwords(language) and not raw[at].endswith("ly"):
            return concept(language, stems[at]) or stems[at]
    return ""
