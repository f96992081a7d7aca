"""Brief → a terminal, readable at 80 columns: what is most told and most disputed first."""

import io
import sys
from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.rule import Rule

from firsthand.records import Brief
from firsthand.show import wording
from firsthand.show.lines import MARGIN, across, branches, harmless, heading, numbered, relation, under
from firsthand.show.plain import encodable, encoded
from firsthand.show.sheet import sheet
from firsthand.show.tree import tree
from firsthand.show.view import Card, Moment, Reuse, Sheet, Telling

WORDS = 320  # code points of a claim or timeline entry that are shown
OTHER_WORDS = 110  # of another claim's words beside it
WHY = 200
TREE, WHYS = 10, 5  # lines of a card's trees, reasons for merges
MARKS = 4  # relations shown on a card
CARDS = 12  # full cards of a story
LINES = 12  # claims told once, copies and moments of a story
FIRST, LATER = 3, 4  # so many stories are shown at length; of those after them, only so many of each
MOMENT_WORDS = 220
STORIES = 12


def terminal(brief: Brief, console: Console) -> None:
    """Print the brief on `console`; colour, width and encoding are the console's."""
    shown = sheet(brief)
    for telling in shown.tellings[:STORIES]:
        _telling(telling, console)
    if len(shown.tellings) > STORIES:
        across(console, _more(len(shown.tellings) - STORIES, "story"), "dim")
    _unprocessed(shown, console)
    console.print()
    across(console, wording.CAUTION, "dim")


def as_text(brief: Brief) -> str:
    """What `terminal` prints, 80 columns wide and without colour: for a file."""
    out = io.StringIO()
    terminal(brief, Console(file=out, width=80, color_system=None, force_terminal=False))
    return encodable(out.getvalue())


def _telling(telling: Telling, console: Console) -> None:
    console.print()
    across(console, telling.title or wording.NO_STORY, "bold")
    across(console, wording.scope(len(telling.papers), telling.outlets, telling.dates), "dim")
    console.print(Rule(style="dim", characters=encoded("─", console.encoding)))
    later = telling.number > FIRST
    full = [c for c in telling.cards if not c.alone][: LATER if later else CARDS]
    lines = LATER if later else LINES
    shown = {c.number for c in full}
    rest = [c for c in telling.cards if c.number not in shown]
    for card in full:
        _card(card, console)
    if rest:
        heading(console, "Told once" if all(c.alone for c in rest) else "More claims")
        for card in rest[:lines]:
            _single(card, console)
        _rest(len(rest) - lines, "claim", console)
    _moments(telling.moments, lines, console)
    _copies(telling.copies, lines, console)


def _card(card: Card, console: Console) -> None:
    console.print()
    numbered(console, card.number, harmless(wording.cut(card.text, WORDS), console, "bold"))
    told = f"{wording.origins(card.count)}, {wording.many(card.articles, 'article')}"
    under(console, told + (f" · plan: {card.plan}" if card.plan else ""), "cyan")
    _origins(card, console)
    if card.denied_by:
        under(console, f"denied by {wording.listed(card.denied_by)}", "red")
    if card.doubted_by:
        under(console, f"doubted by {wording.listed(card.doubted_by)}", "magenta")
    for mark in card.marks[:MARKS]:
        relation(console, mark, OTHER_WORDS, WHY)
    _rest(len(card.marks) - MARKS, "relation", console)
    if card.unsourced:
        under(console, f"unsourced: {card.unsourced}", "dim")


def _origins(card: Card, console: Console) -> None:
    """The tree of each origin with the reason for every merge, as far as there is room."""
    lines = reasons = 0
    for source in card.sources:
        lines += branches(console, tree(card, source), max(0, TREE - lines))
        for why in source.why[: max(0, WHYS - reasons)]:
            under(console, f"why: {wording.cut(why, WHY)}", "dim", deeper=2)
        reasons += len(source.why)
    if not card.sources:
        under(console, card.chain)
    _rest(lines - TREE, "line", console)
    _rest(reasons - WHYS, "reason", console)


def _single(card: Card, console: Console) -> None:
    """One line: as much of the words as leaves room for who says them."""
    room = max(40, console.width - MARGIN)
    by = wording.cut(card.chain, room * 2 // 5)
    words = wording.cut(card.text, room - cell_len(by) - 2)
    line = harmless(words, console)
    line.append(harmless(f"  {by}", console, "dim"))
    numbered(console, card.number, line)
    under(console, f"plan: {card.plan}" if card.plan else "", "cyan")


def _moments(moments: Sequence[Moment], lines: int, console: Console) -> None:
    if moments:
        heading(console, "Timeline")
    when = ""
    most_told = sorted(moments, key=lambda m: (-len(m.said), min(m.claims, default=sys.maxsize)))[:lines]
    for moment in sorted(most_told, key=lambda m: m.number):
        if moment.when != when:
            across(console, moment.when, "cyan")
        when = moment.when
        claims = ", ".join(f"claim {n}" for n in moment.claims[:4])
        under(console, wording.cut(moment.record.text, MOMENT_WORDS))
        under(console, " · ".join(x for x in (wording.listed(moment.sources, 3), claims) if x), "dim")
    _rest(len(moments) - lines, "entry", console)


def _copies(copies: Sequence[Reuse], lines: int, console: Console) -> None:
    if copies:
        heading(console, "Copies")
    for reuse in copies[:lines]:
        credit = "with credit" if reuse.record.credited else "without credit"
        under(console, f"{reuse.paper.label} copies {reuse.of.label} ({reuse.record.kind}, {credit})")
    _rest(len(copies) - lines, "copy", console)


def _unprocessed(shown: Sheet, console: Console) -> None:
    if not shown.unprocessed:
        return
    heading(console, "Not processed")
    for item in shown.unprocessed[:LINES]:
        under(console, f"{item.path}: {item.why}", "red" if item.failed else None)
        under(console, item.remedy, "dim", deeper=2)
    _rest(len(shown.unprocessed) - LINES, "input", console)


def _rest(n: int, word: str, console: Console) -> None:
    if n > 0:
        under(console, _more(n, word), "dim")


def _more(n: int, word: str) -> str:
    return f"… and {n:,} more {wording.many(n, word).partition(' ')[2]} (use --format html for all)"
