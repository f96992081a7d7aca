"""Where the product goes: standard output, or the file of --output."""

import io
import json
import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from firsthand.errors import Unwritable

STDOUT = "-"


def checked(_context: click.Context, _parameter: click.Parameter, path: str | None) -> str | None:
    """The value of --output; refuses a file in a folder that is not there before any work is done."""
    if path and path != STDOUT and not Path(path).absolute().parent.is_dir():
        raise click.BadParameter(f"there is no folder {str(Path(path).absolute().parent)!r}")
    return path


def write(text: str | Iterable[str], path: str | None) -> None:
    """Write a text, or the pieces of one, as UTF-8 to the file at `path`, whole or not at all, or to standard output.

    A lone surrogate of a broken source is written as \\udXXX, which in JSON is the character itself.
    Raises Unwritable for a file that cannot be written: what it held before it holds still.
    """
    pieces = (text if text.endswith("\n") else text + "\n",) if isinstance(text, str) else text
    if path and path != STDOUT:
        try:
            _replace(Path(path).resolve(), (piece.encode("utf-8", "backslashreplace") for piece in pieces))
        except OSError as error:
            raise Unwritable(f"{path} cannot be written: {error.strerror}") from error
    else:
        as_utf8()
        sys.stdout.writelines(pieces)


def write_json(value: Any, path: str | None = None, indent: int | None = None) -> None:
    """Write `value` as JSON as `write` does, with nothing in it that would act on a terminal."""
    from firsthand.show.plain import in_json

    write(in_json(json.dumps(value, ensure_ascii=False, indent=indent)), path)


def _replace(path: Path, data: Iterable[bytes]) -> None:
    """Put a file in the place of one, so that a full disk leaves what was there; a device or a pipe is written to."""
    if (not path.is_file() and path.exists()) or not os.access(path.parent, os.W_OK):
        _put(path, data)
        return
    beside = path.with_name(f".{path.name[:200]}.{os.getpid()}")
    try:
        _put(beside, data)
        if path.exists():
            shutil.copymode(path, beside)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def _put(path: Path, data: Iterable[bytes]) -> None:
    with path.open("wb") as file:
        file.writelines(data)


def as_utf8() -> None:
    """Make standard output UTF-8, whatever the locale: JSON and HTML are read by programs."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
