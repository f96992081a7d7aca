"""`firsthand init`: makes an empty store."""

import click

from firsthand.cli.place import named, opened, store_option


@click.command()
@store_option
def init(place: str | None) -> None:
    """Make an empty store: a pile that lives, to which articles are added as they come.

    On a store that is there, nothing is changed; one of an older version is brought up to date.

    \b
    Examples:
      firsthand init
      firsthand init --store flood.db
      firsthand init --store postgresql://me@localhost/flood
    """
    from firsthand import store

    with opened(place, create=True) as held:
        size = store.size(held)
    click.echo(f"{named(place)}: {size.articles} articles, {size.stories} stories")
