import gzip
import json
import sys
from pathlib import Path

import pytest

import mixed

ONE = "Ferry staff at Lazine say that the Zelmira lost power. The Zelmira lies at the coal quay of Lazine."
TWO = "The Zelmira of Lazine lost power, say ferry staff. Tugs brought the Zelmira to the coal quay."
OTHER = "Beekeepers meet in Garvao to count the hives that survived a cold spring."


def test_packs_and_others_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = tmp_path / "01-zelmira"
    pack.mkdir()
    lines = [{"id": str(n), "url": f"https://a.example/{n}", "text": text, "title": "Zelmira lost power at Lazine",
              "published": "2025-03-04"} for n, text in enumerate((ONE, TWO))]  # fmt: skip
    (pack / "articles.jsonl").write_text("\n".join(map(json.dumps, lines)))
    among = tmp_path / "load.jsonl.gz"
    among.write_bytes(gzip.compress(json.dumps({"content": OTHER, "title": "Beekeepers meet"}).encode()))
    monkeypatch.setattr(sys, "argv", ["mixed.py", str(pack), "--among", str(among)])
    mixed.main()
    assert "one story: 1 of 1 packs; of 1 other articles 0 in them" in capsys.readouterr().out
