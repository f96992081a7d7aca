from dataclasses import fields, replace

import pytest

from firsthand.records import Brief, Period
from firsthand.show.tables import STATEMENT, interval, precision, statements, tables
from show.sample import SAMPLE

BY_NAME = {table.name: table for table in tables(SAMPLE)}


def row(table, number):
    return dict(zip(table.columns, table.rows[number], strict=True))


def test_a_statement_stands_with_all_that_belongs_to_it():
    told = row(BY_NAME["statements"], 0)
    expected = {
        "text": "The bridge will stay closed for six weeks",
        "quote": "direct",
        "speaker": "Ada Brandvold",
        "speaker_kind": "person",
        "chain_names": ("Ada Brandvold", "Nordwire"),
        "said_start": "2031-03-03",
        "said_basis": "expression",
        "said_precision": "day",
        "origins_at_least": 1,
        "origins_at_most": 2,
        "denied_by": ("roads agency",),
        "story_title": "Bridge at Tolvik to stay shut",
        "outlet": "Tolvik Lamp",
        "published_start": "2031-03-03",
        "url": "https://lamp.example/a?b=1&c=2",
        "start": 41,
        "end": 82,
        "id": "s1",
        "claim": "c1",
        "chain": ("mayor", "wire"),
    }
    assert {name: told[name] for name in expected} == expected
    assert row(BY_NAME["statements"], 5)["speaks_of"] == ("1931",)


def test_the_words_of_speaker_and_cue():
    spans = {"source_spans": ((89, 102),), "cue_spans": ((103, 107),)}
    told = row(statements(replace(SAMPLE, statements=(replace(SAMPLE.statements[0], **spans),))), 0)
    assert (told["speaker_words"], told["cue"]) == (SAMPLE.articles[0].text[89:102], SAMPLE.articles[0].text[103:107])


def test_what_is_not_known_is_none():
    lost = replace(SAMPLE.statements[6], article="gone", spans=(), claim=None)
    told = row(statements(replace(SAMPLE, statements=(lost,), stories=())), 0)
    unknown = ("speaker", "said_start", "said_precision", "claim_text", "origins_at_least", "story", "outlet", "url")
    assert [told[name] for name in (*unknown, "start", "cue")] == [None] * 10


def test_every_record_of_a_brief_is_in_a_table():
    lists = {f.name for f in fields(Brief)} - {"schema", "firsthand"}
    assert lists <= set(BY_NAME)
    assert {name: len(BY_NAME[name].rows) for name in lists} == {name: len(getattr(SAMPLE, name)) for name in lists}
    assert set(BY_NAME) - lists == {
        "article_parts",
        "actor_mentions",
        "actor_merges",
        "statement_times",
        "claim_origins",
        "copy_passages",
    }


def test_rows_of_lists_name_their_owner():
    assert row(BY_NAME["claim_origins"], 0)["claim"] == "c1"
    assert row(BY_NAME["statement_times"], 0) | {"statement": "s6", "period_start": "1931"} == row(
        BY_NAME["statement_times"], 0
    )
    assert row(BY_NAME["copy_passages"], 0) == {
        "copy_article": "blog",
        "copy_of": "lamp",
        "article": ((0, 42),),
        "of": ((40, 82),),
    }


def test_records_within_records_are_spread():
    told = row(BY_NAME["claims"], 2)
    assert (told["independent_origins_at_most"], told["state_state"], told["quantity_value"]) == (2, "no news", None)
    assert row(BY_NAME["articles"], 0)["outlet_domain"] == "lamp.example"


def test_a_brief_of_nothing_has_every_table():
    empty = replace(SAMPLE, **{f.name: () for f in fields(Brief) if isinstance(getattr(SAMPLE, f.name), tuple)})
    assert {t.name: list(t.columns) for t in tables(empty)} == {n: list(t.columns) for n, t in BY_NAME.items()}
    assert all(not t.rows for t in tables(empty))


@pytest.mark.parametrize(
    ("start", "end", "known", "written"),
    [
        ("2031", "2031", "year", "2031"),
        ("2031-03-03", "2031-03-03", "day", "2031-03-03"),
        ("2031-03-03T10:00", "2031-03-03T10:00", "time", "2031-03-03T10:00"),
        ("2031-03", "2031-05", "span", "2031-03/2031-05"),
        (None, "2031", "span", "../2031"),
        (None, None, None, ""),
    ],
)
def test_how_finely_a_period_is_known(start, end, known, written):
    period = Period(start=start, end=end, basis="expression")
    assert (precision(period), interval(period)) == (known, written)
    assert (precision(None), interval(None)) == (None, "")


def test_no_column_is_named_twice():
    assert len(set(STATEMENT)) == len(STATEMENT)
