"""One claim on a terminal: its origins, through whom it came, who denies it, what changed; every reason in full."""

from collections.abc import Sequence

from rich.console import Console

from firsthand.records import Brief
from firsthand.show import wording
from firsthand.show.lines import across, branches, harmless, heading, numbered, relation, under
from firsthand.show.sheet import sheet
from firsthand.show.tree import tree
from firsthand.show.view import Card, Said

AGAINST = {"denies": "red", "doubts": "magenta"}
NEAR_WORDS = 160  # code points of a near match


def origin(brief: Brief, nearest: str, missing: Sequence[str], also: Sequence[str], console: Console) -> None:
    """Print the claim `nearest` on `console`, and of the claims `also` their words and counts; all by id.

    `missing` are words that were asked for and do not stand in the claim.
    """
    cards = {card.record.id: card for telling in sheet(brief).tellings for card in telling.cards}
    card = cards[nearest]
    numbered(console, card.number, harmless(wording.cut(card.text, None), console, "bold"))
    under(console, f"{wording.origins(card.count)}, {wording.many(card.articles, 'article')}", "cyan")
    under(console, f"plan: {card.plan}" if card.plan else "", "cyan")
    under(console, f"not told here: {wording.listed(missing)}" if missing else "", "yellow")
    for source in card.sources:
        console.print()
        branches(console, tree(card, source))
        for why in source.why:
            under(console, f"why: {why}", "dim", deeper=2)
    _against(card, console)
    if card.marks:
        heading(console, "Other claims")
    for mark in card.marks:
        relation(console, mark)
    if also:
        heading(console, "also:")
    for other in (cards[key] for key in also):
        numbered(console, other.number, harmless(wording.cut(other.text, NEAR_WORDS), console))
        under(
            console, f"{wording.origins(other.count)}, {wording.many(other.articles, 'article')}; {other.chain}", "dim"
        )
    console.print()
    across(console, wording.CAUTION, "dim")


def _against(card: Card, console: Console) -> None:
    """Who denies or doubts the claim in which words; those of whom only a number of their own shows it last."""
    contesting = [said for said in card.said if said.record.stance in AGAINST]
    if not (contesting or card.denied_by or card.doubted_by):
        return
    heading(console, "Denied or doubted")
    for said in contesting:
        under(console, f"{_name(said)} {said.record.stance}: “{wording.cut(said.record.text, None)}”", "red")
        under(console, said.chain + (f", {said.paper.published}" if said.paper.published else ""), "dim", deeper=2)
    told = {_name(said) for said in contesting}
    for names, verb in ((card.denied_by, "denied by"), (card.doubted_by, "doubted by")):
        under(console, " ".join((verb, wording.listed(rest))) if (rest := [n for n in names if n not in told]) else "")


def _name(said: Said) -> str:
    return said.source or said.paper.teller
