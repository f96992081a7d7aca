"""The pair reader's files: as shipped, or not used at all; and what it reads."""

import json
import shutil

import numpy as np
import pytest

from firsthand.models.network import FOLDER, ModelBroken
from firsthand.stages.compare.reader.model import RELATIONS, load, shares


def test_a_language_without_reader_has_none():
    assert load("xx") is None


def test_a_file_that_is_not_the_shipped_one_is_not_loaded(tmp_path):
    shutil.copytree(FOLDER / "pairs-en", tmp_path / "pairs-en")
    (tmp_path / "pairs-en" / "reader.onnx").write_bytes(b"other")
    with pytest.raises(ModelBroken, match=r"reader\.onnx.*reinstall"):
        load("en", tmp_path)


def test_every_shipped_file_but_the_card_is_in_the_list_of_hashes():
    home = FOLDER / "pairs-en"
    listed = json.loads((home / "model.json").read_text())["files"]
    assert {p.name for p in home.iterdir()} == {*listed, "model.json", "CARD.md"}


def test_shares_come_in_the_order_of_the_pairs_and_sum_to_one():
    reader = load("en")
    pairs = [
        ("Marit Lund says: the valve had been open all night, which is why the cellar filled", "same day"),
        ("Lund says: the valve was open", "same day, the operator denies: the valve was open"),
    ]
    found = shares(reader, pairs)
    assert found.shape == (2, len(RELATIONS))
    assert np.allclose(found.sum(1), 1, atol=1e-4)
    assert (found[::-1] == shares(reader, pairs[::-1])).all()
    assert (shares(reader, pairs[1:]) == found[1:]).all()
    assert shares(reader, []).shape == (0, len(RELATIONS))
    assert found[1, RELATIONS.index("against")] > 0.5
