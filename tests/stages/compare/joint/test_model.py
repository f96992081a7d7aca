"""The joint reader's files: as shipped, or not used at all; and what it reads."""

import shutil

import numpy as np
import pytest

from firsthand.models.network import FOLDER, ModelBroken
from firsthand.stages.compare.joint.model import Pair, load, shares
from firsthand.stages.compare.joint.roles import Told, roles
from firsthand.stages.compare.reader.model import RELATIONS

LUND, MOE = Told("asserts", "direct", "Lund", 0, "a", 1), Told("asserts", "indirect", "Moe", 0, "b", 2)


def test_a_language_without_joint_reader_has_none():
    assert load("xx") is None


def test_a_file_that_is_not_the_shipped_one_is_not_loaded(tmp_path):
    shutil.copytree(FOLDER / "meaning-en", tmp_path / "meaning-en")
    (tmp_path / "meaning-en" / "joint.onnx").write_bytes(b"other")
    with pytest.raises(ModelBroken, match=r"joint\.onnx.*reinstall"):
        load("en", tmp_path)


def test_what_says_the_same_is_read_as_one_claim_and_shares_sum_to_one():
    told = "The valve had been open all night"
    same, other = (
        shares(load("en"), Pair(("Lund", told, "Moe", text), roles(LUND, MOE)))
        for text in ("nobody had shut the valve before morning", "the choir will sing on Sunday")
    )
    assert np.isclose(same.sum(), 1, atol=1e-4)
    assert same[RELATIONS.index("same")] > 0.5 > other[RELATIONS.index("same")]


def test_a_pair_is_read_alike_whatever_was_read_before():
    joint, pair = load("en"), Pair((None, "The valve was open", "Moe", "The valve was shut"), roles(LUND, MOE))
    first = shares(joint, pair)
    shares.cache_clear()
    assert (shares(joint, pair) == first).all()


def test_the_names_of_who_speaks_are_read_too():
    joint, known = load("en"), roles(LUND, MOE)
    named = shares(joint, Pair(("Lund", "Moe opened the valve", "Moe", "I did not"), known))
    nameless = shares(joint, Pair((None, "Moe opened the valve", None, "I did not"), known))
    assert (named != nameless).any()
