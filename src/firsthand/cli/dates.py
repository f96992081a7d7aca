"""`firsthand dates`: the time expressions of articles, as JSON lines or TimeML."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from firsthand.cli.output import write
from firsthand.cli.problems import report, status
from firsthand.cli.progress import progress_bar
from firsthand.records import Article, TimeExpression, Unprocessed

SUFFIXES = {"json": ".json", "timeml": ".tml"}


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("-f", "--format", "form", type=click.Choice(tuple(SUFFIXES)), default="json", show_default=True)
@click.option(
    "-o",
    "--output",
    "folder",
    metavar="FOLDER",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write one file an article there, named by its id, instead of to standard output.",
)
@click.pass_context
def dates(context: click.Context, paths: tuple[str, ...], form: str, folder: Path | None) -> None:
    """Print every time expression with its place, TIMEX3 type and value, and the period it stands for.

    JSON is one object an article a line; offsets are code points, end exclusive, into the article's text as
    `firsthand read --format json` prints it. TimeML is one document an article, for the scorers of the field.

    \b
    Examples:
      firsthand dates articles/ > dates.jsonl
      firsthand dates articles/ | jq -r '.times[] | [.period.start, .text] | @tsv'
      firsthand dates article.txt --format timeml
      firsthand dates articles/ --format timeml -o tml/
    """
    found, unprocessed, read = _found(paths, ranges=form == "json")
    report(unprocessed)
    if form == "timeml" and folder is None and len(found) > 1:
        raise click.UsageError(f"{len(found)} articles make as many TimeML documents; give a folder for them with -o")
    for article, times in found:
        text = _text(article, times, form)
        if folder is None:
            write(text, None)
        else:
            folder.mkdir(parents=True, exist_ok=True)
            write(text, str(folder / f"{article.id}{SUFFIXES[form]}"))
    context.exit(status(read, unprocessed))


def _found(
    paths: Sequence[str], *, ranges: bool
) -> tuple[list[tuple[Article, tuple[TimeExpression, ...]]], list[Unprocessed], int]:
    """The articles with their expressions, what gave none, and how many articles were read."""
    from firsthand.pipeline import find_dates
    from firsthand.settings import Settings
    from firsthand.stages.read import read

    with progress_bar() as progress:
        articles, unread = read(paths, Settings(), progress)
        results = list(find_dates(articles, Settings(), progress, ranges=ranges))
    failed = [one for one in results if isinstance(one, Unprocessed)]
    return [one for one in results if not isinstance(one, Unprocessed)], [*unread, *failed], len(articles)


def _text(article: Article, times: Sequence[TimeExpression], form: str) -> str:
    if form == "timeml":
        from firsthand.show.as_timeml import timeml

        return timeml(article, times)
    from firsthand.show.plain import in_json

    return in_json(json.dumps(row(article, times), ensure_ascii=False))


def row(article: Article, times: Sequence[TimeExpression]) -> dict[str, Any]:
    """One article's line: which it is, when it was published, and its time expressions."""
    return {
        "article": article.id,
        "path": article.path,
        "url": article.url,
        "published": asdict(article.published),
        "times": [asdict(time) for time in times],
    }
