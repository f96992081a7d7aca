"""Finds the time expressions of an article and what they stand for."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from firsthand.records import Article, Parse, Period, Span, TimeExpression, Token
from firsthand.stages.date.anchor import direction, reference_days
from firsthand.stages.date.atoms import Atom, feast_rule, read_words, small
from firsthand.stages.date.calendar import DAY, last_day, stretch
from firsthand.stages.date.grammar import Grammar, Rule, grammar
from firsthand.stages.date.join import join_times
from firsthand.stages.date.normalise import mod_of, normalise, precision
from firsthand.stages.date.pointed import window
from firsthand.stages.date.setting import Setting, Slots

QUOTE = re.compile(r'[“”"]|(?<!\w)‘(?=\w)|(?<=[.,?!])’(?!\w)')
UNPARSED = ("caption", "dateline")  # kinds of part that the parser leaves out and that carry dates
TAIL = re.compile(r"(?<!\d)(?:\d{1,3}|\d{5,}) ?[-–‑] ?$|[-–‑]\d{4}[-–‑]$")
HEAD = re.compile(r" ?[-–‑] ?(?:\d{3}|\d{5,})(?!\d)|[-–‑]\d{4}[-–‑]\d")
HYPHENS = ("-", "‑")
REMEMBERED = 6  # values that the text has told of that an expression may go back to
REACH = 4  # paragraphs that it may go back
FILED = 7  # days from filing a report to its publication
# What a bound alone can decide: a month or a day of one.
SOFT = ("calendar", "days", "feast")
# What only compares with what the text speaks of, and does not change it.
# What can be a length of time that ends or begins on the day of publication.
WINDOWED = ("trailing", "window", "shift")
# What may stand where a longer rule does not fit.
INSTEAD = ("duration", "weekday")
COMPARING = ("yearago", "ago", "samequarter", "trailing")


class _Reading(NamedTuple):
    """An article as the finder reads it."""

    article: Article
    parse: Parse
    small: str  # the text in small letters
    rules: Grammar
    starts: list[int]  # of the tokens
    tags: dict[int, Token]  # tokens by their start


class Match(NamedTuple):
    """A rule that fits: atoms (past the last), and what its words stand for."""

    rule: Rule
    first: int
    past: int
    slots: Slots


_Hit = tuple[int, int, re.Match[str]]  # past its last word, minus the number of the rule, the match
_Block = tuple[tuple[int, int, bool], list[Atom], list[Match]]  # a stretch (parsed or not), its words, what fits


def find_times(article: Article, parse: Parse, *, ranges: bool = True) -> tuple[TimeExpression, ...]:
    """The time expressions of an article's prose, captions and datelines, in text order, without overlap.

    Offsets are code points, end exclusive. An expression that needs a date of publication stays open (period None)
    when the article has none. Without `ranges`, the two ends of "from August to March" are expressions of their own.
    """
    language = article.language or "en"
    reading = _Reading(
        article=article,
        parse=parse,
        small=small(article.text),
        rules=grammar(language),
        starts=[token.start for token in parse.tokens],
        tags={token.start: token for token in parse.tokens},
    )
    blocks = [_block(reading, language, part) for part in _parts(article, parse)]
    days, exact = reference_days(article)
    if not exact and not _pictured(blocks, days):
        days = ()
    if exact and len(days) == 1:
        days = (_datelined(article, blocks, days[0]),)
    told: list[tuple[int, str]] = []  # the paragraph and value of what the text has told of
    out: list[TimeExpression] = []
    for place, (part, atoms, found) in enumerate(blocks):
        quoted = quotations(article.text, part[0], part[1]) if found else []
        for match in found:
            span = (atoms[match.first + match.rule.skip].start, atoms[match.past - 1].end)
            inside = _within(quoted, span[0])
            near = tuple(value for n, value in told[-REMEMBERED:] if place - n <= REACH)
            way = _way(reading, atoms, match) if part[2] else _way_unparsed(reading.rules, atoms, match)
            # Who speaks in the present tense of a day to come or gone means the one to come.
            meaning = _meaning(match, days, exact, way or int(inside), near)
            if meaning is None:
                continue
            kind, value, basis = meaning
            whole = _stretch(match, value, days, exact) or (stretch(value) if kind in ("DATE", "TIME") else None)
            period = Period(start=whole[0], end=whole[1], basis=basis) if whole else None
            text = article.text[span[0] : span[1]]
            out.append(
                TimeExpression(
                    start=span[0],
                    end=span[1],
                    text=text,
                    type=kind,
                    value=value,
                    mod=mod_of(match.slots, reading.rules.data["mods"]),
                    period=period,
                    precision=precision(kind, value, period),
                )
            )
            compared = match.rule.op in COMPARING or (match.rule.op == "relative" and len(value) < 8)
            if period and part[2] and way <= 0 and not (inside or compared or _ahead(period, days)):
                told.append((place, value))
    return join_times(article, out, days[0] if exact and len(days) == 1 else None) if ranges else tuple(out)


def _parts(article: Article, parse: Parse) -> list[tuple[int, int, bool]]:
    """The stretches to read (code points) in text order, and whether they were parsed."""
    tokens = parse.tokens
    parts = [(tokens[a].start, tokens[b - 1].end, True) for a, b in parse.paragraphs if b > a]
    parts += [(part.start, part.end, False) for part in article.parts if part.kind in UNPARSED]
    return sorted(parts)


def _block(reading: _Reading, language: str, part: tuple[int, int, bool]) -> _Block:
    start, end, parsed = part
    tags = reading.tags if parsed else {}
    words = read_words(reading.article.text, reading.small, (start, end), language, tags)
    found = list(candidates(reading.rules, words.codes))
    if not found:  # most paragraphs tell of no time
        return part, [], []
    atoms = words.atoms()
    return part, atoms, list(matches(reading, atoms, found))


def _datelined(article: Article, blocks: Sequence[_Block], day: date) -> date:
    """The day that a dateline tells, when it is one soon before publication; else the day of publication.

    A report that is reprinted later counts "Friday" from the day it was filed.
    """
    lines = {(part.start, part.end) for part in article.parts if part.kind == "dateline"}
    for (start, end, _), _, found in blocks if lines else ():
        for match in found if (start, end) in lines else ():
            meaning = normalise("calendar", match.slots, Setting(day, -1, ())) if match.rule.op == "calendar" else None
            if meaning and DAY.fullmatch(meaning[1]):
                filed = date.fromisoformat(meaning[1])
                return filed if 0 <= (day - filed).days <= FILED else day
    return day


def _pictured(blocks: Sequence[_Block], days: tuple[date, ...]) -> bool:
    """Whether a bound is the day of a picture: only such a one is sure to lie soon before publication."""
    for (_, _, parsed), _, found in blocks:
        for match in found:
            if not parsed and match.rule.op == "calendar" and "YEAR" in match.slots:
                meaning = normalise("calendar", match.slots, Setting(None, 0, ()))
                if meaning and days and meaning[1] == days[0].isoformat():
                    return True
    return False


def _within(spans: list[Span], at: int) -> bool:
    """Whether a code point lies in one of the sorted spans."""
    n = bisect_right(spans, at, key=lambda span: span[0]) - 1
    return n >= 0 and at < spans[n][1]


def candidates(rules: Grammar, codes: str) -> Iterator[tuple[int, list[_Hit]]]:
    """Where rules match (indices of words), and those that do with their ends, the longest first."""
    for start in rules.begins.finditer(codes):
        first = start.start()
        hits = [
            (hit.end(), -n, hit)
            for n in rules.opening.get(codes[first], ())
            if (hit := rules.rules[n].pattern.match(codes, first))
        ]
        if hits:
            hits.sort(reverse=True, key=lambda row: row[:2])
            yield first, hits


def matches(reading: _Reading, atoms: list[Atom], found: Iterable[tuple[int, list[_Hit]]]) -> Iterator[Match]:
    """The matches of the longest rules that fit, left to right.

    Where a longer rule does not fit, some shorter ones may stand in its place: "two days" in "two days before it".
    """
    rules, past = reading.rules, 0
    for first, hits in found:
        if first < past:
            continue
        before = atoms[first - 1].low if first else ""
        denied = before in rules.data["guards"]["denying"]
        past = hits[0][0]
        for end, n, hit in hits:
            rule = rules.rules[-n]
            if end < past and (rule.op not in INSTEAD or denied):
                continue
            match = Match(rule, first, end, _slots(rules, atoms, rule, hit))
            if fits(reading, atoms, match):
                past = end
                yield match
                break


def _slots(rules: Grammar, atoms: list[Atom], rule: Rule, hit: Any) -> Slots:
    slots: Slots = {"WORDS": [atom.low for atom in atoms[hit.start() : hit.end()]]}
    for n, name in enumerate(rule.classes, start=1):
        if hit.start(n) < 0:
            continue
        low = atoms[hit.start(n)].low
        table = rules.values.get(name)
        if name == "FEAST":
            value: str | int = feast_rule(rules, low)
        elif table is not None:
            value = table.get(low, table.get(low + ".", low))
        else:
            value = low
        if name == "ORDFIG":
            value = "".join(c for c in low if c.isdigit())
        slots.setdefault(name, []).append(value)
        slots.setdefault("CLASSES", []).append(name)
    return slots


def fits(reading: _Reading, atoms: list[Atom], match: Match) -> bool:
    """Whether the words around a match let it be a time: no price, no count of things, no part of a name."""
    slots, op, data = match.slots, match.rule.op, reading.rules.data
    before = atoms[match.first - 1].low if match.first else ""
    after = atoms[match.past].low if match.past < len(atoms) else ""
    alone = match.past - match.first == 1
    if op == "year" and alone:
        year, token = str(slots["YEAR"][0]), reading.tags.get(atoms[match.first].start)
        if before in data["before_year"]["money"] or after in data["before_year"]["money"]:
            return False
        counts = token and token.dep == "nummod" and reading.parse.tokens[token.head].tag in ("NNS", "NNPS")
        if counts or year.endswith("00"):
            return before in data["before_year"]["round"]
        if _in_number(reading.article.text, atoms[match.first]):
            return False
        return "1900" <= year < "2100" or before in data["before_year"]["words"]
    if op == "numeric" and "SLASHED" not in slots and _in_number(reading.article.text, atoms[match.first]):
        return False
    if op == "monthday" and "DAY" in slots:
        return not after[:1].isalnum()
    if op == "dayofmonth":
        return before in data["before_day"] and (not after[:1].isalpha() or after in data["after_day"])
    if op == "decade" and before in data["guards"]["aged"]:
        return False  # a woman in her 30s
    if op == "feast" and before in data["guards"]["other_feasts"]:
        return False
    if op == "quarter" and not _of_year(atoms, match, data["guards"]["quarter_of"], data["before_year"]["money"]):
        return False
    if op == "unit":
        if after in data["after_unit"]:
            slots["ENDED"] = []
            return True
        ended = not after[:1].isalnum() or after in data["after_day"]
        return ended and before in data["before_unit"] and slots["UNIT"][0] in ("W", "M", "Y")
    if op == "trailing" and after == "of":  # "in the last week of June"
        return False
    if op in ("relative", "told") and before in data["guards"]["denying"]:
        return False
    if slots["WORDS"][-1] in data["open_ended"]:
        return not after[:1].isalnum()
    if op == "duration" and "ONE" in slots and slots.get("UNIT", slots.get("UNITS")) in (["Q"], ["TS"]):
        return False  # a quarter of something, a second thing
    if op in ("weekday", "calendar") and alone:
        return not _in_name(reading, atoms[match.first], data["guards"]["names"])
    return True


def _in_number(text: str, atom: Atom) -> bool:
    """Whether a figure hangs by a hyphen from another that is no year: 133-03-2020."""
    before, after = text[max(0, atom.start - 9) : atom.start], text[atom.end : atom.end + 9]
    return bool(TAIL.search(before) or HEAD.match(after))


def _of_year(atoms: list[Atom], match: Match, years: list[str], money: list[str]) -> bool:
    """Whether a quarter is one of a year, by what follows it: not "of an hour", not "-final"."""
    following = atoms[match.past : match.past + 3]
    if not following or "YEAR" in match.slots or "YEARWORD" in match.slots:
        return True
    low = [atom.low for atom in following]
    if low[0] in HYPHENS and following[0].start == atoms[match.past - 1].end:
        return not low[1:2] or not low[1].isalpha()
    if low[0] != "of" or (low[1:2] and low[1] in money):
        return True
    return low[1:2] != [] and (low[1] in years or " ".join(low[1:]) in years or low[1][0].isdigit())


def _in_name(reading: _Reading, atom: Atom, labels: list[str]) -> bool:
    """Whether a word is part of a name that the parser knows, or ends one ("Theresa May")."""
    parse, n = reading.parse, bisect_right(reading.starts, atom.start) - 1
    if n > 0 and atom.start in reading.tags and parse.tokens[n - 1].head == n:
        before = parse.tokens[n - 1]
        if before.dep == "compound" and before.tag == "NNP" and before.end + 1 == atom.start:
            return True
    at = bisect_right(parse.names, atom.start, key=lambda name: name.start) - 1
    return at >= 0 and parse.names[at].end >= atom.end and parse.names[at].label in labels


def _way(reading: _Reading, atoms: list[Atom], match: Match) -> int:
    first = max(bisect_right(reading.starts, atoms[match.first].start) - 1, 0)
    past = bisect_left(reading.starts, atoms[match.past - 1].end)
    tense, start = reading.rules.data["tense"], atoms[match.first].start
    if not any(part.kind == "body" and part.start <= start < part.end for part in reading.article.parts):
        tense = tense | {"scheduled": ()}  # a headline tells in the present what has happened
    return direction(reading.parse, (first, max(past, first + 1)), tense)


def _way_unparsed(rules: Grammar, atoms: list[Atom], match: Match) -> int:
    """Whether a time in a caption is past, as most there, or ahead: "shut until spring"."""
    before = atoms[match.first - 1].low if match.first else ""
    return 1 if before in rules.data["tense"]["pending"] else -1


def _meaning(
    match: Match, days: tuple[date, ...], exact: bool, way: int, told: tuple[str, ...]
) -> tuple[Any, str, Any] | None:
    """TIMEX3 type, value and basis; where the reference days disagree, the value stays open."""
    rule, basis = match.rule, "expression"
    if not exact and rule.op not in SOFT:
        days = ()
    read = {normalise(rule.op, match.slots, Setting(day, way, told), rule.value) for day in days}
    still = normalise(rule.op, match.slots, Setting(None, way, told), rule.value)
    if len(read) == 1 and (found := read.pop()) is not None:
        if not exact and found != still:
            basis = "bounds"
        return (*found, basis)
    return (*still, basis) if still is not None else None


def _stretch(match: Match, value: str, days: tuple[date, ...], exact: bool) -> tuple[str, str] | None:
    """The days of what its value alone does not tell: "June 3 to 5", "the last three weeks", "the rest of the year".

    What is counted from the day of publication needs it.
    """
    op, slots = match.rule.op, match.slots
    if op == "days":
        first, _, last = value.partition("/")
        return None if "X" in value else (first, last)
    if not exact or len(days) != 1:
        return None
    if op == "rest" and (whole := stretch(value)):
        return days[0].isoformat(), last_day(whole[1]).isoformat()
    if op not in WINDOWED or not value.startswith("P"):
        return None
    try:
        return window(slots, days[0])
    except (ValueError, OverflowError):  # before the first year of the calendar
        return None


def quotations(text: str, start: int, end: int) -> list[Span]:
    """The stretches between quotation marks (code points, sorted), an unclosed one up to the end."""
    out: list[Span] = []
    at: int | None = None
    for mark in QUOTE.finditer(text, start, end):
        if mark.group() in "“‘" or (at is None and mark.group() == '"'):
            at = mark.start() if at is None else at
        elif at is not None:
            out.append((at, mark.start()))
            at = None
    return out if at is None else [*out, (at, end)]


def _ahead(period: Period, days: tuple[date, ...]) -> bool:
    return bool(days) and (period.start or "") > days[-1].isoformat()
