"""The whole stage: paths in, articles and a record of everything else out."""

import io
import json
import sys

import pytest

from firsthand.settings import Settings
from firsthand.stages.read import read, read_each

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
