import pytest

from firsthand import pipeline
from firsthand.cli.pile import brief_of
from firsthand.errors import NothingReadable
from show.sample import SAMPLE


def test_problems_are_told_while_the_brief_is_given(given, capsys):
    assert brief_of(["pile"]) is SAMPLE
    assert given == [["pile"]]
    assert "pile/locked.txt" in capsys.readouterr().err


def test_reasons_are_told_before_giving_up(monkeypatch, capsys):
    def brief(*_, **__):
        raise NothingReadable("no article could be read", SAMPLE.unprocessed)

    monkeypatch.setattr(pipeline, "brief", brief)
    with pytest.raises(NothingReadable):
        brief_of(["pile"])
    assert "pile/locked.txt" in capsys.readouterr().err
