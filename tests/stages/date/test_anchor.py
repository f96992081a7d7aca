from datetime import date

import pytest

from firsthand.language import topic
from firsthand.records import Period
from firsthand.stages.date.anchor import direction, reference_days, verb_direction

TENSE = topic("en", "dates")["tense"]


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2024-05-14", "2024-05-14", ((date(2024, 5, 14),), True)),
        ("2024-05", "2024-05", ((date(2024, 5, 1), date(2024, 5, 31)), True)),
        ("2024-05-14", None, ((date(2024, 5, 14),), False)),
        (None, "2024-05-14", ((), False)),
        (None, None, ((), False)),
        ("soon", "soon", ((), False)),
    ],
)
def test_the_days_an_article_can_have_been_published_on(write, start, end, days):
    assert reference_days(write.article("", published=Period(start=start, end=end, basis="bounds"))) == days


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("They met on Friday.", -1),
        ("They had met on Friday.", -1),
        ("They will meet on Friday.", 1),
        ("They would meet on Friday, he said.", 1),
        ("They could have met on Friday.", -1),
        ("They plan to meet on Friday.", 1),
        ("They are due in court on Friday.", 1),
        ("The hall has been closed since Friday.", -1),
        ("The fair opens on Friday.", 1),
        ("The board is meeting on Friday.", 1),
        ("The board was meeting on Friday.", -1),
        ("The offer had been due to end on Friday.", -1),
        ("They want to get round Friday's ruling.", -1),
        ("They will repeat it at Friday's meeting.", 1),
        ("They met ahead of Friday's vote.", 1),
    ],
)
def test_whether_a_clause_looks_back_or_ahead(write, text, way):
    parse = write.grammar(write.article(text))
    at = next(n for n, token in enumerate(parse.tokens) if token.text == "Friday")
    assert direction(parse, (at, at + 1), TENSE) == way


def test_a_present_tense_tells_neither(write):
    parse = write.grammar(write.article("The hall smells in May."))
    assert verb_direction(parse, 2, TENSE) == 0
