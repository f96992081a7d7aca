"""What is kept of an article to group it, and later ones with it: enough to go on without its text."""

from dataclasses import dataclass

from firsthand.records import Article
from firsthand.stages.group.vectors import Vector, vector
from firsthand.stages.group.window import day


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """An article as grouping sees it: by its id, what it is about, its day (None when not known) and time of day.

    `title` is what a story may be called by it: its title (then it is `titled`), or its first line.
    """

    article: str
    title: str
    titled: bool
    made: Vector
    day: int | None
    time: str


def sketch(article: Article) -> Sketch:
    """The sketch of an article."""
    titled = bool((article.title or "").strip())
    return Sketch(
        article=article.id,
        title=article.title if titled and article.title else _first_line(article),
        titled=titled,
        made=vector(article),
        day=day(article.published),
        time=article.published.start or "",
    )


def _first_line(article: Article) -> str:
    for part in article.parts:
        if part.kind in ("title", "body"):
            for line in article.text[part.start : part.end].splitlines():
                if line.strip():
                    return line.strip()
    return article.id
