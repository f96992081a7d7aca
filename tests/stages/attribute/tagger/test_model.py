"""The trained files: as shipped, or not used at all."""

import json
import shutil

import numpy as np
import pytest

from firsthand.models.network import ModelBroken
from firsthand.stages.attribute.tagger import model as m


def test_the_shipped_files_are_those_that_were_trained():
    model = m.load("en")
    assert model is not None
    assert set(model.labels) == {"tag", "dep", "name"}
    assert model.spell("said") == model.spell("SAID")


def test_a_language_without_tagger_has_none():
    assert m.load("xx") is None


@pytest.mark.parametrize("spoil", [lambda p: p.write_bytes(b"other"), lambda p: p.unlink()])
def test_a_file_that_is_not_the_shipped_one_is_not_loaded(tmp_path, spoil):
    home = tmp_path / "attribution-en"
    shutil.copytree(m.FOLDER / "attribution-en", home)
    spoil(home / "linker.onnx")
    with pytest.raises(ModelBroken, match=r"linker\.onnx.*reinstall"):
        m.load("en", tmp_path)


def test_every_shipped_file_but_the_card_is_in_the_list_of_hashes():
    home = m.FOLDER / "attribution-en"
    listed = json.loads((home / "model.json").read_text())["files"]
    assert {p.name for p in home.iterdir()} == {*listed, "model.json", "CARD.md"}


def test_a_window_gives_each_word_a_vector_and_shares_of_a_cue():
    model = m.load("en")
    words = [model.spell(w) for w in ["The", "mayor", "said", "that", "the", "bridge", "was", "unsafest", "."]]
    vectors, tags = m.encode(model, words, np.zeros((len(words), 7), dtype=np.int64))
    assert len(words[7]) > 1  # several pieces are one word still
    assert vectors.shape[0] == len(tags) == len(words)
    assert np.allclose(tags.sum(1), 1, atol=1e-5)
    assert int(tags[:, 1].argmax()) == 2  # said
    assert tags[2, 1] > 0.5
