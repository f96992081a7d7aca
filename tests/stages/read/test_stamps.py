"""Dates as pages, metadata and addresses write them."""

import pytest

from firsthand.stages.read.stamps import (
    full_dates,
    is_place_and_date,
    is_stamp,
    language_or_fallback,
    month_and_day,
    url_date,
    url_year,
    written_date,
)


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("2024-05-03T23:30:00-05:00", "2024-05-03"),
        ("2024-05-03 01:30:00+02:00", "2024-05-03"),
        ("2024-05-03", "2024-05-03"),
        ("2024-05", "2024-05"),
        ("2024", "2024"),
        ("20240503T101500Z", "2024-05-03"),
        ("Fri, 03 May 2024 10:15:00 GMT", "2024-05-03"),
        ("May 3rd, 2024 at 10 am", "2024-05-03"),
        ("3 May 2024", "2024-05-03"),
        ("13/05/2024", "2024-05-13"),
        ("05/13/2024", "2024-05-13"),
        ("3.5.2024", "2024-05-03"),
        ("1714730400", "2024-05-03"),
        ("1714730400000", "2024-05-03"),
        ("03/04/2024", None),  # March or April
        ("2024-13-40", None),
        ("2024-02-30", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates_in_metadata(value, wanted):
    assert written_date(value) == wanted


@pytest.mark.parametrize(
    ("line", "bare", "wanted"),
    [
        ("Published 3 May 2024, 10:30", False, True),
        ("Updated at 10.30 pm CET", False, True),
        ("5 min read", False, True),
        ("6 years ago", False, True),
        ("3 May 2024", False, False),
        ("Friday, May 3, 2024 10:30", True, True),
        ("7 p.m.", True, False),
        ("Kiruna, 3 May 2024", True, False),
        ("May", True, False),
    ],
)
def test_stamps(line, bare, wanted):
    assert is_stamp(line, "en", bare) is wanted


def test_dates_in_text():
    text = "on 3 May 2024, on June 4, 2024 and on 2024-07-05, not on 31 June 2024 nor 03/04/2024"
    assert sorted(full_dates(text, "en")) == ["2024-05-03", "2024-06-04", "2024-07-05"]


def test_month_and_day_need_the_year_from_elsewhere_and_must_be_one():
    assert month_and_day("SPLIT, Oct 14 (AW) -", "2025", "en") == "2025-10-14"
    assert month_and_day("Oct 14 or Oct 15", "2025", "en") is None


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("https://a.example/2025/10/14/ferry", "2025-10-14"),
        ("https://a.example/news/2025-10-14-ferry", "2025-10-14"),
        ("https://a.example/20251014/ferry", "2025-10-14"),
        ("https://a.example/2025/14/10/ferry", None),
        ("https://a.example/id-120251014", None),
        ("https://a.example/ferry?d=2025-10-14", None),
        (None, None),
    ],
)
def test_dates_in_addresses(url, wanted):
    assert url_date(url) == wanted


def test_years_in_addresses():
    assert url_year("https://a.example/2025/ferry") == "2025"
    assert url_year("https://a.example/2025/1998/ferry") is None


def test_a_place_and_a_date():
    assert is_place_and_date("Kiruna, Sweden, 3 May 2024", "en")
    assert not is_place_and_date("Kiruna voted on 3 May 2024, again", "en")


def test_the_fallback():
    assert language_or_fallback("xx") == language_or_fallback(None) == "en"
