"""`firsthand add` and `firsthand update`: articles into a store, and what they change worked out."""

from collections import Counter
from collections.abc import Iterable

import click

from firsthand.cli.jobs import spread_over
from firsthand.cli.place import opened, store_option
from firsthand.cli.problems import report
from firsthand.cli.progress import Progress, progress_bar
from firsthand.records import Article, Unprocessed
from firsthand.settings import Settings
from firsthand.tasks import Map, in_turn

BATCH = 200  # articles after which the stories are worked out in a long run
WORDS = {"added": "added", "changed": "new versions", "known": "known already", "not processed": "not processed"}
private_option = click.option(
    "--allow-private",
    "private",
    metavar="HOST",
    multiple=True,
    help='Fetch from HOST at a private address too ("*": all).',
)


@click.command()
@click.argument("what", metavar="PATH|URL|FEED...", nargs=-1, required=True)
@store_option
@private_option
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Processes that read articles closely; for some hundred articles or more.",
)
@click.pass_context
def add(context: click.Context, what: tuple[str, ...], place: str | None, private: tuple[str, ...], jobs: int) -> None:
    """Add articles to a store: files and folders, web pages, feeds (RSS, Atom, JSON Feed) and lists of feeds (OPML).

    What is there already is passed over; a changed text under the same address is kept as a new version. The run
    may be stopped at any moment: what was added stays, and a repeat goes on. A store that is not there is made.
    Feeds are kept, and asked again by `firsthand update`.

    \b
    Examples:
      firsthand add articles/
      firsthand add https://news.example/flood.html
      firsthand add https://news.example/feed.xml feeds.opml --store flood.db
    """
    from firsthand import store

    with opened(place, create=True) as held, progress_bar() as progress, spread_over(jobs) as spread:
        given = store.gathered(held, what, Settings(), progress, private=private)
        context.exit(_added(held, given, progress, spread))


@click.command()
@store_option
@click.option("--offline", is_flag=True, help="Fetch nothing: only work out what waits.")
@click.option("--again", is_flag=True, help="Read anew what an older version of Firsthand, or of its models, read.")
@private_option
@click.pass_context
def update(context: click.Context, place: str | None, offline: bool, again: bool, private: tuple[str, ...]) -> None:
    """Ask the store's feeds for what is new, and work out what waits.

    \b
    Examples:
      firsthand update
      firsthand update --offline --store flood.db
    """
    from firsthand import store

    with opened(place) as held, progress_bar() as progress:
        if again:
            store.read_again(held, Settings(), progress)
        given = () if offline else store.news(held, Settings(), progress, private=private)
        context.exit(_added(held, given, progress))


def _added(
    held: "store.Store",  # type: ignore[name-defined]  # noqa: F821
    given: Iterable[Article | Unprocessed],
    progress: Progress | None,
    spread: Map = in_turn,
) -> int:
    """Add, work out, and tell what came of it; the exit status."""
    from firsthand import store

    counts: Counter[str] = Counter()
    problems: list[Unprocessed] = []
    for done in store.add(held, given, spread=spread):
        counts[done.outcome] += 1
        if done.problem is not None:
            problems.append(done.problem)
        if (counts["added"] + counts["changed"]) % BATCH == BATCH - 1:
            store.update(held, progress=progress)
    worked = store.update(held, progress=progress)
    report(problems)
    told = ", ".join(f"{counts[key]} {word}" for key, word in WORDS.items() if counts[key]) or "nothing new"
    size = store.size(held)
    anew = f", {worked} worked out" if worked else ""
    click.echo(f"{told}. The store holds {size.articles} articles in {size.stories} stories{anew}.")
    return int(any(problem.failed for problem in problems))
