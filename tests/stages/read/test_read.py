"""The whole stage: paths in, articles and a record of everything else out."""

import gzip
import io
import json
import sys

import pytest

from firsthand.settings import Settings
from firsthand.stages.read import formats, read, read_bytes, read_each

TEXT = "The mine at Kiruna was closed on Monday after part of a lift tower fell into the shaft, the company said."


def write(path, *rows):
    path.write_text("\n".join(json.dumps(row) for row in rows))
    return path


def test_a_pile(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text("")
    write(tmp_path / "c.jsonl", {"text": TEXT + " Again.", "published": None})
    articles, unprocessed = read([tmp_path, tmp_path / "gone"], Settings())
    assert [article.text for article in articles] == [TEXT, TEXT + " Again."]
    assert [record.why for record in unprocessed] == ["empty file", "no such file or folder"]


def test_a_file_that_no_reader_foresaw_does_not_cost_the_others(tmp_path, monkeypatch):
    def fails(text, markdown):
        raise LookupError("a\nb")

    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.jsonl").write_text(json.dumps({"text": TEXT}))
    monkeypatch.setattr(formats, "read_text", fails)
    [article], [told] = read([tmp_path], Settings())
    assert (article.text, told.why, told.path) == (TEXT, "could not be read (LookupError)", str(tmp_path / "a.txt"))


def test_one_path_need_not_be_in_a_list(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    assert len(read(str(tmp_path), Settings())[0]) == 1


def test_the_same_article_is_read_once(tmp_path):
    url = "https://a.example/mine"
    row = {"text": TEXT, "url": url}
    write(tmp_path / "a.jsonl", row, row, {"text": TEXT}, {"text": TEXT, "url": "https://b.example/copy"})
    articles, unprocessed = read([tmp_path], Settings())
    assert [article.url for article in articles] == [url, "https://b.example/copy"]
    assert unprocessed == ()


def test_of_two_the_one_with_a_url_is_kept(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    write(tmp_path / "b.jsonl", {"text": TEXT, "url": "https://a.example/mine", "title": "Mine closed"})
    [article] = read([tmp_path], Settings())[0]
    assert article.title == "Mine closed"


@pytest.mark.parametrize(
    "given", [TEXT, json.dumps({"text": TEXT}), f"{json.dumps({'text': TEXT})}\n" * 2, f"<html><p>{TEXT}</p></html>"]
)
def test_standard_input(monkeypatch, given):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
    [article] = read(["-"], Settings())[0]
    assert (article.text, article.path) == (TEXT, "-")


def test_the_same_foreign_article_twice_is_told_once(tmp_path):
    text = "Le ministre de l'Intérieur a déclaré lundi que la loi serait adoptée avant la fin de l'année."
    (tmp_path / "a.txt").write_text(text)
    write(tmp_path / "b.jsonl", {"text": text})
    articles, unprocessed = read([tmp_path], Settings())
    assert len(articles) == len(unprocessed) == 1


def test_progress(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(TEXT)
    told = []
    read([tmp_path], Settings(), lambda *step: told.append(step))
    assert told[-1] == ("reading", 2 * len(TEXT), 2 * len(TEXT))


def test_one_by_one(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    assert next(read_each([tmp_path], Settings())).text == TEXT


def test_the_date_of_the_file_and_the_clock_play_no_part(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    [article] = read([tmp_path], Settings())[0]
    assert (article.published.start, article.published.end, article.published.basis) == (None, None, "unknown")


def fetched_page(head=""):
    text = "The mine at Kiruna was closed on Monday after part of a lift tower fell into the shaft, the company said."
    return f"<html><head><title>Mine closed</title>{head}</head><body><article><p>{text}</p></article></body></html>"


def test_bytes_from_an_address():
    data = fetched_page('<link rel="canonical" href="https://wire.example/mine">').encode()
    [article] = read_bytes(data, "https://www.wire.example/mine?from=feed", Settings(), published="2025-03-04")
    assert (article.url, article.path) == ("https://wire.example/mine", "https://www.wire.example/mine?from=feed")
    assert article.published.start == article.published.end == "2025-03-04"
    assert article.text.startswith("The mine at Kiruna")


def test_a_copy_stands_where_it_was_fetched():
    data = fetched_page('<link rel="canonical" href="https://wire.example/mine">').encode()
    [article] = read_bytes(data, "https://loop.example/mine.txt", Settings(), kind="page")
    assert (article.url, article.outlet.domain) == ("https://loop.example/mine.txt", "loop.example")


def test_no_article_was_published_after_it_was_fetched():
    [article] = read_bytes(fetched_page().encode(), "https://wire.example/mine", Settings(), fetched="2025-03-05")
    assert (article.published.start, article.published.end) == (None, "2025-03-05")


def test_rows_from_an_address_keep_their_own():
    rows = [{"text": "It rained on Monday, the office said.", "url": "https://rain.example/1"}, {"text": "x y z."}]
    found = list(read_bytes(json.dumps(rows).encode(), "https://export.example/all", Settings(), kind="json"))
    urls = [article.url for article in found if not hasattr(article, "why")]
    assert urls == ["https://rain.example/1", "https://export.example/all"]


def test_bytes_that_cannot_be_read_are_told():
    broken = gzip.compress(fetched_page().encode())[:60]
    [told] = read_bytes(broken, "https://wire.example/mine", Settings())
    assert (told.path, told.why) == ("https://wire.example/mine", "broken gzip data")
