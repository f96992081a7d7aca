import sys
from dataclasses import fields, replace

import pytest

from firsthand.errors import FirsthandError
from firsthand.records import Brief
from firsthand.show.as_parquet import require_pyarrow, save_parquet
from firsthand.show.tables import statements, tables
from show.sample import SAMPLE

parquet = pytest.importorskip("pyarrow.parquet")


def test_values_stay_what_they_are(tmp_path):
    for table in tables(SAMPLE):
        save_parquet(table, tmp_path / table.name)
        held = parquet.read_table(tmp_path / table.name)
        assert held.column_names == list(table.columns)
        expected = [dict(zip(table.columns, map(listed, row), strict=True)) for row in table.rows]
        assert held.to_pylist() == expected


def listed(value):
    return list(map(listed, value)) if isinstance(value, tuple) else value


def test_a_column_has_its_type_where_it_has_no_values(tmp_path):
    empty = replace(SAMPLE, **{f.name: () for f in fields(Brief) if isinstance(getattr(SAMPLE, f.name), tuple)})
    for one, other in zip(tables(SAMPLE), tables(empty), strict=True):
        save_parquet(one, tmp_path / "one")
        save_parquet(other, tmp_path / "other")
        assert parquet.read_schema(tmp_path / "one") == parquet.read_schema(tmp_path / "other")


def test_lone_surrogates(tmp_path):
    odd = replace(SAMPLE, statements=(replace(SAMPLE.statements[0], text="a\ud800b", hedges=("\udfff",)),))
    save_parquet(statements(odd), tmp_path / "a")
    (row,) = parquet.read_table(tmp_path / "a").to_pylist()
    assert (row["text"], row["hedges"]) == ("a\ufffdb", ["\ufffd"])


def test_what_to_do_without_pyarrow(monkeypatch, tmp_path):
    require_pyarrow()
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(FirsthandError, match="pip install"):
        save_parquet(statements(SAMPLE), tmp_path / "a")
