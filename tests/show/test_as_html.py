import base64
import hashlib
import html as entities
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from firsthand.show.as_html import html, notebook, web_link
from show.poison import poisoned
from show.sample import SAMPLE, article, claim, statement

PAYLOADS = (
    "<script>alert(1)</script>",
    "</title></style></script><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>' onmouseover='alert(1)",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "{{ 7*7 }}{% raw %}]]><!--",
)


class Page(HTMLParser):
    """What a browser would make of a page, as far as it matters here."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.text, self.within = [], "", []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.within.append(tag)

    def handle_endtag(self, tag):
        while self.within and self.within.pop() != tag:
            pass

    def handle_data(self, data):
        if not {"script", "style"} & set(self.within[-1:]):
            self.text += data

    def values(self, name):
        return [a[name] for _, a in self.tags if name in a]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_from_an_article_acts(payload):
    text = html(poisoned(SAMPLE, payload))
    page, harmless = Page(text), Page(html(SAMPLE))
    assert payload.split()[0] in page.text
    assert [t for t, _ in page.tags].count("script") == 1
    assert {t for t, _ in page.tags} <= {t for t, _ in harmless.tags}
    assert {k for _, a in page.tags for k in a} <= {k for _, a in harmless.tags for k in a}
    assert all(re.match("#|https?://", link) for link in page.values("href"))


def test_the_policy_allows_exactly_its_own_style_and_script():
    text = html(SAMPLE)
    policy = entities.unescape(re.search('Content-Security-Policy" content="([^"]+)"', text)[1])
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        inline = re.search(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)[1]
        digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert not Page(text).values("style")


def test_nothing_is_fetched():
    page = Page(html(SAMPLE))
    assert not {t for t, _ in page.tags} & {"link", "img", "iframe", "object", "embed", "base"}
    assert not page.values("src")
    assert "url(" not in html(SAMPLE)
    assert "@import" not in html(SAMPLE)


def test_every_anchor_leads_somewhere_and_is_unique():
    page = Page(html(SAMPLE))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    inner = {link[1:] for link in page.values("href") if link.startswith("#")}
    assert {"c1", "s0", "m1-1", "a0"} <= inner <= set(ids)


def test_a_claim_leads_to_the_exact_words_and_they_lead_back():
    marks = {a["id"]: a["href"] for t, a in Page(html(SAMPLE)).tags if t == "a" and a.get("id", "").startswith("s")}
    assert marks["s0"] == "#c1"
    assert marks["s5"] == "#c3"
    assert re.search(
        r'id="s0" class="m asserts direct"[^>]*>The bridge will stay closed for six weeks</a>', html(SAMPLE)
    )


def test_a_statement_without_a_claim_is_marked_and_one_without_words_keeps_its_anchor():
    assert re.search(r'<mark id="s6" class="m doubts indirect"[^>]*>Residents doubt it</mark>', html(SAMPLE))
    lost = replace(SAMPLE.statements[0], spans=((9000, 9001),))
    assert '<span id="s0"></span>' in html(replace(SAMPLE, statements=(lost, *SAMPLE.statements[1:])))


def test_the_article_is_shown_whole():
    shown = Page(html(SAMPLE)).text
    for one in SAMPLE.articles:
        assert all(line in shown for line in one.text.split("\n"))


def test_headings_go_down_one_level_at_a_time():
    levels = [int(t[1]) for t, _ in Page(html(SAMPLE)).tags if re.fullmatch("h[1-6]", t)]
    assert levels[0] == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))


def test_only_web_addresses_are_links_and_they_give_nothing_away():
    assert web_link("https://example.org/ä") == "https://example.org/ä"
    for bad in (
        None,
        "",
        "javascript:alert(1)",
        "javascript://x.org/%0aalert(1)",
        "JaVaScRiPt:x",
        "data:text/html,x",
        "//x.org",
        "http:",
        "https://[",
        "/a",
    ):
        assert web_link(bad) is None
    outer = [a for t, a in Page(html(SAMPLE)).tags if t == "a" and a["href"].startswith("http")]
    assert len(outer) == 3
    assert all("noopener" in a["rel"] for a in outer)


def test_a_notebook_frame_holds_the_page_and_lets_nothing_out():
    ((_, frame),) = Page(notebook(SAMPLE)).tags
    assert frame["srcdoc"] == html(SAMPLE)
    assert "allow-same-origin" not in frame["sandbox"]


def test_a_claim_of_many_statements_and_a_pile_of_many_claims_are_folded():
    told = tuple(statement(f"x{i}", SAMPLE.articles[2], "It opened in 1931", f"k{i % 90}") for i in range(180))
    claims = tuple(claim(f"k{i}", "It opened", (f"x{i}", f"x{i + 90}")) for i in range(90))
    text = html(replace(SAMPLE, statements=told, claims=claims, stories=(), relations=()))
    assert "82 more claims" in text
    many = tuple(claim("k0", "It opened", tuple(s.id for s in told)) for _ in range(1))
    assert "172 more statements" in html(replace(SAMPLE, statements=told, claims=many, stories=(), relations=()))


def test_an_article_without_statements_or_words():
    page = html(replace(SAMPLE, articles=(*SAMPLE.articles, article("empty", "Nil", None, "", title=None))))
    assert "Empty article" in page
