import pytest

from firsthand import pipeline
from firsthand.settings import Settings
from show.sample import SAMPLE


@pytest.fixture
def asked(monkeypatch):
    """Puts the sample brief in the pipeline's place; holds the kinds that it was asked for."""
    kinds = []

    def brief(_paths, settings, *_):
        kinds.append(settings.cue_kinds)
        return SAMPLE

    monkeypatch.setattr(pipeline, "brief", brief)
    return kinds


@pytest.mark.parametrize("command", ["brief", "statements"])
@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ((), Settings().cue_kinds),
        (("--kinds", "speech"), {"speech"}),
        (("--kinds", "speech, writing,"), {"speech", "writing"}),
        (("--kinds", "none"), {"none"}),
    ],
)
def test_the_kinds_reach_the_pipeline(run, asked, command, words, kinds):
    run(command, "pile", *words)
    assert asked == [kinds]


@pytest.mark.parametrize(
    ("written", "complaint"),
    [("speach", "there is no kind 'speach'"), ("speech,Writing", "there is no kind 'Writing'"), (",", "no kind given")],
)
def test_a_kind_that_there_is_not(run, asked, written, complaint):
    got = run("brief", "pile", "--kinds", written)
    assert got.status == 2
    assert complaint in got.err
    assert "speech, writing, belief, intention, perception, none" in " ".join(got.err.split())
    assert asked == []


def test_speech_alone_of_an_article(run, tmp_path):
    page = tmp_path / "a.txt"
    page.write_text("Bridge shut\n\nThe mayor said the bridge was closed. Fishermen believe the river is poisoned.\n")
    both = run("statements", page, "--kinds", "speech,belief").out
    speech = run("statements", page, "--kinds", "speech").out
    assert "poisoned" in both
    assert "closed" in speech
    assert "poisoned" not in speech
