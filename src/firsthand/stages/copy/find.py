"""Articles → who copied from whom."""

from collections import defaultdict
from collections.abc import Iterable

from firsthand.records import Article, Copy
from firsthand.stages.copy.direction import moments
from firsthand.stages.copy.fingerprint import keys, pairs, prints
from firsthand.stages.copy.paraphrase import paraphrases
from firsthand.stages.copy.reprint import Reuse, reprint
from firsthand.stages.copy.source import sources

NEW = 20  # words outside quotations that a further source must explain


def find_copies(articles: Iterable[Article]) -> tuple[Copy, ...]:
    """Every reuse of one article's text in another, with the passages in both and which of them copied."""
    pile = sorted(articles, key=_time)
    known, stems = sources(pile)
    hashed = keys(stems)
    shared = pairs([prints(one.words, hashed) for one in known])
    found = [reuse for later, earlier in shared if (reuse := reprint(known[later], known[earlier]))]
    copies = [reuse.copy for reuse in _nearest(found)]
    taken = {copy.article for copy in copies}
    rewrites = paraphrases([one for one in known if one.article.id not in taken], stems)
    return tuple(_no_circles([*copies, *rewrites]))


def fingerprints(article: Article) -> list[int]:
    """The prints by which an article's passages are found again: 64-bit numbers that are the same in every pile."""
    (source,), stems = sources([article])
    return [int(each) for each in prints(source.words, keys(stems))]


def _time(article: Article) -> tuple[bool, float, str]:
    """Order of time, articles of unknown date last."""
    known = moments(article.published.start) if article.published.start and article.published.end else None
    return known is None, known[0].timestamp() if known else 0.0, article.id


def _nearest(found: list[Reuse]) -> list[Reuse]:
    """The sources that explain a copy: the one it shares most with, and others only for words that it leaves over."""
    by_copy: defaultdict[str, list[Reuse]] = defaultdict(list)
    for reuse in found:
        by_copy[reuse.copy.article].append(reuse)
    out = []
    for rows in by_copy.values():
        explained: set[int] = set()
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
