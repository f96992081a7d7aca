"""What cannot be stored is replaced, code point for code point."""

from firsthand.stages.read.draft import clean, rejected


def test_clean_keeps_offsets():
    assert clean("a\x00b\ud800c\n") == "a\ufffdb\ufffdc\n"
    clean("\ud800\udfff").encode("utf-8")


def test_clean_leaves_text_alone():
    assert clean("Žena šla.\x1b") == "Žena šla.\x1b"


def test_rejected_paths_can_be_printed():
    assert rejected("a\udc80", "why", "remedy").path == "a\ufffd"
