import errno
import io
import sys
from pathlib import Path

import click
import pytest

from firsthand.cli.output import checked, write
from firsthand.errors import Unwritable


def test_a_file_is_utf8_and_ends_its_last_line(tmp_path):
    write("“Ølv”", str(tmp_path / "b.md"))
    assert (tmp_path / "b.md").read_bytes() == "“Ølv”\n".encode()


def test_a_lone_surrogate_is_written_as_json_reads_it(tmp_path):
    write('"\ud800"\n', str(tmp_path / "b.json"))
    assert (tmp_path / "b.json").read_bytes() == b'"\\ud800"\n'


@pytest.mark.parametrize("path", [None, "-"])
def test_standard_output_is_utf8_whatever_the_locale(monkeypatch, path):
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    write("“Ølv”\n", path)
    sys.stdout.flush()
    assert raw.getvalue() == "“Ølv”\n".encode()


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    assert checked(None, None, str(tmp_path / "b.md")) == str(tmp_path / "b.md")
    with pytest.raises(click.BadParameter):
        checked(None, None, str(tmp_path / "no" / "b.md"))


def test_a_file_takes_the_place_of_one_at_once(tmp_path):
    (tmp_path / "b.md").write_text("before")
    (tmp_path / "b.md").chmod(0o640)
    (tmp_path / "link.md").symlink_to("b.md")
    write("after\n", str(tmp_path / "link.md"))
    assert (tmp_path / "b.md").read_text() == "after\n"
    assert (tmp_path / "b.md").stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "link.md").is_symlink()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["b.md", "link.md"]


def test_what_cannot_be_written_leaves_what_was_there(tmp_path, monkeypatch):
    (tmp_path / "b.md").write_text("before")

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(Unwritable, match=r"b\.md cannot be written: No space left on device"):
        write("after\n", str(tmp_path / "b.md"))
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("b.md", "before")]


def test_a_device_is_written_to_and_not_replaced():
    write("gone\n", "/dev/null")
    assert Path("/dev/null").is_char_device()
    with pytest.raises(Unwritable, match="No space left"):
        write("gone\n", "/dev/full")
