"""Brief → a terminal, readable at 80 columns: what is most told and most disputed first."""

import io
import sys
from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.rule import Rule
from rich.text import Text

from firsthand.records import Brief
from firsthand.show import wording
from firsthand.show.plain import encodable, encoded, visible
from firsthand.show.sheet import sheet
from firsthand.show.view import Card, Mark, Moment, Reuse, Sheet, Telling

WORDS = 320  # code points of a claim or timeline entry that are shown
OTHER_WORDS = 110  # of another claim's words beside it
WHY = 200
MARKS = 4  # relations shown on a card
CARDS = 12  # full cards of a story
LINES = 12  # claims told once, copies and moments of a story
FIRST, LATER = 3, 4  # so many stories are shown at length; of those after them, only so many of each
MOMENT_WORDS = 220
STORIES = 12
MARGIN = 5


def terminal(brief: Brief, console: Console) -> None:
    """Print the brief on `console`; colour, width and encoding are the console's."""
    shown = sheet(brief)
    for telling in shown.tellings[:STORIES]:
        _telling(telling, console)
    if len(shown.tellings) > STORIES:
        _line(console, _more(len(shown.tellings) - STORIES, "story"), "dim")
    _unprocessed(shown, console)
    console.print()
    _line(console, wording.CAUTION, "dim")


def as_text(brief: Brief) -> str:
    """What `terminal` prints, 80 columns wide and without colour: for a file."""
    out = io.StringIO()
    terminal(brief, Console(file=out, width=80, color_system=None, force_terminal=False))
    return encodable(out.getvalue())


def _telling(telling: Telling, console: Console) -> None:
    console.print()
    _line(console, telling.title or wording.NO_STORY, "bold")
    _line(console, wording.scope(len(telling.papers), telling.outlets, telling.dates), "dim")
    console.print(Rule(style="dim", characters=encoded("─", console.encoding)))
    later = telling.number > FIRST
    full = [c for c in telling.cards if not c.alone][: LATER if later else CARDS]
    lines = LATER if later else LINES
    shown = {c.number for c in full}
    rest = [c for c in telling.cards if c.number not in shown]
    for card in full:
        _card(card, console)
    if rest:
        _heading("Told once" if all(c.alone for c in rest) else "More claims", console)
        for card in rest[:lines]:
            _single(card, console)
        _rest(len(rest) - lines, "claim", console)
    _moments(telling.moments, lines, console)
    _copies(telling.copies, lines, console)


def _card(card: Card, console: Console) -> None:
    console.print()
    _item(console, f"{card.number}", wording.cut(card.text, WORDS), style="bold")
    told = f"{wording.origins(card.count)}, {wording.many(card.articles, 'article')}"
    _under(console, told + (" · announced plan" if card.record.plan else ""), "cyan")
    if card.chain:
        _under(console, card.chain)
    if card.denied_by:
        _under(console, f"denied by {wording.listed(card.denied_by)}", "red")
    if card.doubted_by:
        _under(console, f"doubted by {wording.listed(card.doubted_by)}", "magenta")
    for mark in card.marks[:MARKS]:
        _mark(mark, console)
    _rest(len(card.marks) - MARKS, "relation", console)
    if card.unsourced:
        _under(console, f"unsourced: {card.unsourced}", "dim")


def _mark(mark: Mark, console: Console) -> None:
    style = {"contradicts": "red", "updates": "yellow"}.get(mark.kind, "green")
    _under(console, f"{mark.verb} claim {mark.number}: {wording.cut(mark.text, OTHER_WORDS)}", style)
    _under(console, wording.cut(mark.why, WHY), "dim", deeper=2)


def _single(card: Card, console: Console) -> None:
    """One line: as much of the words as leaves room for who says them."""
    room = max(40, console.width - MARGIN)
    by = wording.cut(card.chain, room * 2 // 5)
    words = wording.cut(card.text, room - cell_len(by) - 2)
    line = _text(words, console, None)
    line.append(_text(f"  {by}", console, "dim"))
    _hang(console, f"{card.number}", line)


def _moments(moments: Sequence[Moment], lines: int, console: Console) -> None:
    if moments:
        _heading("Timeline", console)
    when = ""
    most_told = sorted(moments, key=lambda m: (-len(m.said), min(m.claims, default=sys.maxsize)))[:lines]
    for moment in sorted(most_told, key=lambda m: m.number):
        if moment.when != when:
            _line(console, moment.when, "cyan")
        when = moment.when
        claims = ", ".join(f"claim {n}" for n in moment.claims[:4])
        _under(console, wording.cut(moment.record.text, MOMENT_WORDS))
        _under(console, " · ".join(x for x in (wording.listed(moment.sources, 3), claims) if x), "dim")
    _rest(len(moments) - lines, "entry", console)


def _copies(copies: Sequence[Reuse], lines: int, console: Console) -> None:
    if copies:
        _heading("Copies", console)
    for reuse in copies[:lines]:
        credit = "with credit" if reuse.record.credited else "without credit"
        _under(console, f"{reuse.paper.label} copies {reuse.of.label} ({reuse.record.kind}, {credit})")
    _rest(len(copies) - lines, "copy", console)


def _unprocessed(shown: Sheet, console: Console) -> None:
    if not shown.unprocessed:
        return
    _heading("Not processed", console)
    for item in shown.unprocessed[:LINES]:
        _under(console, f"{item.path}: {item.why}", "red" if item.failed else None)
        _under(console, item.remedy, "dim", deeper=2)
    _rest(len(shown.unprocessed) - LINES, "input", console)


def _heading(words: str, console: Console) -> None:
    console.print()
    _line(console, words, "bold underline")


def _rest(n: int, word: str, console: Console) -> None:
    if n > 0:
        _under(console, _more(n, word), "dim")


def _more(n: int, word: str) -> str:
    return f"… and {n:,} more {wording.many(n, word).partition(' ')[2]} (use --format html for all)"


def _item(console: Console, number: str, words: str, style: str | None = None) -> None:
    _hang(console, number, _text(words, console, style))


def _under(console: Console, words: str, style: str | None = None, deeper: int = 0) -> None:
    if words:
        _hang(console, "", _text(words, console, style), MARGIN + deeper)


def _line(console: Console, words: str, style: str | None = None) -> None:
    _hang(console, "", _text(words, console, style), margin=0)


def _hang(console: Console, lead: str, body: Text, margin: int = MARGIN) -> None:
    """Text wrapped beside a margin that holds `lead`, without spaces at the line ends."""
    for i, line in enumerate(body.wrap(console, max(20, console.width - margin))):
        line.rstrip()
        start = f"{lead if i == 0 else '':>{MARGIN - 2}}  "[:margin].ljust(margin)
        console.print(Text(start, style="dim").append(line), soft_wrap=True, highlight=False)


def _text(words: str, console: Console, style: str | None) -> Text:
    """Text that cannot steer the terminal and that its encoding can hold."""
    return Text(encoded(visible(words), console.encoding), style=style or "")
