from firsthand.hints import partners
from firsthand.stages.group.growing import Growing, Member, Stream, join
from firsthand.stages.group.unite import Partners, away_from, stories_of, unite
from firsthand.stages.group.vectors import Vector

NOBODY: Partners = {}
HIVES = {"hive": 0.8, "honey": 0.6}


def stream(*made: tuple[int | None, dict[str, float], dict[str, int]]) -> Stream:
    known = Stream()
    for place, (day, weights, names) in enumerate(made):
        known.stories.append(Growing())
        join(place, Member(place, f"x{place}", "", False, Vector(weights=weights, names=names), day), known)
    return known


def places(known: Stream, apart: Partners = NOBODY) -> list[list[int]]:
    for number in range(len(known.stories)):
        unite(number, known, apart)
    return [[member.place for member in one.members] for one in known.stories if one.members]


def test_stories_alike_with_names_in_common_are_one() -> None:
    names = {"quintas": 1, "ourique": 1}
    assert places(stream((0, HIVES, names), (3, {"train": 1.0}, {}), (90, HIVES, names))) == [[0, 2], [1]]
    assert places(stream((0, HIVES, names), (None, HIVES, names), (400, HIVES, names))) == [[0, 1, 2]]


def test_names_alone_or_likeness_alone_are_not_enough() -> None:
    assert places(stream((0, HIVES, {"quintas": 3}), (0, {"train": 1.0}, {"quintas": 3}))) == [[0], [1]]
    assert places(stream((0, HIVES, {"quintas": 3}), (90, HIVES, {"faro": 3}))) == [[0], [1]]


def test_stories_that_a_person_keeps_apart_stay_two() -> None:
    names = {"quintas": 1, "ourique": 1}
    apart = partners([frozenset({"x0", "x1"})])
    assert places(stream((0, HIVES, names), (1, HIVES, names), (2, HIVES, names)), apart) == [[0, 2], [1]]


def test_where_partners_are() -> None:
    known = stream((0, HIVES, {}), (1, HIVES, {}), (2, HIVES, {}))
    beside = partners([frozenset({"x0", "x2"}), frozenset({"x0", "x1"}), frozenset({"x0", "gone"})])
    assert stories_of("x0", known, beside) == [1, 2]
    assert stories_of("gone", known, beside) == [0]
    assert away_from(2, known, beside) == {0}
    assert away_from(2, known, {}) == frozenset()
