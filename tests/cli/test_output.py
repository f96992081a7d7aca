import io
import sys

import click
import pytest

from firsthand.cli.output import checked, write


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
