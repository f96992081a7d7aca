"""The option --names: a file with what the user knows of names."""

from collections.abc import Callable
from typing import Any

import click

from firsthand.errors import BadNames
from firsthand.settings import Names


def names_in(_context: click.Context, _parameter: click.Parameter, path: str | None) -> Names:
    """The names in the file at `path`; none without a path. Refuses a file that cannot be used."""
    if path is None:
        return Names()
    from firsthand.names import read_names

    try:
        return read_names(path)
    except BadNames as error:
        raise click.BadParameter(str(error)) from error


def names_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds --names to a command, which gets what the file holds as `names`."""
    return click.option(
        "--names",
        metavar="FILE",
        callback=names_in,
        help="YAML file that says which names are the same or different actors, and who belongs to whom; it overrules "
        "what is found.",
    )(command)
