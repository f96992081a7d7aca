import json
from xml.etree import ElementTree as ET

import pytest

from firsthand.show.plain import encodable, encoded, in_json, in_xml, visible


@pytest.mark.parametrize("steering", ["\x1b", "\x9b", "\x07", "\u202e", "\u2066", "\x00"])
def test_what_steers_a_screen_is_replaced(steering):
    assert visible(f"a{steering}b") == "a\ufffdb"


def test_a_line_end_of_windows_is_white_space():
    assert visible("one\r\ntwo\rthree") == "one \ntwo three"


@pytest.mark.parametrize("acts", ["\x7f", "\x9b", "\u202e", "\u2066"])
def test_data_says_the_same_without_acting(acts):
    written = json.dumps(f"a{acts}b", ensure_ascii=False)
    assert json.loads(in_json(written)) == f"a{acts}b"
    assert acts not in in_json(written)
    assert ET.fromstring(in_xml(f"<p>a{acts}b</p>")).text == f"a{acts}b"
    assert acts not in in_xml(f"<p>a{acts}b</p>")


def test_words_lines_and_tabs_stay():
    assert visible("né\t“ok”\n日本 עברית") == "né\t“ok”\n日本 עברית"


def test_what_an_encoding_cannot_hold_is_replaced():
    assert encoded("1–2 → ж", "ascii") == "1-2 -> ?"
    assert encoded("ж", "utf-8") == "ж"


def test_lone_surrogates_keep_the_offsets():
    assert encodable("a\ud83d\ude00b") == "a\ufffd\ufffdb"
