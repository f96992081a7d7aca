"""A progress bar on standard error for runs that take a while."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from time import monotonic
from typing import TextIO

PATIENCE = 1.0  # seconds before a bar appears: a short run stays quiet

Progress = Callable[[str, int, int], None]


@contextmanager
def progress_bar(stream: TextIO | None = None, clock: Callable[[], float] = monotonic) -> Iterator[Progress | None]:
    """Gives what the pipeline reports to (what, done, total), or None when `stream` is not a terminal.

    The bar appears after PATIENCE seconds and leaves nothing behind.
    """
    stream = stream or sys.stderr
    if not stream.isatty():
        yield None
        return
    began = clock()
    with ExitStack() as stack:
        update: Progress | None = None

        def tell(what: str, done: int, total: int) -> None:
            nonlocal update
            if update is None and clock() - began >= PATIENCE:
                update = stack.enter_context(drawn(stream))
            if update is not None:
                update(what, done, total)

        yield tell


@contextmanager
def drawn(stream: TextIO) -> Iterator[Progress]:
    """A rich progress bar on `stream`; one line that shows the step at work."""
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    with Bar(*columns, console=Console(file=stream), transient=True) as bar:
        task = bar.add_task("", total=None)
        # A step that tells only its beginning gets a bar that moves but shows no share.
        yield lambda what, done, total: bar.update(
            task, description=what, completed=done, total=total if done else None
        )
