"""`firsthand stories`: the stories of a store."""

import sys

import click

from firsthand.cli.output import write_json
from firsthand.cli.place import opened, store_option
from firsthand.cli.search import day

WIDE = 200  # columns of a table that is not drawn on a terminal


@click.command()
@click.argument("text", default="")
@store_option
@click.option("--outlet", default="", help="With an article of this outlet.")
@click.option("--since", default="", callback=day, metavar="DATE", help="Going on on this day or later.")
@click.option("--until", default="", callback=day, metavar="DATE", help="Begun on this day or earlier.")
@click.option("--limit", type=click.IntRange(1, 10000), default=30, show_default=True)
@click.option("-f", "--format", "form", type=click.Choice(("table", "json")), default="table", show_default=True)
def stories(place: str | None, text: str, outlet: str, since: str, until: str, limit: int, form: str) -> None:
    """List the stories of a store, those with the newest articles first; TEXT stands in one of their articles.

    \b
    Examples:
      firsthand stories
      firsthand stories "dam" --since 2026-03 --store flood.db
      firsthand stories --format json | jq -r .title
    """
    from firsthand import store

    with opened(place) as held:
        page = store.stories(held, text=text, outlet=outlet, since=since, until=until, limit=limit)
    if form == "json":
        for row in page.rows:
            write_json(row._asdict())
        return
    from rich import box
    from rich.console import Console
    from rich.table import Table

    from firsthand.show.lines import harmless

    console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else WIDE)
    drawn = Table("Story", "From", "To", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for title in ("Articles", "Outlets", "Claims", "Disputed"):
        drawn.add_column(title, justify="right")
    for row in page.rows:
        counts = (row.articles, row.outlets, row.claims, row.disputed)
        cells = (row.title, (row.first or "")[:10], (row.last or "")[:10], *map(str, counts))
        drawn.add_row(*(harmless(cell, console) for cell in cells))
    console.print(drawn)
