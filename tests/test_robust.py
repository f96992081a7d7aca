"""Input that is broken in every way we know: one clear line each, the rest goes on, and the exit status tells."""

import json
import os
import subprocess
import sys

import pytest

GOOD = "Bridge shut\n\n“The bridge is closed,” the mayor, Ada Brandvold, said on Monday. “Nobody was hurt.”\n"
ARTICLE = json.dumps({"title": "Bridge shut", "url": "https://lamp.example/a", "text": GOOD})


def firsthand(*words, stdin=None):
    command = [sys.executable, "-X", "utf8", "-m", "firsthand", *map(str, words)]
    return subprocess.run(command, input=stdin, capture_output=True, encoding="utf-8", timeout=120)


def brief(*paths):
    """The exit status, the brief (None if there is none), and the lines on standard error."""
    ran = firsthand("brief", *paths, "--format", "json")
    return ran.returncode, json.loads(ran.stdout) if ran.stdout else None, ran.stderr.splitlines()


def empty(folder):
    (folder / "bad.txt").write_bytes(b"")


def blank(folder):
    (folder / "bad.txt").write_bytes(b" \n\t\n\xc2\xa0\n")


def binary(folder):
    (folder / "bad.txt").write_bytes(bytes(range(256)) * 400)


def picture(folder):
    (folder / "bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(5000))


def long_line(folder):
    (folder / "bad.txt").write_bytes(b"word " * 10_000_000)


def long_row(folder):
    (folder / "bad.jsonl").write_bytes(b'{"text": "' + b"a" * 50_000_000 + b"\n" + ARTICLE.encode() + b"\n")


def broken_row(folder):
    (folder / "bad.jsonl").write_text(ARTICLE.replace("lamp", "courier") + '\n{"title": "Bridge", "te\n')


def row_without_text(folder):
    (folder / "bad.jsonl").write_text('{"title": "Bridge shut", "url": "https://lamp.example/b"}\n')


def broken_json(folder):
    (folder / "bad.json").write_text('{"articles": [')


def deep_json(folder):
    (folder / "bad.json").write_text("[" * 100_000)


def dangling_link(folder):
    (folder / "bad.txt").symlink_to(folder / "gone.txt")


def link_to_itself(folder):
    (folder / "bad.txt").symlink_to(folder / "bad.txt")


BROKEN = (
    empty, blank, binary, picture, long_line, long_row, broken_row, row_without_text, broken_json, deep_json,
    dangling_link, link_to_itself,
)  # fmt: skip


@pytest.mark.parametrize("spoil", BROKEN, ids=lambda f: f.__name__)
def test_one_clear_line_and_the_rest_goes_on(tmp_path, spoil):
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    spoil(tmp_path)
    status, made, told = brief(tmp_path)
    assert status == 1
    assert any(a["path"].endswith("good.txt") for a in made["articles"])
    assert any("The bridge is closed" in s["text"] for s in made["statements"])
    [line] = told
    assert line.startswith(f"firsthand: {tmp_path}/bad.")
    assert "; " in line, "it says what to do"
    assert "Error" not in line, "it is not an exception's name"


@pytest.mark.parametrize("spoil", [empty, binary, broken_json, dangling_link], ids=lambda f: f.__name__)
def test_nothing_readable_is_status_2(tmp_path, spoil):
    spoil(tmp_path)
    status, made, told = brief(tmp_path)
    assert (status, made) == (2, None)
    assert any("bad." in line for line in told)
    assert not any("Traceback" in line for line in told)


@pytest.mark.parametrize("path", ["", "no-such-folder", "no-such-*.txt"])
def test_a_path_that_is_not_there(tmp_path, path):
    status, made, told = brief(tmp_path / path)  # "" is a folder without articles
    assert (status, made) == (2, None)
    assert any(str(tmp_path) in line for line in told)


def test_a_missing_path_beside_a_good_one(tmp_path):
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    status, made, told = brief(tmp_path / "good.txt", tmp_path / "gone.txt")
    assert status == 1
    assert len(made["articles"]) == 1
    assert len(told) == 1


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file(tmp_path):
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.txt").chmod(0)
    status, _, told = brief(tmp_path)
    assert status == 1
    assert len(told) == 1


def test_a_file_that_the_system_refuses_to_read(tmp_path, monkeypatch, capsys):
    """The same for those who may read everything: the refusal is staged."""
    from pathlib import Path

    from firsthand.cli import main

    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.txt").write_text("unread", encoding="utf-8")
    usual = Path.open

    def refuse(path, *args, **options):
        if path.name == "bad.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return usual(path, *args, **options)

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(SystemExit) as ended:
        main(["read", str(tmp_path)])
    assert ended.value.code == 1
    assert str(tmp_path / "bad.txt") in capsys.readouterr().err


@pytest.mark.parametrize("name", ["naïve ‘name’.txt", "new\nline.txt", "--format.txt", "[red]a[/red].txt", "*.txt"])
def test_odd_file_names(tmp_path, name):
    (tmp_path / name).write_text(GOOD, encoding="utf-8")
    status, made, told = brief(tmp_path)
    assert (status, told) == (0, [])
    assert [a["path"] for a in made["articles"]] == [str(tmp_path / name)]


def test_a_file_name_that_is_no_text(tmp_path):
    bad = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(bad, "wb") as out:  # noqa: PTH123 - a Path cannot hold it
        out.write(GOOD.encode())
    status, made, _ = brief(tmp_path)
    assert status == 0
    assert len(made["articles"]) == 1


TEXTS = {
    "one word": "Bridge",
    "a mark": "“",
    "control characters": "A\x00\x01\x1b[31m bridge\x7f \u202e\u2066 “is closed,” the mayor said.\n" * 3,
    "a lone surrogate": 'A "\ud800" bridge is closed, the mayor said.',
    "no end of quotation marks": "“" * 20_000,
    "open brackets": "(" * 20_000 + " the mayor said.",
    "fifty thousand words": "The bridge is closed, the mayor said. " * 7_000,
    "emoji": "👩‍👩‍👧‍👦🏴‍☠️ “🌉 is closed,” the mayor said.",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_text_is_too_odd(tmp_path, text):
    (tmp_path / "odd.jsonl").write_text(json.dumps({"title": "Odd", "text": text}) + "\n" + ARTICLE, encoding="utf-8")
    for form in ("json", "html", "markdown", "terminal"):
        ran = firsthand("brief", tmp_path, "--format", form)
        assert ran.returncode in (0, 1), ran.stderr
        assert "Traceback" not in ran.stderr
        assert "The bridge is closed" in ran.stdout
        assert "\x1b[31m" not in ran.stdout


def test_every_statement_leads_back_to_the_exact_characters(tmp_path):
    rows = [json.dumps({"title": "Odd", "text": text}) for text in TEXTS.values()]
    (tmp_path / "odd.jsonl").write_text("\n".join(rows), encoding="utf-8")
    _, made, _ = brief(tmp_path)
    text = {a["id"]: a["text"] for a in made["articles"]}
    assert made["statements"]
    for s in made["statements"]:
        assert " ".join(text[s["article"]][start:end] for start, end in s["spans"]) == s["text"]
