"""`firsthand brief`: the main job."""

import io
import os
import sys
from dataclasses import replace
from pathlib import Path

import click

from firsthand.cli.jobs import jobs_option, quick_option
from firsthand.cli.kinds import kinds_option
from firsthand.cli.names import names_option
from firsthand.cli.output import STDOUT, checked, write
from firsthand.cli.pile import brief_of
from firsthand.cli.place import store_option
from firsthand.cli.problems import status
from firsthand.errors import Unwritable
from firsthand.records import Brief
from firsthand.settings import Names, Settings

FORMATS = ("terminal", "html", "markdown", "json", "jsonld", "csv", "parquet")
TABLES = ("csv", "parquet")
SUFFIXES = {".htm": "html", ".md": "markdown", **{f".{form}": form for form in FORMATS[1:]}}
WIDTH = 100  # columns of a terminal brief in a file


@click.command()
@click.argument("paths", metavar="[PATH...]", nargs=-1)
@store_option
@click.option(
    "-f", "--format", "form", type=click.Choice(FORMATS), help="Default: by the suffix of FILE, else terminal."
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(writable=True, allow_dash=True),
    callback=checked,
    help="Write to FILE instead of standard output; csv and parquet write all tables to a folder.",
)
@click.option("--story", metavar="ARTICLE", help="Of a store: the story that holds the article with this id.")
@kinds_option
@names_option
@quick_option
@jobs_option
@click.pass_context
def brief(
    context: click.Context,
    paths: tuple[str, ...],
    place: str | None,
    form: str | None,
    output: str | None,
    story: str | None,
    settings: Settings,
    names: Names,
    quick: bool,
    jobs: int | None,
) -> None:
    """Make the brief of a pile of articles: claims, their origins, denials, a timeline.

    PATH is a file (text, Markdown, HTML, JSON, JSONL, CSV), a folder (read recursively), a glob, or - for
    standard input. Without PATH the pile is that of a store.

    \b
    Examples:
      firsthand brief articles/
      firsthand brief articles/ -o brief.html
      firsthand brief articles/ -o statements.csv
      firsthand brief articles/ --format csv -o tables/
      firsthand brief 'export-*.jsonl' --format json
      firsthand brief articles/ --kinds speech,writing
      firsthand brief 'archive/*.jsonl' --quick -o archive.html
      firsthand brief --store flood.db -o brief.html
      firsthand brief --story a90eb23c34477f41
    """
    form = form or SUFFIXES.get(Path(output or "").suffix.lower(), "terminal")
    check(form, output)
    made = brief_of(paths, replace(settings, names=names, quick=quick), place, story, jobs)
    put(made, form, output)
    context.exit(status(len(made.articles), made.unprocessed))


def is_folder(output: str) -> bool:
    """Whether tables go to a folder: one that is there, or a name that ends in a slash or has no suffix."""
    return output.endswith(("/", os.sep)) or Path(output).is_dir() or not Path(output).suffix


def check(form: str, output: str | None) -> None:
    """Refuse, before any work is done, what cannot be written there. Raises click.UsageError, FirsthandError."""
    if form == "parquet":
        if output in (None, STDOUT):
            raise click.UsageError("Parquet is for files; name one, or a folder, with -o")
        from firsthand.show.as_parquet import require_pyarrow

        require_pyarrow()
    if form not in TABLES and output not in (None, STDOUT) and Path(output or "").is_dir():
        raise click.UsageError(f"{output!r} is a folder; only the formats {' and '.join(TABLES)} write one")


def put(made: Brief, form: str, output: str | None) -> None:
    """Write a brief in a format to the file `output` or to standard output. Raises Unwritable."""
    from firsthand import show

    if form in TABLES and output is not None and output != STDOUT:
        try:
            show.save(made, form, Path(output), folder=is_folder(output))
        except OSError as error:
            raise Unwritable(f"{output} cannot be written: {error.strerror or error}") from error
        return
    if form != "terminal":
        write(show.pieces(made, form), output)
        return
    from rich.console import Console

    if output in (None, STDOUT):
        show.terminal(made, Console(file=sys.stdout))
    else:
        kept = io.StringIO()
        show.terminal(made, Console(file=kept, width=WIDTH))
        write(kept.getvalue(), output)
