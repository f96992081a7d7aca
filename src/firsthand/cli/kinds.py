"""The option --kinds of `brief` and `statements`: which kinds of cue make a statement."""

from collections.abc import Callable
from typing import Any, get_args

import click

from firsthand.records import CueKind
from firsthand.settings import Settings

KINDS: tuple[CueKind, ...] = get_args(CueKind)
DEFAULT = ",".join(kind for kind in KINDS if kind in Settings().cue_kinds)


def settings_for(_context: click.Context, _parameter: click.Parameter, written: str) -> Settings:
    """The settings of a run with the kinds written as "speech,writing"; refuses a kind that there is not."""
    asked = [word.strip() for word in written.split(",") if word.strip()]
    unknown = [word for word in asked if word not in KINDS]
    if unknown or not asked:
        wrong = f"there is no kind {unknown[0]!r}" if unknown else "no kind given"
        raise click.BadParameter(f"{wrong}; choose from {', '.join(KINDS)}, joined by commas")
    return Settings(cue_kinds=frozenset(kind for kind in KINDS if kind in asked))


def kinds_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds --kinds to a command, which gets the run's settings as `settings`."""
    return click.option(
        "--kinds",
        "settings",
        metavar="KIND,...",
        default=DEFAULT,
        show_default=True,
        callback=settings_for,
        help=f"Keep statements of these kinds only: {', '.join(KINDS)}; none is the outlet's own voice. "
        "Example: --kinds speech,writing",
    )(command)
