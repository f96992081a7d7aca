"""A claim's origins as trees: the first speaker, the hands it went through, the outlets with their dates."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from firsthand.show import wording
from firsthand.show.view import Card, Said, Source

DEEPEST = 6  # branches; a copy of a copy … hangs no deeper
FORKS = (("├─ ", "│  "), ("└─ ", "   "))  # in front of a branch and of what stands below it; then of the last one


class Branch(NamedTuple):
    """A name, or several joined by arrows where nothing branches off, with what hangs below it.

    Behind an outlet stand its articles: the day, and where reasons name them the places of their statements in the
    card's `said`, from 1: [2].
    """

    text: str
    below: tuple["Branch", ...]


@dataclass(slots=True, kw_only=True)
class _Node:
    name: str
    depth: int
    articles: dict[int, tuple[str, list[int]]] = field(default_factory=dict)
    below: dict[str, "_Node"] = field(default_factory=dict)

    def child(self, name: str) -> "_Node":
        return self.below.setdefault(name.casefold(), _Node(name=name, depth=self.depth + 1))


def tree(card: Card, source: Source) -> Branch:
    """The tree of one of a card's origins; a copy that names nobody hangs below the article that it copies."""
    leading = set(source.said)
    mine = [(place, said) for place, said in enumerate(card.said, 1) if said.index in leading]
    mine.sort(key=lambda row: (row[1].unsourced == "own", row[1].paper.article.published.start or "9", row[0]))
    first = mine[0][1] if mine else None
    name = first.nobody if first and not first.hands and first.unsourced == "unknown" else source.name
    own = first is not None and first.unsourced == "own"
    root = _Node(name=f"{first.paper.teller} ({wording.OWN_VOICE})" if first and own else name, depth=0)
    same = {name.casefold(), *({first.paper.teller.casefold()} if first and own else ())}
    copied, at = dict(card.links), dict[int, _Node]()
    for place, said in mine:
        node = at.get(said.paper.index) if said.unsourced == "own" else None
        if node is None:
            node = at.get(copied.get(said.paper.index, -1), root) if said.unsourced == "own" else root
            node = node if node.depth < DEEPEST else root
            for hand in (*_hands(said, source), said.paper.teller):
                if not (node is root and hand.casefold() in same):
                    node = node.child(hand)
        at.setdefault(said.paper.index, node)
        published = said.paper.published or wording.NO_DATE
        node.articles.setdefault(said.paper.index, (published, []))[1].append(place)
    return _branch(root, bool(source.why))


def drawn(branch: Branch) -> Iterator[tuple[str, str, str]]:
    """The lines of a tree: what stands in front of each, in front of its next line where it is wrapped, and its text.

    >>> [lead + text for lead, _, text in drawn(Branch("a", (Branch("b", (Branch("c", ()),)), Branch("d", ()))))]
    ['a', '├─ b', '│  └─ c', '└─ d']
    """
    yield from _drawn(branch, "", "")


def _drawn(branch: Branch, lead: str, follow: str) -> Iterator[tuple[str, str, str]]:
    yield lead, follow, branch.text
    for number, each in enumerate(branch.below, 1):
        fork, under = FORKS[number == len(branch.below)]
        yield from _drawn(each, follow + fork, follow + under)


def _hands(said: Said, source: Source) -> Sequence[str]:
    """The hands behind the origin; a source that nobody knows in its own words."""
    if not said.hands and said.unsourced == "unknown":
        return (said.nobody,)
    return said.hands[1:] if said.actors[:1] == (source.actor,) else said.hands


def _branch(node: _Node, numbered: bool) -> Branch:
    text = node.name
    for published, places in node.articles.values():
        text += f", {published}" + "".join(f" [{place}]" for place in places if numbered)
    below = tuple(_branch(each, numbered) for each in node.below.values())
    if len(below) == 1 and not node.articles:
        return Branch(f"{text}{wording.ARROW}{below[0].text}", below[0].below)
    return Branch(text, below)
