from corrections.invented import decided
from firsthand.corrections.names import folded, names_of, touches
from firsthand.settings import Names
from firsthand.stages.parse import parse
from firsthand.stages.resolve import identify, resolve
from stages.resolve.conftest import article, said


def same(n, *names):
    return decided("same actor", n=n, names=names)


def apart(n, *names, **more):
    return decided("different actors", n=n, names=names, **more)


def test_names_are_compared_without_case_accents_and_article():
    assert folded("The Ćosić Trust") == folded("cosic  trust") != folded("Cosic")
    assert folded("The") == "the"


def test_decisions_become_names():
    names = names_of([same(1, "Ada Holm", "A. Holm"), apart(2, "Odd Bakke", "Ida Bakke", "Bakke")])
    assert names.same == (("Ada Holm", "A. Holm"),)
    assert {frozenset(p) for p in names.different} == {
        frozenset(("Odd Bakke", "Ida Bakke")),
        frozenset(("Odd Bakke", "Bakke")),
        frozenset(("Ida Bakke", "Bakke")),
    }
    assert names_of([]) == Names()


def test_a_later_decision_goes_before_an_earlier_one():
    assert names_of([same(1, "A", "B"), apart(2, "b", "a")]) == Names(different=(("b", "a"),))
    assert names_of([apart(1, "A", "B"), same(2, "b", "a")]) == Names(same=(("b", "a"),))
    assert names_of([apart(2, "A", "B", undone="2025-03-06T00:00:00Z"), same(1, "A", "B")]).same == (("A", "B"),)


def test_an_earlier_decision_joins_nobody_by_way_of_others_whom_a_later_one_keeps_apart():
    names = names_of([same(1, "C", "A"), same(2, "C", "B"), apart(3, "A", "B")])
    assert names == Names(same=(("C", "B"),), different=(("A", "B"),))
    names = names_of([same(1, "A", "B", "C"), apart(2, "A", "B")])
    assert names == Names(same=(("A", "C"),), different=(("A", "B"),))


def test_the_name_to_show_is_that_of_the_latest_decision():
    assert names_of([same(1, "A", "B"), same(2, "C", "A")]).same == (("C", "A", "B"),)
    assert names_of([same(1, "C", "A"), same(2, "A", "B")]).same == (("A", "B", "C"),)


def test_what_a_user_gave_comes_after_decisions():
    given = Names(same=(("A", "B"), ("X", "Y")), different=(("P", "Q"),), member_of=(("A", None),))
    names = names_of([apart(1, "A", "B"), same(2, "P", "Q")], given)
    assert names == Names(same=(("P", "Q"), ("X", "Y")), different=(("A", "B"),), member_of=(("A", None),))


HARBOUR = "Ilse Strand, the harbour master, said the quay was shut. Strand said it would open soon."
SHIP = "The harbour pilot Ilse Strand-Moe said the ship had been slow. Nothing else was said that day in Vellin."


def piles(*texts_and_rows, names=Names()):
    """The articles, and what `identify` finds in each under `names`."""
    made = [article(text) for text, _ in texts_and_rows]
    rows = [[said(text, *row) for row in given] for text, given in texts_and_rows]
    return made, [identify(a, next(iter(parse([a]))), r, names) for a, r in zip(made, rows, strict=True)]


def speakers(made, found, names):
    actors, ids = resolve(made, found, names)
    name = {a.id: a.name for a in actors}
    return [[name[ids[k]] if k else None for k in f.sources] for f in found]


TWO = (
    (HARBOUR, [("the quay was shut", "Ilse Strand")]),
    (SHIP, [("the ship had been slow", "The harbour pilot Ilse Strand-Moe")]),
)
LIKE = (
    (HARBOUR, [("the quay was shut", "Ilse Strand")]),
    ("Ilse Strand said rain was coming to the coast.", [("rain was coming", "Ilse Strand")]),
)


def test_resolve_alone_joins_entities_of_different_articles():
    made, found = piles(*TWO)
    one, two = (names[0] for names in speakers(made, found, Names()))
    assert one != two
    joined = names_of([same(1, "Ilse Strand", two)])
    assert speakers(made, found, joined) == [["Ilse Strand"], ["Ilse Strand"]]
    assert not any(touches(Names(), joined, f) for f in found)


def test_resolve_alone_keeps_entities_of_different_articles_apart():
    first, second = (
        (HARBOUR, TWO[0][1]),
        ("Ilse Moe Strand said rain was coming.", [("rain was coming", "Ilse Moe Strand")]),
    )
    made, found = piles(first, second)
    assert len(set(map(tuple, speakers(made, found, Names())))) == 1
    split = names_of([apart(1, "Ilse Strand", "Ilse Moe Strand")])
    assert speakers(made, found, split) == [["Ilse Strand"], ["Ilse Moe Strand"]]
    assert not any(touches(Names(), split, f) for f in found)


def test_one_name_for_two_people_cannot_be_kept_apart():
    """Known to fall short: names are all that tells actors, so two people with one name stay one."""
    made, found = piles(*LIKE)
    assert speakers(made, found, names_of([apart(1, "Ilse Strand", "Ilse Strand")])) == [["Ilse Strand"]] * 2


def test_names_of_one_entity_need_its_article_read_again():
    rows = (
        HARBOUR,
        [
            ("the quay was shut", "Ilse Strand"),
            (
                "it would open soon",
                "Strand",
            ),
        ],
    )
    text, given = rows
    given = [said(text, "the quay was shut", "Ilse Strand"), said(text, "it would open soon", "Strand", nth=1)]
    made = article(text)
    grammar = next(iter(parse([made])))
    before = identify(made, grammar, given)
    split = names_of([apart(1, "Ilse Strand", "Strand")])
    assert before.sources[0] == before.sources[1]
    assert speakers([made], [before], split) == [["Ilse Strand"] * 2]  # resolve alone cannot part them
    assert touches(Names(), split, before)
    after = identify(made, grammar, given, split)
    assert speakers([made], [after], split) == [["Ilse Strand", "Strand"]]
    assert touches(split, Names(), after), "and again when it is undone"
    assert not touches(split, split, after)
    assert not touches(Names(), names_of([apart(1, "Ilse Strand", "Odd Bakke")]), before)


def test_names_that_are_the_same_touch_where_one_of_them_is_kept_apart():
    _, found = piles(TWO[0])
    more = names_of([same(1, "Strand", "the pilot"), apart(2, "the pilot", "Ilse Strand")])
    assert touches(Names(), more, found[0])
