"""Which files the paths stand for."""

import io
import os
import sys

import pytest

from firsthand.records import Unprocessed
from firsthand.stages.read.inputs import find_files, open_input


@pytest.fixture
def pile(tmp_path):
    for name in ("b.txt", "a.txt", ".hidden.txt", "sub/c.txt", ".git/d.txt", "page.html", "page_files/e.js"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    return tmp_path


def names(found, pile):
    return [os.path.relpath(path, pile) if isinstance(path, str) else path.why for path in found]


def test_folders_are_walked_in_order_without_hidden_files_and_page_files(pile):
    assert names(find_files([pile]), pile) == ["a.txt", "b.txt", "page.html", "sub/c.txt"]


def test_a_link_to_nothing_in_a_folder_is_told(pile):
    (pile / "gone.txt").symlink_to(pile / "never-there.txt")
    assert names(find_files([pile]), pile) == ["a.txt", "b.txt", "a link to nothing", "page.html", "sub/c.txt"]


def test_globs(pile):
    assert names(find_files([str(pile / "*.txt")]), pile) == ["a.txt", "b.txt"]
    assert names(find_files([str(pile / "**" / "c*")]), pile) == ["sub/c.txt"]
    assert names(find_files([str(pile / "*.zip")]), pile) == ["no file matches"]


def test_a_file_is_read_once(pile):
    (pile / "link.txt").symlink_to(pile / "a.txt")
    assert names(find_files([pile / "a.txt", pile / "sub" / ".." / "a.txt", pile / "link.txt"]), pile) == ["a.txt"]


def test_brackets_in_a_name_are_no_glob_when_the_file_is_there(pile):
    (pile / "[x].txt").write_text("x")
    assert names(find_files([pile / "[x].txt"]), pile) == ["[x].txt"]


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("gone.txt", "no such file or folder"),
        ("a.txt/b", "no such file or folder"),
        ("nul\0", "no such file or folder"),
    ],
)
def test_paths_that_stand_for_nothing(pile, path, why):
    [found] = find_files([os.path.join(pile, path)])
    assert (found.why, found.failed) == (why, True)
    assert found.remedy


def test_an_empty_folder_is_no_failure(tmp_path):
    [found] = find_files([tmp_path])
    assert isinstance(found, Unprocessed)
    assert not found.failed


def test_a_device_is_not_read():
    [found] = find_files([os.devnull])
    assert found.why == "not a file or folder"


def test_a_folder_that_may_not_be_opened(tmp_path, monkeypatch):
    def refuse(path, onerror, **_):
        onerror(PermissionError(13, "Permission denied", path))
        return iter(())

    monkeypatch.setattr(os, "walk", refuse)
    [found] = find_files([tmp_path])
    assert (found.why, found.failed) == ("cannot be opened: Permission denied", True)


def test_standard_input_can_go_back(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"words")))
    assert list(find_files(["-"])) == ["-"]
    with open_input("-") as stream:
        assert stream.read() == b"words"
        stream.seek(0)
        assert stream.read(1) == b"w"


def test_a_pipe(tmp_path):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    keeper = os.open(path, os.O_RDWR)
    os.write(keeper, b"words")
    [found] = find_files([path])
    assert found == str(path)
    os.close(keeper)
