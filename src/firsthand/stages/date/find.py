"""Finds the time expressions of an article and what they stand for."""

from bisect import bisect_left, bisect_right
from datetime import date
from typing import Any, NamedTuple

from firsthand.language import topic
from firsthand.records import Article, Parse, Period, Span, TimeExpression
from firsthand.stages.date.anchor import direction, reference_days
from firsthand.stages.date.atoms import Atom, encode, feast_rule, read_atoms
from firsthand.stages.date.calendar import stretch
from firsthand.stages.date.grammar import Grammar, Rule, grammar
from firsthand.stages.date.join import join_ranges
from firsthand.stages.date.normalise import Setting, Slots, normalise

UNPARSED = ("caption", "dateline")  # kinds of part that the parser leaves out and that carry dates
REMEMBERED = 6  # values the text has spoken of that an expression may go back to
# What a bound alone can decide: a month or a day of one.
SOFT = ("calendar", "feast")
# What only compares with what the text speaks of, and does not change it.
COMPARING = ("yearago", "ago")


class Match(NamedTuple):
    """A rule that fits: atoms (past the last), and what its words stand for."""

    rule: Rule
    first: int
    past: int
    slots: Slots


def find_times(article: Article, parse: Parse, *, ranges: bool = True) -> tuple[TimeExpression, ...]:
    """The time expressions of an article's prose, captions and datelines, in text order, without overlap.

    Offsets are code points, end exclusive. An expression that needs a date of publication stays open (period None)
    when the article has none. Without `ranges`, the two ends of "from August to March" are expressions of their own.
    """
    language = article.language or "en"
    rules, starts = grammar(language), [token.start for token in parse.tokens]
    days, exact = reference_days(article)
    told: list[str] = []
    out: list[TimeExpression] = []
    for start, end, parsed in _blocks(article, parse):
        atoms = read_atoms(article.text, start, end, parse.tokens, starts if parsed else [])
        atoms, codes = encode(article.text, atoms, parse.tokens, language)
        quoted = quotations(article.text, start, end)
        for match in matches(rules, atoms, codes):
            span = (atoms[match.first + match.rule.skip].start, atoms[match.past - 1].end)
            if not fits(article, parse, atoms, match, rules):
                continue
            way = _way(parse, atoms, match, starts, topic(language, "dates")["tense"])
            meaning = _meaning(match, days, exact, way, tuple(told[-REMEMBERED:]))
            if meaning is None:
                continue
            kind, value, basis = meaning
            whole = stretch(value) if kind in ("DATE", "TIME") else None
            period = Period(start=whole[0], end=whole[1], basis=basis) if whole else None
            text = article.text[span[0] : span[1]]
            out.append(TimeExpression(start=span[0], end=span[1], text=text, type=kind, value=value, period=period))
            if (
                period
                and way <= 0
                and not any(a <= span[0] < b for a, b in quoted)
                and not _ahead(period, days)
                and match.rule.op not in COMPARING
            ):
                told.append(value)
    return join_ranges(article, out) if ranges else tuple(out)


def _blocks(article: Article, parse: Parse) -> list[tuple[int, int, bool]]:
    """The stretches to read (code points) in text order, and whether they were parsed."""
    tokens = parse.tokens
    blocks = [(tokens[a].start, tokens[b - 1].end, True) for a, b in parse.paragraphs if b > a]
    blocks += [(part.start, part.end, False) for part in article.parts if part.kind in UNPARSED]
    return sorted(blocks)


def matches(rules: Grammar, atoms: list[Atom], codes: str) -> list[Match]:
    """The matches of the longest rules, left to right."""
    out, at = [], 0
    while (found := rules.anchor.search(codes, at)) is not None:
        first = found.start()
        best, rule = None, rules.rules[0]
        for candidate in rules.rules:
            hit = candidate.pattern.match(codes, first)
            if hit and (best is None or hit.end() > best.end()):
                best, rule = hit, candidate
        assert best is not None  # the anchor is the union of the rules
        out.append(Match(rule, first, best.end(), _slots(rules, atoms, rule, best)))
        at = max(best.end(), first + 1)
    return out


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
    return slots


def fits(article: Article, parse: Parse, atoms: list[Atom], match: Match, rules: Grammar) -> bool:
    """Whether the words around a match let it be a time: no price, no count of things, no part of a name."""
    slots, text = match.slots, article.text
    before = atoms[match.first - 1].low if match.first else ""
    after = atoms[match.past] if match.past < len(atoms) else None
    if match.rule.op == "year" and match.past - match.first == 1:
        if before in rules.data["before_year"]["money"]:
            return False
        token = parse.tokens[atoms[match.first].token] if atoms[match.first].token is not None else None
        counted = token is not None and token.dep == "nummod" and parse.tokens[token.head].tag in ("NNS", "NNPS")
        if counted and str(slots["YEAR"][0]).endswith("00"):
            return False
        return str(slots["YEAR"][0]) >= "1900" or before in rules.data["before_year"]["words"]
    if match.rule.op == "dayofmonth":
        return before in rules.data["before_day"] and (
            after is None or not after.low[0].isalpha() or after.low in rules.data["after_day"]
        )
    if (
        match.rule.op in ("relative", "told")
        and slots.keys() & {"before", "after"}
        or slots.get("EARLIER") == ["before"]
    ):
        return after is None or not after.low[0].isalnum()
    if match.rule.op == "duration" and "ONE" in slots and slots.get("UNIT", slots.get("UNITS")) in (["Q"], ["TS"]):
        return False  # a quarter of something, a second thing
    bare = {"weekday": "WEEKDAY", "calendar": "MONTH"}.get(match.rule.op)
    if bare and match.past - match.first == 1:
        return not _in_name(parse, (atoms[match.first].start, atoms[match.past - 1].end), rules.data["guards"]["names"])
    return bool(text)


def _in_name(parse: Parse, span: Span, labels: list[str]) -> bool:
    at = bisect_right(parse.names, span[0], key=lambda name: name.start) - 1
    return at >= 0 and parse.names[at].end >= span[1] and parse.names[at].label in labels


def _way(parse: Parse, atoms: list[Atom], match: Match, starts: list[int], tense: dict[str, Any]) -> int:
    first = atoms[match.first].token
    if first is None:
        return -1
    last = bisect_left(starts, atoms[match.past - 1].end)
    return direction(parse, (first, max(last, first + 1)), tense)


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


def quotations(text: str, start: int, end: int) -> list[Span]:
    """The stretches between double quotation marks (code points), an unclosed one up to the end."""
    out, at = [], None
    for n in range(start, end):
        c = text[n]
        if c == "“" or (c == '"' and at is None):
            at = n
        elif c in '”"' and at is not None:
            out.append((at, n))
            at = None
    return out if at is None else [*out, (at, end)]


def _ahead(period: Period, days: tuple[date, ...]) -> bool:
    return bool(days) and (period.start or "") > days[-1].isoformat()
