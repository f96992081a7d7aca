from firsthand.language import topic
from firsthand.language.domains import outlet_at


def test_an_outlet_is_known_at_its_domain_and_below():
    assert outlet_at("en", "reuters.com") == outlet_at("en", "www.reuters.com") == "Reuters"
    assert outlet_at("en", "Edition.CNN.com") == "CNN"


def test_others_are_not():
    assert outlet_at("en", "example.com") is None
    assert outlet_at("en", "notreuters.com") is None
    assert outlet_at("en", "com") is None
    assert outlet_at("en", None) is None


def test_every_domain_is_that_of_a_listed_name():
    for kind in ("agencies", "outlets"):
        table = topic("en", kind)
        assert set(table["domains"].values()) <= {names[0] for names in table["names"]}


def test_every_name_is_listed_once():
    names = [name for kind in ("agencies", "outlets") for names in topic("en", kind)["names"] for name in names]
    assert sorted(n for n in set(names) if names.count(n) > 1) == []


def test_every_country_name_is_one_countrys():
    rows = topic("en", "countries")
    names = [name for row in rows.values() for part in row for name in part]
    assert sorted(n for n in set(names) if names.count(n) > 1) == []
    assert set(topic("en", "metonyms")["governments"].values()) <= set(rows)
