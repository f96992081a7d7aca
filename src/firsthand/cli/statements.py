"""`firsthand statements`: who said what, as JSON lines."""

from collections.abc import Iterator
from dataclasses import asdict, replace
from typing import Any

import click

from firsthand.cli.jobs import quick_option
from firsthand.cli.kinds import kinds_option
from firsthand.cli.names import names_option
from firsthand.cli.output import write_json
from firsthand.cli.pile import brief_of
from firsthand.cli.place import store_option
from firsthand.cli.problems import status
from firsthand.records import Brief
from firsthand.settings import Names, Settings


@click.command()
@click.argument("paths", metavar="[PATH...]", nargs=-1)
@store_option
@kinds_option
@names_option
@quick_option
@click.pass_context
def statements(
    context: click.Context, paths: tuple[str, ...], place: str | None, settings: Settings, names: Names, quick: bool
) -> None:
    """Print every statement with its place, speaker and chain: one JSON object a line.

    Spans are code points, end exclusive, into the article's text as `firsthand read --format json` prints it.

    \b
    Examples:
      firsthand statements articles/ > statements.jsonl
      firsthand statements articles/ --kinds speech > said.jsonl
      firsthand statements articles/ | jq -r 'select(.stance == "denies") | [.speaker, .text] | @tsv'
    """
    made = brief_of(paths, replace(settings, names=names, quick=quick), place)
    for row in rows(made):
        write_json(row)
    context.exit(status(len(made.articles), made.unprocessed))


def rows(made: Brief) -> Iterator[dict[str, Any]]:
    """A brief's statements, each with the names behind its actor ids and where its article came from."""
    name = {actor.id: actor.name for actor in made.actors}
    articles = {article.id: article for article in made.articles}
    for statement in made.statements:
        article = articles[statement.article]
        yield {
            **asdict(statement),
            "speaker": name.get(statement.source or ""),
            "chain_names": [name.get(actor) for actor in statement.chain],
            "path": article.path,
            "url": article.url,
            "outlet": article.outlet.name if article.outlet else None,
        }
