"""An article's time expressions → TimeML 1.2.1, which the field's scorers read."""

import re
from collections.abc import Sequence
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from firsthand.records import Article, TimeExpression
from firsthand.show.plain import in_xml

# What XML 1.0 cannot hold, even escaped.
UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
OPEN_DAY = "XXXX-XX-XX"
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">
"""


def timeml(article: Article, times: Sequence[TimeExpression]) -> str:
    """A TimeML document: the day of publication as creation time, the text with TIMEX3 tags, character by character.

    `times` are in text order and do not overlap. A character that XML cannot hold stands as U+FFFD: offsets stay.
    """
    published = article.published
    day = published.start if published.start and published.start == published.end else OPEN_DAY
    stamp = (
        f'<TIMEX3 tid="t0" type="DATE" value={_quoted(day)} temporalFunction="false" '
        f'functionInDocument="CREATION_TIME">{_written(day)}</TIMEX3>'
    )
    body, at = [], 0
    for n, time in enumerate(times, 1):
        body += [_written(article.text[at : time.start]), _tag(n, time), _written(article.text[time.start : time.end])]
        body.append("</TIMEX3>")
        at = time.end
    body.append(_written(article.text[at:]))
    title = f"<TITLE>{_written(article.title)}</TITLE>\n" if article.title else ""
    return (
        f"{HEAD}<DOCID>{_written(article.id)}</DOCID>\n<DCT>{stamp}</DCT>\n{title}"
        f"<TEXT>{''.join(body)}</TEXT>\n</TimeML>\n"
    )


def _tag(n: int, time: TimeExpression) -> str:
    mod = f' mod="{time.mod}"' if time.mod else ""
    return f'<TIMEX3 tid="t{n}" type="{time.type}" value={_quoted(timex(time.value))}{mod}>'


def timex(value: str) -> str:
    """A value that TIMEX3 knows: the length of a range of days, "PXD" for one that is open.

    >>> timex("2024-05-03/2024-05-09"), timex("2024-W20")
    ('P7D', '2024-W20')
    """
    first, slash, last = value.partition("/")
    if not slash:
        return value
    try:
        return f"P{(date.fromisoformat(last) - date.fromisoformat(first)).days + 1}D"
    except ValueError:
        return "PXD"


def _written(text: str) -> str:
    # A bare carriage return would be read as a line end.
    return in_xml(escape(UNWRITABLE.sub("\ufffd", text), {"\r": "&#13;"}))


def _quoted(value: str) -> str:
    return in_xml(quoteattr(UNWRITABLE.sub("\ufffd", value)))
