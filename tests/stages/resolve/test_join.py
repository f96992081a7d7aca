from firsthand.stages.resolve import resolve

HERE = "They met near Karlshamn with Velmar, Norrvind and Ostgrad."


def test_nothing_gives_nothing():
    assert resolve([], []) == ((), {})


def test_an_outlet_and_its_mention_elsewhere_are_one_actor(make):
    found = make.joined(
        ("The pier fell. Nobody knew.", "Nord Wire", []),
        ("The pier fell, Anna Berg told Nord Wire.", "Post Two", [("The pier fell", "Anna Berg", "Nord Wire")]),
    )
    assert found.actors["Nord Wire"].kind == "agency"
    assert set(found.actors) == {"Nord Wire", "Post Two", "Anna Berg"}


def test_the_fullest_name_is_the_actors_and_all_are_aliases(make):
    found = make.joined(
        (f"The pier is safe, said Josef Čapek. {HERE}", "Post One", [("The pier is safe", "Josef Čapek")]),
        (f"The pier is old, said Capek. {HERE}", "Post Two", [("The pier is old", "Capek")]),
    )
    assert found.sources == [["Josef Čapek"], ["Josef Čapek"]]
    assert set(found.actors["Josef Čapek"].aliases) == {"Josef Čapek", "Capek"}


def test_unnamed_sources_of_two_articles_stay_two(make):
    row = [("The pier fell", "two officials")]
    found = make.joined(
        (f"The pier fell, two officials said. {HERE}", "Post One", row),
        (f"The pier fell, two officials said. {HERE} ", "Post Two", row),
    )
    assert len([a for a in found.by_id.values() if a.kind == "unnamed"]) == 2


def test_members_lead_to_an_actor_that_is_there(make):
    text = "The pier is safe, said Jonas Lind, a spokesman for Brandt Motors."
    found = make.joined((text, "Post One", [("The pier is safe", "Jonas Lind")]))
    assert found.by_id[found.actors["Jonas Lind"].member_of].name == "Brandt Motors"


def test_the_same_pile_gives_the_same_actors(make):
    pieces = [(f"The pier is safe, said Josef Čapek. {HERE}", "Post One", [("The pier is safe", "Josef Čapek")])]
    assert make.joined(*pieces).by_id == make.joined(*pieces).by_id


def test_spellings_of_a_persons_name_are_one(make):
    one = "The road is shut, said Karim Salih Dorou, spokesman of the Dune Front in Varde."
    two = "“The road is open,” said Karim Saleh Dorou, a spokesman for the Dune Front, in Varde on Monday."
    found = make.joined(
        (one, "A", [("The road is shut", "Karim Salih Dorou")]), (two, "B", [("The road is open", "Karim Saleh Dorou")])
    )
    assert found.sources[0] == found.sources[1]


def test_a_firm_that_is_never_named_stays_unnamed(make):
    one = "A Lund investment firm bought the Varde pier, the firm said in Sund."
    two = "Brandt Capital bought the Varde pier in Sund, Brandt Capital said."
    found = make.joined(
        (one, "A", [("bought the Varde pier", "the firm")]), (two, "B", [("bought the Varde pier", "Brandt Capital")])
    )
    assert found.sources == [["the firm"], ["Brandt Capital"]]
