from firsthand.desk.changes import WORDS, changes


def kinds(older, newer):
    return [c.kind for c in changes(older, newer)]


def test_what_stayed_is_counted():
    (only,) = changes("a b\n\nc d", "a b\nc  d")
    assert (only.kind, only.paragraphs) == ("same", 2)


def test_paragraphs_come_and_go():
    assert kinds("One here.\nTwo there.", "One here.") == ["same", "gone"]
    assert kinds("One here.", "One here.\nTwo there.") == ["same", "new"]


def test_a_paragraph_that_keeps_little_is_another_one():
    assert kinds("The dam held.", "Nobody was asked about cheese.") == ["gone", "new"]


def test_words_that_changed_are_told():
    (change,) = changes("It will stay shut for five weeks.", "It will stay shut for six weeks.")
    assert [(w.text, w.kind) for w in change.words if w.kind != "same"] == [("five", "gone"), ("six", "new")]


def test_endless_paragraphs_are_not_compared_word_by_word():
    assert kinds("a " * (WORDS + 5), "a " * (WORDS + 6)) == ["gone", "new"]


def test_an_empty_version_has_nothing():
    assert changes("", "") == ()
    assert kinds("", "x") == ["new"]
