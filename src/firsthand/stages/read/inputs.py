"""Which files the given paths stand for."""

import glob
import os
import stat
import sys
import tempfile
from collections.abc import Iterable, Iterator
from io import BufferedIOBase
from pathlib import Path
from typing import IO, cast

from firsthand.records import Unprocessed
from firsthand.stages.read.draft import rejected

STDIN = "-"
# Kept in memory up to this many bytes when standard input or a pipe is read, on disk beyond.
SPOOL = 16_000_000
# What browsers save beside a page, for instance "story_files" beside "story.html".
PAGE_SUFFIXES = (".html", ".htm", ".xhtml")


def find_files(paths: Iterable[str | Path]) -> Iterator[str | Unprocessed]:
    """The files to read, each once and in order: folders are walked, globs expanded, "-" kept.

    Gives an Unprocessed for a path that stands for nothing.
    """
    seen: set[str] = set()
    for given in paths:
        for found in _expand(os.fspath(given)):
            if isinstance(found, Unprocessed):
                yield found
                continue
            real = found if found == STDIN else os.path.realpath(found)
            if real not in seen:
                seen.add(real)
                yield found


def _expand(path: str) -> Iterator[str | Unprocessed]:
    if path == STDIN:
        yield path
        return
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        yield from _expand_glob(path, error)
        return
    if stat.S_ISDIR(mode):
        yield from _walk(path)
    elif stat.S_ISREG(mode) or stat.S_ISFIFO(mode):
        yield path
    else:
        yield rejected(path, "not a file or folder", "give a file, a folder, a glob or -")


def _expand_glob(path: str, error: OSError | ValueError) -> Iterator[str | Unprocessed]:
    if not glob.has_magic(path):
        missing = isinstance(error, FileNotFoundError | NotADirectoryError | ValueError)
        why = "no such file or folder" if missing else f"cannot be opened: {error.strerror}"  # type: ignore[union-attr]
        yield rejected(path, why, "check the path" if missing else "check its permissions")
        return
    matches = sorted(glob.glob(path, recursive=True))
    if not matches:
        yield rejected(path, "no file matches", "check the pattern")
    for match in matches:
        # With "**" a folder's files are matched as well as the folder.
        if not (os.path.isdir(match) and "**" in path):
            yield from _expand(match)


def _walk(folder: str) -> Iterator[str | Unprocessed]:
    count = 0
    errors: list[OSError] = []
    for where, folders, names in os.walk(folder, onerror=errors.append):
        pages = {name.rpartition(".")[0] + "_files" for name in names if name.lower().endswith(PAGE_SUFFIXES)}
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in pages)
        for name in sorted(names):
            path = os.path.join(where, name)
            if name.startswith("."):
                continue
            if os.path.isfile(path):
                count += 1
                yield path
            elif os.path.islink(path) and not os.path.exists(path):
                yield rejected(path, "a link to nothing", "mend it or remove it")
    for error in errors:
        yield rejected(str(error.filename), f"cannot be opened: {error.strerror}", "check its permissions")
    if not count and not errors:
        yield Unprocessed(path=folder, why="no articles in this folder", remedy="put articles in it", failed=False)


def open_input(path: str) -> IO[bytes]:
    """The bytes of a file, a pipe or standard input ("-"), as a stream that can go back to its start.

    Raises OSError when it cannot be opened.
    """
    if path == STDIN:
        return _spool(cast(IO[bytes], sys.stdin.buffer))
    stream = open(path, "rb")  # noqa: SIM115 - the caller closes it
    if stat.S_ISFIFO(os.fstat(stream.fileno()).st_mode):
        with stream:
            return _spool(stream)
    return stream


def _spool(stream: IO[bytes] | BufferedIOBase) -> IO[bytes]:
    kept = tempfile.SpooledTemporaryFile(max_size=SPOOL)  # noqa: SIM115 - the caller closes it
    while chunk := stream.read(1 << 20):
        kept.write(chunk)
    kept.seek(0)
    return cast(IO[bytes], kept)
