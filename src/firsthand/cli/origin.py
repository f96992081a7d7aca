"""`firsthand origin`: one claim looked up in a pile."""

import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from firsthand.cli.jobs import quick_option
from firsthand.cli.output import write_json
from firsthand.cli.pile import brief_of
from firsthand.cli.place import store_option
from firsthand.cli.problems import complain, status
from firsthand.cli.statements import rows
from firsthand.records import Brief
from firsthand.settings import Settings

if TYPE_CHECKING:
    from firsthand.find import Match

NOT_FOUND = 1
NEAR = 0.5  # of the best score


@click.command()
@click.argument("text")
@click.argument("paths", metavar="[PATH...]", nargs=-1)
@store_option
@click.option("-f", "--format", "form", type=click.Choice(("terminal", "json")), default="terminal", show_default=True)
@click.option("--also", type=click.IntRange(min=0), default=3, show_default=True, help="Near matches to show.")
@quick_option
@click.pass_context
def origin(
    context: click.Context, text: str, paths: tuple[str, ...], place: str | None, form: str, also: int, quick: bool
) -> None:
    """Find the claim that TEXT tells: its origins, through whom it came, who denies it, what changed.

    Words, names and numbers are compared, in whatever statement of a claim they stand; those of TEXT that the nearest
    statement does not hold are named: it may tell something else. Where nothing in the pile is
    near enough, one line says so, nothing is printed, and the exit status is 1.

    \b
    Examples:
      firsthand origin "a drain tested positive in July" articles/
      firsthand origin "the violin was stolen in 1994" articles/ --format json
    """
    from firsthand.find import LEAST, find, untold

    made = brief_of(paths, Settings(quick=quick), place)
    found = find(text, made)
    if not found or found[0].score < LEAST:
        nearest = next((c.text for c in made.claims if found and c.id == found[0].claim), "")
        complain("no claim of the pile tells that" + (f"; nearest: {' '.join(nearest.split())}" if nearest else ""))
        context.exit(NOT_FOUND)
    near = [match for match in found[1 : also + 1] if match.score >= NEAR * found[0].score]
    missing = untold(text, found[0], made)
    if form == "json":
        write_json(looked_up(text, made, found[0], missing, near))
    else:
        from rich.console import Console

        from firsthand import show

        show.origin(made, found[0].claim, missing, [match.claim for match in near], Console(file=sys.stdout))
    context.exit(status(len(made.articles), made.unprocessed))


def looked_up(
    text: str, made: Brief, match: "Match", missing: Sequence[str], also: "Sequence[Match]"
) -> dict[str, Any]:
    """The claim found for `text` as data: records as in the brief, statements and actors with their names."""
    claims = {claim.id: claim for claim in made.claims}
    claim = claims[match.claim]
    names = {actor.id: actor.name for actor in made.actors}
    statements = {row["id"]: row for row in rows(made)}
    related = [r for r in made.relations if claim.id in (r.a, r.b)]
    return {
        "text": text,
        "score": match.score,
        "not_told": missing,
        "claim": asdict(claim),
        "statements": [statements[s] for s in claim.statements],
        "origins": [{**asdict(each), "name": names.get(each.actor or "")} for each in claim.origins],
        "relations": [{**asdict(r), "other": claims[r.b if r.a == claim.id else r.a].text} for r in related],
        "denied_by": [names.get(actor) for actor in claim.denied_by],
        "doubted_by": [names.get(actor) for actor in claim.doubted_by],
        "also": [{"score": near.score, "claim": near.claim, "text": claims[near.claim].text} for near in also],
    }
