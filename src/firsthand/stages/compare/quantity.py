"""The numbers of a statement: what is counted, how many, and whether two counts can both be true."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from firsthand.language import topic, words
from firsthand.language.months import months
from firsthand.language.terms import Term, fold, stem
from firsthand.records import Quantity
from firsthand.stages.compare.words import concept, cut, stopwords

_BREAK = re.compile(r"[.;:!?\n](?:\s|$)|[\n]")
_STROKE = re.compile(r"\d/\d")  # 9/11
_REACH = 8  # terms searched on each side of a number for what became of those counted
_TOLERANCE = 0.1  # two counts of which one is approximate may differ by this share

_LARGE = 1000  # from here on numbers are told in round figures

BY_CHANCE = 10  # smaller numbers are alike by chance
PEOPLE = "people"  # the kind of those of whom a text does not say what became of them

Bound = Literal["=", ">=", "<=", "~"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """One number of a text: `kind` is the concept or stem of what is counted, "" when the text does not say.

    `minor` are lengths of time, distances and shares; `part` are numbers added to a total, parts of one, or old ones;
    `old` those that another number replaces ("nine instead of 41"); `total` says that a word in front makes the number
    the whole of a kind ("the number of dismissals at 698", "rose to 712").
    """

    value: float
    unit: str
    bound: Bound
    kind: str
    minor: bool
    part: bool
    old: bool
    total: bool = False


def counts(language: str, text: str) -> tuple[Counted, ...]:
    """Every number of `text` that counts something; dates, clock times, ages and labels are left out.

    >>> [(c.value, c.unit, c.bound, c.kind) for c in counts("en", "At least four people died and 11 were missing.")]
    [(4.0, 'people', '>=', 'dead'), (11.0, '', '=', 'missing')]
    """
    run = cut(language, text)
    found = [(place, value) for place in range(len(run)) if (value := _value(language, text, run, place)) is not None]
    places = [place for place, _ in found]
    out = []
    for order, (place, value) in enumerate(found):
        before = places[order - 1] if order else -1
        after = places[order + 1] if order + 1 < len(places) else len(run)
        out.append(_counted(language, text, run, place, value, before, after))
    return tuple(_with_sum(out, text, run, places))


def main_quantity(found: tuple[Counted, ...]) -> Quantity | None:
    """The number that a text is about: the first that is no length of time, share, addend or old value."""
    ranked = sorted(found, key=lambda c: (c.part, c.minor))
    if not ranked:
        return None
    return Quantity(value=ranked[0].value, unit=ranked[0].unit, bound=ranked[0].bound)


def compatible(a: Counted, b: Counted) -> bool:
    """Whether two values are one number: equal, or close when one of them is approximate."""
    if a.value == b.value or _rounded(a.value, b.value):
        return True
    loose = a.bound != "=" or b.bound != "="
    return loose and abs(a.value - b.value) <= _TOLERANCE * max(abs(a.value), abs(b.value))


def _rounded(a: float, b: float) -> bool:
    """Whether one large value is the other in round figures: two trillion and 2.2 trillion."""
    low, high = sorted((a, b))
    if low < _LARGE:
        return False
    return f"{low:.0e}" == f"{high:.0e}" and (float(f"{low:.0e}") == low or float(f"{high:.0e}") == high)


def exclusive(a: Counted, b: Counted) -> bool:
    """Whether two values cannot both be true at one time: "at least 4" and "6" can."""
    if compatible(a, b):
        return False
    low, high = (a, b) if a.value < b.value else (b, a)
    return low.bound != ">=" and high.bound != "<="


def one_kind(a: Counted, b: Counted, language: str) -> bool:
    """Whether two numbers may count the same: one kind, or people of whom only one text says what became of them."""
    states = {*topic(language, "quantities")["states"]["concepts"], ""}
    return a.kind == b.kind != "" or ({a.kind, b.kind} - {PEOPLE} <= states and PEOPLE in (a.kind, b.kind))


def _value(language: str, text: str, run: Sequence[Term], place: int) -> float | None:
    data = topic(language, "quantities")
    term = run[place]
    if term.stem in data["ordinals"]:
        return float(data["ordinals"][term.stem]) if _ranked(language, run, place) else None
    if not term.stem.replace(".", "", 1).isdecimal() or not term.stem.isascii() or len(term.stem) > 18:
        return None
    value = float(term.stem)
    return None if _is_label(language, text, run, place, value) else value


def _ranked(language: str, run: Sequence[Term], place: int) -> str:
    """What an ordinal counts ("the twelfth victim"): the concept, "" when it counts nothing."""
    if place + 1 == len(run) or run[place].stem not in topic(language, "quantities")["ordinals"]:
        return ""
    return _ordinal_kinds(language).get(run[place + 1].stem, "")


def _is_label(language: str, text: str, run: Sequence[Term], place: int, value: float) -> bool:
    """Whether a number is a date, clock time, age, name or pronoun."""
    data = topic(language, "quantities")
    term, skip, month = run[place], data["skip"], months(language)
    before = fold(text[run[place - 1].start : run[place - 1].end]) if place else ""
    after = fold(text[run[place + 1].start : run[place + 1].end]) if place + 1 < len(run) else ""
    raw = text[term.start : term.end]
    tail = text[term.end : term.end + 12].lstrip(" \u00a0-").casefold()
    if before in skip["labels"] and not _numbers(language, text, run, place):
        return True
    if (before in month or after in month) and value < 2200:
        return True
    if any(tail.startswith(mark) for mark in skip["marks"]) or ":" in raw:
        return True
    if _STROKE.search(text[max(term.start - 2, 0) : term.end + 2]):
        return True
    if value == 1 and not raw.isdecimal() and after not in skip["one"]:
        return True
    if raw.isdecimal() and len(raw) == 4 and 1700 <= value <= 2150 and not _plural(data, after):
        return True
    return value < 120 and text[: term.start].rstrip().endswith(",") and text[term.end : term.end + 1] == ","


def _numbers(language: str, text: str, run: Sequence[Term], place: int) -> bool:
    """Whether the word in front of a number is a verb: "the dead now number 41"."""
    data = topic(language, "quantities")
    before = [fold(text[t.start : t.end]) for t in run[max(place - 4, 0) : place]]
    if not before or before[-1] != data["units"]["verb"]:
        return False
    noun = next((w for w in reversed(before[:-1]) if w not in stopwords(language)), "")
    return _plural(data, noun)


def _counted(
    language: str, text: str, run: Sequence[Term], place: int, value: float, before: int, after: int
) -> Counted:
    data = topic(language, "quantities")
    unit, part = _unit(language, text, run, place)
    old = _set_aside(data, text, run, place, after)
    sign = _currency(data, text, run[place])
    if sign:
        unit = sign
    elif not unit:
        unit = _headed(language, text, run, place)
    return Counted(
        value=value,
        unit=unit,
        bound=_bound(data, text, run[place]),
        kind=_kind(language, text, run, place, unit, before, after) + _rate(data, text, run, place),
        minor=stem(language, unit) in _stems(language, "units", "minor") if unit else False,
        part=part or old or _given(data, text, run, place, value),
        old=old,
        total=_is_total(language, text, run, place),
    )


def _unit(language: str, text: str, run: Sequence[Term], place: int) -> tuple[str, bool]:
    """The noun behind a number, and whether the number is an addend ("two more")."""
    data, stop = topic(language, "quantities"), stopwords(language)
    first, part = "", False
    for at in range(place + 1, min(place + 7, len(run))):
        between = text[run[at - 1].end : run[at].start]
        if any(c in between for c in ',.;:!?()\n“”"–—'):
            break
        word = fold(text[run[at].start : run[at].end])
        part = part or (at == place + 1 and word in data["units"]["addends"])
        if word in data["units"]["pass_over"] or run[at].stem.isdecimal():
            continue
        if word in stop and word not in data["units"]["singular"]:
            break
        if _plural(data, word) or word in data["ordinal"]:
            return word, part
        first = first or (word if word not in words(language, "claims", "negators") else "")
    return first, part


def _is_total(language: str, text: str, run: Sequence[Term], place: int) -> bool:
    heads = topic(language, "quantities")["units"]["wholes"]
    near = run[max(place - _REACH, 0) : place]
    return any(fold(text[t.start : t.end]) in heads or t.stem in _stems(language, "units", "totals") for t in near)


def _rate(data: dict[str, Any], text: str, run: Sequence[Term], place: int) -> str:
    """The stretch of time that a number is told for ("40 gallons a minute"), with a stroke; "" for a plain count."""
    after = [fold(text[t.start : t.end]) for t in run[place + 1 : place + 5]]
    for one, two in itertools.pairwise(after):
        if one in data["units"]["each"] and two in data["units"]["spans"]:
            return f"/{two}"
    return ""


def _plural(data: dict[str, Any], word: str) -> bool:
    return word in data["units"]["singular"] or (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    )


def _currency(data: dict[str, Any], text: str, term: Term) -> str:
    before, after = text[term.start - 1 : term.start], text[term.end : term.end + 10].lstrip().casefold()
    if before in data["currencies"]:
        return str(data["currencies"][before])
    if after.startswith(("%", "per cent", "percent")):
        return str(data["currencies"]["%"])
    return ""


def _headed(language: str, text: str, run: Sequence[Term], place: int) -> str:
    """What a bare number counts, from the words before it: "the number of people affected at 900"."""
    data, stop = topic(language, "quantities"), stopwords(language)
    for at in range(place - 1, max(place - _REACH, -1), -1):
        word = fold(text[run[at].start : run[at].end])
        if word in data["units"]["heads"]:
            follow = [fold(text[t.start : t.end]) for t in run[at + 1 : at + 4]]
            known = len(follow) > 1 and follow[0] == "of" and at + 2 < place and follow[1] not in stop
            return follow[1] if known else word
    return ""


def _bound(data: dict[str, Any], text: str, term: Term) -> Bound:
    before = " " + " ".join(fold(w) for w in text[max(0, term.start - 40) : term.start].split())
    after = " ".join(fold(w) for w in text[term.end : term.end + 30].split()) + " "
    found: list[tuple[int, Bound]] = []
    for bound, phrases in data["bounds"].items():
        found.extend((len(p), bound) for p in phrases if before.rstrip("$€£¥ ").endswith(" " + p))
    for bound, phrases in data["after"].items():
        found.extend((len(p), bound) for p in phrases if after.startswith(p + " "))
    return max(found)[1] if found else "="


def _kind(language: str, text: str, run: Sequence[Term], place: int, unit: str, before: int, after: int) -> str:
    """The concept of what is counted: the unit's own, or for persons what became of them, else the unit's stem."""
    data = topic(language, "quantities")
    states, units = data["states"]["concepts"], data["units"]
    before_it = {fold(text[t.start : t.end]) for t in run[max(place - _REACH - 2, 0) : place]}
    if before_it & set(units["margin"]) or (
        place and fold(text[run[place - 1].start : run[place - 1].end]) in units["by"]
    ):
        return str(units["margin"][0])
    if ranked := _ranked(language, run, place):
        return ranked
    if unit and unit not in units["generic"]:
        own = concept(language, stem(language, unit))
        if own in states:
            turned = data["states"]["turned"].get(own)
            near = {concept(language, t.stem) for t in run[max(place - 4, 0) : place]}
            return str(turned) if turned in near else own
        if unit not in units["heads"]:
            return own or stem(language, unit)
    total = any(run[at].stem in _stems(language, "units", "totals") for at in range(max(place - 6, 0), place))
    ahead = range(place + 1, min(place + 1 + _REACH, after))
    behind = range(place - 1, -1 if total else max(place - 1 - _REACH, before), -1)
    for side in (ahead, behind):
        for at in side:
            low, high = sorted((run[place].end, run[at].start)) if at > place else (run[at].end, run[place].start)
            if _BREAK.search(text[low:high]):
                break
            itself = fold(text[run[at].start : run[at].end]) == unit
            if not itself and (state := concept(language, run[at].stem)) in states:
                return state
    return PEOPLE if unit and unit not in units["heads"] else ""


def _given(data: dict[str, Any], text: str, run: Sequence[Term], place: int, value: float) -> bool:
    """Whether a number only recalls a group or its part ("the two candidates", "31 of those", "of the agreed 48")."""
    before = _before(data, text, run[place])[-2:]
    after = [fold(text[t.start : t.end]) for t in run[place + 1 : place + 3]]
    if len(after) == 2 and after[0] == data["units"]["of"] and after[1] in data["units"]["those"]:
        return True
    if before and before[-1] in data["units"]["firsts"]:
        return True
    known = bool(before) and before[-1] in data["units"]["known"]
    return known and (value <= 10 or before[0] in data["units"]["whole"])


def _set_aside(data: dict[str, Any], text: str, run: Sequence[Term], place: int, after: int) -> bool:
    """Whether a number is the old one of two ("from 41 to 23") or is set aside ("not 250", "instead of 41")."""
    before = " " + " ".join(_before(data, text, run[place]))
    if any(before.endswith((f" {p}", f" {p} the")) for p in data["units"]["instead"]):
        return True
    words = before.split()
    if not any(w in data["units"]["from"] for w in words):
        return False
    if not (after < len(run) and after - place <= 4):
        return False
    return any(fold(text[t.start : t.end]) in data["units"]["to"] for t in run[place + 1 : after])


def _before(data: dict[str, Any], text: str, number: Term) -> list[str]:
    """The three words before a number; "announced" in "the announced $48m" and signs are passed over."""
    raw = (fold(word) for word in text[max(0, number.start - 45) : number.start].split())
    return [word for word in raw if word not in data["units"]["told"] and word[-1:].isalnum()][-3:]


def _with_sum(found: list[Counted], text: str, run: Sequence[Term], places: list[int]) -> list[Counted]:
    """Adds the total of two counts of one kind that stand together ("212 passengers and 38 crew")."""
    for (a, b), (i, j) in zip(itertools.pairwise(found), itertools.pairwise(places), strict=False):
        if (
            a.kind
            and a.kind == b.kind
            and a.unit != b.unit
            and not (a.minor or a.part or b.minor or b.part)
            and j - i <= 4
        ):
            total = Counted(
                value=a.value + b.value, unit=a.kind, bound="=", kind=a.kind, minor=False, part=False, old=False
            )
            return [total, *found]
    return found


@cache
def _ordinal_kinds(language: str) -> dict[str, str]:
    return {stem(language, unit): kind for unit, kind in topic(language, "quantities")["ordinal"].items()}


@cache
def _stems(language: str, table: str, key: str) -> frozenset[str]:
    return frozenset(stem(language, w) for w in topic(language, "quantities")[table][key])
