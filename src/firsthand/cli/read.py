"""`firsthand read`: how articles were read."""

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict

import click

from firsthand.cli.output import write_json
from firsthand.cli.problems import report, status
from firsthand.cli.progress import progress_bar
from firsthand.records import Article, Period

WIDE = 200  # columns of a table that is not drawn on a terminal: what programs read is not folded


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("-f", "--format", "form", type=click.Choice(("table", "json")), default="table", show_default=True)
@click.pass_context
def read(context: click.Context, paths: tuple[str, ...], form: str) -> None:
    """Show how articles were read: title, outlet, date and what it rests on, language, parts.

    With --format json the articles as in the brief, and what was not read.

    \b
    Examples:
      firsthand read articles/
      firsthand read page.html --format json
    """
    from firsthand.settings import Settings
    from firsthand.stages.read import read as read_articles

    with progress_bar() as progress:
        articles, unprocessed = read_articles(paths, Settings(), progress)
    report(unprocessed)
    if form == "json":
        found = {"articles": [asdict(a) for a in articles], "unprocessed": [asdict(u) for u in unprocessed]}
        write_json(found, indent=1)
    elif articles:
        table(articles)
    context.exit(status(len(articles), unprocessed))


def table(articles: Iterable[Article]) -> None:
    """Draw the articles as a table on standard output."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    from firsthand.show.lines import harmless

    console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else WIDE)
    drawn = Table("Title", "Outlet", "Published", "From", "In", "Parts", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for article in articles:
        cells = (
            article.title or article.path or article.id,
            article.outlet.name if article.outlet else "unknown",
            period(article.published),
            article.published.basis,
            article.language or "?",
            parts(article),
        )
        drawn.add_row(*(harmless(cell, console) for cell in cells))
    console.print(drawn)


def period(when: Period) -> str:
    """A period in ISO dates.

    >>> period(Period(start="2025-05-09", end=None, basis="bounds"))
    '2025-05-09 or later'
    """
    if when.start is None:
        return f"{when.end} or earlier" if when.end else "unknown"
    if when.end is None:
        return f"{when.start} or later"
    return when.start if when.start == when.end else f"{when.start} to {when.end}"


def parts(article: Article) -> str:
    """The kinds of an article's parts in the order they first come, with their number where it is not one."""
    return ", ".join(
        kind if number == 1 else f"{number} {kind}" for kind, number in Counter(p.kind for p in article.parts).items()
    )
