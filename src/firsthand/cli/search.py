"""`firsthand search`: full text over a store's statements or articles, with filters."""

import re
import sys
from typing import TYPE_CHECKING, Any, get_args

import click

from firsthand.cli.output import write_json
from firsthand.cli.place import opened, store_option
from firsthand.cli.problems import complain
from firsthand.records import Stance

if TYPE_CHECKING:
    from firsthand.store import Hit

NOTHING = 1
DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def day(_context: click.Context, _parameter: click.Parameter, written: str) -> str:
    """An ISO date that may stop at the month or the year; refuses anything else."""
    if written and not DAY.fullmatch(written):
        raise click.BadParameter(f"{written!r} is no date; write 2025, 2025-03 or 2025-03-14")
    return written


@click.command()
@click.argument("text", default="")
@store_option
@click.option("--what", type=click.Choice(("statements", "articles")), default="statements", show_default=True)
@click.option("--speaker", default="", help="Part of a name of who said it.")
@click.option("--stance", type=click.Choice(get_args(Stance)), default=None)
@click.option("--outlet", default="", help="Who published it.")
@click.option("--since", default="", callback=day, metavar="DATE", help="Said, or published, on this day or later.")
@click.option("--until", default="", callback=day, metavar="DATE", help="Or earlier.")
@click.option("--story", "about", default="", metavar="ARTICLE", help="In the story that holds the article of this id.")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True)
@click.option("-f", "--format", "form", type=click.Choice(("terminal", "json")), default="terminal", show_default=True)
@click.pass_context
def search(
    context: click.Context, /, text: str, place: str | None, stance: str | None, limit: int, form: str, **filters: Any
) -> None:
    """Find statements or articles of a store: all words of TEXT, "a phrase", -without, begin* (SQLite).

    Without TEXT what passes the filters, the newest first. Nothing found is exit status 1.

    \b
    Examples:
      firsthand search "murky water" --stance denies
      firsthand search --speaker ostrander --since 2026-03 --format json
      firsthand search "dam -test" --what articles --outlet "Cascade Ledger"
    """
    from firsthand import store

    with opened(place) as held:
        page = store.search(held, text, stance=stance or "", limit=limit, **filters)
    if form == "json":
        for hit in page.rows:
            write_json(hit._asdict() | {"marked": None})
    elif page.rows:
        listed(page.rows)
    if not page.rows:
        complain("nothing found")
        context.exit(NOTHING)
    if page.total > len(page.rows):
        complain(f"{len(page.rows)} of {page.total} shown; --limit shows more")


def listed(hits: "tuple[Hit, ...]") -> None:
    """Print what was found, the words that were asked for in bold."""
    from rich.console import Console

    from firsthand.show.lines import across, harmless
    from firsthand.store import marked_pieces

    console = Console(file=sys.stdout)
    for hit in hits:
        line = harmless("", console)
        for piece, found in marked_pieces(" ".join(hit.marked.split())):
            line.append_text(harmless(piece, console, "bold" if found else ""))
        console.print(line)
        said = f"{hit.speaker or 'own voice'}, {hit.stance}" if hit.statement else ""
        across(console, ", ".join(filter(None, (said, hit.outlet, hit.published, hit.title))), "dim")
