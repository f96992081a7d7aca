from firsthand.settings import Names
from firsthand.stages.resolve.grouping import Merge, grouped
from firsthand.stages.resolve.overrule import NOTHING, overruling

THE = frozenset({"the"})


def classes_of(given, *names):
    return [given.classes(name, (), THE) for name in names]


def test_merges_make_groups_with_what_made_them():
    one, again, two = Merge(0, 2, 1.0, "same name"), Merge(2, 0, 0.8, "surname"), Merge(3, 1, 0.9, "initials")
    groups, made_by = grouped([frozenset()] * 5, [one, again, two], NOTHING)
    assert groups == [[0, 2], [1, 3], [4]]
    assert made_by == [[one], [two], []]  # what was one already needs no second reason


def test_the_names_file_goes_first():
    given = overruling(Names(same=(("Anna Berg", "the baroness"),)), THE)
    groups, made_by = grouped(classes_of(given, "Anna Berg", "Jonas Lind", "the baroness"), [], given)
    assert groups == [[0, 2], [1]]
    assert made_by[0] == [Merge(0, 2, 1.0, "names file")]


def test_what_is_different_is_kept_apart_by_way_of_third_parties_too():
    given = overruling(Names(different=(("Anna Ness", "Ruth Ness"),)), THE)
    classes = classes_of(given, "Anna Ness", "Ness", "Ruth Ness")
    groups, _ = grouped(classes, [Merge(0, 1, 0.8, "surname"), Merge(1, 2, 0.8, "surname")], given)
    assert groups == [[0, 1], [2]]
