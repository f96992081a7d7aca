from firsthand.stages.resolve.merge import merges
from firsthand.stages.resolve.pile import pile_of

HERE = "They met near Karlshamn with Velmar, Norrvind and Ostgrad."


def whys(make, *pieces):
    done = [make.identified(text, *rows, outlet=outlet) for text, outlet, rows in pieces]
    pile = pile_of([a for a, _ in done], [s for _, s in done])
    return {(m.why, pile.entities[m.one].name, pile.entities[m.two].name) for m in merges(pile)}


def test_every_merge_has_a_reason(make):
    one = (f"The pier is safe, Josef Čapek said. {HERE}", "Post One", [("The pier is safe", "Josef Čapek")])
    two = (f"The pier is old, Josef Capek said. {HERE}", "Post Two", [("The pier is old", "Josef Capek")])
    assert ("same name", "Josef Čapek", "Josef Capek") in whys(make, one, two)


def test_a_surname_needs_related_articles(make):
    full = (
        f"The pier is safe, said mayor Josef Zoltan. {HERE}",
        "Post One",
        [("The pier is safe", "mayor Josef Zoltan")],
    )
    near = (f"The pier is old, Mr Zoltan said. {HERE}", "Post Two", [("The pier is old", "Mr Zoltan")])
    far = ("The pier is old, Mr Zoltan said. It was in Lund.", "Post Three", [("The pier is old", "Mr Zoltan")])
    found = whys(make, full, near, far)
    assert ("only bearer of the surname in related articles", "Josef Zoltan", "Zoltan") in found
    assert len([f for f in found if "surname" in f[0]]) == 1


def test_nobody_is_joined_by_a_surname_that_two_bear(make):
    both = (
        f"The pier is safe, said Josef Zoltan. It is not, said Pavel Zoltan. {HERE}",
        "Post One",
        [("The pier is safe", "Josef Zoltan"), ("It is not", "Pavel Zoltan")],
    )
    alone = (f"The pier is old, Zoltan said. {HERE}", "Post Two", [("The pier is old", "Zoltan")])
    assert not [f for f in whys(make, both, alone) if "surname" in f[0]]


def test_an_unnamed_source_is_taken_over_only_with_credit(make):
    first = (
        f"Oil burned, two people close to the rescue said. {HERE}",
        "Nord Wire",
        [("Oil burned", "two people close to the rescue")],
    )
    text = f"Oil burned, Nord Wire reported, citing two people with knowledge of the rescue. {HERE}"
    credit = (text, "Post Two", [("Oil burned", "two people with knowledge of the rescue", "Nord Wire")])
    silent = (
        f"Oil burned, two people close to the rescue said. {HERE} ",
        "Post Three",
        [("Oil burned", "two people close to the rescue")],
    )
    found = [f for f in whys(make, first, credit, silent) if "credit" in f[0]]
    assert [f[2] for f in found] == ["two people with knowledge of the rescue"]


def test_a_role_alone_goes_to_its_bearer_in_a_story(make):
    place = HERE + " Then came Brunflo and Torsby."
    one = (
        f"The pier is safe, said Vera Lund, the harbour curator. {place}",
        "Post One",
        [("The pier is safe", "Vera Lund")],
    )
    two = (f"The pier is old, the curator said. {place}", "Post Two", [("The pier is old", "the curator")])
    assert ("only one in that role in related articles", "Vera Lund", "the curator") in whys(make, one, two)


def test_a_surname_alone_is_the_best_known_bearers(make):
    full = [
        (f"The pier {n} is safe, said Josef Zoltan.", f"Post {n}", [(f"The pier {n} is safe", "Josef Zoltan")])
        for n in range(4)
    ]
    alone = ("The pier is old, Mr Zoltan said.", "Post Alone", [("The pier is old", "Mr Zoltan")])
    found = ("bearer of the surname in most articles", "Josef Zoltan", "Zoltan")
    assert found in whys(make, *full, alone)
    assert found not in whys(make, *full[:3], alone)
    other = ("The pier is new, said Anna Zoltan.", "Post Other", [("The pier is new", "Anna Zoltan")])
    assert found in whys(make, *full, other, alone)
    third = ("The pier is new, said Ruth Zoltan.", "Post Third", [("The pier is new", "Ruth Zoltan")])
    assert found not in whys(make, *full, other, third, alone)


def test_ministries_of_no_told_country_stay_apart(make):
    one = ("The road is shut, the foreign ministry said. They met Velmar, Norrvind and Ostgrad.", "Post One")
    two = ("The road is open, the Foreign Ministry said. They met Velmar, Norrvind and Ostgrad.", "Post Two")
    rows = [[("The road is shut", "the foreign ministry")], [("The road is open", "the Foreign Ministry")]]
    assert not [f for f in whys(make, (*one, rows[0]), (*two, rows[1])) if "inistry" in f[1]]
