"""Input that is broken in every way we know: one clear line each, the rest goes on, and the exit status tells."""

import builtins
import json
import os

import pytest

GOOD = "Bridge shut\n\n“The bridge is closed,” the mayor, Ada Brandvold, said on Monday. “Nobody was hurt.”\n"
ARTICLE = json.dumps({"title": "Ferry found", "url": "https://lamp.example/a", "text": GOOD.replace("Bridge", "Ferry")})


@pytest.fixture
def brief(run):
    """Runs `firsthand brief`: exit status, the brief (None if there is none), the lines on standard error."""

    def runs(*paths):
        ran = run("brief", *paths, "--format", "json")
        return ran.status, json.loads(ran.out) if ran.out else None, ran.err.splitlines()

    return runs


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


BROKEN = (
    empty, blank, binary, picture, long_line, long_row, broken_row, row_without_text, broken_json, deep_json,
)  # fmt: skip


@pytest.mark.parametrize("spoil", BROKEN, ids=lambda f: f.__name__)
def test_one_clear_line_and_the_rest_goes_on(brief, tmp_path, spoil):
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    spoil(tmp_path)
    status, made, lines = brief(tmp_path)
    assert status == 1
    assert any(a["path"].endswith("good.txt") for a in made["articles"])
    assert any("The bridge is closed" in s["text"] for s in made["statements"])
    [line] = lines
    assert line.startswith(f"firsthand: {tmp_path}/bad.")
    assert "; " in line, "it says what to do"
    assert "Error" not in line, "it is not an exception's name"


@pytest.mark.parametrize("spoil", [empty, binary, broken_json], ids=lambda f: f.__name__)
def test_nothing_readable_is_status_2(brief, tmp_path, spoil):
    spoil(tmp_path)
    status, made, lines = brief(tmp_path)
    assert (status, made) == (2, None)
    assert any("bad." in line for line in lines)
    assert not any("Traceback" in line for line in lines)


@pytest.mark.parametrize("path", ["", "no-such-folder", "no-such-*.txt"])
def test_a_path_that_is_not_there(brief, tmp_path, path):
    status, made, lines = brief(tmp_path / path)  # "" is a folder without articles
    assert (status, made) == (2, None)
    assert any(str(tmp_path) in line for line in lines)


def test_a_missing_path_beside_a_good_one(brief, tmp_path):
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    status, made, lines = brief(tmp_path / "good.txt", tmp_path / "gone.txt")
    assert status == 1
    assert len(made["articles"]) == 1
    assert len(lines) == 1


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file(brief, tmp_path):
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.txt").chmod(0)
    status, _, lines = brief(tmp_path)
    assert status == 1
    assert len(lines) == 1


def test_a_file_that_the_system_refuses_to_read(run, tmp_path, monkeypatch):
    """The same for those who may read everything: the refusal is staged."""
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.txt").write_text("unread", encoding="utf-8")
    usual = builtins.open

    def refuse(path, *args, **options):
        if str(path).endswith("bad.txt"):
            raise PermissionError(13, "Permission denied", str(path))
        return usual(path, *args, **options)

    monkeypatch.setattr(builtins, "open", refuse)
    got = run("read", tmp_path)
    assert got.status == 1
    [line] = got.err.splitlines()
    assert str(tmp_path / "bad.txt") in line


@pytest.mark.parametrize("name", ["naïve ‘name’.txt", "new\nline.txt", "--format.txt", "[red]a[\\red].txt", "*.txt"])
def test_odd_file_names(brief, tmp_path, name):
    (tmp_path / name).write_text(GOOD, encoding="utf-8")
    status, made, lines = brief(tmp_path)
    assert (status, lines) == (0, [])
    assert [a["path"] for a in made["articles"]] == [str(tmp_path / name)]


def test_a_file_name_that_is_no_text(brief, tmp_path):
    bad = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(bad, "wb") as out:
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
    "emoji": "👩‍👩‍👧‍👦🏴‍☠️ “🌉 is closed,” the mayor said.",
}
MANY_WORDS = " ".join(f"Bridge {n} is closed, the mayor said." for n in range(6_000))


def told(folder, text):
    """A pile of an odd text and a good article."""
    (folder / "odd.jsonl").write_text(json.dumps({"title": "Odd", "text": text}) + "\n" + ARTICLE, encoding="utf-8")
    return folder


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_text_is_too_odd(run, tmp_path, text):
    told(tmp_path, text)
    for form in ("json", "html", "markdown", "terminal"):
        ran = run("brief", tmp_path, "--format", form)
        assert ran.status in (0, 1)
        assert "The bridge is closed" in ran.out
        assert "\x1b[31m" not in ran.out


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_statement_leads_back_to_the_exact_characters(brief, tmp_path, text):
    _, made, _ = brief(told(tmp_path, text))
    texts = {a["id"]: a["text"] for a in made["articles"]}
    assert made["statements"]
    for s in made["statements"]:
        assert " ".join(texts[s["article"]][start:end] for start, end in s["spans"]) == s["text"]


def test_of_fifty_thousand_words_the_first_are_read_and_the_rest_is_told(brief, tmp_path):
    """Seconds, not hours: what a text can cost is limited."""
    status, made, [line] = brief(told(tmp_path, MANY_WORDS))
    assert status == 0
    assert "no more than its first 4,500 words and marks" in line
    assert 500 < len(made["statements"]) < 1_500
    [odd] = [a for a in made["articles"] if a["title"] == "Odd"]
    assert odd["text"] == MANY_WORDS[: len(odd["text"])]
    assert [part["kind"] for part in odd["parts"]] == ["body", "unread"]
