import pytest

from firsthand.stages.compare.deny import against, set_aside, sets_aside

TEXT = "The port lost the anchor, Lund said; Moe denied that any anchor was gone. The choir sang."


def test_a_denial_speaks_against_what_it_shares_words_with(record, seen):
    article = record.article("1", TEXT)
    said = [
        record.statement("s1", article, "The port lost the anchor", "Lund"),
        record.statement("s2", article, "any anchor was gone", "Moe", stance="denies"),
        record.statement("s3", article, "The choir sang"),
    ]
    views, setting = seen([article], said, [record.actor("Lund"), record.actor("Moe")])
    assert against(views[1], [[views[0]], [views[2]]], {"1": [0, 1]}, [], setting, "en") == 0


def test_nobody_denies_his_own_claim_or_one_told_later(record, seen):
    article = record.article("1", TEXT)
    said = [
        record.statement("s1", article, "The port lost the anchor", "Moe"),
        record.statement("s2", article, "any anchor was gone", "Moe", stance="denies"),
        record.statement("s3", article, "The choir sang", "Lund"),
    ]
    views, setting = seen([article], said, [record.actor("Lund"), record.actor("Moe")])
    assert against(views[1], [[views[0]], [views[2]]], {"1": [0, 1]}, [], setting, "en") is None


@pytest.mark.parametrize(("day", "denied"), [("2025-03-05", 0), ("2025-03-08", None)])
def test_what_was_told_days_later_elsewhere_is_not_what_was_denied(record, seen, day, denied):
    one, two = record.article("1", "Moe denied that any anchor was gone."), record.article("2", day=day)
    said = [
        record.statement("s1", one, "any anchor was gone", "Moe", stance="denies"),
        record.statement("s2", two, "The anchor was gone, as any anchor was", "Lund"),
    ]
    views, setting = seen([one, two], said, [record.actor("Lund"), record.actor("Moe")])
    assert against(views[0], [[views[1]]], {}, [0], setting, "en") == denied


def test_a_number_set_aside_in_one_breath_is_denied(record, seen):
    article = record.article("1", "Lund said 259 people sailed, not the 250 claimed by the owner.")
    said = [
        record.statement("s1", article, "259 people sailed", "Lund"),
        record.statement("s2", article, "the 250", "owner"),
    ]
    views, setting = seen([article], said, [record.actor("Lund"), record.actor("owner")])
    assert sets_aside(views[1], [views[0]], setting, "en") == "Lund"
    assert sets_aside(views[0], [views[1]], setting, "en") is None


def test_what_points_back_but_names_another_matter_fits_nothing(record, seen):
    text = "The anchor was old, Lund said. Moe denied the allegation of bribery. The court rejected Lund's claim."
    article = record.article("1", text)
    said = [
        record.statement("s1", article, "The anchor was old", "Lund"),
        record.statement("s2", article, "the allegation of bribery", "Moe", stance="denies"),
    ]
    views, setting = seen([article], said, [record.actor("Lund"), record.actor("Moe")])
    assert against(views[1], [[views[0]]], {"1": [0]}, [], setting, "en") is None


def test_a_bare_denial_goes_to_what_was_told_just_before(record, seen):
    article = record.article("1", "The anchor was old, Lund said. Moe denied the allegation.")
    said = [
        record.statement("s1", article, "The anchor was old", "Lund"),
        record.statement("s2", article, "the allegation", "Moe", stance="denies"),
    ]
    views, setting = seen([article], said, [record.actor("Lund"), record.actor("Moe")])
    assert against(views[1], [[views[0]]], {"1": [0]}, [], setting, "en") == 0


def test_an_answer_goes_to_what_another_party_said_right_before_it(record, seen):
    text = "The choir will sing. The dock was bombed, Lund said. “Our planes slept in their sheds,” Moe answered."
    article = record.article("1", text)
    said = [
        record.statement("s1", article, "The dock was bombed", "Lund"),
        record.statement("s2", article, "Our planes slept in their sheds", "Moe", "direct", stance="denies"),
    ]
    views, setting = seen([article], said, [record.actor("Lund"), record.actor("Moe")])
    assert against(views[1], [[views[0]]], {"1": [0]}, [], setting, "en") == 0
    (own, answer), setting = seen([article], [record.statement("s0", article, "The choir will sing"), said[1]])
    assert against(answer, [[own]], {"1": [0]}, [], setting, "en") is None


def test_numbers_set_aside(record, seen):
    article = record.article("1")
    texts = ["259 people sailed, not the 250 claimed", "The lead is nine votes instead of 41", "250 people sailed"]
    said = [record.statement(f"s{i}", article, text, "Lund") for i, text in enumerate(texts)]
    views, _ = seen([article], said, [record.actor("Lund")])
    assert [set_aside(v, "en") for v in views] == [{250.0}, set(), set()]
