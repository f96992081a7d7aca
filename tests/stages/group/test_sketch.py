from datetime import date

from firsthand.stages.group.sketch import sketch
from stages.copy.piles import article


def test_a_sketch_holds_what_grouping_asks_of_an_article() -> None:
    made = sketch(article("Bees left the hive of Abel Quintas.", "2025-04-20", "A", "Bees leave"))
    assert (made.title, made.titled, made.time) == ("Bees leave", True, "2025-04-20")
    assert made.day == date(2025, 4, 20).toordinal()
    assert {"bee", "^bee", "abel"} <= set(made.made.weights)


def test_without_a_title_the_first_line_stands_for_it() -> None:
    made = sketch(article("\n  First line. \nMore.", None, "A", " "))
    assert (made.title, made.titled, made.day, made.time) == ("First line.", False, None, "")
