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


# Checked by hand: gold has 8 expressions, of which the text of ours (below) finds 6, with 7 of its own.
GOLD = """<?xml version="1.0" ?>
<TimeML><DOCID>hand</DOCID><DCT><TIMEX3 tid="t0" type="DATE" value="2024-05-14">2024-05-14</TIMEX3></DCT>
<TEXT>On <TIMEX3 tid="t1" type="DATE" value="2024-05-10">Friday</TIMEX3> the pier burnt, for
<TIMEX3 tid="t2" type="DURATION" value="PT2H">two hours</TIMEX3>, the second fire in
<TIMEX3 tid="t3" type="DURATION" value="P5Y">the last five years</TIMEX3>. It opened
<TIMEX3 tid="t4" type="DATE" value="1931">in early 1931</TIMEX3>, shuts
<TIMEX3 tid="t5" type="SET" value="P1D">daily</TIMEX3> at
<TIMEX3 tid="t6" type="TIME" value="2024-05-14T18:00">6 p.m.</TIMEX3> and was painted
<TIMEX3 tid="t7" type="DATE" value="PAST_REF">lately</TIMEX3>,
<TIMEX3 tid="t8" type="DATE" value="2024-05-09">the day</TIMEX3> when nobody was on it.</TEXT></TimeML>"""
# start of the words, length, type, value: what a made-up finder answers
ANSWER = [
    ("Friday", "DATE", "2024-05-10"),  # strict, type, value
    ("two", "DURATION", "PT2H"),  # overlaps; type, value
    ("five years", "DURATION", "P1Y"),  # overlaps; type alone
    ("early 1931", "TIME", "1931"),  # overlaps; value alone
    ("daily", "SET", "P1W"),  # strict; type alone
    ("6 p.m.", "TIME", "2024-05-14T18:00"),  # strict, type, value
    ("pier", "DATE", "2024"),  # nothing there
]


def test_figures_worked_out_by_hand(tmp_path):
    (tmp_path / "hand.tml").write_text(GOLD)
    article, gold = tempeval.read(tmp_path / "hand.tml")
    ours = [Timex(at := article.text.index(w), at + len(w), w, kind, value) for w, kind, value in ANSWER]
    counts = tempeval.score(gold, ours)
    assert counts == Counter(gold=8, ours=7, relaxed=6, strict=3, type=5, value=4)
    # Relaxed: P 6/7, R 6/8, F1 12/15. Strict: P 3/7, R 3/8, F1 6/15. Type F1 10/15. Value F1 8/15.
    line = tempeval.figures(counts)
    assert "relaxed P 85.7 R 75.0 F1 80.0" in line
    assert "strict P 42.9 R 37.5 F1 40.0" in line
    assert "type F1 66.7" in line
    assert "value F1 53.3" in line
