import pytest

from firsthand import pipeline
from firsthand.settings import Names
from show.sample import SAMPLE


@pytest.fixture
def asked(monkeypatch):
    """Puts the sample brief in the pipeline's place; holds the names that it was given."""
    given = []

    def brief(_paths, settings, *_):
        given.append(settings.names)
        return SAMPLE

    monkeypatch.setattr(pipeline, "brief", brief)
    return given


@pytest.mark.parametrize("command", ["brief", "statements", "actors"])
def test_the_names_reach_the_pipeline(run, asked, tmp_path, command):
    path = tmp_path / "names.yaml"
    path.write_text("same: [[Ada Brandvold, the mayor]]", encoding="utf-8")
    run(command, "pile", "--names", str(path))
    run(command, "pile")
    assert asked == [Names(same=(("Ada Brandvold", "the mayor"),)), Names()]


@pytest.mark.parametrize("command", ["brief", "statements", "actors"])
def test_a_file_that_cannot_be_used_is_a_usage_error(run, asked, tmp_path, command):
    path = tmp_path / "names.yaml"
    path.write_text("same: [[a]]", encoding="utf-8")
    got = run(command, "pile", "--names", str(path))
    assert got.status == 2
    assert "two names or more" in got.err
    assert asked == []
