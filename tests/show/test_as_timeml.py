import xml.etree.ElementTree as ET
from dataclasses import replace

import tempeval
from firsthand.records import Period, TimeExpression
from firsthand.show.as_timeml import timeml
from show.sample import article

TEXT = "Nell & Co. <shut>\r\n\x0bon Friday,\u2028from 3 to 5 May.\n"


def time(words, kind="DATE", value="2031-05-02", mod=None):
    start = TEXT.index(words)
    return TimeExpression(
        start=start, end=start + len(words), text=words, type=kind, value=value, mod=mod, period=None, precision=None
    )


def written(published=Period(start="2031-05-06", end="2031-05-06", basis="metadata"), times=None, title=None):
    times = [time("Friday")] if times is None else times
    return timeml(replace(article("a1", "Lamp", None, TEXT), published=published, title=title), times)


def test_the_text_is_the_articles_text():
    root = ET.fromstring(written())
    assert "".join(root.find("TEXT").itertext()) == TEXT.replace("\x0b", "\ufffd")
    assert root.find("DOCID").text == "a1"


def test_a_scorer_reads_it(tmp_path):
    (tmp_path / "a1.tml").write_text(written(times=[time("Friday"), time("5 May", value="2031-05-05")]), "utf-8")
    found, gold = tempeval.read(tmp_path / "a1.tml")
    assert found.published.start == "2031-05-06"
    assert [(t.start, t.end, t.text, t.type, t.value) for t in gold] == [
        (TEXT.index("Friday"), TEXT.index("Friday") + 6, "Friday", "DATE", "2031-05-02"),
        (TEXT.index("5 May"), TEXT.index("5 May") + 5, "5 May", "DATE", "2031-05-05"),
    ]


def test_a_creation_time_that_is_not_known_is_open():
    unknown, bound = (Period(start=start, end=None, basis="bounds") for start in (None, "2031-05-01"))
    for published in (unknown, bound):
        assert ET.fromstring(written(published)).find("DCT/TIMEX3").get("value") == "XXXX-XX-XX"


def test_ids_and_mods():
    root = ET.fromstring(written(times=[time("Friday", mod="END"), time("5 May")], title="Shut <again>"))
    assert [t.get("tid") for t in root.iter("TIMEX3")] == ["t0", "t1", "t2"]
    assert [t.get("mod") for t in root.iter("TIMEX3")] == [None, "END", None]
    assert root.find("TITLE").text == "Shut <again>"


def test_a_range_of_days_is_a_length():
    root = ET.fromstring(written(times=[time("3 to 5 May", "DURATION", "2031-05-03/2031-05-05")]))
    assert root.find("TEXT/TIMEX3").get("value") == "P3D"
    root = ET.fromstring(written(times=[time("3 to 5 May", "DURATION", "XXXX-05-03/XXXX-05-05")]))
    assert root.find("TEXT/TIMEX3").get("value") == "PXD"
