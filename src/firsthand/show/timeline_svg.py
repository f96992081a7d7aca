"""Draws a story's timeline: numbered dots over an axis whose long gaps are shortened."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from math import log10

from markupsafe import Markup

from firsthand.show import wording
from firsthand.show.dates import days, written
from firsthand.show.view import Moment

WIDTH, MARGIN = 720, 44  # px, as all lengths here
DOT, LANE = 9, 22
LANES = 10
LABEL = 86
MOST = 60  # entries in the picture; the list has all


def timeline_svg(moments: Sequence[Moment], story: int) -> Markup:
    """An inline SVG with a title and a description; empty when fewer than two days are known."""
    dated = [(m, *span) for m in moments if (span := _span(m))]
    if len(dated) > MOST:
        keep = sorted(dated, key=lambda d: -len(d[0].said))[:MOST]
        dated = sorted(keep, key=lambda d: d[0].number)
    if len({day for _, first, last in dated for day in (first, last)}) < 2:
        return Markup("")
    starts = sorted({first for _, first, _ in dated} | {max(last for _, _, last in dated)})
    x = _scale(starts)
    spans = [(x(first), x(last)) for _, first, last in dated]
    lanes, drawn = _lanes(spans), []
    height = (max(lanes) + 1) * LANE + 40
    axis = height - 26
    for (moment, _, _), (left, right), lane in zip(dated, spans, lanes, strict=True):
        drawn.append(_dot(moment, story, left, right, axis - 16 - lane * LANE))
    told = "; ".join(f"{m.when}: {wording.cut(m.record.text, 80)}" for m, _, _ in dated[:20])
    return Markup(
        '<svg class="time" role="group" aria-labelledby="t{n}t t{n}d" width="{w}" height="{h}" viewBox="0 0 {w} {h}">'
        '<title id="t{n}t">Timeline, gaps shortened</title><desc id="t{n}d">{told}</desc>'
        '<path class="axis" d="M{left} {axis}H{right}"/>{labels}{dots}</svg>'
    ).format(
        n=story,
        w=WIDTH,
        h=height,
        told=told,
        left=MARGIN - 14,
        right=WIDTH - MARGIN + 14,
        axis=axis,
        labels=_labels([(m, left) for (m, _, _), (left, _) in zip(dated, spans, strict=True)], axis),
        dots=Markup("").join(drawn),
    )


def _span(moment: Moment) -> tuple[int, int] | None:
    first, last = days(moment.record.start), days(moment.record.end)
    return (first[0], max(first[0], last[1])) if first and last else None


def _scale(days_known: Sequence[int]) -> Callable[[int], float]:
    """From a day to its x. A gap takes the logarithm of its days, so that one old date does not squeeze the rest."""
    steps = [1 + log10(b - a) for a, b in pairwise(days_known)]
    unit = (WIDTH - 2 * MARGIN) / sum(steps)
    places = [MARGIN + unit * before for before in accumulate(steps, initial=0.0)]

    def x(day: int) -> float:
        at = min(bisect_right(days_known, day), len(steps)) - 1
        share = (day - days_known[at]) / (days_known[at + 1] - days_known[at])
        return round(places[at] + share * (places[at + 1] - places[at]), 1)

    return x


def _lanes(spans: Sequence[tuple[float, float]]) -> list[int]:
    """The lowest lane in which each dot (and its bar) is free; the top one takes what finds none."""
    ends = [float("-inf")] * LANES
    found = []
    for left, right in spans:
        lane = next((i for i, end in enumerate(ends) if left - DOT > end), LANES - 1)
        ends[lane] = max(right, left) + DOT + 2
        found.append(lane)
    return found


def _dot(moment: Moment, story: int, left: float, right: float, y: float) -> Markup:
    bar = Markup('<path class="bar" d="M{a:g} {y:g}H{b:g}"/>').format(a=left, b=right, y=y) if right > left else ""
    return Markup(
        '<a href="#m{story}-{n}"><title>{when}: {text}</title>{bar}<circle cx="{x:g}" cy="{y:g}" r="{r}"/>'
        '<text class="n" x="{x:g}" y="{t:g}">{n}</text></a>'
    ).format(
        story=story,
        n=moment.number,
        when=moment.when,
        text=wording.cut(moment.record.text, 160),
        bar=bar,
        x=left,
        y=y,
        r=DOT,
        t=y + 3.5,
    )


def _labels(places: Sequence[tuple[Moment, float]], axis: int) -> Markup:
    """A date under the axis wherever there is room for one."""
    drawn, free = [], float("-inf")
    for moment, x in sorted(places, key=lambda p: p[1]):
        if x < free:
            continue
        free = x + LABEL
        drawn.append(
            Markup('<path class="axis" d="M{x:g} {y}v5"/><text class="note" x="{x:g}" y="{t}">{d}</text>').format(
                x=x, y=axis, t=axis + 19, d=written(moment.record.start)
            )
        )
    return Markup("").join(drawn)
