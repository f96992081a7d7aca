import gzip
import json

import pytest

import dates
from tempeval import Timex

TML = """<?xml version="1.0" ?>
<TimeML><DOCID>x</DOCID><DCT><TIMEX3 tid="t0" type="DATE" value="2024-05-14">05/14/24</TIMEX3></DCT>
<TEXT>They met on <TIMEX3 tid="t1" type="DATE" value="2024-05-10">Friday</TIMEX3>.</TEXT></TimeML>"""


def test_articles_of_a_packed_file(tmp_path):
    with gzip.open(tmp_path / "a.jsonl.gz", "wt") as file:
        file.write("\n".join(json.dumps({"content": f"Text {n}."}) for n in range(5)))
    found = list(dates.articles(tmp_path / "a.jsonl.gz", 3))
    assert [a.text for a in found] == ["Text 0.", "Text 1.", "Text 2."]


def test_every_fifth_document_is_held_out(tmp_path):
    for n in range(11):
        (tmp_path / f"{n:02}.tml").write_text(TML)
    assert [article.id for article, _ in dates.held_out([tmp_path])] == ["04", "09"]


def test_peers_stand_beside_us(tmp_path, monkeypatch, capsys):
    monkeypatch.setitem(dates.PEERS, "dateparser", lambda: lambda article: [Timex(0, 4, "They", "DATE", "2024")])
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "They met on Friday."}) + "\n")
    for n in range(5):
        (tmp_path / f"{n}.tml").write_text(TML)
    asked = ["dates", str(tmp_path / "a.jsonl"), "--peer", "dateparser", "--tempeval", str(tmp_path)]
    monkeypatch.setattr("sys.argv", asked)
    dates.main()
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].startswith("firsthand")
    assert "1 articles, 1 expressions" in lines[2]
    assert "value F1 100.0" in lines[3]
    assert "value F1 0.0" in lines[4]


def test_no_articles_is_an_error(tmp_path, monkeypatch):
    (tmp_path / "a.jsonl").write_text("")
    monkeypatch.setattr("sys.argv", ["dates", str(tmp_path / "a.jsonl")])
    with pytest.raises(SystemExit):
        dates.main()


def test_seconds_of_started_processes_count():
    import subprocess
    import sys

    before = dates.cpu()
    subprocess.run([sys.executable, "-c", "sum(range(10**7))"], check=True)
    assert dates.cpu() - before > 0.05


def test_places_of_a_peers_words():
    found = dates.located(
        "May or May 3, or June.", [("May", "DATE", "a"), ("May 3", "DATE", "b"), ("July", "DATE", "c")]
    )
    assert [(t.start, t.end, t.value) for t in found] == [(0, 3, "a"), (7, 12, "b")]
