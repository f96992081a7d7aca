"""What a story is called: a title that one of its articles bears, verbatim."""

from firsthand.records import Article
from firsthand.stages.group.growing import Growing, product

CENTRAL = 0.7  # the earliest title is not taken if its article is less like the story than this part of the most like


def title(one: Growing) -> str:
    """The title of the earliest article that has one, unless another is clearly more what the story is about."""
    titled = [member for member in one.members if member.titled] or one.members
    likeness = [product(member.made.weights, one.total) for member in titled]
    most = max(likeness)
    first = titled[0] if likeness[0] >= CENTRAL * most else titled[likeness.index(most)]
    return first.title


def called(article: Article) -> str:
    """The article's title, or its first line."""
    if article.title and article.title.strip():
        return article.title
    for part in article.parts:
        if part.kind in ("title", "body"):
            for line in article.text[part.start : part.end].splitlines():
                if line.strip():
                    return line.strip()
    return article.id
