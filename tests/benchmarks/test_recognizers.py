import json

import pytest

import recognizers
from firsthand.records import Period, TimeExpression


def row(text, found, kind="date", day="2024-05-14T00:00:00", comment="", **reading):
    start = text.lower().index(found) if found else 0
    results = [
        {
            "Text": found,
            "Start": start,
            "End": start + len(found) - 1,
            "TypeName": f"datetimeV2.{kind}",
            "Resolution": {"values": [{"timex": "2024", **reading}]},
        }
    ]
    return {
        "Input": text,
        "Context": {"ReferenceDateTime": day},
        "Comment": comment,
        "Results": results if found else [],
    }


def case_of(tmp_path, *rows):
    (tmp_path / "cases.json").write_text("\ufeff" + json.dumps(rows), "utf-8")
    return recognizers.read(tmp_path / "cases.json")


def found(text, value, start=None, end=None, kind="DATE", precision="day"):
    period = Period(start=start, end=end or start, basis="expression") if start else None
    return TimeExpression(
        start=0, end=len(text), text=text, type=kind, value=value, mod=None, period=period, precision=precision
    )


def expected(kind, **readings):
    return recognizers.Expected(0, 9, "", kind, (readings,))


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (row("On 3 May 2024.", "3 may 2024", value="2024-05-03"), ""),
        (row("Nobody came.", ""), ""),
        (row("In 2019", "2019", comment="Only in CalendarMode"), "of another mode"),
        (row("From 2 to 4pm", "2 to 4pm", "timerange", timex="(T14,T16,PT2H)"), "hours from and to"),
        (row("After 4pm", "after 4pm", "timerange", timex="T16", Mod="after"), "hours from and to"),
        (row("In the morning", "in the morning", "timerange", timex="TMO"), ""),
        (row("In 5 minutes", "in 5 minutes", "datetime"), "counted from the minute"),
        (row("At the end of Friday", "end of friday", "datetime", timex="XXXX-WXX-5T23:59:59"), "the last second"),
        (row("On 30 Feb 2019", "30 feb 2019", timex="2019-02-30", value="not resolved"), "a day that no calendar has"),
        (row("Several weeks", "several weeks", "duration", timex="P3W", value="1814400"), "a vague number"),
        (row("On May twenty nine", "may twenty nine"), "a dictated number"),
        (row("On 5/12", "5/12"), "shorthand"),
        (row("On 5/12/2019", "5/12/2019", value="2019-05-12"), ""),
        (row("Week 31", "week 31", "daterange", timex="2024-W31"), "a week by its number"),
        (row("On friday", "friday"), "a month, weekday or feast in small letters"),
        (row("In the school year", "school year", "daterange", timex="SY2024"), "a school or fiscal year"),
    ],
)
def test_a_case_is_left_out_by_its_kind(tmp_path, made, why):
    (case,) = case_of(tmp_path, made)
    assert case.left_out.startswith(why)
    assert bool(case.left_out) == bool(why)


@pytest.mark.parametrize(
    ("one", "ours", "right"),
    [
        (expected("date", timex="XXXX-05-03", value="2024-05-03"), found("3 May", "2024-05-03", "2024-05-03"), True),
        (expected("date", timex="XXXX-05-03", value="2024-05-03"), found("3 May", "2023-05-03", "2023-05-03"), False),
        (
            expected("date", timex="2024-04-30", value="2024-04-30"),
            found("two weeks ago", "2024-W18", "2024-04-29", "2024-05-05", precision="week"),
            True,
        ),
        (
            expected("daterange", timex="2024-05", start="2024-05-01", end="2024-06-01"),
            found("May", "2024-05", "2024-05"),
            True,
        ),
        (
            expected("daterange", timex="(2024-03-01,2024-05-01,P2M)", start="2024-03-01", end="2024-05-01"),
            found("from March to May", "2024-03/2024-05", "2024-03", "2024-05", kind="DURATION"),
            True,
        ),
        (
            expected("daterange", timex="(2024-03-01,2024-05-01,P2M)", start="2024-03-01", end="2024-05-01"),
            found("from March to June", "2024-03/2024-06", "2024-03", "2024-06", kind="DURATION"),
            False,
        ),
        (expected("daterange", timex="2018", Mod="after", start="2019-01-01"), found("2018", "2018", "2018"), True),
        (
            expected("daterange", timex="XXXX-07", Mod="before", end="2018-07-01"),
            found("J", "2019-07", "2019-07"),
            False,
        ),
        (expected("duration", timex="P1D", value="86400"), found("24 hours", "PT24H", kind="DURATION"), True),
        (expected("set", timex="XXXX-WXX-1T16"), found("M", "XXXX-WXX-1T16:00", kind="SET"), True),
        (expected("set", timex="P3M"), found("each quarter", "P1Q", kind="SET"), True),
        (
            expected("datetime", timex="2024-05-14T08:00", value="2024-05-14 08:00:00"),
            found("8am", "2024-05-14T08:00", "2024-05-14", kind="TIME"),
            True,
        ),
        (expected("time", timex="T19", value="19:00:00"), found("7am", "2024-05-14T07:00", kind="TIME"), False),
        (expected("timerange", timex="TMO", start="08:00:00"), found("m", "2024-05-14TMO", kind="TIME"), True),
        (expected("datetime", timex="PRESENT_REF"), found("now", "PRESENT_REF"), True),
    ],
)
def test_what_is_right(one, ours, right):
    assert recognizers.right(one, ours) is right


def test_a_case_passes_whole_or_not(tmp_path):
    (case,) = case_of(tmp_path, row("3 May 2024", "3 may 2024", value="2024-05-03"))
    good = found("3 May 2024", "2024-05-03", "2024-05-03")
    assert recognizers.passes(case, [good])
    assert not recognizers.passes(case, [])
    assert not recognizers.passes(case, [good, good])


def test_a_file_from_the_command_line(tmp_path, monkeypatch, capsys):
    case_of(
        tmp_path,
        row("They met on 3 May 2024.", "3 may 2024", value="2024-05-03"),
        row("They met on 4 May 2024.", "4 may 2024", value="2024-05-05"),
        row("In 5 minutes", "in 5 minutes", "datetime"),
    )
    monkeypatch.setattr("sys.argv", ["recognizers", str(tmp_path / "cases.json"), "--errors", "--left-out"])
    recognizers.main()
    out = capsys.readouterr().out
    assert "50.0 % of 2" in out
    assert "left out 1 of 3" in out
    assert "2024-05-05" in out
