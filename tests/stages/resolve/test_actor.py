from firsthand.stages.resolve.actor import outermost

PLACE = "They met near Karlshamn with Velmar, Norrvind and Ostgrad."


def test_a_name_within_a_longer_mention_is_told_once():
    assert outermost({(0, 20), (5, 9), (15, 20), (30, 33)}) == ((0, 20), (30, 33))


def test_an_actor_tells_where_it_is_spoken_of_and_what_made_it_one(make):
    one = f"The pier is safe, said Josef Čapek. He added that Čapek Brothers built it. {PLACE}"
    two = f"The pier is old, said Capek. {PLACE}"
    found = make.joined(
        (one, "Post One", [("The pier is safe", "Josef Čapek"), ("Čapek Brothers built it", "He")]),
        (two, "Post Two", [("The pier is old", "Capek")]),
    )
    actor = found.actors["Josef Čapek"]
    texts = {make.article(t, o).id: t for t, o in ((one, "Post One"), (two, "Post Two"))}
    words = [[texts[m.article][start:end] for start, end in m.spans] for m in actor.mentions]
    assert words == [["Josef Čapek", "He"], ["Capek"]]
    why = {(m.one, m.two): (m.why, len(m.articles)) for m in actor.merges}
    assert why["Josef Čapek", "He"] == ("pronoun", 1)
    assert why["Josef Čapek", "Capek"] == ("only bearer of the surname in related articles", 2)
    assert all(0 < m.score <= 1 for m in actor.merges)


def test_like_reasons_are_told_once_with_the_least_score(make):
    text = f"The pier is safe, said Anna Berg. She was sure. {PLACE}"
    row = [("The pier is safe", "Anna Berg")]
    found = make.joined(*((f"{text} {n}", f"Post {n}", row) for n in range(3)))
    (merge,) = found.actors["Anna Berg"].merges
    assert (merge.one, merge.two, merge.why, merge.score) == ("Anna Berg", "Anna Berg", "same name", 1.0)
    assert len(merge.articles) == 3


def test_a_listed_outlet_stays_one_although_a_dateline_names_it(make):
    found = make.joined(("LONDON (CNN) — The pier is safe. Nobody knew.", "CNN", []))
    assert found.actors["CNN"].kind == "outlet"
