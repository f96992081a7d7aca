import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import FormData
from starlette.requests import Request

from firsthand.desk.fields import LONGEST, PAGES, Refused, asked, number, one, paging, several, spans, written


def request(query):
    return Request({"type": "http", "query_string": query.encode(), "headers": []})


def test_a_field_is_on_one_line_and_limited():
    assert asked(request("text=%20a%0A%20b"), "text") == "a b"
    assert len(asked(request("text=" + "x" * 2000), "text")) == LONGEST
    assert asked(request("kind=person"), "kind", ("person",)) == "person"
    assert asked(request("kind=ghost"), "kind", ("person",)) == ""


@pytest.mark.parametrize("value", ["-1", "x", "", "9" * 30, "²", "0"])
def test_a_page_that_is_none_is_the_first(value):
    assert paging(request(f"page={value}"), 30).offset == 0


def test_pages_are_numbered_from_one():
    assert paging(request("page=3"), 30).offset == 60
    assert number(request("at=99999999"), "at") == PAGES


def test_a_long_field_is_refused():
    with pytest.raises(Refused):
        one(FormData([("by", "x" * 1000)]), "by")


def test_fields_of_one_name_are_listed_once_each():
    form = FormData([("name", " a "), ("name", "a"), ("name", ""), ("name", "b")])
    assert several(form, "name") == ("a", "b")


@pytest.mark.parametrize("text", ["1", "a-b", "5-5", "7-3", "0-99", "0-5,3-8", "-5", "0-5,", "0-" + "9" * 40, "٣-٥"])
def test_spans_that_stand_nowhere_are_refused(text):
    with pytest.raises(Refused):
        spans(text, 20)


def test_no_spans_are_none():
    assert spans("", 5) == ()


@given(st.lists(st.integers(0, 300), unique=True, max_size=20).map(sorted))
def test_spans_come_back_as_they_were_written(edges):
    given_ = tuple(zip(edges[::2], edges[1::2], strict=False))
    assert spans(written(given_), 300) == given_
