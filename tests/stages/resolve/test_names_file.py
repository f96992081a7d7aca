"""What the user says of names goes before what is found, from the article to the pile."""

from firsthand.settings import Names
from firsthand.stages.parse import parse
from firsthand.stages.resolve import identify, resolve

PLACE = "They met near Karlshamn with Velmar, Norrvind and Ostgrad."


def joined(make, names, *pieces):
    """Actors by name and the names of the sources of each article, with a names file."""
    articles, speakers = [], []
    for n, (text, *rows) in enumerate(pieces):
        articles.append(make.article(text, f"Post {n}"))
        given = [make.said(text, *row) for row in rows]
        speakers.append(identify(articles[-1], next(iter(parse([articles[-1]]))), given, names))
    actors, ids = resolve(articles, speakers, names)
    by_id = {a.id: a for a in actors}
    return {a.name: a for a in actors}, [[by_id[ids[k]].name if k else None for k in s.sources] for s in speakers]


def test_same_joins_what_the_machine_would_not(make):
    one = (f"The pier is safe, said Anna Berg. {PLACE}", ("The pier is safe", "Anna Berg"))
    two = (f"The pier is old, a harbour pilot said. {PLACE}", ("The pier is old", "a harbour pilot"))
    _, sources = joined(make, Names(same=(("the pilot", "Anna Berg", "harbour pilot", "a harbour pilot"),)), one, two)
    assert sources == [["the pilot"], ["the pilot"]]  # the first name is the one shown
    _, sources = joined(make, Names(), one, two)
    assert sources == [["Anna Berg"], ["a harbour pilot"]]


def test_different_parts_what_the_machine_would_join(make):
    one = (f"The pier is safe, said Anna Berg. {PLACE}", ("The pier is safe", "Anna Berg"))
    two = (f"The pier is old, said Berg. {PLACE}", ("The pier is old", "Berg"))
    _, sources = joined(make, Names(), one, two)
    assert sources == [["Anna Berg"], ["Anna Berg"]]
    _, sources = joined(make, Names(different=(("Anna Berg", "Berg"),)), one, two)
    assert sources == [["Anna Berg"], ["Berg"]]


def test_different_parts_names_within_an_article_too(make):
    text = f"The pier is safe, said Anna Berg. The pier is old, Berg said. {PLACE}"
    rows = (
        ("The pier is safe", "Anna Berg"),
        (
            "The pier is old",
            "Berg",
        ),
    )
    given = (text, rows[0])
    found, _ = joined(make, Names(different=(("Anna Berg", "Berg"),)), given)
    assert "Berg" not in found["Anna Berg"].aliases


def test_a_role_is_kept_from_whom_it_may_not_mean(make):
    text = f"Mayor Anna Berg was there. The pier is old, the mayor said. {PLACE}"
    row = ("The pier is old", "the mayor")
    _, sources = joined(make, Names(), (text, row))
    assert sources == [["Anna Berg"]]
    _, sources = joined(make, Names(different=(("the mayor", "Anna Berg"),)), (text, row))
    assert sources == [[None]]


def test_member_of_sets_makes_and_unsets(make):
    text = f"The pier is safe, said Jonas Lind, a spokesman for Brandt Motors. {PLACE}"
    row = ("The pier is safe", "Jonas Lind")
    found, _ = joined(make, Names(), (text, row))
    assert found["Jonas Lind"].member_of == found["Brandt Motors"].id
    assert found["Jonas Lind"].member_why == "a spokesman for Brandt Motors"
    found, _ = joined(make, Names(member_of=(("Jonas Lind", "Dock Union"),)), (text, row))
    assert found["Jonas Lind"].member_of == found["Dock Union"].id
    assert (found["Jonas Lind"].member_why, found["Dock Union"].kind) == ("names file", "organisation")
    found, _ = joined(make, Names(member_of=(("Jonas Lind", None),)), (text, row))
    assert found["Jonas Lind"].member_of is None
    assert found["Jonas Lind"].member_why is None


def test_no_circle_is_made_with_what_the_machine_found(make):
    text = f"The pier is safe, said Jonas Lind, a spokesman for Brandt Motors. {PLACE}"
    names = Names(member_of=(("Brandt Motors", "Jonas Lind"),))
    found, _ = joined(make, names, (text, ("The pier is safe", "Jonas Lind")))
    assert found["Jonas Lind"].member_of is None


def test_names_that_no_article_has_change_nothing(make):
    text = f"The pier is safe, said Anna Berg. {PLACE}"
    names = Names(same=(("X Y", "Z"),), different=(("Q R", "S"),), member_of=(("T U", "V"), ("W", None)))
    assert joined(make, names, (text, ("The pier is safe", "Anna Berg"))) == joined(
        make, Names(), (text, ("The pier is safe", "Anna Berg"))
    )
