"""Questions to a dependency tree: children, subtrees, and the characters they cover."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from firsthand.records import Named, Parse, Span, Spans

NOISE = frozenset({"PUNCT", "SPACE"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A parse with the children of every token, in text order."""

    parse: Parse
    children: tuple[tuple[int, ...], ...]


def tree_of(parse: Parse) -> Tree:
    """The parse with its children looked up once."""
    children: list[list[int]] = [[] for _ in parse.tokens]
    for i, token in enumerate(parse.tokens):
        # A closing mark that the parser took for a subject: “«…,» said the mayor”.
        if token.head != i and not (token.dep == "nsubj" and loose(token.text)):
            children[token.head].append(i)
    return Tree(parse=parse, children=tuple(map(tuple, children)))


def child(tree: Tree, i: int, *labels: str) -> int | None:
    """The first child of token i with one of the dependency labels."""
    return next((c for c in tree.children[i] if tree.parse.tokens[c].dep in labels), None)


def subtree(tree: Tree, i: int, without: frozenset[int] = frozenset()) -> list[int]:
    """Token i and all below it, in text order, leaving out the branches that start at `without`."""
    out, stack = [], [i]
    while stack:
        top = stack.pop()
        out.append(top)
        below = tree.children[top]
        stack += [c for c in below if c not in without] if without else below
    return sorted(out)


def opening(tree: Tree, i: int) -> int:
    """The first word of token i's subtree, marks passed over."""
    return next((t for t in subtree(tree, i) if tree.parse.tokens[t].pos not in NOISE), i)


def named(parse: Parse, span: Span, *labels: str) -> list[Named]:
    """The names that share code points with a span: those of some labels, or of any."""
    first = bisect_right(parse.names, span[0], key=lambda n: n.end)
    touching = takewhile(lambda n: n.start < span[1], (parse.names[k] for k in range(first, len(parse.names))))
    return [n for n in touching if not labels or n.label in labels]


def spans_of(tree: Tree, ids: Iterable[int]) -> Spans:
    """The code points of tokens, one span for each unbroken run, without marks at a run's edges.

    A run broken only by marks is one run.
    """
    tokens = tree.parse.tokens
    runs: list[list[int]] = []
    for i in sorted(set(ids)):
        if runs and all(tokens[j].pos in NOISE for j in range(runs[-1][-1] + 1, i)):
            runs[-1].append(i)
        else:
            runs.append([i])
    out = []
    for run in runs:
        while run and loose(tokens[run[0]].text):
            run.pop(0)
        while run and (loose(tokens[run[-1]].text) or tokens[run[-1]].pos == "CCONJ"):
            run.pop()
        if run:
            out.append((tokens[run[0]].start, tokens[run[-1]].end))
    return tuple(out)


def loose(text: str) -> bool:
    """A mark that may be cut from the edge of a span: no letter, digit, percent or currency sign in it.

    >>> loose(","), loose("%"), loose("a")
    (True, False, False)
    """
    return not any(c.isalnum() or c in "%€$£°" for c in text)
