"""The `firsthand` command: binds the subcommands, and turns what goes wrong into one line and an exit status.

Heavy imports wait inside the commands, so that `firsthand --help` answers at once.
"""

import errno
import gc
import io
import os
import sys
from collections.abc import Sequence

import click

from firsthand.cli.actors import actors
from firsthand.cli.add import add, update
from firsthand.cli.brief import brief
from firsthand.cli.corrections import corrections
from firsthand.cli.dates import dates
from firsthand.cli.desk import desk
from firsthand.cli.init import init
from firsthand.cli.origin import origin
from firsthand.cli.problems import complain, escaped
from firsthand.cli.read import read
from firsthand.cli.scale import scale
from firsthand.cli.search import search
from firsthand.cli.statements import statements
from firsthand.cli.stories import stories
from firsthand.errors import FirsthandError

UNUSABLE = 2
INTERRUPTED = 130  # 128 + SIGINT, as shells count
PIPE_CLOSED = 141  # 128 + SIGPIPE
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
GARBAGE = 50_000  # new objects between two searches for circles: records make none, and 700 cost a tenth of the time


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit status: 0 all went well, 1 something could not be processed, 2 nothing could be read.",
)
@click.version_option(package_name="firsthand", message="%(prog)s %(version)s")
def firsthand() -> None:
    """Who said it first-hand, through whom it reached us, who denies it, and how many independent origins it has.

    \b
    Example:
      firsthand brief articles/
      firsthand brief articles/ -o brief.html
    """


for command in (
    brief, origin, read, dates, statements, actors, init, add, update, stories, search, desk, corrections, scale,
):  # fmt: skip
    firsthand.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line on `arguments` (those of the process by default) and exit with its status."""
    gc.set_threshold(GARBAGE, 20, 100)
    status = 0
    try:
        # Not firsthand(): click has statuses of its own for an interrupt and a closed pipe.
        with firsthand.make_context("firsthand", list(sys.argv[1:] if arguments is None else arguments)) as context:
            firsthand.invoke(context)
    except click.exceptions.Exit as ended:
        status = ended.exit_code
    except click.ClickException as error:
        misused(error)
        status = error.exit_code
    except FirsthandError as error:
        complain(str(error))
        status = UNUSABLE
    except KeyboardInterrupt:
        complain("interrupted")
        status = INTERRUPTED
    except BrokenPipeError:
        status = PIPE_CLOSED
    except OSError as error:
        if error.errno not in FULL:
            raise
        complain(f"what was to be written found no room: {error.strerror}")
        status = UNUSABLE
    sys.exit(flushed(status))


def misused(error: click.ClickException) -> None:
    """Tell what is wrong with the words of the command line, which may be names of files that strangers chose."""
    told = io.StringIO()
    error.show(told)
    print(*map(escaped, told.getvalue().splitlines()), sep="\n", file=sys.stderr)  # noqa: T201


def flushed(status: int) -> int:
    """The exit status after what is left to write was written, which fails where the reader has what it wanted, or
    where there is no room."""
    try:
        sys.stdout.flush()
    except OSError as error:
        # Python flushes once more at exit, and that must not complain either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            return PIPE_CLOSED
        complain(f"standard output cannot be written: {error.strerror}")
        return UNUSABLE
    return status
