"""Whom an article credits as a whole: the agency whose copy it is; and how it names its own outlet."""

from firsthand.records import Article
from firsthand.stages.resolve.lexicon import Lexicon
from firsthand.stages.resolve.names import key

DATELINES = ("dateline", "slashes")
SURE = (*DATELINES, "line", "bare", "source", "supplied")  # credits of any name; others must look like an agency's
NEAR_START = 400  # code points in which a dateline may stand


def wire_credit(article: Article, lex: Lexicon) -> tuple[str, int, int] | None:
    """The agency whose copy an article is, as written, with its code points; None for the outlet's own text."""
    for name, start, end in _credits(article, lex):
        if not is_own(name, article, lex):
            return name, start, end
    return None


def dateline_end(article: Article, lex: Lexicon) -> int:
    """Where the agency stands in an article's dateline, in code points; 0 without one. What is before it is a place."""
    start = _first_body(article)
    while start < len(article.text) and article.text[start].isspace():
        start += 1
    match = lex.credit["dateline"].match(article.text, start)
    return match.start("agency") if match else 0


def credits_itself(article: Article, lex: Lexicon) -> bool:
    """Whether an article's dateline names its own outlet, as agencies' datelines do."""
    head = article.text[: _first_body(article) + NEAR_START]
    match = lex.credit["dateline"].search(head)
    return match is not None and is_own(match["agency"], article, lex)


def is_own(name: str, article: Article, lex: Lexicon) -> bool:
    """Whether a name is that of the outlet whose article it is, in full or by its last words ("the Ledger")."""
    if article.outlet is None:
        return False
    own, other = key(article.outlet.name, lex.articles).split(), key(name, lex.articles).split()
    if not own or not other:
        return False
    if other == own[-len(other) :] or (len(own) > 1 and "".join(w[0] for w in own) == "".join(other)):
        return True
    full = lex.outlets.get(" ".join(other)) or lex.agencies.get(" ".join(other))
    mine = lex.outlets.get(" ".join(own)) or lex.agencies.get(" ".join(own))
    return full is not None and full == mine


def looks_like_agency(name: str, lex: Lexicon) -> bool:
    """Whether a name is a known agency's or ends as one."""
    folded = key(name, lex.articles)
    ends = {" ".join(folded.split()[-size:]) for size in (1, 2)} - {folded}
    return folded in lex.agencies or not ends.isdisjoint(lex.agency_endings)


def _credits(article: Article, lex: Lexicon) -> list[tuple[str, int, int]]:
    """Every credit in the text's layout, the surest first."""
    found, text = [], article.text
    for part in article.parts:
        patterns: tuple[str, ...]
        if part.kind == "dateline":
            patterns = ("dateline", "slashes", "line", "bare", "known")
        elif part.kind == "byline":
            patterns = ("line", "bare", "known", "source", "supplied", "with", "short", "contributed", "byline")
        elif part.kind in ("furniture", "correction"):
            patterns = ("line", "bare", "known", "source", "supplied", "with", "short", "contributed", "copyright")
        elif part.kind == "body":
            patterns = (
                "dateline",
                "slashes",
                "line",
                "bare",
                "known",
                "source",
                "supplied",
                "with",
                "short",
                "contributed",
            )
        else:
            continue
        for rank, pattern in enumerate(patterns):
            start, end = part.start, part.end
            for match in lex.credit[pattern].finditer(text, start, end):
                if pattern in DATELINES and match.start() > _first_body(article) + NEAR_START:
                    break
                name = match["agency"].strip()
                if pattern in SURE or looks_like_agency(name, lex):
                    found.append((rank, name, match.start("agency"), match.start("agency") + len(name)))
    for author in article.authors:
        if looks_like_agency(author, lex):
            found.append((9, author, 0, 0))
    return [(name, start, end) for _, name, start, end in sorted(found, key=lambda f: (f[0], f[2]))]


def _first_body(article: Article) -> int:
    return next((p.start for p in article.parts if p.kind in ("body", "dateline")), 0)
