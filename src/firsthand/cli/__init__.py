"""The command line: one file a command."""

from firsthand.cli.entry import main

__all__ = ["main"]
