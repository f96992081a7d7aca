"""`firsthand desk`: a store on web pages."""

import getpass

import click

from firsthand.cli.place import opened, store_option

PORT = 8765


@click.command()
@store_option
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Another than this machine's own asks for a token."
)
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0: any that is free.")
@click.option("--token", envvar="FIRSTHAND_TOKEN", help="What visitors must bring on another host. Default: a new one.")
@click.option("--by", help="Who corrects: the name that decisions are signed with. Default: the user of this machine.")
@click.option("--open", "open_browser", is_flag=True, help="Open it in a web browser.")
def desk(place: str | None, host: str, port: int, token: str | None, by: str | None, open_browser: bool) -> None:
    """Serve the desk: web pages on this machine to read a store and to correct what the machine got wrong.

    \b
    Examples:
      firsthand desk --open
      firsthand desk --store flood.db --by "M. Okafor"
    """
    from firsthand.desk import serve

    with opened(place) as held:
        serve(
            held,
            host=host,
            port=port,
            token=token,
            by=by or getpass.getuser(),
            open_browser=open_browser,
            say=click.echo,
        )
