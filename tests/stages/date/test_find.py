import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.records import Parse, Part, Period
from firsthand.stages.date.find import find_times, quotations


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the second floor.",
        "The sun set and they fall where others spring up.",
        "About 2000 people came, and 1900 stayed.",
        "It cost $2000 and weighed 1912 kilos in $1999 bags.",
        "A 61-year-old woman and her 6-month-old child came.",
        "A quarter of the voters came a second time.",
        "Theresa May spoke to April Jones.",
    ],
)
def test_what_only_looks_like_a_time(write, text):
    assert write.values(text) == {}


def test_offsets_are_those_of_the_text(write):
    text = "Přes řeku – they met 🚢 on Friday, 3 May 2019, and “last month”."
    found = write.times(text)
    assert [t.text for t in found] == [text[t.start : t.end] for t in found] == ["Friday, 3 May 2019", "last month"]


def test_types(write):
    text = "It rained every day for two weeks until 4 p.m. on Friday."
    assert [t.type for t in write.times(text)] == ["SET", "DURATION", "TIME"]


def test_without_a_day_of_publication_only_what_stands_alone_is_known(write):
    found = write.times("They met on Friday, last month, in May, two days ago and on 3 May 2019.", day=None)
    assert [t.period for t in found[:-1]] == [None] * 4
    assert found[-1].period == Period(start="2019-05-03", end="2019-05-03", basis="expression")


def test_a_month_of_publication_decides_what_every_day_of_it_would(write):
    found = {t.text: t.period for t in write.times("They met last month, in January, on Friday.", day="2024-05")}
    assert found["last month"].start == "2024-04"
    assert found["January"].start == "2024-01"
    assert found["Friday"] is None


def pictured(write, caption, body, bound="2025-06-02"):
    text = f"{caption}\n\n{body}"
    parts = (
        Part(start=0, end=len(caption), kind="caption"),
        Part(start=len(caption) + 2, end=len(text), kind="body"),
    )
    period = Period(start=bound, end=None, basis="bounds")
    return {t.text: t.period for t in write.times(text, parts=parts, published=period)}


def test_the_day_of_a_picture_decides_months_but_no_weekdays(write):
    found = pictured(write, "The bridge on 2 June 2025. Photo: A. Novak", "It was built in March and fell on Friday.")
    assert found["March"] == Period(start="2025-03", end="2025-03", basis="bounds")
    assert found["Friday"] is None
    assert found["2 June 2025"].basis == "expression"


def test_a_day_in_the_prose_is_no_anchor(write):
    found = pictured(write, "The bridge", "On 2 June 2025 it fell. It was built in March.")
    assert found["March"] is None


def test_two_ends_can_be_told_apart(write):
    of = write.article("It was shut from August to March.")
    assert [t.text for t in find_times(of, write.grammar(of), ranges=False)] == ["August", "March"]


def test_quotation_marks_of_any_house():
    text = 'He said “yes” and "no" and ‘it isn’t.’ Then “never'
    assert [text[a + 1 : b] for a, b in quotations(text, 0, len(text))] == ["yes", "no", "it isn’t.", "never"]


NOTHING = Parse(tokens=(), sentences=(), paragraphs=(), names=())
WORDS = st.lists(
    st.sampled_from(
        [
            "the",
            "on",
            "last",
            "3",
            "31",
            "May",
            "second",
            "year",
            "years",
            "'",
            "s",
            "Friday",
            ",",
            "-",
            "from",
            "a",
            "of",
            "before",
            "first",
            "weekend",
            "half",
            "and",
            "next",
            "1/2",
            "days",
            "2024",
        ]
    )
)


@settings(max_examples=200, deadline=None)
@given(WORDS | st.text(max_size=80))
def test_any_text_is_read_and_no_times_overlap(words):
    from stages.date.conftest import article

    text = words if isinstance(words, str) else " ".join(words)
    of = article(text, parts=(Part(start=0, end=len(text), kind="caption"),))
    found = find_times(of, NOTHING)
    assert all(0 <= a.start < a.end <= b.start for a, b in pairwise(found))
    assert all(t.text == text[t.start : t.end] for t in found)


def test_time_grows_with_the_text_alone(write):
    text = "on the last Friday of the year, 3 May and " * 4000
    of = write.article(text, parts=(Part(start=0, end=len(text), kind="caption"),))
    begun = time.process_time()
    assert len(find_times(of, NOTHING)) >= 8000
    assert time.process_time() - begun < 10


@pytest.mark.parametrize(
    "text", ["\1 \0 \2", "3\ud800 May 1999", "\N{ARABIC-INDIC DIGIT THREE} May", "²³ May 2019", "İ May"]
)
def test_odd_characters(write, text):
    of = write.article(text, parts=(Part(start=0, end=len(text), kind="caption"),))
    assert all(t.text == text[t.start : t.end] for t in find_times(of, NOTHING))


def test_the_last_week_up_to_now_is_not_the_week_before(write):
    found = {t.text: t for t in write.times("Prices rose in the last week and fell over the past year.")}
    assert found["the last week"].value == "P1W"
    assert (found["the last week"].period.start, found["the last week"].period.end) == ("2024-05-08", "2024-05-14")
    assert found["the past year"].period.start == "2023-05-15"
    assert write.values("Prices rose last week.") == {"last week": "2024-W19"}
    assert "the last week" not in write.values("It closed in the last week of June.")
    assert write.times("Prices rose in the last week.", day=None)[0].period is None


def test_a_quarter_of_something_else_is_none(write):
    assert set(write.values("She spoke in the first quarter of an hour.")) == {"an hour"}
    assert not write.values("They lost the first quarter-final.")
    assert write.values("Sales fell in the first quarter of the year.")
    assert write.values("Sales fell in the first quarter of 2023.") == {"the first quarter of 2023": "2023-Q1"}


def test_not_a_day_before_is_no_date(write):
    assert not write.values("He paid, and not a day before.")
    assert write.values("He paid on Friday. He had called a day before.")["a day before"] == "2024-05-09"


def test_what_opens_on_a_day_is_to_come(write):
    assert write.values("The fair opens on Friday.") == {"Friday": "2024-05-17"}
    assert write.values("The fair opened on Friday.") == {"Friday": "2024-05-10"}


def test_a_dateline_tells_the_day_a_report_was_filed(write):
    def filed(line, day="2024-05-14"):
        text = f"{line} The ferry stopped on Friday."
        parts = (
            Part(start=0, end=len(line), kind="dateline"),
            Part(start=len(line) + 1, end=len(text), kind="body"),
        )
        return write.values(text, day, parts=parts)["Friday"]

    assert filed("OSLO, May 9 (Wire) —") == "2024-05-03"
    assert filed("OSLO (Wire) —") == filed("OSLO, May 2 (Wire) —") == filed("OSLO, 3 May 2023 —") == "2024-05-10"


def test_a_caption_looks_ahead_where_it_says_so(write):
    def pictured_in(caption):
        return write.values(caption, parts=(Part(start=0, end=len(caption), kind="caption"),))

    assert pictured_in("The yard is empty until spring.") == {"spring": "2024-SP"}
    assert pictured_in("The yard is empty until March.") == {"March": "2025-03"}
    assert pictured_in("The yard in March.") == {"March": "2024-03"}


@pytest.mark.parametrize(
    "text",
    [
        "The number is 133-12-2020 and the code 133-03-03-2020.",
        "A woman in her 30s read the daily.",
        "They kept Orthodox Easter and Lunar New Year.",
        "The person of the year before her.",
        "A week or two; in the years that followed.",
    ],
)
def test_what_is_no_date_stays_out(write, text):
    assert not [t for t in write.times(text) if t.type == "DATE" and t.period]


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("It opened on 9 May 2025.", "2025-05-09", "day"),
        ("It opened 09/05/2025 at 10:30.", "2025-09-05T10:30", "time"),
        ("It opened on Friday evening.", "2024-05-10TEV", "part"),
        ("It opened at the weekend.", "2024-W19-WE", "weekend"),
        ("It opened last week.", "2024-W19", "week"),
        ("It opened in late October.", "2023-10", "month"),
        ("It opened in Q1 2020.", "2020-Q1", "quarter"),
        ("It opened last autumn.", "2023-FA", "season"),
        ("It opened in the first half of 2021.", "2021-H1", "half"),
        ("It opened in early 2020.", "2020", "year"),
        ("It opened in the 1970's.", "197", "decade"),
        ("It opened in the 18th century.", "17", "century"),
        ("It rose over the last three months.", "P3M", "span"),
        ("It stays shut for the rest of the year.", "2024", "span"),
        ("It is open every day.", "P1D", None),
        ("It opened in May.", "XXXX-05", None),
    ],
)
def test_how_finely_a_period_is_known(write, text, value, precision):
    (time,) = write.times(text, day=None if value.startswith("XXXX") else "2024-05-14")
    assert (time.value, time.precision) == (value, precision)
    assert (time.period is None) == (precision is None)


def test_the_periods_of_what_is_counted_from_the_day(write):
    def period(text):
        return write.times(text)[0].period

    assert (period("the rest of the year").start, period("the rest of the year").end) == ("2024-05-14", "2024-12-31")
    assert (period("in the last two quarters").start, period("in the last two quarters").end) == (
        "2023-10-01",
        "2024-03-31",
    )
    assert period("over the next 3 days").end == "2024-05-17"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("two and a half years", "P2Y6M"),
        ("two-and-a-half-year", "P2Y6M"),
        ("2 1/2 hours", "PT2H30M"),
        ("an hour and a half", "PT1H30M"),
        ("half a century", "P50Y"),
        ("another day", "P1D"),
        ("three weekends", "P3WE"),
    ],
)
def test_lengths(write, words, value):
    assert write.values(f"It took {words} of work.") == {words: value}


def test_mods(write):
    text = "In early 2020, by the end of May, for more than two weeks and at least three days in mid-June."
    assert [t.mod for t in write.times(text)] == ["START", "END", "MORE_THAN", "EQUAL_OR_MORE", "MID"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The vote was on 3 June 2019. Two days earlier they met.", "2019-06-01"),
        ("The vote was in June 2019. That month they met.", "2019-06"),
        ("The vote was on 3 June 2019. The following day they met.", "2019-06-04"),
        ("The vote was on 3 June 2019. They met at 6 p.m.", "2019-06-03T18:00"),
        ("The vote was on 3 June 2019. “It was on Friday,” he said. Two days earlier they met.", "2019-06-01"),
        ("The vote was on 3 June 2019, and they will meet on Friday. A day earlier they met.", "2019-06-02"),
        ("The vote was on 3 June 2019. That weekend they met.", "2019-W23-WE"),
    ],
)
def test_what_the_text_has_told_of_is_counted_from(write, text, value):
    assert write.times(text)[-1].value == value
