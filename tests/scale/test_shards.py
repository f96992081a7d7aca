import datetime as dt
import gzip

import pytest

pytest.importorskip("pyarrow")
import pyarrow as pa
import pyarrow.parquet as pq
from hypothesis import given
from hypothesis import strategies as st

from firsthand.engines.pool import pool
from firsthand.scale.shards import CHUNK, deal, rows_of


@pytest.fixture(scope="module")
def engine():
    with pool(1) as made:
        yield made


def read(paths, rows, engine):
    shards = deal([str(path) for path in paths], rows, engine)
    assert [shard.number for shard in shards] == list(range(len(shards)))
    return shards, [[(row.number, row.fields, row.broken) for row in rows_of(shard)] for shard in shards]


def test_lines_are_dealt_once_each_with_their_numbers(tmp_path, engine):
    (tmp_path / "a.jsonl").write_text('{"n": 1}\n\n{"n": 3}\nnonsense\n{"n": 5}', encoding="utf-8")
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(b'{"n": 6}\n{"n": 7}\n'))
    shards, found = read([tmp_path / "a.jsonl", tmp_path / "b.jsonl.gz"], 2, engine)
    assert [(shard.before, shard.rows, shard.first) for shard in shards] == [(0, 2, 0), (2, 2, 2), (4, 1, 4), (0, 2, 5)]
    assert found == [
        [(1, {"n": 1}, None)],
        [(3, {"n": 3}, None), (4, None, "is not valid JSON")],
        [(5, {"n": 5}, None)],
        [(1, {"n": 6}, None), (2, {"n": 7}, None)],
    ]


@given(st.lists(st.text(alphabet='ab \r"{}é\u2028\x85', max_size=5), max_size=30), st.integers(1, 9), st.booleans())
def test_however_lines_are_cut_the_rows_are_the_same(tmp_path_factory, engine, lines, rows, ended):
    path = tmp_path_factory.mktemp("lines") / "a.jsonl"
    path.write_bytes("\n".join(lines).encode() + (b"\n" if ended else b""))
    _, whole = read([path], 1000, engine)
    _, cut = read([path], rows, engine)
    assert [row for shard in cut for row in shard] == [row for shard in whole for row in shard]


def test_lines_longer_than_what_is_counted_at_a_time(tmp_path, engine):
    long = "x" * (CHUNK + 10)
    (tmp_path / "a.jsonl").write_text(f'{{"n": "{long}"}}\n{{"n": 2}}\n{{"n": 3}}\n', encoding="utf-8")
    _, found = read([tmp_path / "a.jsonl"], 1, engine)
    assert [len(shard) for shard in found] == [1, 1, 1]
    assert found[2] == [(3, {"n": 3}, None)]


@pytest.mark.parametrize("group", [1, 3, 100])
def test_rows_of_parquet_are_dealt_across_its_groups(tmp_path, engine, group):
    table = pa.table({"n": list(range(10)), "date": [dt.date(2025, 1, 1)] * 10, "tags": [["a"]] * 10})
    pq.write_table(table, tmp_path / "a.parquet", row_group_size=group)
    shards, found = read([tmp_path / "a.parquet"], 4, engine)
    assert [shard.rows for shard in shards] == [4, 4, 2]
    assert [number for shard in found for number, _, _ in shard] == list(range(1, 11))
    assert [fields["n"] for shard in found for _, fields, _ in shard] == list(range(10))
    assert found[0][0][1] == {"n": 0, "date": "2025-01-01", "tags": ["a"]}


def test_many_rows_of_parquet_are_read_a_few_at_a_time(tmp_path, engine):
    pq.write_table(pa.table({"n": list(range(1000))}), tmp_path / "a.parquet")
    _, found = read([tmp_path / "a.parquet"], 450, engine)
    assert [[fields["n"] for _, fields, _ in shard] for shard in found] == [
        list(range(450)), list(range(450, 900)), list(range(900, 1000)),
    ]  # fmt: skip


def test_an_empty_file_gives_no_shard(tmp_path, engine):
    (tmp_path / "a.jsonl").write_bytes(b"")
    assert deal([str(tmp_path / "a.jsonl")], 5, engine) == []
