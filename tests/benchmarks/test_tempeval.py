from collections import Counter

import pytest

import tempeval
from tempeval import Timex

TML = """<?xml version="1.0" ?>
<TimeML><DOCID>x</DOCID><DCT><TIMEX3 tid="t0" type="DATE" value="2024-05-14">05/14/24</TIMEX3></DCT>
<TEXT>
They <EVENT eid="e1">met</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2024-05-10">Friday</TIMEX3>.
</TEXT></TimeML>"""


def timex(start, end, value="2024", kind="DATE"):
    return Timex(start, end, "", kind, value)


def test_a_file_is_read_with_its_day_and_offsets(tmp_path):
    path = tmp_path / "x.tml"
    path.write_text(TML)
    article, (gold,) = tempeval.read(path)
    assert article.published.start == "2024-05-14"
    assert article.text[gold.start : gold.end] == gold.text == "Friday"
    assert (gold.type, gold.value) == ("DATE", "2024-05-10")


def test_a_hand_made_case():
    gold = [timex(0, 5), timex(10, 20), timex(30, 40, "2023"), timex(50, 60)]
    ours = [timex(0, 5), timex(12, 20, "2020"), timex(30, 41, "2023", "TIME"), timex(70, 80)]
    assert tempeval.score(gold, ours) == Counter(gold=4, ours=4, relaxed=3, strict=1, type=2, value=2)


def test_one_of_ours_finds_one_of_theirs():
    assert tempeval.score([timex(0, 5), timex(6, 9)], [timex(0, 9)])["relaxed"] == 1


def test_the_same_span_goes_first():
    counts = tempeval.score([timex(0, 9), timex(5, 9)], [timex(5, 9)])
    assert (counts["relaxed"], counts["strict"]) == (1, 1)


def test_figures_are_of_the_whole():
    line = tempeval.figures(Counter(gold=4, ours=4, relaxed=3, strict=1, type=2, value=2))
    assert "relaxed P 75.0 R 75.0 F1 75.0" in line
    assert "value F1 50.0" in line


def test_a_folder_from_the_command_line(tmp_path, monkeypatch, capsys):
    (tmp_path / "x.tml").write_text(TML)
    monkeypatch.setattr("sys.argv", ["tempeval", str(tmp_path)])
    tempeval.main()
    assert "value F1 100.0" in capsys.readouterr().out


def test_no_file_without_a_root(tmp_path):
    (tmp_path / "x.tml").write_text("nothing")
    with pytest.raises(tempeval.ET.ParseError):
        tempeval.read(tmp_path / "x.tml")


def test_a_folder_without_files_is_an_error(tmp_path, monkeypatch):
    monkeypatch.setattr("sys.argv", ["tempeval", str(tmp_path)])
    with pytest.raises(SystemExit):
        tempeval.main()
