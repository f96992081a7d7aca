"""`firsthand corrections`: what analysts decided, listed, exported and taken in."""

import sys
from dataclasses import asdict
from pathlib import Path

import click

from firsthand.cli.output import checked, write, write_json
from firsthand.cli.place import opened, store_option
from firsthand.cli.problems import complain

STDIN = "-"


@click.command()
@store_option
@click.option("-f", "--format", "form", type=click.Choice(("terminal", "json")), default="terminal", show_default=True)
@click.option("--export", "out", metavar="FILE", callback=checked, help="Write them as W3C Web Annotations (JSON-LD).")
@click.option("--training", "lines", metavar="FILE", callback=checked, help="Write them as training data (JSON lines).")
@click.option("--import", "source", metavar="FILE", type=click.Path(allow_dash=True), help="Take in such annotations.")
@click.option("--undo", "key", metavar="ID", help="Take one back: it stays as a record and changes nothing.")
@click.option("--by", default="", help="Who takes it back.")
def corrections(
    place: str | None, form: str, out: str | None, lines: str | None, source: str | None, key: str | None, by: str
) -> None:
    """List what analysts decided, the newest first; export it, take it in, take one decision back.

    \b
    Examples:
      firsthand corrections
      firsthand corrections --export corrections.jsonld
      firsthand corrections --import colleague.jsonld --store flood.db
      firsthand corrections --undo 3f0e8a1c --by "M. Okafor"
    """
    from firsthand import store
    from firsthand.corrections import readable, to_annotations
    from firsthand.show.plain import in_json, visible

    with opened(place) as held:
        if source:
            click.echo(f"{_taken_in(held, source)} corrections taken in")
        if key:
            _undone(held, key, by)
        if lines:
            write(in_json("\n".join(store.training(held))), lines)
        made = store.corrections(held)
        if out:
            write(in_json(to_annotations(made[::-1])), out)
        elif form == "json":
            for each in made:
                write_json(asdict(each))
        elif not (source or key or lines):
            for each in made:
                gone = f" (undone by {each.undone_by} {each.undone})" if each.undone else ""
                quotes = "; ".join(f"“{at.quote}”" for at in each.at if at.quote)
                told = f"{each.id[:8]}  {each.made[:16]}  {each.by}: {readable(each)} {quotes}{gone}"
                write(visible(" ".join(told.rstrip().splitlines())), None)
        lost = store.orphans(held)
    if lost:
        complain(f"{len(lost)} places of corrections are lost; firsthand desk shows them under Corrections")


def _taken_in(held: "store.Store", source: str) -> int:  # type: ignore[name-defined]  # noqa: F821
    """Take in the corrections of a file; how many were new."""
    from firsthand import store
    from firsthand.corrections import from_annotations
    from firsthand.errors import BadCorrections

    try:
        data = sys.stdin.buffer.read() if source == STDIN else Path(source).read_bytes()
    except OSError as error:
        raise BadCorrections(f"{source} cannot be read: {error.strerror}") from error
    return store.take_in(held, from_annotations(data))


def _undone(held: "store.Store", key: str, by: str) -> None:  # type: ignore[name-defined]  # noqa: F821
    """Take back the correction whose id begins with `key`."""
    import getpass

    from firsthand import store
    from firsthand.errors import BadCorrections

    meant = [each.id for each in store.corrections(held, undone=False) if each.id.startswith(key)]
    if len(meant) != 1:
        raise BadCorrections(f"{len(meant)} corrections in force have an id that begins with {key!r}; see the list")
    store.undo(held, meant[0], by or getpass.getuser())
    click.echo(f"{meant[0]} is undone")
