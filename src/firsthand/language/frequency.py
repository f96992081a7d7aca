"""How rare a word is in news of a language: a fixed background, so that a pile of two articles can be weighed too."""

from functools import cache
from math import log

from firsthand.language import topic


@cache
def counts(language: str) -> tuple[int, dict[str, int]]:
    """The number of articles counted, and for each stem in how many of them it stands (`<language>/frequency.toml`)."""
    data = topic(language, "frequency")
    return data["articles"], {stem: int(count) for count, stems in data["stems"].items() for stem in stems.split()}


def idf(language: str, stem: str) -> float:
    """The inverse document frequency of a stem (`terms.stem`): 0 for a word in every article, 9.2 for an unknown one.

    >>> idf("en", "the") < 0.1 < 4 < idf("en", "ferry") < idf("en", "bartulovic")
    True
    """
    articles, table = counts(language)
    return log(articles / table.get(stem, 1.2))
