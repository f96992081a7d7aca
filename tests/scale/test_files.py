import pytest

pytest.importorskip("pyarrow")
import pyarrow as pa

from firsthand.errors import NothingReadable
from firsthand.scale import files


def test_a_folder_stands_for_its_files_in_order_and_a_glob_for_those_it_matches(tmp_path):
    for name in ("b.jsonl", "a.jsonl.gz", "deep/c.parquet", "notes.txt", ".half.jsonl", "_SUCCESS.jsonl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"12345")
    everything = files.listed([str(tmp_path)])
    assert [(path.removeprefix(f"{tmp_path}/"), size) for path, size in everything] == [
        ("a.jsonl.gz", 5), ("b.jsonl", 5), ("deep/c.parquet", 5),
    ]  # fmt: skip
    assert [path for path, _ in files.listed([f"{tmp_path}/*.jsonl", str(tmp_path / "b.jsonl")])] == [
        str(tmp_path / "b.jsonl")
    ]


@pytest.mark.parametrize("name", ["nowhere", "notes.txt"])
def test_what_stands_for_no_file_is_told(tmp_path, name):
    (tmp_path / "notes.txt").write_text("x")
    with pytest.raises(NothingReadable, match=name):
        files.listed([str(tmp_path / name)])


def test_a_url_stays_one():
    files.write("memory://pile/a.jsonl", b"{}")
    assert files.listed(["memory://pile"]) == [("memory:///pile/a.jsonl", 2)]
    assert files.read("memory:///pile/a.jsonl") == b"{}"
    assert not files.exists("memory://pile/b.jsonl")


def test_a_table_comes_back_and_nothing_half_is_left(tmp_path):
    place = files.inside(f"{tmp_path}/", "deep", "a.parquet")
    files.write_table(place, pa.table({"a": [1, 2], "b": ["x", None]}))
    assert files.read_table(place, ["b"]).to_pylist() == [{"b": "x"}, {"b": None}]
    assert [each.name for each in (tmp_path / "deep").iterdir()] == ["a.parquet"]


def test_what_was_there_stays_when_writing_fails(tmp_path, monkeypatch):
    place = str(tmp_path / "a.json")
    files.write_json(place, {"a": 1})

    def full(*_):
        raise OSError("no space left")

    monkeypatch.setattr("fsspec.implementations.local.LocalFileSystem.mv", full)
    with pytest.raises(OSError, match="no space"):
        files.write_json(place, {"a": 2})
    assert files.read_json(place) == {"a": 1}
    assert [each.name for each in tmp_path.iterdir()] == ["a.json"]


def test_what_a_killed_run_left_half_is_swept_away(tmp_path):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / ".000001.parquet.abc").write_bytes(b"half")
    (tmp_path / "articles" / "000000.parquet").write_bytes(b"whole")
    files.sweep(str(tmp_path))
    files.sweep(str(tmp_path / "nowhere"))
    assert [each.name for each in (tmp_path / "articles").iterdir()] == ["000000.parquet"]
