"""Lines on a console: wrapped beside a margin, without spaces at their ends, in words that cannot steer it."""

from rich.console import Console
from rich.text import Text

from firsthand.show import wording
from firsthand.show.plain import encoded, visible
from firsthand.show.tree import Branch, drawn
from firsthand.show.view import Mark

MARGIN = 5
LEAST = 20  # columns for words, however narrow the console is
STYLES = {"contradicts": "red", "updates": "yellow", "supports": "green"}


def harmless(words: str, console: Console, style: str | None = None) -> Text:
    """Text that cannot steer the terminal and that its encoding can hold."""
    return Text(encoded(visible(words), console.encoding), style=style or "")


def across(console: Console, words: str, style: str | None = None) -> None:
    """Words from the left edge."""
    _wrapped(console, harmless(words, console, style), "", "")


def numbered(console: Console, number: int, words: Text) -> None:
    """Words beside their number."""
    _wrapped(console, words, f"{number:>{MARGIN - 2}}  ", " " * MARGIN)


def under(console: Console, words: str, style: str | None = None, deeper: int = 0) -> None:
    """Words below numbered ones, `deeper` columns further in; no line where there are none."""
    if words:
        lead = " " * (MARGIN + deeper)
        _wrapped(console, harmless(words, console, style), lead, lead)


def heading(console: Console, words: str) -> None:
    """The head of a section, behind an empty line."""
    console.print()
    across(console, words, "bold underline")


def branches(console: Console, branch: Branch, limit: int | None = None) -> int:
    """A tree below numbered words, at most `limit` lines of it; gives how many it has."""
    rows = list(drawn(branch))
    for lead, follow, words in rows[:limit]:
        marks = (" " * MARGIN + encoded(mark, console.encoding) for mark in (lead, follow))
        _wrapped(console, harmless(words, console), *marks)
    return len(rows)


def relation(console: Console, mark: Mark, words: int | None = None, why: int | None = None) -> None:
    """How a claim stands to another, and why; `words` and `why` are how many code points of each are shown."""
    under(console, f"{mark.verb} claim {mark.number}: {wording.cut(mark.text, words)}", STYLES[mark.kind])
    under(console, wording.cut(mark.why, why), "dim", deeper=2)


def _wrapped(console: Console, words: Text, lead: str, follow: str) -> None:
    for number, line in enumerate(words.wrap(console, max(LEAST, console.width - len(lead)))):
        line.rstrip()
        start = follow if number else lead
        console.print(Text(start, style="dim").append(line), soft_wrap=True, highlight=False)
