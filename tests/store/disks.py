"""Small disks: a file system in memory that is full, or may not be written to. Only root may mount one."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

FILLER = "filler"


class Disk(NamedTuple):
    """A mounted file system."""

    folder: Path

    def remount(self, options: str) -> None:
        """Mount it anew: "ro", "size=2m"."""
        subprocess.run(["mount", "-o", f"remount,{options}", self.folder], check=True)

    def fill(self, left: int = 0) -> None:
        """Take all room but some bytes."""
        with open(self.folder / FILLER, "wb", buffering=0) as file:
            try:
                while file.write(b"x" * 4096):
                    pass
            except OSError:
                os.truncate(self.folder / FILLER, max(0, file.tell() - left))

    def empty(self) -> None:
        """Make room again."""
        (self.folder / FILLER).unlink()


@contextmanager
def disk(folder: Path, size: str) -> Iterator[Disk]:
    """A file system of that size in a new folder; the test is skipped where none can be mounted."""
    folder.mkdir()
    try:
        made = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], capture_output=True, check=False
        )
    except FileNotFoundError:
        pytest.skip("there is no mount")
    if made.returncode:
        pytest.skip("nothing may be mounted here")
    try:
        yield Disk(folder)
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)
