from firsthand.show.sheet import sheet
from show.sample import SAMPLE


def said():
    return {s.record.id: s for s in sheet(SAMPLE).said}


def test_a_chain_runs_from_the_first_speaker_to_the_outlet():
    assert said()["s1"].chain == "Ada Brandvold → Nordwire → Tolvik Lamp (outlet)"


def test_the_outlets_own_voice_is_said_to_be_so():
    assert said()["s5"].chain == "Bridge Blog (own voice)"
    assert said()["s5"].source == ""


def test_a_speaker_that_is_not_known_is_not_guessed():
    assert said()["s7"].chain == "speaker not known → Tolvik Lamp (outlet)"
    assert said()["s7"].unsourced == "unknown"


def test_a_paper_is_named_by_outlet_and_date():
    papers = sheet(SAMPLE).papers
    assert [p.label for p in papers] == ["Tolvik Lamp, 3 Mar 2031", "Fjord Courier, 4 Mar 2031", "Bridge Blog"]
