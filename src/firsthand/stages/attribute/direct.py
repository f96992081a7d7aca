"""Quotations and drafts brought together: which quotation is whose, and what is mixed."""

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from firsthand.records import Parse, Span
from firsthand.stages.attribute.draft import Draft, length, minus, overlap, past_dateline, tidy, within
from firsthand.stages.attribute.lexicon import Lexicon
from firsthand.stages.attribute.near import Shelves, near, put
from firsthand.stages.attribute.quotes import Quotation

ENDS = ".!?…"
GAP = 60  # code points between two quoted fragments of one content
UNOWNED = 6  # words that a quotation needs to stand as a statement of an unknown speaker
SPOKEN = 3  # words that a quotation needs to be taken for speech on its own


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An article's text with its paragraphs, sentences and quotations as code points."""

    text: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    quotations: tuple[Quotation, ...]

    def paragraph(self, at: int) -> int:
        """The number of the paragraph that holds a code point."""
        return max(0, bisect_right(self.paragraphs, (at, len(self.text) + 1)) - 1)

    def sentence(self, at: int) -> Span:
        """The sentence that holds a code point."""
        n = bisect_right(self.sentences, (at, len(self.text) + 1)) - 1
        return self.sentences[n] if n >= 0 else (0, 0)

    def numbers(self, span: Span) -> range:
        """The numbers of the quotations that share code points with a span, their marks included."""
        first = bisect_right(self.quotations, span[0], key=lambda q: q.outer[1])
        return range(first, bisect_left(self.quotations, span[1], key=lambda q: q.outer[0]))

    def touching(self, span: Span) -> tuple[Quotation, ...]:
        """The quotations that share code points with a span, their marks included."""
        return tuple(self.quotations[n] for n in self.numbers(span))


def page_of(text: str, parse: Parse, quotations: tuple[Quotation, ...]) -> Page:
    """A text with the borders that its parse and its quotation marks give it."""
    tokens = parse.tokens
    return Page(
        text=text,
        paragraphs=tuple((tokens[a].start, tokens[b - 1].end) for a, b in parse.paragraphs),
        sentences=tuple((tokens[a].start, tokens[b - 1].end) for a, b in parse.sentences),
        quotations=quotations,
    )


def spoken(page: Page, quotation: Quotation) -> bool:
    """Whether a quotation looks like somebody's words rather than a name, a title or a scare quote."""
    start, end = quotation.inner
    words = page.text[start:end].split()
    after = page.text[quotation.outer[1] : quotation.outer[1] + 1]
    stopped = page.text[end - 1 : end] in (*ENDS, ",", "—", "–") or quotation.open
    return len(words) >= SPOKEN and (stopped or (after in (",", ".") and page.text[start].isupper()))


def join_quotations(page: Page, drafts: Sequence[Draft], lexicon: Lexicon) -> list[Draft]:
    """Settle quotations and drafts.

    A draft whose cue stands inside a quotation is dropped: those are the speaker's own words. A draft whose content
    is a quotation takes the whole of it (direct); one whose content holds a fragment is mixed. A spoken quotation
    without a draft is given to the cue beside it or to the speaker who is already talking.
    """
    drafts = [without_dateline(page, d) for d in drafts]
    page = replace(page, quotations=shut(page, drafts))
    outside = [d for d in drafts if not (d.cue and any(within(d.cue, q.outer) for q in page.touching(d.cue[0])))]
    settled: list[Draft] = []
    shelves: Shelves = {}
    owned: dict[int, Draft] = {}
    for draft in outside:
        done, taken = settle(page, draft, lexicon)
        if done.spans:
            put(shelves, len(settled), done.spans)
            settled.append(done)
        for n in taken:
            owned.setdefault(n, done)
    quoting = sorted((d for d in outside if d.how != "phrase" and quotes(d, lexicon)), key=lambda d: d.cue[0])
    coming = deque(sorted((d for d in outside if talks(d)), key=lambda d: d.cue[-1][1]))
    talking: dict[int, Draft] = {}
    for n, quotation in enumerate(page.quotations):
        while coming and coming[0].cue[-1][1] <= quotation.outer[0]:
            hear(page, talking, coming.popleft())
        if n - 1 in owned and owned[n - 1].quote == "direct":
            hear(page, talking, owned[n - 1])
        last = owned.get(n - 1)
        goes = last is not None and last.cue and page.quotations[n - 1].outer[1] <= last.cue[0][0] < quotation.outer[0]
        short = not spoken(page, quotation) and (goes or page.text[quotation.inner[1] - 1] in ",!?")
        if n in owned or not (spoken(page, quotation) or short):
            continue
        if any(overlap(settled[k].spans, (quotation.inner,)) for k in near(shelves, (quotation.inner,))):
            continue
        before = near(shelves, ((max(0, quotation.outer[0] - GAP), quotation.outer[1]),))
        place = goes_on(page, quotation, {k: settled[k] for k in before})
        if place is not None:
            settled[place] = replace(
                settled[place], spans=(*settled[place].spans[:-1], (settled[place].spans[-1][0], quotation.outer[1]))
            )
            put(shelves, place, settled[place].spans)
            continue
        adopted = adopt(page, n, quoting, talking)
        if short and (adopted is None or adopted.how != ("cue before" if goes else "cue after")):
            continue
        if adopted is not None:
            owned[n] = adopted
            put(shelves, len(settled), adopted.spans)
            settled.append(adopted)
    return settled


def without_dateline(page: Page, draft: Draft) -> Draft:
    """The draft whose content leaves out a dateline that was read as part of the body."""
    if not draft.spans:
        return draft
    start, end = draft.spans[0]
    if start != page.paragraphs[page.paragraph(start)][0]:
        return draft
    said = past_dateline(page.text, start)
    return replace(draft, spans=((said, end), *draft.spans[1:])) if start < said < end else draft


def shut(page: Page, drafts: Sequence[Draft]) -> tuple[Quotation, ...]:
    """The quotations, those without a closing mark ended before the narrator's “, said the mayor”."""
    inside: dict[int, list[Draft]] = {}
    unclosed = [q for q in page.quotations if q.open]
    for draft in drafts if unclosed else ():
        if draft.how == "clause" and draft.cue and draft.source and draft.spans:
            n = bisect_right(unclosed, draft.cue[0][0], key=lambda q: q.outer[0]) - 1
            after = min(draft.cue[0][0], draft.source[0][0])
            if n >= 0 and draft.cue[0][0] < unclosed[n].outer[1] and draft.spans[-1][1] <= after:
                if abs(draft.spans[0][0] - unclosed[n].inner[0]) < 2 and page.text[draft.spans[-1][1]] == ",":
                    inside.setdefault(unclosed[n].outer[0], []).append(draft)
    out = []
    for quotation in page.quotations:
        first = min(inside.get(quotation.outer[0], ()), key=lambda d: d.cue[0], default=None)
        if first is None:
            out.append(quotation)
            continue
        end = first.spans[-1][1]
        inner, outer = (quotation.inner[0], end + 1), (quotation.outer[0], end + 1)
        out.append(Quotation(inner=inner, outer=outer, open=False))
    return tuple(out)


def quotes(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether a draft's cue may stand beside the quotation that it attributes."""
    return bool(draft.cue) and (draft.lemma in lexicon.quoting or draft.kind in ("speech", "writing"))


def talks(draft: Draft) -> bool:
    """Whether a draft's speaker may go on talking in the quotations that follow."""
    return draft.how != "bare" and draft.kind == "speech" and bool(draft.cue) and bool(draft.spans)


def hear(page: Page, talking: dict[int, Draft], draft: Draft) -> None:
    """Keep for each paragraph the draft that ends last."""
    if not draft.cue or not draft.spans:
        return
    here = page.paragraph(max(draft.cue[0][0], draft.spans[-1][1] - 1))
    if here not in talking or ending(draft) > ending(talking[here]):
        talking[here] = draft


def ending(draft: Draft) -> int:
    """Where the last of a draft's cue and content ends."""
    return max(draft.cue[-1][1], draft.spans[-1][1])


def settle(page: Page, draft: Draft, lexicon: Lexicon) -> tuple[Draft, list[int]]:
    """The draft with its quotations taken in, and the numbers of those that it owns."""
    spans, quote, owned = draft.spans, draft.quote, []
    if not spans:
        return draft, []
    edges = spans[0][0], spans[-1][1]
    for n in page.numbers(edges):
        quotation = page.quotations[n]
        shared = overlap(spans, (quotation.inner,))
        if not shared:
            continue
        outside = length(tidy(page.text, minus(spans, quotation.outer)))
        long = spoken(page, quotation)
        whole = shared >= 0.9 * length(tidy(page.text, (quotation.inner,)))
        if draft.how in ("clause", "bare", "label", "phrase") and outside <= 4 and (long or whole):
            spans, quote = tidy(page.text, (quotation.inner,)), "direct"
            owned.append(n)
            break
        capital = page.text[quotation.inner[0]].isupper()
        if long and capital and draft.how == "clause" and shared > outside and draft.lemma in lexicon.quoting:
            # The parser mixed the narrator's words into the quoted sentence: the marks know better.
            spans, quote = tidy(page.text, (quotation.inner,)), "direct"
            owned.append(n)
            break
        quote = "mixed"
        owned.append(n)
        if not whole:
            spans = widen(spans, quotation.outer)
    if quote != "direct":
        spans = tidy(page.text, closed(page, spans))
    return replace(draft, spans=spans, quote=quote), owned


def widen(spans: tuple[Span, ...], outer: Span) -> tuple[Span, ...]:
    """The spans with the quotation that they touch taken in whole."""
    touching = [s for s in spans if s[0] < outer[1] and outer[0] < s[1]]
    rest = [s for s in spans if s not in touching]
    merged = (min(outer[0], *(s[0] for s in touching)), max(outer[1], *(s[1] for s in touching)))
    return tuple(sorted([*rest, merged]))


def closed(page: Page, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans with a quotation mark at an edge taken in, where its partner lies inside."""
    out = []
    for start, end in spans:
        for quotation in page.touching((start - 1, end + 1)):
            inner = tidy(page.text, (quotation.inner,))
            if inner and inner[-1][1] <= end < quotation.outer[1] and quotation.outer[0] >= start:
                end = quotation.outer[1]
            if inner and quotation.outer[0] < start <= inner[0][0] and quotation.outer[1] <= end:
                start = quotation.outer[0]
        out.append((start, end))
    return tuple(out)


def adopt(page: Page, n: int, quoting: Sequence[Draft], talking: Mapping[int, Draft]) -> Draft | None:
    """An owner for spoken quotation n: the cue after it, the cue before it, or whoever was talking."""
    quotation = page.quotations[n]
    found = beside(page, n, quoting)
    if found is not None:
        owner, how = found
        return replace(owner, how=how, spans=tidy(page.text, (quotation.inner,)), quote="direct", negated=False)
    if not starts_sentence(page, quotation):
        return None
    last = talking.get(page.paragraph(quotation.outer[0]))
    if last is not None:
        spans = tidy(page.text, (quotation.inner,))
        return replace(last, how="same paragraph", spans=spans, quote="direct", negated=False)
    if len(page.text[slice(*quotation.inner)].split()) >= UNOWNED:
        return Draft(
            how="unattributed",
            lemma="",
            verb=-1,
            spans=tidy(page.text, (quotation.inner,)),
            source=(),
            cue=(),
            kind="speech",
            quote="direct",
        )
    return None


def beside(page: Page, n: int, quoting: Sequence[Draft]) -> tuple[Draft, str] | None:
    """The draft whose cue stands right after or right before a quotation; `quoting` is in the order of the cues."""
    quotation = page.quotations[n]
    start, end = quotation.outer
    paragraph = page.paragraphs[page.paragraph(end - 1)]
    following = page.quotations[n + 1].outer[0] if n + 1 < len(page.quotations) else paragraph[1]
    if page.text[quotation.inner[1] - 1] != "." or page.text[end : end + 1] == ",":
        limit = sentence_end(page.text, end, min(following, paragraph[1]))
        after = [d for d in cued(quoting, end, limit) if d.source and d.source[0][0] >= end]
        if after:
            return after[0], "cue after"
    opening = page.paragraphs[page.paragraph(start)][0]
    previous = max(opening, page.quotations[n - 1].outer[1] if n else 0)
    lead = page.text[previous:start].rstrip()
    if not lead and page.paragraph(start) > 0:  # a paragraph that ends in a colon opens the next one's quotation
        opening, previous = (page.paragraphs[page.paragraph(start) - 1][0],) * 2
        lead = page.text[previous:start].rstrip()
        if not lead.endswith(":"):
            return None
    if lead and lead[-1] not in ENDS + ";)":
        from_ = last_start(page.text, previous, start)
        ahead = [d for d in cued(quoting, from_, start) if d.cue[-1][1] <= start]
        if ahead:
            return max(ahead, key=lambda d: d.cue[0]), "cue before"
    return None


def cued(quoting: Sequence[Draft], start: int, end: int) -> Sequence[Draft]:
    """Those of the drafts, in the order of their cues, whose cue starts in a stretch."""
    first = bisect_left(quoting, start, key=lambda d: d.cue[0][0])
    return quoting[first : bisect_left(quoting, end, key=lambda d: d.cue[0][0])]


def sentence_end(text: str, start: int, end: int) -> int:
    """Where the sentence that goes on after a quotation stops: at a full stop before a blank, or at `end`."""
    for at in range(start, end):
        if text[at] in ENDS and (at + 1 >= end or text[at + 1].isspace()) and not text[at - 2 : at].strip().istitle():
            return at
    return end


def last_start(text: str, start: int, end: int) -> int:
    """Where the last sentence of a stretch starts."""
    body = text[start:end].rstrip()
    return start + max(0, *(body.rfind(mark + " ", 0, len(body) - 1) + 1 for mark in ENDS))


def starts_sentence(page: Page, quotation: Quotation) -> bool:
    """Whether a quotation is a sentence of its own: it opens a paragraph or follows a sentence's end."""
    start, _ = page.paragraphs[page.paragraph(quotation.outer[0])]
    at = quotation.outer[0]
    while at > start and page.text[at - 1] in "”’\"' ":
        at -= 1
    return page.text[quotation.inner[0]].isupper() and (at == start or page.text[at - 1] in ENDS)


def goes_on(page: Page, quotation: Quotation, settled: Mapping[int, Draft]) -> int | None:
    """The draft that a quotation in mid-sentence belongs to: “… is ‘a problem’ but ‘nobody dares to say so’.”"""
    if starts_sentence(page, quotation):
        return None
    sentence = page.sentence(quotation.outer[0])
    for n, draft in settled.items():
        end = draft.spans[-1][1]
        gap = page.text[end : quotation.outer[0]]
        if draft.quote == "mixed" and sentence[0] <= end <= quotation.outer[0] and len(gap) < GAP and ";" not in gap:
            return n
    return None
