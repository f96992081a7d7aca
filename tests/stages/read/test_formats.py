"""Files of every format, and what is wrong with them."""

import gzip
import json

import pytest

from firsthand.records import Unprocessed
from firsthand.stages.read import formats, page
from firsthand.stages.read.formats import read_file

TEXT = "The mine at Kiruna was closed on Monday after part of a lift tower fell into the shaft, the company said."
ROW = {"title": "Mine closed", "text": TEXT}
PAGE = f"<!doctype html><html><body><article><h1>Mine closed</h1><p>{TEXT}</p></article></body></html>"
CSV = f'title,text\nMine closed,"{TEXT}"\n'
WHOLE = {
    "a.txt": TEXT, "a": TEXT, "a.log": TEXT, "a.md": TEXT, "a.html": PAGE, "page": PAGE,
    "a.json": json.dumps(ROW), "b.json": json.dumps([ROW], indent=1),
    "lines.json": f"{json.dumps(ROW)}\n{json.dumps(ROW)}", "a.jsonl": json.dumps(ROW), "a.ndjson": json.dumps(ROW),
    "row": json.dumps(ROW),
    "a.csv": CSV, "a.tsv": CSV.replace(",", "\t", 1).replace("closed,", "closed\t"), "no-tags.html": TEXT,
}  # fmt: skip


def read(path):
    return list(read_file(str(path), lambda done: None))


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gz"])
@pytest.mark.parametrize("name", WHOLE)
def test_formats(tmp_path, name, packed):
    path = tmp_path / (name + ".gz" * packed)
    data = WHOLE[name].encode()
    path.write_bytes(gzip.compress(data) if packed else data)
    assert {draft.text.strip() for draft in read(path)} == {TEXT}


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.txt", b"", "empty file"),
        ("a.txt", b" \n \n", "no text"),
        ("a.txt", b"%PDF-1.7 x", "binary file, not text"),
        ("a.jsonl", b"\x00\x01\x02" * 99, "binary file, not text"),
        ("a.json", b'{"a": ', "not valid JSON (line 1)"),
        ("a.json", b'{"claims": [{"text": "x"}]}', "no article in this JSON file"),
        ("a.jsonl", b"{\n{}\n", "line 1 is not valid JSON"),
        ("a.html", b"<html><script>1</script></html>", "no article text found in the page"),
        ("a.csv", b"title,text\n", "no article in this file"),
        ("a.txt.gz", gzip.compress(TEXT.encode())[:60], "broken gzip file"),
    ],
)
def test_each_fault_is_one_clear_record(tmp_path, name, data, why):
    path = tmp_path / name
    path.write_bytes(data)
    found = read(path)
    assert isinstance(found[0], Unprocessed)
    assert (found[0].why, found[0].path, found[0].failed) == (why, str(path), True)
    assert found[0].remedy
    assert len({record.why for record in found}) == len(found)


def test_the_rest_of_a_file_with_broken_rows_goes_on(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join([json.dumps(ROW), "{", json.dumps(ROW), *["["] * 9]))
    first, second, told = read(path)
    assert first.text == second.text == TEXT
    assert told.why == "lines 2, 4, 5, 6, 7 and 5 more are not valid JSON"


def test_a_table_without_articles_is_not_read_to_its_end(tmp_path):
    path, empty = tmp_path / "a.csv", "Mine closed,\n" * 2 * formats.BARREN
    path.write_text(f"title,text\n{empty}{CSV.splitlines()[1]}\n", encoding="utf-8")
    barren, faulty = read(path)
    assert barren.why == "no article in the first 10,000 lines; the rest is not read"
    assert faulty.why.startswith("lines 2, 3, 4")
    path.write_text(f"{CSV}{empty}{CSV.splitlines()[1]}\n", encoding="utf-8")
    assert [getattr(found, "title", None) for found in read(path)] == ["Mine closed", "Mine closed", None]


def test_limits(tmp_path, monkeypatch):
    monkeypatch.setattr(formats, "MAX_TEXT", 50)
    for name in ("a.txt", "a.json", "a.jsonl"):
        (tmp_path / name).write_text(WHOLE[name])
        [found] = read(tmp_path / name)
        assert "too long" in found.why


def test_big_pages_and_values(tmp_path, monkeypatch):
    monkeypatch.setattr(formats, "MAX_PAGE", 50)
    monkeypatch.setattr(formats, "MAX_JSON", 50)
    for name, why in (("a.html", "too large"), ("a.json", "too big")):
        (tmp_path / name).write_text(WHOLE[name])
        [found] = read(tmp_path / name)
        assert why in found.why


def test_a_page_with_more_elements_than_any_page_of_news(tmp_path, monkeypatch):
    monkeypatch.setattr(page, "MAX_ELEMENTS", 50)
    html = f"<article><p>{TEXT}</p>{'<b>a</b>' * 60}<p>{TEXT}</p></article>"
    (tmp_path / "a.html").write_text(html)
    (tmp_path / "a.jsonl").write_text(json.dumps({"title": "A", "html": html}) + "\n" + json.dumps(ROW))
    [large] = read(tmp_path / "a.html")
    assert large.why.startswith("too large")
    good, told = read(tmp_path / "a.jsonl")
    assert (good.text, told.why) == (TEXT, "line 1 is too long")


def test_a_tag_with_more_attributes_than_any(tmp_path):
    many = " ".join(f"a{n}=b" for n in range(2_000))
    words = "wide " * 2_000
    (tmp_path / "a.html").write_text(f"<article><p {many}>{TEXT}</p></article>")
    (tmp_path / "b.html").write_text(f"<article><p class='{words}'>{TEXT}</p></article>")
    assert read(tmp_path / "a.html")[0].why.startswith("too large")
    assert read(tmp_path / "b.html")[0].text == TEXT


def test_a_file_that_may_not_be_read(monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(formats, "open_input", refuse)
    [found] = read("a.txt")
    assert found.why == "cannot be read: Permission denied"


def test_utf16_rows(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes((json.dumps(ROW | {"text": "Žena " + TEXT}, ensure_ascii=False) + "\n").encode("utf-16"))
    assert [draft.text for draft in read(path)] == ["Žena " + TEXT]


def test_progress_is_told_in_bytes(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(f"{json.dumps(ROW)}\n" * 3)
    done = []
    list(read_file(str(path), done.append))
    assert done[-1] == path.stat().st_size
