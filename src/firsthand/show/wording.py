"""The interface's own English words, used one way by every format; nothing here is language data."""

from collections.abc import Sequence

from firsthand.records import Count

ARROW = " → "
UNKNOWN = "speaker not known"
OWN_VOICE = "own voice"
NO_OUTLET = "outlet not known"
NO_DATE = "date not known"
NO_STORY = "In no story"
STANCES = ("asserts", "confirms", "denies", "doubts", "declines", "promises", "asks")
RELATIONS = {  # kind -> (as claim `a` reads it, as claim `b` reads it)
    "contradicts": ("contradicts", "contradicts"),
    "updates": ("updates", "updated by"),
    "supports": ("supports", "supported by"),
}
CAUTION = "Counts say where words entered this pile. Independent does not mean true."


def many(n: int, word: str) -> str:
    """A number with its noun.

    >>> many(1, "origin"), many(2, "copy"), many(1200, "article")
    ('1 origin', '2 copies', '1,200 articles')
    """
    plural = word if n == 1 else f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"
    return f"{n:,} {plural}"


def origins(count: Count) -> str:
    """How many origins are independent, as a range where a link is only suspected.

    >>> origins(Count(at_least=1, at_most=1)), origins(Count(at_least=2, at_most=3))
    ('1 origin', '2–3 origins')
    """
    if count.at_least == count.at_most:
        return many(count.at_least, "origin")
    return f"{count.at_least:,}–{count.at_most:,} origins"


def cut(text: str, limit: int | None) -> str:
    """`text` on one line, cut at a word before `limit` code points (None: whole); "…" shows that it was cut.

    >>> cut("one  two\\nthree", 9), cut("one two", 9)
    ('one two…', 'one two')
    """
    line = " ".join(text.split())
    if limit is None or len(line) <= limit:
        return line
    head, space, _ = line[:limit].rpartition(" ")
    return (head if space and len(head) > limit // 2 else line[: limit - 1]) + "…"


def listed(names: Sequence[str], limit: int = 6) -> str:
    """Names with commas, the rest as a number.

    >>> listed(["a", "b", "c"], 2)
    'a, b and 1 more'
    """
    head = ", ".join(names[:limit])
    return head if len(names) <= limit else f"{head} and {len(names) - limit:,} more"


def unidentified(words: str) -> str:
    """A source that nobody is known by.

    >>> unidentified("the senator"), unidentified("")
    ('“the senator” (speaker not known)', 'speaker not known')
    """
    return f"“{' '.join(words.split())}” ({UNKNOWN})" if words.strip() else UNKNOWN


def unsourced(own: int, unnamed: int, unknown: int) -> str:
    """What nobody is named for; the empty string when everything is sourced.

    >>> unsourced(2, 1, 0)
    "2 in the outlet's own voice, 1 from an unnamed source"
    """
    counted = (
        (own, "in the outlet's own voice"),
        (unnamed, "from an unnamed source"),
        (unknown, "from a speaker not known"),
    )
    return ", ".join(f"{n:,} {words}" for n, words in counted if n)


def scope(articles: int, outlets: int, dates: str) -> str:
    """How much there is: articles, outlets and dates, the latter two where known.

    >>> scope(2, 0, "4 Mar 2025"), scope(3, 2, "")
    ('2 articles, 4 Mar 2025', '3 articles, 2 outlets')
    """
    return ", ".join(x for x in (many(articles, "article"), many(outlets, "outlet") if outlets else "", dates) if x)
