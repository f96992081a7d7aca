from firsthand.stages.group.growing import Growing, Member, Stream, join
from firsthand.stages.group.title import called, title
from firsthand.stages.group.vectors import Vector
from stages.copy.piles import article


def story(*rows: tuple[str, dict[str, float]]) -> Growing:
    known = Stream(stories=[Growing()])
    for place, (name, weights) in enumerate(rows):
        text = article(f"\n Line {place}.\nMore.", None, "A", name)
        made = Vector(weights=weights, names={})
        join(0, Member(place, text.id, called(text), bool(name), made, None), known)
    return known.stories[0]


def test_the_earliest_title_is_taken() -> None:
    assert title(story(("", {"a": 1.0}), ("First", {"a": 1.0}), ("Second", {"a": 1.0}))) == "First"


def test_a_title_that_is_clearly_more_central_is_taken() -> None:
    assert title(story(("Aside", {"b": 1.0}), ("First", {"a": 1.0}), ("Second", {"a": 1.0}))) == "First"


def test_without_titles_the_first_line_is_taken() -> None:
    assert title(story(("", {"a": 1.0}), ("", {"a": 1.0}))) == "Line 0."
    assert title(story(("", {}))) == "Line 0."
