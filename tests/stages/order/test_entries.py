from dataclasses import replace

import pytest

from firsthand.records import Claim, Count, Period, TimeExpression
from firsthand.stages.order.entries import clearest, fold, order, when


def expression(article, words, start, end=None, kind="DATE", value="", nth=0):
    at = article.text.index(words)
    period = Period(start=start, end=end or start, basis="expression") if start else None
    return TimeExpression(
        start=at,
        end=at + len(words),
        text=words,
        type=kind,
        value=value or start or "",
        mod=None,
        period=period,
        precision=None,
    )


def entries(record, texts, times=(), day="2024-05-14", claims=()):
    """The timeline of one article: `texts` are (words, claim, options), `times` expressions by words."""
    article = record.article("a1", ". ".join(words for words, _, _ in texts) + ".", day)
    statements = [
        replace(record.statement(f"s{n}", article, words, **more), claim=claim)
        for n, (words, claim, more) in enumerate(texts)
    ]
    found = {"a1": tuple(expression(article, *row) for row in times)}
    return order([article], statements, claims, found, [record.story(article)])


def dates(timeline):
    return [(entry.start, entry.end, entry.statements) for entry in timeline]


def test_a_statement_stands_at_its_saying_and_at_what_it_tells(record):
    said = {"source": "mayor", "said": "2024-05-13"}
    timeline = entries(record, [("The hall will close in June", "c1", said)], [("June", "2024-06")])
    assert dates(timeline) == [("2024-05-13", "2024-05-13", ("s0",)), ("2024-06", "2024-06", ("s0",))]
    assert {entry.text for entry in timeline} == {"The hall will close in June"}


def test_statements_of_one_claim_and_day_are_one_entry(record):
    said = {"source": "mayor", "said": "2024-05-13"}
    timeline = entries(record, [("The hall is shut", "c1", said), ("It was shut, he said", "c1", said)])
    assert dates(timeline) == [("2024-05-13", "2024-05-13", ("s0", "s1"))]


def test_a_coarser_saying_of_the_same_joins_the_finer(record):
    day, month = {"source": "mayor", "said": "2024-05-13"}, {"source": "mayor", "said": "2024-05"}
    timeline = entries(record, [("The hall is shut", "c1", day), ("It was shut, he said", "c1", month)])
    assert dates(timeline) == [("2024-05-13", "2024-05-13", ("s0", "s1"))]


def test_another_speaker_keeps_an_entry(record):
    day, month = {"source": "mayor", "said": "2024-05-13"}, {"source": "porter", "said": "2024-05"}
    timeline = entries(record, [("The hall is shut", "c1", day), ("It was shut, he said", "c1", month)])
    assert len(timeline) == 2


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("It has been shut since March", ("March", "2024-03")),
        ("It was shut for two weeks", ("two weeks", None, None, "DURATION", "P2W")),
        ("It was built in the 1970s", ("the 1970s", "1970", "1979")),
        ("It was shut this year", ("this year", "2024")),
        ("It was built in 1998", ("1998", "1998")),
    ],
)
def test_bounds_lengths_and_asides_make_no_entry(record, text, time):
    assert entries(record, [(text, "c1", {})], [time]) == ()


def test_what_somebody_said_of_long_ago_is_no_aside(record):
    timeline = entries(record, [("It was built in 1998", "c1", {"source": "porter"})], [("1998", "1998")])
    assert dates(timeline) == [("1998", "1998", ("s0",))]


def test_a_deadline_falls_due(record):
    said = {"source": "mayor", "said": "2024-05-13"}
    timeline = entries(record, [("a report within 30 days", "c1", said)], [("30 days", None, None, "DURATION", "P30D")])
    assert [entry.start for entry in timeline] == ["2024-05-13", "2024-06-12"]


def test_declining_to_say_is_no_event(record):
    said = {"source": "mayor", "said": "2024-05-13", "stance": "declines"}
    assert entries(record, [("whether it was shut", "c1", said)]) == ()


def test_the_text_is_the_claims_own_where_one_stands_there(record):
    said = {"source": "mayor", "said": "2024-05-13"}
    words = "It was shut, he said"
    claim = Claim(
        id="c1",
        text=words,
        statements=("s0", "s1"),
        origins=(),
        independent_origins=Count(at_least=0, at_most=0),
        denied_by=(),
        doubted_by=(),
        plan=False,
        quantity=None,
    )
    timeline = entries(record, [("The hall is shut", "c1", said), (words, "c1", said)], claims=[claim])
    assert [entry.text for entry in timeline] == [words]


def test_a_denial_does_not_speak_for_an_entry(record):
    article = record.article("a1", "")
    rows = [
        record.statement("s1", article, "The hall is shut", "mayor", stance="denies"),
        record.statement("s2", article, "The hall is shut", "porter"),
    ]
    assert clearest(rows, None, {}).id == "s2"


def test_order_of_precision():
    assert sorted(["2024-05-02", "2025", "2024-05", "2024"], key=lambda d: when(d, d)) == [
        "2024", "2024-05", "2024-05-02", "2025",
    ]  # fmt: skip


def test_two_ways_to_write_the_same_stretch_do_not_swallow_each_other(record):
    article = record.article("a1", "")
    rows = [record.statement(f"s{n}", article, "The hall is shut", "mayor") for n in (1, 2)]
    month = replace(rows[0], said=Period(start="2024-05", end="2024-05", basis="expression"))
    days = replace(rows[1], said=Period(start="2024-05-01", end="2024-05-31", basis="expression"))
    groups = {("t", "c1", "2024-05", "2024-05"): [month], ("t", "c1", "2024-05-01", "2024-05-31"): [days]}
    (left,) = fold(groups).values()
    assert {s.id for s in left} == {"s1", "s2"}
