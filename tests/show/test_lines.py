import io

from rich.console import Console

from firsthand.show.lines import across, branches, harmless, heading, numbered, relation, under
from firsthand.show.tree import Branch
from firsthand.show.view import Mark


def printed(write, **console):
    out = io.StringIO()
    write(Console(file=out, **{"width": 30, **console}))
    return out.getvalue().splitlines()


def test_wrapped_words_stand_under_each_other():
    def write(console):
        numbered(console, 7, harmless("the bridge will stay closed for weeks", console))
        under(console, "the bridge will stay closed", deeper=2)
        under(console, "")

    assert printed(write) == [
        "  7  the bridge will stay",
        "     closed for weeks",
        "       the bridge will stay",
        "       closed",
    ]


def test_a_tree_keeps_its_lines_where_it_is_wrapped_and_says_how_long_it_is():
    whole = Branch("Ada", (Branch("the Courier of the whole fjord", ()), Branch("Lamp", ())))
    lengths = []
    assert printed(lambda console: lengths.append(branches(console, whole))) == [
        "     Ada",
        "     ├─ the Courier of the",
        "     │  whole fjord",
        "     └─ Lamp",
    ]
    assert printed(lambda console: lengths.append(branches(console, whole, 1))) == ["     Ada"]
    assert lengths == [3, 3]


def test_nothing_steers_the_terminal_or_breaks_its_encoding():
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    console = Console(file=out, width=30)
    across(console, "a \x1b[31m → b")
    branches(console, Branch("a", (Branch("b", ()),)))
    out.flush()
    assert out.buffer.getvalue() == b"a ?[31m -> b\n     a\n     `- b\n"


def test_a_heading_and_a_relation():
    mark = Mark(kind="updates", verb="updated by", number=4, text="it opens in June", why="May / June")
    assert printed(lambda console: (heading(console, "Other claims"), relation(console, mark, words=9))) == [
        "",
        "Other claims",
        "     updated by claim 4: it",
        "     opens…",
        "       May / June",
    ]
