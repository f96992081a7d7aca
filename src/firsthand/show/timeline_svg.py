"""Draws a story's timeline: numbered dots over an axis whose long gaps are shortened."""

from collections.abc import Sequence
from itertools import pairwise
from math import log2

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
    points = sorted({day for _, first, last in dated for day in (first, last)})
    if len(points) < 2:
        return Markup("")
    place = _scale(points)
    lanes, drawn = _lanes([(place[a], place[b]) for _, a, b in dated]), []
    height = (max(lanes) + 1) * LANE + 40
    axis = height - 26
    for (moment, first, last), lane in zip(dated, lanes, strict=True):
        drawn.append(_dot(moment, story, place[first], place[last], axis - 16 - lane * LANE))
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
        labels=_labels(dated, place, axis),
        dots=Markup("").join(drawn),
    )


def _span(moment: Moment) -> tuple[int, int] | None:
    first, last = days(moment.record.start), days(moment.record.end)
    return (first[0], max(first[0], last[1])) if first and last else None


def _scale(points: Sequence[int]) -> dict[int, float]:
    """A day's x: a gap takes the logarithm of its days, so that one old date does not squeeze the rest."""
    steps = [log2(1 + b - a) for a, b in pairwise(points)]
    unit = (WIDTH - 2 * MARGIN) / sum(steps)
    x = float(MARGIN)
    place = {points[0]: x}
    for point, step in zip(points[1:], steps, strict=True):
        x += step * unit
        place[point] = round(x, 1)
    return place


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


def _labels(dated: Sequence[tuple[Moment, int, int]], place: dict[int, float], axis: int) -> Markup:
    """A date under the axis wherever there is room for one."""
    drawn, free = [], float("-inf")
    for moment, first, _ in sorted(dated, key=lambda d: d[1]):
        x = place[first]
        if x < free:
            continue
        free = x + LABEL
        drawn.append(
            Markup('<path class="axis" d="M{x:g} {y}v5"/><text class="note" x="{x:g}" y="{t}">{d}</text>').format(
                x=x, y=axis, t=axis + 19, d=written(moment.record.start)
            )
        )
    return Markup("").join(drawn)
