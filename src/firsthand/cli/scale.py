"""`firsthand scale`: a pile too large for one process, over many processes or machines."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

import click

from firsthand.cli.jobs import processors, quick_option
from firsthand.cli.kinds import kinds_option
from firsthand.cli.names import names_option
from firsthand.errors import EngineFailed, FirsthandError
from firsthand.settings import Names, Settings

if TYPE_CHECKING:
    from firsthand.engines import Engine

EVERY = 10.0  # seconds between two lines that tell how far it is


@click.command()
@click.argument("given", metavar="IN...", nargs=-1, required=True)
@click.argument("out", metavar="OUT")
@click.option(
    "--address",
    metavar="ADDRESS",
    help="A Ray cluster: ray://HOST:10001, auto for that of this machine, local for one that is started for the run. "
    "Without it: processes of this machine.",
)
@click.option(
    "--workers", type=click.IntRange(min=1), help="Default: as many as there are processors, with Ray one less."
)
@click.option(
    "--rows", type=click.IntRange(min=1), default=500, show_default=True, help="Articles of a shard, the unit of work."
)
@kinds_option
@names_option
@quick_option
@click.pass_context
def scale(
    context: click.Context,
    given: tuple[str, ...],
    out: str,
    address: str | None,
    workers: int | None,
    rows: int,
    settings: Settings,
    names: Names,
    quick: bool,
) -> None:
    """Work a large pile out on many processes or machines, into Parquet tables.

    IN is a file of JSON lines (packed or not) or Parquet, one article a row, or a folder or glob of such files; OUT is
    a folder. Both may be URLs that fsspec knows (s3://, gs://, hdfs://). The run may be stopped at any moment; the same
    command goes on where it was. Needs the extra: pip install 'firsthand[scale]', with Ray 'firsthand[ray]'.

    \b
    Examples:
      firsthand scale articles.jsonl.gz tables/
      firsthand scale s3://news/2025/ s3://news/tables-2025/ --address ray://head:10001
    """
    try:
        from firsthand.scale.run import run
    except ImportError as error:
        raise EngineFailed(f"{error.name} is not installed; run: pip install 'firsthand[scale]'") from error
    try:
        with engine_at(address, workers) as engine:
            made = run(given, out, engine, replace(settings, names=names, quick=quick), teller(), rows)
    except OSError as error:
        raise FirsthandError(f"{error}; once that is mended, the same command goes on where it was") from error
    click.echo(
        f"{made.rows} rows, {made.analysed} articles analysed, {made.stories} stories in {made.dossiers} dossiers, "
        f"{made.failed} errors."
    )
    context.exit(int(made.failed > 0) if made.analysed else 2)


@contextmanager
def engine_at(address: str | None, workers: int | None) -> "Iterator[Engine]":
    """Processes of this machine, or the Ray cluster at an address."""
    if address is None:
        from firsthand.engines.pool import pool

        with pool(workers or processors()) as engine:
            yield engine
        return
    from firsthand.engines.ray import cluster

    with cluster(address, workers) as engine:
        yield engine


def teller(clock: Callable[[], float] = monotonic, every: float = EVERY) -> Callable[[str, int, int], None]:
    """Tells on standard error, a line now and then, what is done, how fast, and how long it will take."""
    began: dict[str, tuple[float, int]] = {}
    last = [-every]

    def tell(what: str, done: int, of: int) -> None:
        now = clock()
        start, before = began.setdefault(what, (now, done))
        if now - last[0] < every and done not in (before, of):
            return
        last[0] = now
        rate = (done - before) / (now - start) if now > start else 0.0
        left = f", {rate:.1f} a second, {(of - done) / rate / 60:.0f} min left" if rate else ""
        click.echo(f"firsthand: {what}: {done:,} of {of:,} articles{left}", err=True)

    return tell
