"""Articles → who copied from whom."""

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Sequence
from dataclasses import replace

from firsthand.records import Article, Copy
from firsthand.stages.copy.direction import moments
from firsthand.stages.copy.fingerprint import keys, pairs, prints
from firsthand.stages.copy.paraphrase import paraphrases
from firsthand.stages.copy.reprint import Reuse, marked, reprint
from firsthand.stages.copy.source import Source, sources

Taken = tuple[str, str]  # the ids of a copy and of what it was taken from

NEW = 20  # words outside quotations that a further source must explain


def find_copies(
    articles: Iterable[Article], copies: Collection[Taken] = (), no_copies: Collection[Taken] = ()
) -> tuple[Copy, ...]:
    """Every reuse of one article's text in another, with the passages in both and which of them copied.

    A person knows (copy, what it was taken from) of `copies`, which are found whatever they share, and of `no_copies`,
    of which neither is found to be a copy of the other. Of `copies` that go round in a circle the last is left out.
    """
    pile = sorted(articles, key=_time)
    known, stems = sources(pile)
    hashed = keys(stems)
    shared = pairs([prints(one.words, hashed) for one in known])
    found = [reuse for later, earlier in shared if (reuse := reprint(known[later], known[earlier]))]
    settled = {frozenset(two) for two in (*copies, *no_copies)}
    by_hand = _marked(copies, known)
    kept = [reuse for reuse in found if frozenset((reuse.copy.article, reuse.copy.of)) not in settled]
    copied = [reuse.copy for reuse in _nearest(kept, by_hand)]
    taken = {copy.article for copy in copied}
    rewrites = paraphrases([one for one in known if one.article.id not in taken], stems)
    return tuple(_no_circles([*_with_passages(by_hand, rewrites), *copied, *_others(rewrites, by_hand, settled)]))


def fingerprints(article: Article) -> list[int]:
    """The prints by which an article's passages are found again: 64-bit numbers that are the same in every pile."""
    (source,), stems = sources([article])
    return [int(each) for each in prints(source.words, keys(stems))]


def _time(article: Article) -> tuple[bool, float, str]:
    """Order of time, articles of unknown date last."""
    known = moments(article.published.start) if article.published.start and article.published.end else None
    return known is None, known[0].timestamp() if known else 0.0, article.id


def _marked(copies: Collection[Taken], known: Sequence[Source]) -> list[Reuse]:
    """The copies that a person marked, in order of time; those of articles that are not in the pile are left out."""
    place = {one.article.id: n for n, one in enumerate(known)}
    here = sorted((place[copy], place[of]) for copy, of in copies if copy in place and of in place and copy != of)
    return [marked(known[copy], known[of]) for copy, of in here]


def _with_passages(by_hand: Sequence[Reuse], rewrites: Sequence[Copy]) -> list[Copy]:
    """The marked copies, one without shared words with the passages of the rewrite that it turns out to be."""
    found = {(copy.article, copy.of): copy for copy in rewrites}
    out = []
    for copy in (reuse.copy for reuse in by_hand):
        rewrite = found.get((copy.article, copy.of))
        if rewrite and not copy.passages:
            copy = replace(copy, kind=rewrite.kind, passages=rewrite.passages, why=f"{copy.why}; {rewrite.why}")
        out.append(copy)
    return out


def _others(rewrites: Sequence[Copy], by_hand: Sequence[Reuse], settled: Container[frozenset[str]]) -> list[Copy]:
    """The rewrites but those of articles of which a person knows where they are from, or where they are not from."""
    told = {reuse.copy.article for reuse in by_hand}
    return [c for c in rewrites if c.article not in told and frozenset((c.article, c.of)) not in settled]


def _nearest(found: Sequence[Reuse], by_hand: Sequence[Reuse]) -> list[Reuse]:
    """The sources that explain a copy: the one it shares most with, and others only for words that it leaves over.

    What was taken from a source that a person marked is explained by that.
    """
    by_copy: defaultdict[str, list[Reuse]] = defaultdict(list)
    for reuse in found:
        by_copy[reuse.copy.article].append(reuse)
    out = []
    for article, rows in by_copy.items():
        explained = {word for reuse in by_hand if reuse.copy.article == article for word in reuse.words}
        for reuse in sorted(rows, key=lambda r: (-len(r.words), not r.copy.credited, r.copy.of)):
            if len(reuse.words - explained) >= NEW or not explained:
                out.append(reuse)
                explained |= reuse.words
    return out


def _no_circles(copies: list[Copy]) -> list[Copy]:
    """The copies without those that would make an article, over others, a copy of itself."""
    taken_from: defaultdict[str, set[str]] = defaultdict(set)
    out = []
    for copy in copies:
        behind, seen = [copy.of], {copy.of}
        while behind and copy.article not in seen:
            fresh = taken_from[behind.pop()] - seen
            seen |= fresh
            behind += fresh
        if copy.article not in seen:
            taken_from[copy.article].add(copy.of)
            out.append(copy)
    return out
