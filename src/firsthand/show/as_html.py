"""Brief → one self-contained HTML page: nothing is fetched, and nothing from an article can act."""

import base64
import hashlib
from functools import cache
from html import escape
from importlib.resources import files
from urllib.parse import urlsplit

from jinja2 import BaseLoader, Environment, PackageLoader, StrictUndefined

from firsthand.records import Brief
from firsthand.show import wording
from firsthand.show.chain_svg import chain_svg
from firsthand.show.marks import Paragraph, paragraphs
from firsthand.show.plain import encodable, visible
from firsthand.show.sheet import sheet
from firsthand.show.timeline_svg import timeline_svg
from firsthand.show.view import Paper, Said

OPEN_ARTICLES = 12  # a longer pile starts with its articles folded
OPEN_STORIES = 5
OPEN_CARDS = 8  # cards a story in full; the rest fold
OPEN_CHAINS = 3  # cards a story whose drawing starts unfolded
OPEN_LINES = 12  # one-line claims, timeline entries and copies a story


def html(brief: Brief) -> str:
    """A page that works from disk without a network; the script only adds filtering and wider highlights."""
    style, script = f"{asset('look.css')}\n{asset('page.css')}", asset("page.js")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )
    shown = sheet(brief)
    said = {s.index: s for s in shown.said}
    page = _environment().get_template("page.html.j2")
    text = page.render(
        sheet=shown,
        said=said,
        body={p.index: _marked(p, said) for p in shown.papers},
        style=style,
        script=script,
        policy=policy,
        words=wording,
        open_articles=len(shown.papers) <= OPEN_ARTICLES,
        open_stories=OPEN_STORIES,
        open_cards=OPEN_CARDS,
        open_chains=OPEN_CHAINS if len(shown.tellings) <= OPEN_STORIES else 1,
        open_lines=OPEN_LINES,
    )
    return encodable(text)


def notebook(brief: Brief) -> str:
    """The page in a frame of its own, so that its styles and script stay apart from a notebook's."""
    page = escape(html(brief))
    sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox"
    look = "width:100%;height:80vh;border:1px solid #8886"
    return f'<iframe title="Firsthand brief" sandbox="{sandbox}" style="{look}" srcdoc="{page}"></iframe>'


def web_link(url: str | None) -> str | None:
    """`url` when it may be a link: http or https with a host and no character that a URL cannot hold.

    >>> web_link("https://example.org/a?b=1"), web_link("javascript:alert(1)"), web_link("https://a b/")
    ('https://example.org/a?b=1', None, None)
    """
    if not url or any(c.isspace() or not c.isprintable() for c in url):
        return None
    try:
        split = urlsplit(url)
        return url if split.scheme in ("http", "https") and split.hostname else None
    except ValueError:
        return None


def _marked(paper: Paper, said: dict[int, Said]) -> tuple[list[Paragraph], tuple[int, ...]]:
    """The article's paragraphs, and the statements that stand nowhere in them (their anchors go first)."""
    spans = {i: said[i].record.spans for i in paper.said}
    found = paragraphs(paper.article.text, paper.article.parts, spans)
    begun = {k for p in found for s in p.segments for k in s.begins}
    return found, tuple(i for i in spans if i not in begun)


@cache
def _environment() -> Environment:
    made = environment(PackageLoader("firsthand.show"))
    made.globals |= {"to_said": lambda said: f"#s{said.index}", "to_claim": lambda number: f"#c{number}"}
    return made


def environment(loader: BaseLoader) -> Environment:
    """Templates that escape everything, with the filters and drawings that pages share.

    The macros of card.html.j2 ask `to_said(said)` and `to_claim(number)` for addresses.
    """
    made = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: type(value)(visible(value)) if isinstance(value, str) else value,
    )
    made.filters |= {"cut": wording.cut, "many": wording.many, "listed": wording.listed, "web_link": web_link}
    made.globals |= {"chain_svg": chain_svg, "timeline_svg": timeline_svg, "scope": wording.scope}
    return made


@cache
def asset(name: str) -> str:
    """A file of show/templates as text."""
    return (files("firsthand.show") / "templates" / name).read_text("utf-8").strip()


def _digest(text: str) -> str:
    """The Content-Security-Policy source expression that allows exactly this inline text."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
