"""Two dates and the words between them → one period: "from August to March"."""

from collections.abc import Sequence

from firsthand.language import topic
from firsthand.records import Article, Period, TimeExpression
from firsthand.stages.date.calendar import month_of, stretch


def join_ranges(article: Article, times: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """The expressions with every "from X to Y" made one of type DURATION and value "start/end"."""
    words = topic(article.language or "en", "dates")["range"]
    out: list[TimeExpression] = []
    n = 0
    while n < len(times):
        joined = _joined(article, times[n], times[n + 1], words) if n + 1 < len(times) else None
        out.append(joined or times[n])
        n += 2 if joined else 1
    return tuple(out)


def _joined(
    article: Article, a: TimeExpression, b: TimeExpression, words: dict[str, list[str]]
) -> TimeExpression | None:
    """One expression for a period that two expressions enclose, or None when they do not."""
    if a.type != "DATE" or b.type != "DATE" or not (stretch_like(a) and stretch_like(b)):
        return None
    between = article.text[a.end : b.start].strip().lower()
    if between not in words["joining"]:
        return None
    before = article.text[max(0, a.start - 12) : a.start].split()
    opening = before[-1].lower() if before else ""
    opened = opening in words["opening"]
    if not opened and (between not in words["plain"] or article.text[a.end : a.end + 1] == " "):
        return None
    start = a.end - len(a.text)
    if opened:
        start = article.text.lower().rindex(opening, 0, a.start)
    text = article.text[start : b.end]
    period = _period(a, b)
    value = f"{period.start}/{period.end}" if period else f"{a.value}/{b.value}"
    return TimeExpression(start=start, end=b.end, text=text, type="DURATION", value=value, period=period)


def stretch_like(time: TimeExpression) -> bool:
    """Whether a time is a date that can begin or end a period, known or open."""
    return stretch(time.value) is not None or time.value.startswith("XXXX-")


def _period(a: TimeExpression, b: TimeExpression) -> Period | None:
    """From the start of a to the end of b; a month after its end is taken a year earlier."""
    if not (a.period and b.period and a.period.start and b.period.end):
        return None
    start, end = a.period.start, b.period.end
    if start > end and len(start) == 7 and not any(c.isdigit() for c in a.text):
        start = month_of(int(start[:4]) - 1, int(start[5:7]))
    if start > end:
        return None
    return Period(start=start, end=end, basis=b.period.basis)
