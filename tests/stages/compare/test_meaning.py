"""The statement encoder's files: as shipped, or not used at all; and the vectors that it gives."""

import json
import shutil

import numpy as np
import pytest

from firsthand.models.network import FOLDER, ModelBroken
from firsthand.stages.compare.meaning import LONGEST, half_way, load, read, spelt, states, vector, vectors


def test_a_language_without_encoder_has_none():
    assert load("xx") is None


def test_a_file_that_is_not_the_shipped_one_is_not_loaded(tmp_path):
    shutil.copytree(FOLDER / "meaning-en", tmp_path / "meaning-en")
    (tmp_path / "meaning-en" / "encoder.onnx").write_bytes(b"other")
    with pytest.raises(ModelBroken, match=r"encoder\.onnx.*reinstall"):
        load("en", tmp_path)


def test_every_shipped_file_but_the_card_is_in_the_list_of_hashes():
    home = FOLDER / "meaning-en"
    listed = json.loads((home / "model.json").read_text())["files"]
    assert {p.name for p in home.iterdir()} == {*listed, "model.json", "CARD.md"}


def test_what_says_the_same_lies_nearer_than_what_shares_words():
    told, same, other = (
        read(load("en"), text).vector
        for text in (
            "The siren at the dam stayed silent",
            "Nobody in the village heard any alarm",
            "The siren at the dam was bought in 1998",
        )
    )
    assert np.isclose(told @ told, 1, atol=1e-4)
    assert told @ same > told @ other


def test_a_vector_does_not_depend_on_what_is_read_with_it(record):
    article = record.article("1")
    texts = ["The valve was open", "The valve had been open all night, which is why the cellar filled"]
    said = [record.statement(f"s{n}", article, text) for n, text in enumerate(texts)]
    both = vectors(load("en"), said)
    for kept in (half_way, vector):
        kept.cache_clear()
    assert (both["s0"] == vectors(load("en"), said[:1])["s0"]).all()


def test_a_text_has_a_state_for_each_of_its_pieces():
    encoder = load("en")
    assert len(read(encoder, "the valve was open").states) == len(spelt("the valve was open", encoder.lower.vocabulary))


def test_the_states_of_a_text_are_the_same_whether_or_not_its_vector_is_asked():
    encoder, text = load("en"), "the valve was open"
    assert (states(encoder, text) == read(encoder, text).states).all()


def test_of_a_long_text_the_beginning_is_read():
    assert len(spelt("dam " * 500, load("en").lower.vocabulary)) == LONGEST
