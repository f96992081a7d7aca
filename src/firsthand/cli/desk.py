"""`firsthand desk`: web pages on this machine, where an analyst reads and corrects a store."""

import getpass

import click

from firsthand.cli.place import opened, store_option


@click.command()
@store_option
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Where to listen. Any but this machine's own asks for a token.",
)
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="0: any that is free.")
@click.option("--token", envvar="FIRSTHAND_TOKEN", help="Ask for this token; one is made where HOST needs it.")
@click.option("--by", default=None, help="The name that decisions are signed with.  [default: your login]")
@click.option("--open", "browse", is_flag=True, help="Open it in the browser.")
def desk(place: str | None, host: str, port: int, token: str | None, by: str | None, browse: bool) -> None:
    """Read and correct a store in the browser: stories, claims with their origins, articles, what is doubtful.

    Decisions are kept with your name and the time, carried out again on every run, and can be undone. Nothing is
    fetched from elsewhere. Stop it with Ctrl-C.

    \b
    Examples:
      firsthand desk --open
      firsthand desk --store flood.db --by "Ada Lindqvist"
      firsthand desk --host 0.0.0.0   # for others too: they need the address with the token that it prints
    """
    from firsthand.desk import serve

    with opened(place) as held:
        serve(
            held,
            host=host,
            port=port,
            token=token or None,
            by=by or getpass.getuser(),
            open_browser=browse,
            say=lambda text: click.echo(text, err=True),
        )
