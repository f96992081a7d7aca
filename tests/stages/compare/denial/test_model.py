"""The denial reader's files: as shipped, or not used at all; and what it reads."""

import shutil

import pytest

from firsthand.models.network import FOLDER, ModelBroken
from firsthand.stages.compare.denial.model import Asked, load, share
from firsthand.stages.compare.denial.read import NOBODY
from firsthand.stages.compare.denial.within import Within
from firsthand.stages.compare.joint.roles import Told, roles

MOE = roles(NOBODY, Told("asserts", "direct", "Moe", 0, "b", 2))
REPLY = Within(
    "Mayor under fire over missing money",
    "The mayor rejected the report. ",
    "“",
    "I never took a krone",
    ",” Moe said.",
)


def test_a_language_without_denial_reader_has_none():
    assert load("xx") is None


def test_a_file_that_is_not_the_shipped_one_is_not_loaded(tmp_path):
    shutil.copytree(FOLDER / "meaning-en", tmp_path / "meaning-en")
    (tmp_path / "meaning-en" / "denials.onnx").write_bytes(b"other")
    with pytest.raises(ModelBroken, match=r"denials\.onnx.*reinstall"):
        load("en", tmp_path)


def test_an_answer_that_rejects_denies_more_than_plain_news():
    news = Within("Choir wins prize", "The hall was full.", "“", "We will sing again on Sunday", ",” Moe said.")
    reader = load("en")
    assert share(reader, Asked(None, "Moe", REPLY, MOE)) > 0.5 > share(reader, Asked(None, "Moe", news, MOE))


def test_what_is_denied_is_told_from_what_is_not():
    reader = load("en")
    took, sang = (
        share(reader, Asked(("Lund", told), "Moe", REPLY, MOE))
        for told in ("the mayor had taken money from the harbour fund", "the choir sang in the harbour")
    )
    assert took > sang


def test_an_answer_is_read_alike_whatever_was_read_before():
    reader, asked = load("en"), Asked(("Lund", "Moe took the money"), "Moe", REPLY, MOE)
    first = share(reader, asked)
    share.cache_clear()
    assert share(reader, asked) == first
