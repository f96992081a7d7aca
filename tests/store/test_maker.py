from importlib.metadata import version

import pytest

from firsthand.store.maker import maker


@pytest.fixture
def models(tmp_path, monkeypatch):
    """A folder of models in the place of ours."""
    monkeypatch.setattr("firsthand.store.maker.FOLDER", tmp_path)
    maker.cache_clear()
    yield tmp_path
    maker.cache_clear()


def test_the_maker_is_the_version_and_the_models(models):
    before = maker()
    assert before.startswith(version("firsthand") + " ")
    (models / "tagger").mkdir()
    (models / "tagger" / "model.json").write_text("{}")
    maker.cache_clear()
    assert maker() != before
