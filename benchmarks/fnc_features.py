"""What Firsthand works out between a headline and a body, in numbers: by words, by statements, by the pair reader."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from math import nan, sqrt
from typing import NamedTuple

from firsthand.language import topic, words
from firsthand.language.terms import stem
from firsthand.pipeline import Found
from firsthand.records import Part
from firsthand.stages.compare.reader.model import RELATIONS
from firsthand.stages.compare.reader.wording import said, then
from firsthand.stages.compare.words import Wording, cut, wording

LANGUAGE = "en"
LEAD = 2  # sentences
NEAR = 0.3  # share of a headline's words from which a sentence tells of its matter
ASKED = 0.3  # the same for a whole body: below, the pair reader is not asked
CONTESTED = ("denies", "doubts")
STANCES = ("confirms", "denies", "doubts", "promises")
VOICES = ("own", "told", "hedged", "contested", "promised", "nobody", "outlet")
KINDS = ("person", "organisation", "government", "outlet", "agency", "document", "group", "unnamed")

Numbers = dict[str, float]
_END = re.compile(r"(?<=[.!?])[\"”’»)]*\s+(?=[\"“‘«(]?[^\W_a-z])|\n\s*\n")


class Cues(NamedTuple):
    """How many words of a text deny or doubt, hedge, and name a report ("claim", "rumour")."""

    contests: int
    hedges: int
    reports: int


class Text(NamedTuple):
    """A headline, sentence or statement as the comparison of claims sees it; `total` is the sum of its weights."""

    text: str
    wording: Wording
    total: float
    cues: Cues


class Said(NamedTuple):
    """A statement of a body; `voices` are those of VOICES that it counts for, `spoken` is what the reader is told."""

    read: Text
    voices: frozenset[str]
    stance: str
    quoted: float
    kind: int
    hands: int
    confidence: float
    start: float
    spoken: str


class Body(NamedTuple):
    """A body (or a headline), read once for all that it is held against."""

    sentences: tuple[Text, ...]
    statements: tuple[Said, ...]
    weights: dict[str, float]
    runs: frozenset[tuple[str, ...]]


class Seen(NamedTuple):
    """The shares of a headline's words that each sentence and statement of a body tells, and the likeness of both."""

    sentences: tuple[tuple[float, float], ...]
    statements: tuple[tuple[float, float], ...]


def text_of(text: str) -> Text:
    """A text with its words weighed and its cue words counted."""
    found = wording(LANGUAGE, text)
    stems = [term.stem for term in cut(LANGUAGE, text)]
    counted = Cues(*(sum(s in known for s in stems) for known in cues()))
    return Text(text, found, sum(found.weights.values()), counted)


@cache
def cues() -> tuple[frozenset[str], ...]:
    """The stems of the language's words that deny or doubt, hedge, and name a report."""
    stances, hedges = topic(LANGUAGE, "reporting")["stances"], topic(LANGUAGE, "reporting")["hedges"]
    contests = [word for stance in CONTESTED for word in (*stances[stance], *stances["words"][stance])]
    hedging = set(hedges["words"]) - set(hedges["weak"])
    stop = words(LANGUAGE, "claims", "stop")
    lists: tuple[Iterable[str], ...] = (contests, hedging, stances["words"]["reports"])
    return tuple(frozenset(stem(LANGUAGE, word) for word in each if word not in stop) for each in lists)


def body_of(found: Found) -> Body:
    """What was found in an article, its sentences and statements weighed."""
    article = found.article
    sentences = tuple(text_of(s) for s in split(article.text, article.parts))
    weights = {term: weight for s in sentences for term, weight in s.wording.weights.items()}
    runs = frozenset(run for s in sentences for size in (2, 3) for run in grams(s.wording.stems, size))
    return Body(sentences, tuple(_statements(found)), weights, runs)


def split(text: str, parts: Sequence[Part]) -> Iterator[str]:
    """The sentences of an article's title and body, about: without its furniture."""
    for part in parts:
        if part.kind in ("title", "body"):
            ends = [at for match in _END.finditer(text, part.start, part.end) for at in match.span()]
            for start, end in zip([part.start, *ends[1::2]], [*ends[::2], part.end], strict=True):
                if text[start:end].strip():
                    yield text[start:end].strip()


def grams(stems: Sequence[str], size: int) -> Iterator[tuple[str, ...]]:
    """The runs of `size` stems."""
    return zip(*(stems[at:] for at in range(size)), strict=False)


def _statements(found: Found) -> Iterator[Said]:
    text, entities = found.article.text, {e.key: e for e in found.speakers.entities}
    rows = zip(found.attributions, found.speakers.sources, found.speakers.chains, strict=True)
    for a, source, chain in rows:
        speaker = entities.get(source or "")
        own = a.quote == "none"
        hedged, contested = bool(a.hedges), a.stance in CONTESTED
        voices = {
            "own": own and not hedged,
            "told": not own and not hedged and not contested,
            "hedged": hedged,
            "contested": contested,
            "promised": a.stance == "promises",
            "nobody": not own and (speaker is None or speaker.kind == "unnamed"),
            "outlet": speaker is not None and speaker.kind in ("outlet", "agency"),
        }
        content = " ".join(text[start:end] for start, end in a.spans)
        yield Said(
            read=text_of(content),
            voices=frozenset(voice for voice, is_it in voices.items() if is_it),
            stance=a.stance,
            quoted={"none": 0.0, "indirect": 1.0, "mixed": 2.0, "direct": 3.0}[a.quote],
            kind=KINDS.index(speaker.kind) if speaker else -1,
            hands=len(chain),
            confidence=a.confidence,
            start=a.spans[0][0] / max(len(text), 1),
            spoken=said(LANGUAGE, speaker.name if speaker else None, a.stance, content),
        )


def seen(headline: Text, body: Body) -> Seen:
    """The headline held against each sentence and statement."""
    return Seen(
        tuple(alike(headline, s) for s in body.sentences), tuple(alike(headline, s.read) for s in body.statements)
    )


def alike(headline: Text, other: Text) -> tuple[float, float]:
    """The share of the headline's words, by weight, that a text tells; and the mean of it and of the cosine of both."""
    mine, theirs = headline.wording.weights, other.wording.weights
    common = sum(weight for term, weight in mine.items() if term in theirs)
    if not common:
        return 0.0, 0.0
    share = common / headline.total
    return share, (share + common / sqrt(headline.total * other.total)) / 2


def best(rows: Sequence[tuple[float, float]], among: Iterable[int] | None = None) -> int | None:
    """The place of the likest, of all or of some; None when none shares a word."""
    places = [at for at in (range(len(rows)) if among is None else among) if rows[at][1] > 0]
    return max(places, key=lambda at: rows[at][1], default=None)


def by_words(headline: Text, body: Body, held: Seen) -> Numbers:
    """Shared words, names, numbers and runs in the whole body, its lead and its best sentences; signs and sides."""
    mine = headline.wording
    missing = [weight for term, weight in mine.weights.items() if term not in body.weights]
    shares, likes = ([row[n] for row in held.sentences] for n in (0, 1))
    top = sorted(likes, reverse=True)[:3] + [0.0] * 3
    at = best(held.sentences)
    pair = [max(a, b) for a, b in pairwise(shares)]
    out = {
        "told": _part(mine.weights, body.weights, mine.weights),
        "names": _part(mine.names, body.weights, mine.weights),
        "numbers": _part([t for t in mine.weights if t.replace(".", "").isdecimal()], body.weights, mine.weights),
        "missing": sum(missing),
        "rarest missing": max(missing, default=0.0),
        "first": top[0],
        "second": top[1],
        "third": top[2],
        "share": max(shares, default=0.0),
        "two together": max(pair, default=0.0),
        "lead": max(likes[:LEAD], default=0.0),
        "lead share": max(shares[:LEAD], default=0.0),
        "near": float(sum(share >= NEAR for share in shares)),
        "near of all": sum(share >= NEAR for share in shares) / max(len(shares), 1),
        "place": nan if at is None else at / len(shares),
        "length": float(len(shares)),
        "headline length": float(len(mine.stems)),
        "headline weight": headline.total,
        "asks": float("?" in headline.text),
        "body asks": float(sum("?" in s.text for s in body.sentences)),
    }
    for size in (2, 3):
        runs = list(grams(mine.stems, size))
        out[f"runs of {size}"] = sum(run in body.runs for run in runs) / len(runs) if runs else nan
    return out | _signs(mine, body, at)


def _part(terms: Iterable[str], held: Iterable[str], weights: dict[str, float]) -> float:
    """The share of some terms, by weight, that are held; not a number when there are none."""
    whole = [(weights[t], t in held) for t in terms]
    total = sum(weight for weight, _ in whole)
    return sum(weight for weight, there in whole if there) / total if total else nan


def _signs(mine: Wording, body: Body, at: int | None) -> Numbers:
    """Whether the best sentence negates what the headline affirms, or takes the other side of it; what is called
    true or false anywhere."""
    out = {"headline true": float(mine.sides.get("truth", 0)), "headline turned": float(-1 in mine.signs.values())}
    truths = [s.wording.sides.get("truth", 0) for s in body.sentences]
    out |= {"called false": float(truths.count(-1)), "called true": float(truths.count(1))}
    out["lead false"] = float(-1 in truths[:LEAD])
    turned = sides = nan
    if at is not None:
        theirs = body.sentences[at].wording
        shared = [t for t in mine.signs if t in theirs.signs]
        turned = sum(mine.weights[t] for t in shared if mine.signs[t] * theirs.signs[t] < 0)
        turned /= sum(mine.weights[t] for t in shared) or 1.0
        products = [mine.sides[side] * theirs.sides.get(side, 0) for side in mine.sides]
        sides = float(min(products, default=0)) or float(max(products, default=0))
        out["sentence true"] = float(theirs.sides.get("truth", 0))
    return out | {"turned": turned, "sides": sides}


def by_statements(headline: Text, own: Sequence[Said], body: Body, held: Seen) -> Numbers:
    """In whose voice, and with which stance and hedges, the body tells what the headline tells; cue words of denial.

    `own` are the statements found in the headline itself.
    """
    out = {f"{voice} best": nan for voice in VOICES}
    for voice in VOICES:
        rows = [row[1] for row, s in zip(held.statements, body.statements, strict=True) if voice in s.voices]
        out[f"{voice} best"] = max(rows, default=0.0)
        out[f"{voice} count"] = float(len(rows))
        out[f"{voice} near"] = float(sum(row >= NEAR for row in rows))
    contested = [s.start for s in body.statements if "contested" in s.voices]
    out["first contested"] = min(contested, default=nan)
    out |= _statement(body, held)
    for where, cued in _places(headline, body, held):
        for name, count in cued._asdict().items():
            out[f"{where} {name}"] = float(count)
    out["headline statements"] = float(len(own))
    for name in ("told", "hedged", "contested"):
        out[f"headline {name}"] = float(any(name in s.voices for s in own))
    return out


def _statement(body: Body, held: Seen) -> Numbers:
    """The statement likest to the headline."""
    at = best(held.statements)
    if at is None:
        return {}
    one = body.statements[at]
    out = {
        "share": held.statements[at][0],
        "quoted": one.quoted,
        "kind": float(one.kind),
        "hands": float(one.hands),
        "confidence": one.confidence,
        "place": one.start,
    }
    out |= {stance: float(one.stance == stance) for stance in STANCES}
    return out | {f"is {voice}": float(voice in one.voices) for voice in VOICES}


def _places(headline: Text, body: Body, held: Seen) -> Iterator[tuple[str, Cues]]:
    """Where cue words are counted: in the headline, the lead, the best sentence, the rest of the matter, the body."""
    yield "headline", headline.cues
    at = best(held.sentences)
    lots = {
        "lead": body.sentences[:LEAD],
        "best": () if at is None else (body.sentences[at],),
        "matter": [s for s, row in zip(body.sentences, held.sentences, strict=True) if row[0] >= NEAR],
        "body": body.sentences,
    }
    for where, lot in lots.items():
        yield (
            where,
            Cues(*(sum(counts) for counts in zip(*(s.cues for s in lot), strict=True))) if lot else Cues(0, 0, 0),
        )


def asked(headline: Text, own: Sequence[Said], body: Body, held: Seen) -> dict[str, tuple[str, str]]:
    """What the pair reader is asked: the headline with the body's nearest statement or sentence, and with the nearest
    statement that is denied or doubted. Nothing for a body that tells little of the headline's matter."""
    if not _part(headline.wording.weights, body.weights, headline.wording.weights) >= ASKED:
        return {}
    one = own[0].spoken if len(own) == 1 else _plain(headline.text)
    told = {}
    sentence, statement = best(held.sentences), best(held.statements)
    if statement is not None and (sentence is None or held.statements[statement][0] >= held.sentences[sentence][0]):
        told["nearest"] = body.statements[statement].spoken
    elif sentence is not None:
        told["nearest"] = _plain(body.sentences[sentence].text)
    contested = [at for at, s in enumerate(body.statements) if "contested" in s.voices]
    if (denial := best(held.statements, contested)) is not None:
        told["contested"] = body.statements[denial].spoken
    return {name: (one, then(LANGUAGE, 0, two)) for name, two in told.items()}


def _plain(text: str) -> str:
    return said(LANGUAGE, None, "asserts", text)


def by_reader(answers: dict[str, Sequence[float]]) -> Numbers:
    """The reader's shares by what was asked and by relation, and the greatest of each relation."""
    out = {}
    for name, shares in answers.items():
        out |= {f"{name} {relation}": float(share) for relation, share in zip(RELATIONS, shares, strict=True)}
    if answers:
        for relation, shares in zip(RELATIONS, zip(*answers.values(), strict=True), strict=True):
            out[f"most {relation}"] = float(max(shares))
    return out
