"""The outlet that a footer names."""

import pytest

from firsthand.records import Part
from firsthand.stages.read.mastheads import footer_outlet


def found(*lines, people=(), kind="furniture"):
    text, parts = "", []
    for line in lines:
        parts.append(Part(start=len(text), end=len(text) + len(line), kind=kind))
        text += line + "\n\n"
    return footer_outlet(text, parts, "en", people)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("© 2025 The Dalmatian Post. All rights reserved.", "The Dalmatian Post"),
        ("© Bratislava Economic Post.", "Bratislava Economic Post"),
        ("© El Muelle 2025. Reproduction prohibited.", "El Muelle"),
        ("© 2023–2025 Harlan County Ledger", "Harlan County Ledger"),
        ("Copyright 2025 by The Ledger | Terms", "The Ledger"),
        ("Copyright © 2025 The Plains Tribune, LLC.", "The Plains Tribune"),
        ("© 2025 Nordfoto All rights reserved.", "Nordfoto"),
        ("(c) 2025 Valpo en Línea", "Valpo en Línea"),
    ],
)
def test_names(line, name):
    assert found(line) == name


@pytest.mark.parametrize(
    "line",
    [
        "© 2025",
        "© Jan Berg",  # a person, as far as one can tell
        "© 2025 All rights reserved",
        "© 2025 The Associated Press. All rights reserved.",
        "© 2025 Harbour Content Agency",
        "© 2025 Getty Images",
        "© 2024 Ana Kos/Reuters",
        "© 2024 Lamp Media Ltd. Registered in Ireland",
        "© 2025 Whatever anybody thought of it",
        "All rights reserved",
    ],
)
def test_no_clear_name(line):
    assert found(line) is None


def test_two_names_are_none_and_one_name_twice_is_one():
    assert found("© 2025 The Dalmatian Post", "© 2025 Other Herald") is None
    assert found("© 2025 The Dalmatian Post", "© The Dalmatian Post") == "The Dalmatian Post"


def test_authors_are_no_outlet():
    assert found("© 2025 Jan Berg", people=("Jan Berg",)) is None
    text = "By Jan Berg\n\n© 2025 Jan Berg"
    parts = [Part(start=0, end=11, kind="byline"), Part(start=13, end=len(text), kind="furniture")]
    assert footer_outlet(text, parts, "en") is None


def test_a_mark_in_the_prose_or_behind_a_caption_names_nobody():
    assert found("© 2025 The Dalmatian Post", kind="body") is None
    assert found("The quay. © 2025 The Dalmatian Post", kind="caption") is None
