"""Which stretches of an article are read as prose."""

import re

from firsthand.records import Article, Spans

PROSE = ("title", "body", "correction")
BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
LINE = re.compile(r"\n\s*")
# A single newline ends a paragraph only where the text never uses blank lines and its lines are not hard-wrapped.
WRAPPED = 100


def paragraphs(article: Article) -> Spans:
    """The prose paragraphs of an article as code points, in order, without blank edges."""
    out = []
    for part in article.parts:
        if part.kind not in PROSE:
            continue
        text = article.text[part.start : part.end]
        lines = text.split("\n")
        wrapped = len(lines) > 3 and max(map(len, lines)) <= WRAPPED
        breaks = BLANK_LINE if wrapped or BLANK_LINE.search(text) else LINE
        at = 0
        for match in (*breaks.finditer(text), None):
            end = match.start() if match else len(text)
            chunk = text[at:end]
            if chunk.strip():
                start = part.start + at + len(chunk) - len(chunk.lstrip())
                out.append((start, start + len(chunk.strip())))
            at = match.end() if match else end
    return tuple(out)
