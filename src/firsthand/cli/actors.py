"""`firsthand actors`: who speaks, under which names, and what made these one."""

import sys
from collections.abc import Iterator
from dataclasses import asdict, replace
from typing import Any

import click

from firsthand.cli.names import names_option
from firsthand.cli.output import write_json
from firsthand.cli.pile import brief_of
from firsthand.cli.place import store_option
from firsthand.cli.problems import status
from firsthand.records import Actor, Brief
from firsthand.settings import Names, Settings

WIDE = 200  # columns of a table that is not drawn on a terminal: what programs read is not folded


@click.command()
@click.argument("paths", metavar="[PATH...]", nargs=-1)
@store_option
@click.option("-f", "--format", "form", type=click.Choice(("table", "json")), default="table", show_default=True)
@click.option("--why", is_flag=True, help="Show what made the names of each actor one, with a score from 0 to 1.")
@names_option
@click.pass_context
def actors(
    context: click.Context, paths: tuple[str, ...], place: str | None, form: str, why: bool, names: Names
) -> None:
    """Show the actors of a pile: every name they go by, what they belong to, and where they occur.

    With --format json one object an actor and line, with each place (code points, end exclusive, into the article's
    text) and what made its names one.

    \b
    Examples:
      firsthand actors articles/
      firsthand actors articles/ --why
      firsthand actors articles/ --names names.yaml
      firsthand actors articles/ --format json | jq -r 'select(.kind == "unnamed") | .name'
    """
    made = brief_of(paths, replace(Settings(), names=names), place)
    if form == "json":
        for row in rows(made):
            write_json(row)
    elif made.actors:
        table(made, why)
    context.exit(status(len(made.articles), made.unprocessed))


def ordered(made: Brief) -> list[Actor]:
    """The actors, those in most articles and with most mentions first."""
    return sorted(made.actors, key=lambda a: (-len(a.mentions), -mentions(a), a.name))


def mentions(actor: Actor) -> int:
    """How often an actor is spoken of."""
    return sum(len(m.spans) for m in actor.mentions)


def rows(made: Brief) -> Iterator[dict[str, Any]]:
    """The actors with the names behind ids, and the words at each place."""
    name = {actor.id: actor.name for actor in made.actors}
    articles = {article.id: article for article in made.articles}
    for actor in ordered(made):
        yield {
            **asdict(actor),
            "member_of_name": name.get(actor.member_of or ""),
            "mentions": [
                {
                    "article": m.article,
                    "path": articles[m.article].path,
                    "url": articles[m.article].url,
                    "spans": m.spans,
                    "words": [articles[m.article].text[start:end] for start, end in m.spans],
                }
                for m in actor.mentions
            ],
        }


def table(made: Brief, why: bool) -> None:
    """Draw the actors as a table on standard output."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    from firsthand.show.lines import harmless

    console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else WIDE)
    name = {actor.id: actor.name for actor in made.actors}
    drawn = Table("Name", "Kind", "Also", "Member of", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for title in ("Articles", "Mentions"):
        drawn.add_column(title, justify="right")
    for actor in ordered(made):
        over = name.get(actor.member_of or "", "")
        told = f" (“{actor.member_why}”)" if why and over and actor.member_why else ""
        counts = str(len(actor.mentions)), str(mentions(actor))
        cells = (actor.name, actor.kind, "; ".join(others(actor, why)), over + told, *counts)
        drawn.add_row(*(harmless(cell, console) for cell in cells))
    console.print(drawn)


def others(actor: Actor, why: bool) -> list[str]:
    """What an actor is called beside its name; with `why` also in passing, and by what that was taken for it."""
    called = [alias for alias in actor.aliases if alias != actor.name]
    if not why:
        return called
    told = [
        f"{merge.two} ({'' if merge.one == actor.name else f'= {merge.one}, '}{merge.why}, {merge.score:.2f})"
        for merge in actor.merges
        if merge.one != merge.two
    ]
    reasoned = {merge.two for merge in actor.merges}
    return told + [alias for alias in called if alias not in reasoned]
