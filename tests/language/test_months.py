from firsthand.language.months import months


def test_each_month_has_its_name_and_abbreviations_stand_without_a_stop():
    known = months("en")
    assert sorted(set(known.values())) == list(range(1, 13))
    assert known["may"] == 5
    assert known["oct"] == known["october"] == 10
    assert not [name for name in known if name.endswith(".")]
