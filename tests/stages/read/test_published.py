"""When an article was published and what that rests on."""

from firsthand.records import Period
from firsthand.stages.read.parts import mark_parts
from firsthand.stages.read.published import find_published

BODY = "The mine at Kiruna was closed on Monday after part of a lift tower fell, the company that runs it said."


def find(text, stated=None, fetched=None, url=None):
    return find_published(text, mark_parts(text, "en"), "en", stated, fetched, url)


def on(day, basis):
    return Period(start=day, end=day, basis=basis)


def test_metadata_come_first():
    assert find(f"Published 4 May 2024\n\n{BODY}", stated="2024-05-03T09:00:00Z") == on("2024-05-03", "metadata")


def test_a_published_line():
    assert find(f"Published 3 May 2024, 10:30 | Updated 5 May 2024\n\n{BODY}") == on("2024-05-03", "text")


def test_a_date_alone_above_the_prose_and_one_in_the_byline():
    assert find(f"3 May 2024, 10:30\n\n{BODY}") == on("2024-05-03", "text")
    assert find(f"By Eva Lund | 3 May 2024\n\n{BODY}") == on("2024-05-03", "text")


def test_two_dates_are_none():
    assert find(f"3 May 2024\n\n4 May 2024\n\n{BODY}").basis == "unknown"


def test_the_address():
    assert find(BODY, url="https://a.example/2024/05/03/mine") == on("2024-05-03", "text")


def test_a_dateline_takes_its_year_from_the_address_only():
    text = f"KIRUNA, May 3 (Nordfoto) - {BODY}"
    assert find(text, url="https://a.example/2024/mine") == on("2024-05-03", "text")
    assert find(text) == Period(start=None, end=None, basis="unknown")


def test_a_full_dateline():
    assert find(f"Kiruna, 3 May 2024\n\n{BODY}") == on("2024-05-03", "text")


def test_a_photograph_bounds_it_from_below():
    text = f"The tower on 9 May 2025. Photo: A. Lind\n\nThe tower on 8 May 2025. Photo: A. Lind\n\n{BODY}"
    assert find(text) == Period(start="2025-05-09", end=None, basis="bounds")


def test_a_past_event_bounds_it_and_a_future_one_does_not():
    assert find(f"{BODY} It was inspected on 3 March 2024.").start == "2024-03-03"
    assert find(f"{BODY} It will be opened on 3 March 2031.").basis == "unknown"


def test_when_it_was_fetched_or_updated_bounds_it_from_above():
    assert find(BODY, fetched="2024-05-09") == Period(start=None, end="2024-05-09", basis="bounds")
    assert find(f"Last updated 4 May 2024\n\n{BODY}") == Period(start=None, end="2024-05-04", basis="bounds")


def test_bounds_that_contradict_each_other_are_dropped():
    text = f"The tower on 9 May 2025. Photo: A. Lind\n\n{BODY}"
    assert find(text, fetched="2024-01-01") == Period(start=None, end=None, basis="unknown")
