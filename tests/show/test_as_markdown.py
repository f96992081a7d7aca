from dataclasses import replace

from markdown_it import MarkdownIt

from firsthand.show.as_markdown import markdown, plain
from firsthand.show.plain import visible
from hostile import CODE, SCRIPT
from show.poison import many
from show.sample import SAMPLE


def test_the_cards():
    text = markdown(SAMPLE)
    assert "### 1. The bridge will stay closed for six weeks\n\n- **1–2 origins**, 3 articles, plan: no news" in text
    assert "- Ada Brandvold → Nordwire → Tolvik Lamp (outlet)\n" in text
    assert "- **denied by** roads agency\n" in text
    assert "- **contradicts** claim 2: Two people had been hurt (six weeks, two people)\n" in text
    assert "\n4. asserts: The bridge will stay closed for six weeks — Bridge Blog (own voice)\n" in text
    tree = text[text.index("- origin 1, 3 statements\n") :].splitlines()[1:6]
    assert tree == [
        "  - Ada Brandvold → Nordwire",
        "    - Tolvik Lamp, 3 Mar 2031 \\[1\\]",
        "      - Bridge Blog, date not known \\[4\\]",
        "    - Fjord Courier, 4 Mar 2031 \\[2\\]",
        "  - why: \\[4\\] (Bridge Blog) rewrites \\[1\\]",
    ]
    assert "- **3** It opened in 1931 — Bridge Blog (own voice)\n" in text
    assert "- Bridge Blog copies Tolvik Lamp, 3 Mar 2031 (paraphrase, without credit)\n" in text
    assert "- pile/locked.txt: permission denied make it readable: chmod +r\n" in text


def test_words_from_articles_are_no_markup():
    assert plain("1. x") == "1\\. x"
    assert plain("- [a](javascript:b) <i>") == "\\- \\[a\\](javascript:b) \\<i\\>"
    assert plain("# `x` | ~y~ &amp; \\") == "\\# \\`x\\` \\| \\~y\\~ \\&amp; \\\\"


def test_only_web_addresses_are_links():
    text = markdown(SAMPLE)
    assert "(<https://lamp.example/a?b=1&c=2>)" in text
    bad = replace(SAMPLE.articles[0], url="javascript:alert(1)")
    worse = replace(SAMPLE.articles[1], url="https://x.example/>)<b>")
    unlinked = markdown(replace(SAMPLE, articles=(bad, worse, *SAMPLE.articles[2:])))
    assert "javascript" not in unlinked
    assert "<b>" not in unlinked


def test_nothing_from_an_article_is_markup():
    brief = many(SAMPLE, [*SCRIPT, *CODE])
    pieces = [
        piece
        for token in MarkdownIt("commonmark", {"html": True}).parse(markdown(brief))
        for piece in (token.children or [token])
    ]
    assert {piece.type for piece in pieces} & {"html_inline", "html_block", "image", "code_inline", "fence"} == set()
    links = [piece.attrs["href"] for piece in pieces if piece.type == "link_open"]
    assert all(str(link).startswith(("http://", "https://")) for link in links)
    shown = "".join(piece.content for piece in pieces if piece.type in ("text", "text_special"))
    assert [word for payload in SCRIPT for word in visible(payload).split() if word not in shown] == []
    marks = [piece.type for piece in pieces if piece.type not in ("text", "text_special")]
    tame = MarkdownIt("commonmark").parse(markdown(many(SAMPLE, ["word"] * len([*SCRIPT, *CODE]))))
    expected = [piece.type for token in tame for piece in (token.children or [token]) if piece.type != "text"]
    assert [m for m in marks if "link" not in m] == [m for m in expected if "link" not in m]


def test_a_bare_address_is_no_link():
    assert plain("see https://hit.example and www.hit.example") == r"see https\://hit.example and www\.hit.example"
