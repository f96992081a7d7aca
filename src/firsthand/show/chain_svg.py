"""Draws how a claim came to its articles: a layered graph, first speakers at the left, one column a hand.

An outlet that others cite and whose own article carries the claim is one node, not two.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from markupsafe import Markup

from firsthand.show.view import Card, Said

WIDTH, HEIGHT = 160, 40  # of a node, in px as all lengths here
GAP_X, GAP_Y, EDGE = 34, 12, 6
ROWS = 9  # nodes in a column; the rest stand as one "… more"
LETTERS = 19
COLOURS = 6

Key = tuple[str, object]


@dataclass(slots=True, kw_only=True)
class _Node:
    name: str
    note: str
    kind: str
    layer: int
    origin: int = 0
    href: str = ""
    y: float = 0.0


@dataclass(slots=True, kw_only=True)
class _Graph:
    nodes: dict[Key, _Node] = field(default_factory=dict)
    edges: dict[tuple[Key, Key], bool] = field(default_factory=dict)  # True where nobody credits it: drawn dashed

    def node(self, key: Key, layer: int, name: str, note: str = "", kind: str = "actor") -> _Node:
        found = self.nodes.setdefault(key, _Node(layer=layer, name=name, note=note, kind=kind))
        found.layer = max(found.layer, layer)
        return found


def chain_svg(card: Card, to_said: Callable[[Said], str] = lambda said: f"#s{said.index}") -> Markup:
    """An inline SVG with a title and a description; the colours come from the page's classes o0 … o6.

    `to_said` gives the address of a statement's words, to which its article's node leads.
    """
    graph = _graph(card, to_said)
    columns = _columns(graph)
    depth = len(columns)
    arcs = any(graph.nodes[a].layer == graph.nodes[b].layer for a, b in graph.edges)
    width = depth * WIDTH + (depth - 1) * GAP_X + 2 * EDGE + (28 if arcs else 0)
    height = max(len(c) for c in columns) * (HEIGHT + GAP_Y) - GAP_Y + 2 * EDGE
    for column in columns:
        top = (height - len(column) * (HEIGHT + GAP_Y) + GAP_Y) / 2
        for row, key in enumerate(column):
            graph.nodes[key].y = top + row * (HEIGHT + GAP_Y)
    told = "; ".join(dict.fromkeys(s.chain for s in card.said[:20]))
    edges = Markup("").join(
        _edge(graph.nodes[a], graph.nodes[b], dashed) for (a, b), dashed in graph.edges.items() if a != b
    )
    nodes = Markup("").join(_node(n) for n in graph.nodes.values())
    return Markup(
        '<svg class="chain" role="group" aria-labelledby="g{n}t g{n}d" width="{w}" height="{h}" viewBox="0 0 {w} {h}">'
        '<title id="g{n}t">Chain of claim {n}</title><desc id="g{n}d">{told}</desc>{edges}{nodes}</svg>'
    ).format(n=card.number, w=width, h=round(height), told=told, edges=edges, nodes=nodes)


def _graph(card: Card, to_said: Callable[[Said], str]) -> _Graph:
    origin_of = {index: source for source in card.sources for index in source.said}
    outlets = _outlets(card)
    taken = dict(card.links)
    graph = _Graph()
    for said in sorted(card.said, key=lambda s: s.paper.index in taken and not s.hands):  # copies after their source
        path = _path(graph, said, outlets)
        paper = _paper(graph, said, max(len(path), 1), to_said(said))
        source = origin_of.get(said.index)
        for a, b in pairwise([*path, paper]):
            graph.edges[a, b] = False
        if path:
            first = graph.nodes[path[0]]
            first.origin = first.origin or (source.number if source else 0)
            continue
        of: Key = ("paper", taken.get(said.paper.index))
        if of in graph.nodes:
            graph.nodes[paper].layer = max(graph.nodes[paper].layer, graph.nodes[of].layer + 1)
            graph.edges.setdefault((of, paper), True)
        elif source and source.actor:
            speaker: Key = outlets.get(source.name.casefold(), ("actor", source.actor))
            graph.node(speaker, 0, source.name).origin = source.number
            graph.edges.setdefault((speaker, paper), True)
        elif source:
            graph.nodes[paper].origin = source.number
    return graph


def _outlets(card: Card) -> dict[str, Key]:
    """The articles' nodes by outlet name, of outlets with one article among the claim's."""
    named: dict[str, set[int]] = {}
    for said in card.said:
        if said.paper.article.outlet:
            named.setdefault(said.paper.teller.casefold(), set()).add(said.paper.index)
    return {name: ("paper", next(iter(papers))) for name, papers in named.items() if len(papers) == 1}


def _paper(graph: _Graph, said: Said, layer: int, href: str) -> Key:
    key: Key = ("paper", said.paper.index)
    node = graph.node(key, layer, said.paper.teller)
    node.kind, node.note, node.href = "paper", said.paper.published, node.href or href
    return key


def _path(graph: _Graph, said: Said, outlets: Mapping[str, Key]) -> list[Key]:
    """The nodes of the hands; a speaker that is not known is one of its own for each statement."""
    if said.unsourced == "own":
        return []
    if not said.hands:
        key: Key = ("unknown", said.index)
        graph.node(key, 0, said.nobody, said.record.stance)
        return [key]
    path: dict[Key, None] = {}
    for layer, (actor, name) in enumerate(zip(said.actors, said.hands, strict=True)):
        key = outlets.get(name.casefold(), ("actor", actor))
        node = graph.node(key, layer, name)
        node.note = node.note or (said.record.stance if layer == 0 else "")
        path[key] = None
    return [k for k in path if k != ("paper", said.paper.index)]


def _columns(graph: _Graph) -> list[list[Key]]:
    """The nodes of each layer from top to bottom: origins in order, then near what leads to them."""
    _fold(graph)
    into: dict[Key, list[Key]] = {}
    for a, b in graph.edges:
        into.setdefault(b, []).append(a)
    layers = sorted({n.layer for n in graph.nodes.values()})
    place: dict[Key, float] = {}
    columns = []
    for number, layer in enumerate(layers):
        members = [k for k, n in graph.nodes.items() if n.layer == layer]
        first = {k: i for i, k in enumerate(members)}
        wanted = {k: [place[p] for p in into.get(k, ()) if p in place] for k in members}
        members.sort(
            key=lambda k: (sum(wanted[k]) / len(wanted[k]) if wanted[k] else graph.nodes[k].origin or 99, first[k])
        )
        place |= {k: float(i) for i, k in enumerate(members)}
        for k in members:
            graph.nodes[k].layer = number
        columns.append(members)
    return columns or [[]]


def _fold(graph: _Graph) -> None:
    """Keep ROWS nodes a layer; the others become one node that says how many they are."""
    by_layer: dict[int, list[Key]] = {}
    for key, node in graph.nodes.items():
        by_layer.setdefault(node.layer, []).append(key)
    into: dict[Key, Key] = {}
    for layer, keys in by_layer.items():
        if len(keys) <= ROWS:
            continue
        rest = keys[ROWS - 1 :]
        word = "article" if graph.nodes[rest[0]].kind == "paper" else "speaker"
        more: Key = ("more", layer)
        into |= dict.fromkeys(rest, more)
        for key in rest:
            del graph.nodes[key]
        graph.nodes[more] = _Node(name=f"{len(rest)} more {word}s", note="", kind="more", layer=layer)
    folded = [((into.get(a, a), into.get(b, b)), dashed) for (a, b), dashed in graph.edges.items()]
    graph.edges.clear()
    for edge, dashed in folded:
        graph.edges[edge] = dashed and graph.edges.get(edge, True)


def _x(node: _Node) -> int:
    return EDGE + node.layer * (WIDTH + GAP_X)


def _edge(a: _Node, b: _Node, dashed: bool) -> Markup:
    y1, y2 = a.y + HEIGHT / 2, b.y + HEIGHT / 2
    if a.layer == b.layer:
        x = _x(a) + WIDTH
        bend = f"M{x} {y1:g}C{x + 30} {y1:g} {x + 30} {y2:g} {x + 2} {y2:g}m5 -4l-5 4l5 4"
    elif b.layer > a.layer + 1:  # between the rows, not behind the nodes of the columns between
        x1, x2, low = _x(a) + WIDTH, _x(b), y1 + (HEIGHT + GAP_Y) / 2 - 1
        bend = f"M{x1} {y1:g}C{x1 + GAP_X // 2} {y1:g} {x1 + GAP_X // 2} {low:g} {x1 + GAP_X} {low:g}H{x2 - GAP_X}"
        bend += f"C{x2 - GAP_X // 2} {low:g} {x2 - GAP_X // 2} {y2:g} {x2 - 2} {y2:g}m-5 -4l5 4l-5 4"
    else:
        x1, x2 = (_x(a) + WIDTH, _x(b)) if a.layer < b.layer else (_x(a), _x(b) + WIDTH)
        half = (x1 + x2) // 2
        tip = -5 if x1 < x2 else 5
        bend = f"M{x1} {y1:g}C{half} {y1:g} {half} {y2:g} {x2 - 2} {y2:g}m{tip} -4l{-tip} 4l{tip} 4"
    return Markup('<path class="{c}" d="{d}"/>').format(c="edge dashed" if dashed else "edge", d=bend)


def _clipped(text: str, letters: int) -> str:
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"


def _node(node: _Node) -> Markup:
    x, y, colour = _x(node), node.y, (node.origin - 1) % COLOURS + 1 if node.origin else 0
    parts: Iterable[str] = (
        Markup('<rect class="{kind} o{o}" x="{x}" y="{y:g}" width="{w}" height="{h}" rx="5"/>').format(
            kind=node.kind, o=colour, x=x, y=y, w=WIDTH, h=HEIGHT
        ),
        Markup('<text class="name" x="{x}" y="{y:g}">{t}</text>').format(
            x=x + 10, y=y + (17 if node.note else 24), t=_clipped(node.name, LETTERS - (4 if node.origin else 0))
        ),
        Markup('<text class="note" x="{x}" y="{y:g}">{t}</text>').format(
            x=x + 10, y=y + 32, t=_clipped(node.note, LETTERS + 4)
        )
        if node.note
        else "",
        Markup('<circle class="o{o}" cx="{x}" cy="{y:g}" r="8"/><text class="n" x="{x}" y="{t:g}">{n}</text>').format(
            o=colour, x=x + WIDTH - 13, y=y + 13, t=y + 16.5, n=node.origin
        )
        if node.origin
        else "",
    )
    whole = Markup("<title>{}</title>").format(node.name) if len(node.name) > LETTERS - 4 else ""
    drawn = Markup("").join((whole, *parts))
    return Markup('<a href="{}">{}</a>').format(node.href, drawn) if node.href else Markup("<g>{}</g>").format(drawn)
