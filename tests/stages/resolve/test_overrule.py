from firsthand.settings import Names
from firsthand.stages.resolve.overrule import overruling

THE = frozenset({"the"})


def test_names_are_compared_without_accents_case_and_article():
    given = overruling(Names(same=(("Josef Čapek", "The Painter"),)), THE)
    assert given.classes("josef capek", (), THE) == given.classes("painter", (), THE) != frozenset()


def test_lists_that_share_a_name_are_one_class_and_the_first_name_is_shown():
    given = overruling(Names(same=(("Ada Brandvold", "the mayor"), ("The Mayor", "Mayor Ada"))), THE)
    (only,) = {given.classes(n, (), THE) for n in ("Ada Brandvold", "the mayor", "Mayor Ada")}
    assert given.name(only) is not None
    one = overruling(Names(same=(("Ada Brandvold", "the mayor"),)), THE)
    assert one.name(one.classes("the mayor", (), THE)) == "Ada Brandvold"


def test_a_name_of_its_own_goes_before_what_somebody_is_also_called():
    given = overruling(Names(different=(("Anna Ness", "Ness"),)), THE)
    assert given.classes("Anna Ness", ("Ness",), THE) == given.classes("Anna Ness", (), THE)
    assert given.classes("Dr Ness", ("Ness",), THE) == given.classes("Ness", (), THE)


def test_what_is_listed_as_different_may_not_meet():
    given = overruling(Names(different=(("A B", "C D", "E F"),)), THE)
    a, c, e, other = (given.classes(n, (), THE) for n in ("A B", "C D", "E F", "G H"))
    assert given.forbid(a, c)
    assert given.forbid(c, e)
    assert not given.forbid(a, a)
    assert not given.forbid(a, other)


def test_words_may_not_stand_for_somebody_they_are_kept_apart_from():
    given = overruling(Names(different=(("the minister", "Anna Berg"),)), THE)
    assert given.forbid_words("The minister", ("Berg", "Anna Berg"), THE)
    assert not given.forbid_words("The minister", ("Jonas Lind",), THE)
    assert not given.forbid_words("the mayor", ("Anna Berg",), THE)
