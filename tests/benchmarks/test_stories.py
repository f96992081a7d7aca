import gzip
import json

import pytest

from stories import article, bcubed, grouped, rows


def test_bcubed() -> None:
    gold = {"a": "x", "b": "x", "c": "y", "d": "y"}
    assert bcubed(gold, gold) == (1, 1, 1)
    assert bcubed(gold, dict.fromkeys(gold, "one")) == pytest.approx((0.5, 1, 2 / 3))
    assert bcubed(gold, {k: k for k in gold}) == pytest.approx((1, 0.5, 2 / 3))


def test_bcubed_of_some_counts_what_stands_in_their_way() -> None:
    gold = {"a": "x", "b": "x", "c": "y"}
    assert bcubed(gold, dict.fromkeys(gold, "one"), ["a", "b"]) == pytest.approx((2 / 3, 1, 0.8))


def test_every_article_has_a_story() -> None:
    pile = [article({"text": text}) for text in ("Rain fell on Lazine.", "Bees swarm.")]
    assert set(grouped(pile)) == {one.id for one in pile}


def test_lines_become_articles(tmp_path) -> None:
    lines = [{"story": "s", "source": "A Post", "date": "2025-02-03", "title": "T", "text": "Rain."}, {"text": ""}]
    path = tmp_path / "rows.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, lines)).encode()))
    one, other = map(article, rows(path))
    assert (one.published.start, one.outlet.name, one.parts[0].end) == ("2025-02-03", "A Post", 5)
    assert (other.published.start, other.outlet, other.parts) == (None, None, ())


def test_a_date_of_another_form_is_unknown() -> None:
    assert article({"text": "Rain.", "date": "8/29/18"}).published.start is None
