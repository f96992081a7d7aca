import pytest

from firsthand import pipeline, store
from firsthand.cli.pile import brief_of
from firsthand.errors import NothingReadable, StoreUnusable
from firsthand.settings import Settings
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


@pytest.fixture
def place(tmp_path):
    path = tmp_path / "pile.db"
    store.close(store.open_store(path, create=True))
    return str(path)


def test_a_store_without_articles_is_nothing_readable(place):
    with pytest.raises(NothingReadable, match="holds no article yet"):
        brief_of([], place=place)


def test_of_a_store_one_story_or_all_of_it(monkeypatch, place):
    monkeypatch.setattr(store, "whole", lambda held: SAMPLE)
    monkeypatch.setattr(store, "dossier", lambda held, article: SAMPLE if article == "a1" else None)
    assert brief_of([], place=place) is SAMPLE
    assert brief_of([], place=place, story="a1") is SAMPLE
    with pytest.raises(StoreUnusable, match="no story holds an article a2"):
        brief_of([], place=place, story="a2")


def test_what_goes_with_paths_does_not_go_with_a_store(place, tmp_path):
    for wrong in (
        {"paths": [], "place": place, "settings": Settings(quick=True)},
        {"paths": ["pile"], "place": place},
        {"paths": ["pile"], "story": "a1"},
        {"paths": [], "place": place, "settings": Settings(confidence=0.9)},
    ):
        with pytest.raises(StoreUnusable):
            brief_of(**wrong)


def test_what_waits_is_told(monkeypatch, place, capsys):
    monkeypatch.setattr(store, "whole", lambda held: SAMPLE)
    monkeypatch.setattr(store, "waiting", lambda held: 3)
    brief_of([], place=place)
    assert "3 articles wait" in capsys.readouterr().err
