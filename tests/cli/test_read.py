import json

import pytest

from firsthand.cli.read import parts, period
from firsthand.records import Part, Period
from show.sample import article

PAGE = """<html><head><title>Bridge shut</title><meta property="article:published_time" content="2031-03-03">
<meta property="og:site_name" content="The Lamp"></head><body><article><h1>Bridge shut</h1>
<p>The bridge over the Tolva will stay closed for six weeks, the mayor said on Monday at the town hall.</p>
<p>Her office has asked the roads agency for a ferry, which it has not yet answered, she told the council.</p>
</article></body></html>"""


def test_a_table_of_how_articles_were_read(run, tmp_path):
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    got = run("read", tmp_path)
    assert (got.status, got.err) == (0, "")
    for cell in ("Title", "From", "Bridge shut", "The Lamp", "2031-03-03", "metadata", "en"):
        assert cell in got.out


def test_json_holds_the_text_that_offsets_count_in(run, tmp_path):
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    got = json.loads(run("read", "--format", "json", tmp_path).out)
    [page] = got["articles"]
    assert "six weeks" in page["text"]
    assert got["unprocessed"] == []


@pytest.mark.parametrize("form", ["table", "json"])
def test_nothing_to_read_is_status_2(run, tmp_path, form):
    got = run("read", tmp_path, "--format", form)
    assert got.status == 2
    assert str(tmp_path) in got.err


def test_square_brackets_in_a_title_are_no_markup(run, tmp_path):
    (tmp_path / "a.json").write_text(json.dumps({"title": "[red]Bridge[/red] shut", "text": "It is closed. " * 9}))
    assert "[red]Bridge[/red] shut" in run("read", tmp_path).out


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        (None, None, "unknown"),
        (None, "2025", "2025 or earlier"),
        ("2025-05-09", None, "2025-05-09 or later"),
        ("2025-05", "2025-05", "2025-05"),
        ("2024-08", "2025-03", "2024-08 to 2025-03"),
    ],
)
def test_a_period_is_shown_with_what_is_known_of_it(start, end, shown):
    assert period(Period(start=start, end=end, basis="bounds")) == shown


def test_parts_are_counted_by_kind():
    kinds = (Part(start=i, end=i + 1, kind=k) for i, k in enumerate(("title", "body", "furniture", "body")))
    assert parts(article("x", "X", None, "four", parts=tuple(kinds))) == "title, 2 body, furniture"
