from dataclasses import replace

from firsthand.stages.group.growing import Growing, Member, Stream, join
from firsthand.stages.group.sketch import sketch
from firsthand.stages.group.unite import unite
from firsthand.stages.group.vectors import Vector
from stages.copy.piles import article

HIVES = {"hive": 0.8, "honey": 0.6}


def stream(*made: tuple[int | None, dict[str, float], dict[str, int]]) -> Stream:
    known = Stream()
    for place, (day, weights, names) in enumerate(made):
        known.stories.append(Growing())
        text = sketch(article(f"Article {place}.", None, "A"))
        join(place, Member(place, replace(text, made=Vector(weights=weights, names=names), day=day)), known)
    return known


def places(known: Stream) -> list[list[int]]:
    for number in range(len(known.stories)):
        unite(number, known)
    return [[member.place for member in one.members] for one in known.stories if one.members]


def test_stories_alike_with_names_in_common_are_one() -> None:
    names = {"quintas": 1, "ourique": 1}
    assert places(stream((0, HIVES, names), (3, {"train": 1.0}, {}), (90, HIVES, names))) == [[0, 2], [1]]
    assert places(stream((0, HIVES, names), (None, HIVES, names), (400, HIVES, names))) == [[0, 1, 2]]


def test_names_alone_or_likeness_alone_are_not_enough() -> None:
    assert places(stream((0, HIVES, {"quintas": 3}), (0, {"train": 1.0}, {"quintas": 3}))) == [[0], [1]]
    assert places(stream((0, HIVES, {"quintas": 3}), (90, HIVES, {"faro": 3}))) == [[0], [1]]
