"""Which language a text is in."""

import pytest

from firsthand.records import Part
from firsthand.stages.read.tongue import detect, prose


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The ferry was towed into the harbour late on Saturday, two days behind schedule.", "en"),
        ("Le ministre de l'Intérieur a déclaré lundi que la loi serait adoptée avant la fin de l'année.", "fr"),
        ("Der Minister sagte am Montag, das Gesetz werde noch vor Jahresende verabschiedet.", "de"),
        # English with many names from elsewhere
        ("Lenka Hrubá told Radim Souček in Bruntál that Kovounie and Velmar had met in Květná on Monday.", "en"),
    ],
)
def test_languages(text, wanted):
    assert detect(text, None) == wanted


def test_very_short_text_is_what_its_metadata_say():
    assert detect("Fire.", "en-GB") == "en"
    assert detect("Fire.", None) is None
    assert detect("", "english") is None


def test_no_crash_on_noise():
    for text in ("", "\ufffd" * 50, "1234 " * 50, "x" * 100_000):
        detect(text, None)


def test_prose_is_the_body():
    text = "Menu Menu\n\nThe ferry was late."
    parts = (Part(start=0, end=9, kind="furniture"), Part(start=11, end=30, kind="body"))
    assert prose(text, parts) == "The ferry was late."
    assert prose("short") == "short"
