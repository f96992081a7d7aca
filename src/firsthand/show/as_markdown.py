"""Brief → Markdown (CommonMark): the same cards as text, nothing from an article read as markup."""

import re
from collections.abc import Iterator

from firsthand.records import Brief
from firsthand.show import wording
from firsthand.show.as_html import web_link
from firsthand.show.plain import encodable, visible
from firsthand.show.sheet import sheet
from firsthand.show.tree import Branch, tree
from firsthand.show.view import Card, Moment, Reuse, Sheet, Telling

INLINE = re.compile(r"([\\`*_\[\]<>&~|$]|:(?=//)|(?<=www)\.)")  # the last two would make links of bare addresses
LEADING = re.compile(r"^(\d{0,9})([.)#+\-=:])")  # would begin a list, heading or rule
WORDS = 700  # code points of a claim


def markdown(brief: Brief) -> str:
    """Stories, cards, timelines, copies, articles and what was not processed."""
    shown = sheet(brief)
    return encodable("\n".join(_brief(shown)) + "\n")


def plain(text: str, limit: int = WORDS) -> str:
    """Words from an article on one line, with every mark that Markdown could read escaped.

    >>> print(plain("*a* <b>\\n# c, https://www.example"))
    \\*a\\* \\<b\\> # c, https\\://www\\.example
    """
    return LEADING.sub(r"\1\\\2", INLINE.sub(r"\\\1", wording.cut(visible(text), limit)))


def _brief(shown: Sheet) -> Iterator[str]:
    yield "# Firsthand brief"
    yield ""
    yield plain(wording.scope(len(shown.papers), shown.outlets, shown.dates))
    yield ""
    yield f"*{wording.CAUTION}*"
    for telling in shown.tellings:
        yield from _telling(telling)
    if shown.papers:
        yield from ("", "## Articles", "")
        for paper in shown.papers:
            title = plain(paper.article.title or paper.article.text or "", 160) or "Empty article"
            link = web_link(paper.article.url)
            named = f"[{title}](<{link}>)" if link and not set(link) & set("<>\\") else title
            yield f"{paper.index + 1}. {named}, {plain(paper.label)}"
    if shown.unprocessed:
        yield from ("", "## Not processed", "")
        for item in shown.unprocessed:
            yield f"- {plain(item.path)}: {plain(item.why)} {plain(item.remedy)}".rstrip()


def _telling(telling: Telling) -> Iterator[str]:
    yield from ("", f"## {plain(telling.title) or wording.NO_STORY}", "")
    yield plain(wording.scope(len(telling.papers), telling.outlets, telling.dates))
    full = [c for c in telling.cards if not c.alone]
    single = [c for c in telling.cards if c.alone]
    for card in full:
        yield from _card(card)
    if single:
        yield from ("", "### Told once", "")
        yield from (f"- **{c.number}** {plain(c.text)} — {plain(c.chain)}{_plan(c)}" for c in single)
    if telling.moments:
        yield from ("", "### Timeline", "")
        yield from map(_moment, telling.moments)
    if telling.copies:
        yield from ("", "### Copies", "")
        yield from map(_copy, telling.copies)


def _plan(card: Card) -> str:
    return f", plan: {plain(card.plan)}" if card.plan else ""


def _card(card: Card) -> Iterator[str]:
    yield from ("", f"### {card.number}. {plain(card.text)}", "")
    yield f"- **{wording.origins(card.count)}**, {wording.many(card.articles, 'article')}{_plan(card)}"
    if card.chain:
        yield f"- {plain(card.chain)}"
    if card.denied_by:
        yield f"- **denied by** {plain(wording.listed(card.denied_by))}"
    if card.doubted_by:
        yield f"- **doubted by** {plain(wording.listed(card.doubted_by))}"
    for mark in card.marks:
        why = f" ({plain(mark.why)})" if mark.why else ""
        yield f"- **{mark.verb}** claim {mark.number}: {plain(mark.text, 160)}{why}"
    if card.unsourced:
        yield f"- unsourced: {card.unsourced}"
    for number, said in enumerate(card.said, 1):
        when = f", said {said.when}" if said.when else ""
        about = f", speaks of {said.about}" if said.about else ""
        line = f"{number}. {said.record.stance}: {plain(said.record.text, 180)} — {plain(said.chain)}"
        yield line + plain(when + about)
    for source in card.sources:
        yield f"- origin {source.number}, {wording.many(len(source.said), 'statement')}"
        yield from _tree(tree(card, source), 1)
        yield from (f"  - why: {plain(reason)}" for reason in source.why)


def _tree(branch: Branch, depth: int) -> Iterator[str]:
    yield f"{'  ' * depth}- {plain(branch.text)}"
    for each in branch.below:
        yield from _tree(each, depth + 1)


def _moment(moment: Moment) -> str:
    claims = "".join(f", claim {n}" for n in moment.claims)
    sources = plain(wording.listed(moment.sources, 3))
    return f"- **{plain(moment.when)}** {plain(moment.record.text, 280)} — {sources}{claims}"


def _copy(reuse: Reuse) -> str:
    credit = "with credit" if reuse.record.credited else "without credit"
    return f"- {plain(reuse.paper.label)} copies {plain(reuse.of.label)} ({reuse.record.kind}, {credit})"
