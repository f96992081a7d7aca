"""Decisions on statements → the statements with what was decided, over and over on every run."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from firsthand.corrections.anchor import Place, cut, find, texts, within
from firsthand.corrections.cast import made, meant
from firsthand.corrections.check import period_of
from firsthand.corrections.marks import quote_of
from firsthand.corrections.match import former, match, shared
from firsthand.corrections.records import OF_STATEMENTS, Anchor, Correction, in_order
from firsthand.ids import statement_id
from firsthand.records import Actor, Article, Spans, Statement, TimeExpression

SAME = 0.9  # of the characters, from which words that a person marked are a statement that was found after all

Times = Mapping[str, Sequence[TimeExpression]]
NO_TIMES: Times = {}


class Applied(NamedTuple):
    """Statements and actors after the decisions, and the anchors that lead to nothing, each with its correction."""

    statements: tuple[Statement, ...]
    actors: tuple[Actor, ...]
    lost: tuple[tuple[Correction, Anchor], ...]


class Step(NamedTuple):
    """One decision carried out: the statement before and after it; None before it was marked, and after it is none."""

    correction: Correction
    before: Statement | None
    after: Statement | None


def apply(
    statements: Sequence[Statement],
    actors: Sequence[Actor],
    articles: Sequence[Article],
    corrections: Sequence[Correction],
    times: Times = NO_TIMES,
) -> Applied:
    """The statements as analysts decided, in the order of the decisions; what is corrected has confidence 1.

    `times` holds the time expressions of each article by its id, for contents that are new or cut anew. A statement
    keeps its id unless its spans change; anchors to the spans of before and of now lead to it alike. Decisions of other
    kinds are passed over (`names_of`, `hints_of`). What cannot be carried out as it was meant changes nothing and is
    in `lost`.
    """
    return carry_out(statements, actors, articles, corrections, times)[0]


def carry_out(
    statements: Sequence[Statement],
    actors: Sequence[Actor],
    articles: Sequence[Article],
    corrections: Sequence[Correction],
    times: Times = NO_TIMES,
) -> tuple[Applied, tuple[Step, ...]]:
    """What `apply` gives, and every step that led there."""
    known, moved = texts(articles), former(corrections)
    rows: dict[str, list[Statement]] = {article.id: [] for article in articles}
    for statement in statements:
        rows.setdefault(statement.article, []).append(statement)
    cast, lost, steps = list(actors), list[tuple[Correction, Anchor]](), list[Step]()
    for correction in in_order(corrections, OF_STATEMENTS):
        for at in correction.at:
            place = find(at, known)
            here = rows[place.article.id] if place else []
            one = match(at, here, moved)
            if one and correction.kind == "statement" and shared(at.spans, one.spans) < SAME:
                one = None  # it only overlaps another, as what somebody says that somebody said
            new = _decided(correction, place, one, cast, times) if place else None
            if new is None:
                lost.append((correction, at))
                continue
            _put(here, one, new)
            steps.append(Step(correction, one, new[0] if new else None))
    kept = tuple(s for row in rows.values() for s in row)
    return Applied(kept, tuple(cast), tuple(lost)), tuple(steps)


def _put(here: list[Statement], one: Statement | None, new: Sequence[Statement]) -> None:
    """Put what was decided where `one` stood, or in its place by the text; none has an id twice."""
    n = here.index(one) if one else next((n for n, s in enumerate(here) if new and s.spans > new[0].spans), len(here))
    here[n : n + bool(one)] = new
    ids = {s.id for s in new}
    here[:] = [s for s in here if s.id not in ids or s in new]


def _decided(
    correction: Correction, place: Place, one: Statement | None, cast: list[Actor], times: Times
) -> list[Statement] | None:
    """What is to stand for a statement, maybe nothing; None where the decision cannot be carried out.

    A speaker who is new is added to `cast`.
    """
    article, kind = place.article, correction.kind
    if kind == "not a statement":
        return []
    if kind == "statement":
        one = _cut_anew(one or _bare(article, place.spans), article, place.spans, times)
    elif one is None:
        return None
    elif kind == "spans":
        fits = correction.spans and within(correction.spans, article.text)
        return [_cut_anew(one, article, correction.spans, times)] if fits else None
    if kind == "speaker" and correction.speaker is None:
        return [_outlets_own(one)]
    if correction.speaker is not None and kind in ("statement", "speaker"):
        speaker = _speaker(correction.speaker, one, article, cast)
        if speaker is None:
            return None
        quote = quote_of(article.text, one.spans) if one.quote == "none" else one.quote
        chain = (speaker.id, *(hand for hand in one.chain[1:] if hand != speaker.id))
        one = replace(
            one,
            source=speaker.id,
            chain=chain,
            quote=quote,
            cue_kind="speech" if one.cue_kind == "none" else one.cue_kind,
        )
    if correction.stance is not None and kind in ("statement", "stance"):
        one = replace(one, stance=correction.stance)
    if kind == "said" or (kind == "statement" and correction.said is not None):
        one = replace(one, said=period_of(correction.said) if correction.said is not None else None)
    return [replace(one, confidence=1.0)]


def _speaker(name: str, one: Statement, article: Article, cast: list[Actor]) -> Actor | None:
    """The actor with that name, made where there is none yet; None where there are several."""
    fits = meant(name, article, cast)
    if not fits:
        fits = (made(name, article, one.source_spans),)
        cast.extend(fits)
    return fits[0] if len(fits) == 1 else None


def _bare(article: Article, spans: Spans) -> Statement:
    """A statement of which nothing is known but its words."""
    return Statement(
        id="",
        article=article.id,
        spans=(),
        text="",
        quote=quote_of(article.text, spans),
        source=None,
        source_spans=(),
        cue_spans=(),
        cue_kind="speech",
        chain=(),
        stance="asserts",
        hedges=(),
        said=None,
        claim=None,
        confidence=1.0,
    )


def _cut_anew(one: Statement, article: Article, spans: Spans, times: Times) -> Statement:
    """The statement with another content; its own times outside of the new content are left out."""
    if one.spans == spans:
        return replace(one, confidence=1.0)
    known = {(t.start, t.end): t for t in (*one.times, *times.get(article.id, ())) if t.period}
    return replace(
        one,
        id=statement_id(article.id, spans, one.source_spans, one.cue_spans),
        spans=spans,
        text=cut(article.text, spans),
        quote=one.quote if one.quote == "none" else quote_of(article.text, spans),
        times=tuple(t for place, t in sorted(known.items()) if any(a <= place[0] < b for a, b in spans)),
        confidence=1.0,
    )


def _outlets_own(one: Statement) -> Statement:
    """The statement as the outlet's own: nobody speaks it, and no words say that somebody does. It keeps its id."""
    return replace(
        one,
        source=None,
        source_spans=(),
        cue_spans=(),
        cue_kind="none",
        chain=(),
        quote="none",
        confidence=1.0,
    )
