import gzip
import json

import pytest

from stories import article, bcubed, read


def test_bcubed() -> None:
    gold = {"a": "x", "b": "x", "c": "y", "d": "y"}
    assert bcubed(gold, gold) == (1, 1, 1)
    assert bcubed(gold, dict.fromkeys(gold, "one")) == pytest.approx((0.5, 1, 2 / 3))
    assert bcubed(gold, {k: k for k in gold}) == pytest.approx((1, 0.5, 2 / 3))


def test_lines_become_articles(tmp_path) -> None:
    rows = [{"story": "s", "source": "A Post", "date": "2025-02-03", "title": "T", "text": "Rain."}, {"text": ""}]
    path = tmp_path / "rows.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    one, other = map(article, read(path))
    assert (one.published.start, one.outlet.name, one.parts[0].end) == ("2025-02-03", "A Post", 5)
    assert (other.published.start, other.outlet, other.parts) == (None, None, ())


def test_a_date_of_another_form_is_unknown() -> None:
    assert article({"text": "Rain.", "date": "8/29/18"}).published.start is None
