import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.show.as_csv import BOM, FORMULA, as_csv, guarded, save_csv, unguarded, written
from firsthand.show.plain import encodable, visible
from firsthand.show.tables import statements, tables
from hostile import FORMULA as FORMULAS
from hostile import SCRIPT, TERMINAL
from show.poison import poisoned
from show.sample import SAMPLE

ELSEWHERE = ("x\n=1+1", "x;=1+1", 'x,"=1+1', "x\t=1+1")  # which stand inside of a cell


def read(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_a_row_a_statement():
    rows = read(as_csv(SAMPLE))
    assert [r["id"] for r in rows] == [s.id for s in SAMPLE.statements]
    assert rows[0]["chain_names"] == "Ada Brandvold; Nordwire"
    assert (rows[0]["start"], rows[0]["spans"], rows[0]["confidence"]) == ("41", "41..82", "0.9")
    assert (rows[4]["speaker"], rows[6]["claim"]) == ("", "")


def test_yes_and_no():
    copies = next(t for t in tables(SAMPLE) if t.name == "copies")
    assert read(written(copies))[0]["credited"] == "false"


@pytest.mark.parametrize("payload", FORMULAS)
def test_no_cell_is_worked_out(payload):
    for table in tables(poisoned(SAMPLE, payload)):
        for row in csv.reader(io.StringIO(written(table))):
            assert [cell for cell in row if FORMULA.match(cell) and not cell.startswith("'")] == []
            assert all(not cell.lstrip().startswith(("=", "+", "-", "@")) for cell in row)


@pytest.mark.parametrize("payload", FORMULAS)
def test_reading_gives_the_text_back(payload):
    (row, *_) = read(as_csv(poisoned(SAMPLE, payload)))
    assert unguarded(row["text"]) == visible(payload)
    assert row["text"].startswith("'") == (payload not in ELSEWHERE)


@given(st.text())
def test_guarding_loses_nothing(text):
    assert unguarded(guarded(text)) == text


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_any_text_comes_back(words):
    said = tuple(replace(SAMPLE.statements[0], id=str(n), text=word) for n, word in enumerate(words))
    rows = read(as_csv(replace(SAMPLE, statements=said)))
    assert [unguarded(r["text"]) for r in rows] == [encodable(visible(word)) for word in words]


def test_a_row_stays_a_row():
    for payload in (*SCRIPT, *TERMINAL):
        rows = read(as_csv(poisoned(SAMPLE, payload)))
        assert len(rows) == len(SAMPLE.statements)
        assert {unguarded(r["outlet"]) for r in rows} == {visible(payload)}


def test_a_file_says_that_it_is_utf_8(tmp_path):
    save_csv(statements(SAMPLE), tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_text("utf-8") == BOM + as_csv(SAMPLE)
    assert not as_csv(SAMPLE).startswith(BOM)
