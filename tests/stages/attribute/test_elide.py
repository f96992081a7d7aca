"""Figures whose verb is left out."""

import pytest


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Organisers put the crowd at 4,000, police at 600.", ("Organisers", "the crowd at 4,000"), ("police", "600")),
        ("Police said 600 people attended; organisers 4,000.", ("Police", "600 people attended"),
         ("organisers", "4,000")),
        ("Police said 600 people attended; organisers said 4,000.", ("Police", "600 people attended"),
         ("organisers", "4,000")),
        ("The organisers spoke of 4,000 marchers, the police of 600.", ("The organisers", "4,000 marchers"),
         ("the police", "600")),
        ("Police estimated the crowd at 600, the organisers at 4,000.", ("Police", "the crowd at 600"),
         ("the organisers", "4,000")),
        ("The union says 90 percent of staff are on strike, the company 30 percent.",
         ("The union", "90 percent of staff are on strike"), ("the company", "30 percent")),
    ],
)  # fmt: skip
def test_a_figure_set_against_another(said, text, first, second):
    assert [(s.source, s.content) for s in said(text)] == [first, second]


@pytest.mark.parametrize(
    "text",
    ["Police said 600 people attended, most of them from 12 towns.", "Police said 600 people came, 40 by bus.",
     "The mayor said 30 houses burned, Holm 4 and Varna 26."],
)  # fmt: skip
def test_what_goes_on_about_the_figure_is_nobody_elses(said, text):
    assert {s.source for s in said(text)} == {text.split(" said")[0]}
