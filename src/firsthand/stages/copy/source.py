"""An article as the copy stage sees it: its words, its credits, what each word says about where a text is from."""

from collections.abc import Iterable
from dataclasses import dataclass

from firsthand.records import Article
from firsthand.stages.copy.credit import Credits, read_credits
from firsthand.stages.copy.words import Words, number_words


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Source:
    """An article with its numbered words and its credits; `unquoted` counts the words outside quotation marks."""

    article: Article
    words: Words
    credits: Credits
    unquoted: int


def sources(articles: Iterable[Article]) -> tuple[list[Source], list[tuple[str, str]]]:
    """The articles with their words and credits, and the language and stem of each word number."""
    pile = list(articles)
    words, stems = number_words(pile)
    made = [
        Source(article=article, words=own, credits=read_credits(article), unquoted=int((~own.quoted).sum()))
        for article, own in zip(pile, words, strict=True)
    ]
    return made, stems
