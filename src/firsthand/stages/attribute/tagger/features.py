"""Parsed article and the rules' findings → the numbers that the trained tagger reads.

The same code makes the numbers for training and for use, so that the two cannot drift apart.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from firsthand.records import Parse, Span, Spans
from firsthand.stages.attribute.quotes import Quotation

Ids = NDArray[np.int64]
Labels = Mapping[str, Mapping[str, int]]

NONE, SOURCE, CUE, CONTENT = range(4)
LOWER, TITLE, UPPER, MARK = range(4)
OUTSIDE, INSIDE, QUOTATION_MARK = range(3)
WITHIN, SENTENCE_START, PARAGRAPH_START = range(3)
STEPS = (1, 2, 3, 4, 5, 7, 10, 14, 20, 28, 40, 56, 80, 112, 160)  # words; borders of the distance classes
SENTENCES = 3  # sentences to either side that are told apart
ELSEWHERE, ITSELF, ABOVE = range(3)  # ways from a cue to a word that leave by no branch of the cue
WAYS = 3
SIZE, OVERLAP = 254, 48  # word pieces in a window, and at least in both of two that follow one another
# Word pieces that a window leaves to the next, and takes more of the last, to hold whole sentences.
LATE, EARLY = 64, 40
BEFORE, AFTER = 64, 96  # words around a cue where its source and content are looked for
UNQUOTED, SAME_QUOTATION, SAME_PARAGRAPH, OTHER_PARAGRAPH = range(4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """An attribution as the rules see it, in token numbers."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """An article's tokens as numbers.

    `table` is (tokens × 7): case, quotation, border, tag, dependency, kind of name, role by the rules.
    `quotation` is the number of the quotation that holds a token, or -1; `paragraph` the paragraph's number;
    `findings` are those of the rules by the tokens of their cues.
    """

    parse: Parse
    table: Ids
    quotation: Ids
    paragraph: Ids
    findings: Mapping[int, tuple[Finding, ...]]


def tokens_in(starts: Sequence[int], parse: Parse, spans: Spans) -> frozenset[int]:
    """The numbers of the tokens that share a code point with some spans; `starts` are the tokens' starts."""
    out: set[int] = set()
    for start, end in spans:
        first = max(0, bisect_right(starts, start) - 1)
        for n in range(first, len(starts)):
            if parse.tokens[n].start >= end:
                break
            if parse.tokens[n].end > start:
                out.add(n)
    return frozenset(out)


def words_of(
    parse: Parse, quotations: Sequence[Quotation], findings: Sequence[tuple[Spans, Spans, Spans]], labels: Labels
) -> Words:
    """The features of every token; `findings` are the rules' (source, cue, content) in code points."""
    tokens = parse.tokens
    starts = [t.start for t in tokens]
    table = np.zeros((len(tokens), 7), dtype=np.int64)
    for n, token in enumerate(tokens):
        table[n, 0] = case(token.text)
        table[n, 3] = labels["tag"].get(token.tag, 0)
        table[n, 4] = labels["dep"].get(token.dep, 0)
    quotation = np.full(len(tokens), -1, dtype=np.int64)
    for n, found in enumerate(quotations):
        for t in tokens_in(starts, parse, (found.outer,)):
            inside = found.inner[0] <= tokens[t].start and tokens[t].end <= found.inner[1]
            table[t, 1] = INSIDE if inside else QUOTATION_MARK
            quotation[t] = n
    paragraph = np.zeros(len(tokens), dtype=np.int64)
    for first, _ in parse.sentences:
        table[first, 2] = SENTENCE_START
    for n, (first, past) in enumerate(parse.paragraphs):
        table[first, 2] = PARAGRAPH_START
        paragraph[first:past] = n
    for name in parse.names:
        for t in tokens_in(starts, parse, ((name.start, name.end),)):
            table[t, 5] = labels["name"].get(name.label, 0)
    known: dict[int, tuple[Finding, ...]] = {}
    for source, cue, content in findings:
        finding = Finding(
            source=tokens_in(starts, parse, source),
            cue=tokens_in(starts, parse, cue),
            content=tokens_in(starts, parse, content),
        )
        for role, members in ((CONTENT, finding.content), (SOURCE, finding.source), (CUE, finding.cue)):
            table[list(members), 6] = role
        for n in finding.cue:
            known[n] = (*known.get(n, ()), finding)
    return Words(parse=parse, table=table, quotation=quotation, paragraph=paragraph, findings=known)


def case(text: str) -> int:
    """How a word is written."""
    if not any(c.isalnum() for c in text):
        return MARK
    if text.isupper() and len(text) > 1:
        return UPPER
    return TITLE if text[0].isupper() else LOWER


def around(cue: Span, window: Span) -> Span:
    """The words of a window that may belong to a cue's attribution."""
    return max(window[0], cue[0] - BEFORE), min(window[1], cue[0] + AFTER)


def relations(words: Words, cue: Span, stretch: Span, labels: Labels) -> Ids:
    """How each word of a stretch stands to a cue: (words × 5) way, role by the rules, distance, sentence, quotation.

    `cue` and `stretch` are token numbers, end exclusive.
    """
    tokens = words.parse.tokens
    first, past = stretch
    out = np.zeros((past - first, 5), dtype=np.int64)
    numbers = np.arange(first, past)
    head = next((n for n in range(*cue) if not cue[0] <= tokens[n].head < cue[1] or tokens[n].head == n), cue[0])
    here = tokens[head].sentence
    ways = dict.fromkeys(range(*cue), ITSELF)
    begin, end = words.parse.sentences[here]
    for n in range(max(begin, first), min(end, past)):
        out[n - first, 0] = way(words.parse, n, ways, labels["dep"])
    for n in range(*cue):
        for finding in words.findings.get(n, ()):
            for role, members in ((CONTENT, finding.content), (SOURCE, finding.source), (CUE, finding.cue)):
                out[[n - first for n in members if first <= n < past], 1] = role
    away = np.where(numbers < cue[0], numbers - cue[0], np.where(numbers >= cue[1], numbers - cue[1] + 1, 0))
    out[:, 2] = len(STEPS) + np.sign(away) * np.searchsorted(STEPS, np.abs(away), side="right")
    sentences = np.array([tokens[n].sentence for n in numbers])
    out[:, 3] = SENTENCES + np.clip(sentences - here, -SENTENCES, SENTENCES)
    quoted, near = words.quotation[first:past], words.paragraph[first:past] == words.paragraph[head]
    out[:, 4] = np.where(near, SAME_PARAGRAPH, OTHER_PARAGRAPH)
    out[quoted < 0, 4] = UNQUOTED
    out[(quoted >= 0) & (quoted == words.quotation[head]), 4] = SAME_QUOTATION
    return out


def way(parse: Parse, n: int, ways: dict[int, int], labels: Mapping[str, int]) -> int:
    """By which branch a word hangs on the cue; `ways` remembers what is known of the sentence."""
    path = []
    while n not in ways:
        path.append(n)
        head = parse.tokens[n].head
        if head == n:
            ways[n] = ABOVE
        elif ways.get(head) == ITSELF:
            ways[n] = WAYS + labels.get(parse.tokens[n].dep, 0)
        else:
            n = head
    for each in path:
        ways[each] = ways[n]
    return ways[n]


def windows(lengths: Sequence[int], breaks: Sequence[int], size: int = SIZE, overlap: int = OVERLAP) -> Iterator[Span]:
    """Overlapping stretches of tokens, each with at most `size` word pieces, `overlap` of them or more in the next too.

    `lengths` is the number of word pieces of each token. A stretch begins and ends at one of `breaks`, the tokens that
    start sentences, where one is near. Every token is in one window at least.
    """
    starts, marks = np.concatenate([[0], np.cumsum(lengths)]), np.asarray(breaks, dtype=np.int64)
    first, total = 0, int(starts[-1])
    while True:
        past = int(np.searchsorted(starts, starts[first] + size, side="right")) - 1
        past = max(past, first + 1)
        if starts[past] >= total:
            yield first, past
            return
        past = max(back(starts, marks, past, LATE), first + 1)
        yield first, past
        following = int(np.searchsorted(starts, starts[past] - overlap, side="left"))
        first = max(first + 1, min(past, back(starts, marks, following, EARLY)))


def back(starts: Ids, marks: Ids, token: int, most: int) -> int:
    """The last of some marked tokens up to a token that is at most so many pieces before it, else the token itself."""
    n = int(np.searchsorted(marks, token, side="right")) - 1
    near = n >= 0 and starts[token] - starts[marks[n]] < most
    return int(marks[n]) if near else token
