from firsthand.stages.resolve.names import fold, key, skeleton, words


def test_fold_drops_accents_and_takes_apart_letters_that_unicode_does_not():
    assert fold("Čapek") == "capek"
    assert fold("Łódź Đorđe Ølgod") == "lodz dorde olgod"


def test_words_leave_out_possessives_dots_and_marks():
    assert words("Bitola’s U.N. O’Neill") == ("bitola", "un", "oneill")
    assert words("…") == ()


def test_key_leaves_out_a_leading_article_only():
    assert key("The Art of the Deal", frozenset({"the"})) == "art of the deal"
    assert key("The", frozenset({"the"})) == "the"


def test_skeletons_join_transliterations_and_keep_names_apart():
    assert skeleton("zelensky") == skeleton("zelenskiy") == skeleton("zelenskyy")
    assert skeleton("sergei") == skeleton("sergey")
    assert skeleton("petrov") != skeleton("petkov")
