"""A statement as the comparison sees it: its words, numbers, party and day beside the record."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from firsthand.language import topic, words
from firsthand.language.terms import fold
from firsthand.parties import parties
from firsthand.records import Actor, Article, Period, Statement
from firsthand.stages.compare.quantity import Counted, counts
from firsthand.stages.compare.words import Wording, cut, wording

_NEAREST = (-1, 1, -2, 2)  # statements before and after
_SCALE = 10  # times; a number further apart counts something else


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One statement, read once for all comparisons.

    `place` is its rank in its article (text order); `day` a proleptic ordinal; `plain` the folded words of the text,
    by which reprints are known; `party` the organisation that the speaker speaks for, `named` whether the speaker is
    known by a name and not as somebody or a group; `leans` whether the text opens with a pronoun or goes on in the
    middle of a sentence.
    """

    statement: Statement
    place: int
    party: str | None
    named: bool
    day: int | None
    wording: Wording
    counts: tuple[Counted, ...]
    plain: tuple[str, ...]
    plan: bool
    leans: bool


def views(articles: Mapping[str, Article], statements: Sequence[Statement], actors: Sequence[Actor]) -> dict[str, View]:
    """Statement id → view, in the order of the statements; statements of unknown articles are left out."""
    above, known = parties(actors), _known_names(actors)
    vague = frozenset(actor.id for actor in actors if actor.kind in ("unnamed", "group"))
    by_article: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_article[statement.article].append(statement)
    places = {s.id: i for rows in by_article.values() for i, s in enumerate(sorted(rows, key=lambda s: s.spans))}
    out = {}
    for statement in statements:
        if (article := articles.get(statement.article)) is not None:
            out[statement.id] = _view(statement, article, places[statement.id], above, known, vague)
    return _with_kinds(out, articles)


def _with_kinds(read: dict[str, View], articles: Mapping[str, Article]) -> dict[str, View]:
    """A bare figure ("put the figure at 90,000") counts what the number told last, or next, in its article
    counts; where there is none, what its own word means ("the toll")."""
    at = {(v.statement.article, v.place): v for v in read.values()}
    for key, view in read.items():
        for count in view.counts:
            units = topic(articles[view.statement.article].language or "en", "quantities")["units"]
            if count.kind or count.minor or count.part or count.unit not in units["heads"]:
                continue
            near = (at.get((view.statement.article, view.place + step)) for step in _NEAREST)
            told = (c for other in near if other for c in other.counts if c.kind and not c.minor and not c.part)
            like = next((c for c in told if c.value < _SCALE * count.value and count.value < _SCALE * c.value), None)
            kind, unit = (like.kind, like.unit) if like else (units["tolls"].get(count.unit, ""), count.unit)
            if kind:
                found = tuple(replace(c, kind=kind, unit=unit) if c is count else c for c in view.counts)
                read[key] = replace(view, counts=found)
                break
    return read


def is_plan(language: str, text: str) -> bool:
    """Whether a text speaks of what is still to come.

    >>> is_plan("en", "The hull will be towed on Thursday"), is_plan("en", "The hull was towed on Thursday")
    (True, False)
    """
    data = _plans(language)
    run = [fold(text[t.start : t.end]) for t in cut(language, text)]
    for place, word in enumerate(run):
        if word in data["modals"] or word in data["words"] or word.endswith(("'ll", "’ll")):
            return True
        if (
            word in data["infinitive"]
            and place + 1 < len(run)
            and run[place + 1] == topic(language, "claims")["plans"]["to"]
        ):
            return True
    return False


def day_of(period: Period | None) -> int | None:
    """The first day of a period as an ordinal when it is given to the day, else None; bounds give no day."""
    return None if period is None or period.basis == "bounds" else ordinal(period.start)


def ordinal(day: str | None) -> int | None:
    """The proleptic ordinal of an ISO date or moment, None where it names no day of our calendar.

    >>> ordinal("2025-03-04T10:00"), ordinal("2025-03"), ordinal("2025-02-30")
    (739314, None, None)
    """
    if day is None or len(day) < 10:
        return None
    try:
        return date.fromisoformat(day[:10]).toordinal()
    except ValueError:
        return None


def _view(
    statement: Statement,
    article: Article,
    place: int,
    above: Mapping[str, str],
    known: frozenset[str],
    vague: frozenset[str],
) -> View:
    language = article.language or "en"
    text = statement.text
    said = day_of(statement.said)
    return View(
        statement=statement,
        place=place,
        party=above.get(statement.source, statement.source) if statement.source else None,
        named=statement.source is not None and statement.source not in vague,
        day=said if said is not None else day_of(article.published),
        wording=wording(language, text, known),
        counts=_counts(language, text, " ".join(article.text[a:b] for a, b in statement.source_spans)),
        plain=tuple(t.stem for t in cut(language, text)),
        plan=is_plan(language, text),
        leans=_leans(language, text),
    )


def _counts(language: str, text: str, source: str) -> tuple[Counted, ...]:
    """The numbers of a text; those of a correction are old ones."""
    found, folded = counts(language, text), " ".join(f"{source} {text}".casefold().split())
    if found and any(phrase in folded for phrase in topic(language, "claims")["corrections"]):
        return tuple(replace(count, part=True, old=True) for count in found)
    return found


def _leans(language: str, text: str) -> bool:
    opening = text.lstrip("“”‘’\"' ").split(maxsplit=1)[:1]
    leaning = words(language, "claims", "pronouns") - words(language, "claims", "first_person")
    return bool(opening) and fold(opening[0].strip(",.")) in leaning


def _known_names(actors: Sequence[Actor]) -> frozenset[str]:
    out: set[str] = set()
    for actor in actors:
        if actor.kind != "unnamed":
            out.update(fold(w) for alias in (actor.name, *actor.aliases) for w in alias.split() if w[:1].isupper())
    return frozenset(out)


@cache
def _plans(language: str) -> dict[str, frozenset[str]]:
    table = topic(language, "claims")["plans"]
    return {key: frozenset(table[key]) for key in ("modals", "words", "infinitive")}
