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


def test_windows_of_other_lengths_do_not_disturb_one_another():
    model = m.load("en")
    words = [model.spell(w) for w in ["The", "mayor", "said", "that", "the", "bridge", "was", "safe", "."]]
    table = np.zeros((len(words), 7), dtype=np.int64)
    [(alone, tags)] = m.encode(model, [(words, table)])
    (_, same), _ = m.encode(model, [(words, table), (words * 9, np.tile(table, (9, 1)))])
    assert alone.shape[0] == len(words)
    assert np.allclose(tags.sum(1), 1, atol=1e-5)
    assert np.allclose(tags, same, atol=0.05)  # 8-bit steps depend on the widest number in the batch
    assert tags[2, 1] > 0.5  # said
