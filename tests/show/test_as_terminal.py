import io
from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.console import Console

from firsthand.records import Origin
from firsthand.show.as_terminal import as_text, terminal
from show.sample import SAMPLE, article, claim, statement


def printed(brief=SAMPLE, **console):
    out = io.StringIO()
    terminal(brief, Console(file=out, **{"width": 80, **console}))
    return out.getvalue()


def test_the_brief_leads_with_the_story_then_the_weightiest_claim():
    lines = [line.strip() for line in printed().splitlines() if line.strip()]
    assert lines[:2] == ["Bridge at Tolvik to stay shut", "3 articles, 3 outlets, 3 Mar 2031 – 4 Mar 2031"]
    assert lines[3:15] == [
        "1  The bridge will stay closed for six weeks",
        "1–2 origins, 3 articles · plan: no news since 3 Mar 2031",
        "Ada Brandvold → Nordwire",
        "├─ Tolvik Lamp, 3 Mar 2031 [1]",
        "│  └─ Bridge Blog, date not known [4]",
        "└─ Fjord Courier, 4 Mar 2031 [2]",
        "why: [4] (Bridge Blog) rewrites [1]",
        "why: s9 stays",
        "why: like Fjord Courier, 4 Mar 2031",
        "denied by roads agency",
        "contradicts claim 2: Two people had been hurt",
        "six weeks, two people",
    ]


def test_the_order_is_claims_timeline_copies_unprocessed():
    text = printed()
    found = [text.index(w) for w in ("Told once", "Timeline", "Copies", "Not processed", "Independent does not")]
    assert found == sorted(found)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal_or_ends_in_spaces(width):
    for line in printed(width=width).splitlines():
        assert cell_len(line) <= width
        assert line == line.rstrip()


def test_no_colour_when_it_is_no_terminal_or_not_wanted(monkeypatch):
    assert "\x1b" not in printed()
    assert "\x1b[" in printed(force_terminal=True, color_system="standard")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[31m" not in printed(force_terminal=True, color_system="standard")


def test_words_from_articles_cannot_steer_the_terminal():
    evil = replace(SAMPLE.claims[2], text="\x1b]0;owned\x07\x9b2J[bold red]x[/] :bomb: \u202e")
    text = printed(replace(SAMPLE, claims=(*SAMPLE.claims[:2], evil)))
    assert not set(text) & set("\x1b\x07\x9b\u202e")
    assert "[bold red]x[/] :bomb:" in text


def test_the_long_tail_is_counted_not_listed():
    told = tuple(statement(f"x{i}", SAMPLE.articles[2], "It opened in 1931", f"k{i}") for i in range(35))
    claims = tuple(claim(f"k{i}", "It opened in 1931", (f"x{i}",)) for i in range(35))
    story = replace(SAMPLE.stories[0], claims=tuple(c.id for c in claims))
    text = printed(replace(SAMPLE, statements=told, claims=claims, stories=(story,), relations=()))
    assert "… and 23 more claims (use --format html for all)" in text
    assert text.count("\n") < 60


def test_long_trees_and_many_reasons_are_counted_not_listed():
    papers = tuple(article(f"p{n}", f"Paper {n}", None, "It opened in 1931") for n in range(15))
    told = tuple(statement(f"x{n}", paper, paper.text, "k", chain=("mayor",)) for n, paper in enumerate(papers))
    ids = tuple(s.id for s in told)
    origin = Origin(actor="mayor", article=None, statements=ids, why=tuple(f"{s} fits x0" for s in ids[1:]))
    one = claim("k", "It opened in 1931", ids, origins=(origin,))
    text = printed(replace(SAMPLE, articles=papers, statements=told, claims=(one,), stories=(), timeline=(), copies=()))
    assert text.count("├─") == 9
    assert text.count("why: ") == 5
    assert "… and 6 more lines (use --format html for all)" in text
    assert "… and 9 more reasons (use --format html for all)" in text


def test_a_plan_told_once_has_its_state():
    plans = tuple(replace(c, state=SAMPLE.claims[2].state) if c.id == "c3" else c for c in SAMPLE.claims)
    assert "  3  It opened in 1931  Bridge Blog (own voice)\n     plan: no news since 3 Mar 2031\n" in printed(
        replace(SAMPLE, claims=plans)
    )


def test_a_long_quote_is_cut():
    long = replace(SAMPLE.claims[2], text="word " * 4000)
    assert len(printed(replace(SAMPLE, claims=(*SAMPLE.claims[:2], long)))) < 3000


def test_an_encoding_without_arrows():
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    terminal(SAMPLE, Console(file=out, width=80))
    out.flush()
    assert b"Ada Brandvold -> Nordwire" in out.buffer.getvalue()


def test_as_text_is_the_same_for_a_file():
    assert as_text(SAMPLE) == printed()


def test_later_stories_are_shorter():
    told = tuple(statement(f"x{i}", SAMPLE.articles[2], "It opened in 1931", f"k{i}") for i in range(50))
    claims = tuple(claim(f"k{i}", "It opened in 1931", (f"x{i}",)) for i in range(50))
    stories = tuple(
        replace(SAMPLE.stories[0], id=f"t{n}", claims=tuple(c.id for c in claims[n * 10 : n * 10 + 10]))
        for n in range(5)
    )
    text = printed(replace(SAMPLE, statements=told, claims=claims, stories=stories, relations=()))
    assert text.count("… and 6 more claims") == 2
