import json
import xml.etree.ElementTree as ET

import pytest

from firsthand import pipeline

STORY = "The ferry stopped on Friday. It will stay in the yard from August to October 2031, the harbour office said.\n"


@pytest.fixture
def pile(tmp_path):
    rows = [{"title": f"Ferry {n}", "published": "2031-06-03", "text": STORY + "No. " * n} for n in (1, 2)]
    (tmp_path / "pile.jsonl").write_text("\n".join(map(json.dumps, rows)))
    return tmp_path / "pile.jsonl"


def test_one_object_an_article_with_places_and_periods(run, pile):
    got = run("dates", pile)
    assert (got.status, got.err) == (0, "")
    first, second = map(json.loads, got.out.splitlines())
    assert first["article"] != second["article"]
    assert first["published"]["start"] == "2031-06-03"
    friday, summer = first["times"]
    assert STORY[friday["start"] : friday["end"]] == friday["text"] == "Friday"
    assert (friday["type"], friday["value"], friday["precision"]) == ("DATE", "2031-05-30", "day")
    assert friday["period"] == {"start": "2031-05-30", "end": "2031-05-30", "basis": "expression"}
    assert (summer["type"], summer["value"], summer["precision"]) == ("DURATION", "2031-08/2031-10", "season")


def test_one_article_as_timeml(run, tmp_path):
    (tmp_path / "a.json").write_text(json.dumps({"published": "2031-06-03", "text": STORY}))
    root = ET.fromstring(run("dates", tmp_path / "a.json", "--format", "timeml").out)
    assert [t.get("value") for t in root.iter("TIMEX3")] == ["2031-06-03", "2031-05-30", "2031-08", "2031-10"]


def test_several_documents_need_a_folder(run, pile, tmp_path):
    got = run("dates", pile, "-f", "timeml")
    assert (got.status, got.out) == (2, "")
    assert "-o" in got.err
    assert run("dates", pile, "-f", "timeml", "-o", tmp_path / "new" / "tml").status == 0
    assert len([ET.parse(path) for path in (tmp_path / "new" / "tml").glob("*.tml")]) == 2


def test_json_into_a_folder(run, pile, tmp_path):
    run("dates", pile, "-o", tmp_path / "out")
    assert {json.loads(p.read_text())["article"] for p in (tmp_path / "out").glob("*.json")} == {
        p.stem for p in (tmp_path / "out").iterdir()
    }


def test_an_article_that_fails_is_told(run, pile, monkeypatch):
    def broken(*_, **__):
        raise ValueError("broken")

    monkeypatch.setattr(pipeline, "find_times", broken)
    got = run("dates", pile)
    assert got.status == 1
    assert got.err.count("broken") == 2


def test_nothing_to_read_is_status_2(run, tmp_path):
    assert run("dates", tmp_path).status == 2
