"""Whether a line is chrome: the rules one by one (tests of whole texts are in test_parts.py)."""

import pytest

from firsthand.stages.read.chrome import chrome
from firsthand.stages.read.furniture import is_furniture, joints, split_glued

EN = chrome("en")


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("HomeNewsIslandsSport", True),
        ("FrontpageIslesHarbourKitchen", True),  # no word of it in any list
        ("YouTube and McDonald win", False),
        ("Harbour | Isles | Kitchen", True),
        ("Lund | Berg", False),
        ("| Lund | 12 | 3 |", False),  # a row of a table
        ("Copper | 9,412 | +1.3 | -0.4", False),
        ("Greens 12 | Liberals 9 | Others 4", False),
        ("View this email in your browser", True),
        ("7 responses to “The long way round”", True),
        ("* * *", True),
        ("https://lakeside.example/a", True),
    ],
)
def test_shapes(line, wanted):
    assert is_furniture(line, EN) is wanted


def test_joints_leave_names_out():
    assert joints("YouTubeNews", EN) == [7]
    assert joints("McDonald", EN) == []


def test_a_run_of_button_words():
    assert is_furniture("sharetweetprintsave", EN)
    assert not is_furniture("counterrevolutionary", EN)


def test_cuts_between_menu_prose_and_footer():
    line = "HomeNewsSportThe bridge was shut on Sunday, the mayor said. © 2024 Lamp Media"
    first, second = split_glued(line, EN)
    assert (line[:first], line[second:]) == ("HomeNewsSport", "© 2024 Lamp Media")


def test_prose_is_not_cut():
    assert split_glued("The bridge was shut. Nobody was hurt. The mayor spoke of luck.", EN) == []
    assert split_glued("He said: “Go home. Follow us on Facebook.”", EN) == []


def test_a_very_long_line_is_prose():
    assert not is_furniture("News " * 200, EN)
