"""Rows of JSON, JSON lines and tables; broken ones are told by number."""

import io
import json

import pytest

from firsthand.stages.read import rows
from firsthand.stages.read.rows import bounded, json_lines, json_value, read_lines, table

ROW = {"title": "Mine closed", "text": "The mine was closed."}


def test_json_lines():
    text = json.dumps(ROW) + '\n\n{"broken\n[1]\n"x"\n' + json.dumps(ROW)
    found = list(json_lines(io.StringIO(text)))
    assert [(row.number, row.broken) for row in found] == [
        (1, None),
        (3, "is not valid JSON"),
        (4, "is not a JSON object"),
        (5, "is not a JSON object"),
        (6, None),
    ]
    assert found[0].fields == ROW


def test_a_giant_line_is_passed_over(monkeypatch):
    monkeypatch.setattr(rows, "MAX_LINE", 100)
    stream = io.StringIO("a\n" + "x" * 5_000_000 + "\nb\n" + "y" * 200)
    assert list(read_lines(stream)) == [(1, "a\n"), (2, None), (3, "b\n"), (4, None)]


def test_a_line_of_exactly_the_limit(monkeypatch):
    monkeypatch.setattr(rows, "MAX_LINE", 4)
    assert list(read_lines(io.StringIO("abc\nde"))) == [(1, "abc\n"), (2, "de")]


@pytest.mark.parametrize(
    "value",
    [
        ROW,
        [ROW],
        {"articles": [ROW]},
        {"hits": {"hits": [{"_source": ROW}]}},
        {"Nordfoto": [ROW], "Lamp": []},
        {"text": "The mine was closed."},
    ],
)
def test_json_values(value):
    assert [row.fields["text"] for row in json_value(json.dumps(value))] == ["The mine was closed."]


@pytest.mark.parametrize("value", [{"claims": [{"id": 1, "text": "a"}]}, {}, [], 7, "text", None])
def test_json_without_articles(value):
    assert json_value(json.dumps(value)) == []


@pytest.mark.parametrize("text", ["{", "[" * 100_000, ""])
def test_json_that_is_none(text):
    with pytest.raises(ValueError):
        json_value(text)


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_tables(mark):
    text = f'\ufefftitle{mark}text\nMine{mark}"One.\n\nTwo."\n\nTower{mark}Three.\n'
    found = list(table(io.StringIO(text), mark == "\t"))
    assert [row.fields for row in found] == [
        {"title": "Mine", "text": "One.\n\nTwo."},
        {"title": "Tower", "text": "Three."},
    ]


def test_long_fields_and_lines_of_a_table(monkeypatch):
    long = "x" * 200_000  # more than csv reads by itself
    found = list(table(io.StringIO(f"title,text\na,{long}\n"), False))
    assert found[0].fields["text"] == long
    monkeypatch.setattr(rows, "MAX_LINE", 100)
    found = list(table(io.StringIO(f"title,text\na,{long}\nb,Short.\n"), False))
    assert [(row.number, row.broken) for row in found] == [(2, "is too long"), (3, None)]


def test_an_empty_table():
    assert list(table(io.StringIO(""), False)) == []


def test_bounded():
    assert bounded(io.BytesIO(b"abc"), 3) == b"abc"
    assert bounded(io.BytesIO(b"abcd"), 3) is None
