import pytest

from firsthand.show.plain import encodable, encoded, visible


@pytest.mark.parametrize("steering", ["\x1b", "\x9b", "\r", "\x07", "\u202e", "\u2066", "\x00"])
def test_what_steers_a_screen_is_replaced(steering):
    assert visible(f"a{steering}b") == "a\ufffdb"


def test_words_lines_and_tabs_stay():
    assert visible("né\t“ok”\n日本 עברית") == "né\t“ok”\n日本 עברית"


def test_what_an_encoding_cannot_hold_is_replaced():
    assert encoded("1–2 → ж", "ascii") == "1-2 -> ?"
    assert encoded("ж", "utf-8") == "ж"


def test_lone_surrogates_keep_the_offsets():
    assert encodable("a\ud83d\ude00b") == "a\ufffd\ufffdb"
