"""How a content is given, told by its quotation marks alone."""

import re

from firsthand.records import Quote, Spans

# A quotation that runs over paragraphs opens anew in each. A straight single mark is an apostrophe more often than not.
QUOTED = re.compile(r"[“„][^“”„]*|«[^«»]*|\"[^\"\n]*\"|(?<!\w)‘[^‘\n]*?(?:’(?!\w)|(?=\n)|$)")
WORD = re.compile(r"\w+")
SINGLE = re.compile(r"'\s*$"), re.compile(r"\s{0,9}[.,!?]?'")


def quote_of(text: str, spans: Spans) -> Quote:
    """Whether the words at the spans are all in quotation marks (direct), some of them (mixed), or none (indirect).

    >>> text = "The dam “holds”, she said, “for now”."
    >>> quote_of(text, ((4, 7),)), quote_of(text, ((0, 14),)), quote_of(text, ((9, 14), (28, 35)))
    ('indirect', 'mixed', 'direct')
    """
    if spans and SINGLE[0].search(text[: spans[0][0]][-2:]) and SINGLE[1].match(text, spans[-1][1]):
        return "direct"
    quoted = [found.span() for found in QUOTED.finditer(text, 0, spans[-1][1] + 1 if spans else 0)]
    heard = [
        any(start <= word.start() < end for start, end in quoted)
        for first, past in spans
        for word in WORD.finditer(text, first, past)
    ]
    return "direct" if heard and all(heard) else "mixed" if any(heard) else "indirect"
