from dataclasses import replace

from firsthand.show.as_markdown import markdown, plain
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
