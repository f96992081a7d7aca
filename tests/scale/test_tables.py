from dataclasses import fields

import pytest

pytest.importorskip("pyarrow")
import pyarrow as pa

from firsthand.records import Article, Claim, Statement
from firsthand.scale.tables import OF_A_DOSSIER, SHARD, articles, row, schema_of, table, tables, type_of
from show.sample import SAMPLE


@pytest.mark.parametrize("record", [Article, *OF_A_DOSSIER.values()])
def test_a_column_for_each_field(record):
    names = schema_of(record).names
    assert names == ["dossier", *(each.name for each in fields(record))]


def test_every_record_of_a_brief_comes_back_from_its_table():
    made = tables([(7, SAMPLE)])
    assert {*made} == {*OF_A_DOSSIER}
    for name, rows in made.items():
        records = getattr(SAMPLE, name)
        assert rows.to_pylist() == [{"dossier": 7, **plain(row(each))} for each in records]
        assert rows.num_rows == len(records) > 0


def plain(value):
    """Tuples as lists, as tables give them back."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    return [plain(each) for each in value] if isinstance(value, list | tuple) else value


def test_what_a_row_does_not_say_is_null():
    made = table([{"number": 3, "error": "no text"}], articles()).to_pylist()[0]
    assert (made["number"], made["error"], made["text"], made["found"]) == (3, "no text", None, None)
    assert {*SHARD} < {*made}


def test_types_are_those_of_the_fields():
    assert schema_of(Statement).field("confidence").type == pa.float64()
    assert schema_of(Claim).field("independent_origins").type == pa.struct(
        [("at_least", pa.int64()), ("at_most", pa.int64())]
    )
    assert type_of(tuple[tuple[int, int], ...]) == pa.list_(pa.list_(pa.int64()))
    with pytest.raises(TypeError):
        type_of(dict[str, int])
